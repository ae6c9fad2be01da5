//! The judgement itself.

use super::judgement::Judgement;
use super::label;
use super::note::Note;
use super::reading::Reading;
use super::verdict::{Category, Slug, Verdict};
use super::{body, status};
use crate::wire::{BODY_LIMIT, Ending, Failure, FailureKind, Response};

/// Judges how an exchange ended: an answer by its content, anything else by its failure. An answer that is not
/// complete stays a communication error, whatever came of it.
pub fn judge_ending(ending: &Ending) -> Judgement {
    match ending {
        Ok(response) => judge(response),
        Err(failure) => judge_failure(failure),
    }
}

/// Judges a complete answer: status first, then what the body is.
///
/// Success is status 200 with `OK` or `{"result":"OK"}` (overview, "Response Result"). Of a 200, an empty body is
/// no response; after that an encoded body is not decoded, and a body beyond the limit is not read.
pub fn judge(response: &Response) -> Judgement {
    let (slug, mut notes) = match status::slug(response) {
        Some(slug) => (slug, status::notes(response, slug)),
        None => judge_content(response),
    };
    if response.status != 200 || slug == Slug::ContentEncoding {
        notes.extend(spoiled_success(response));
    }
    notes.extend(label::misnamed(&response.headers));
    notes.extend(response.oddities.iter().copied().map(Note::Oddity));
    Judgement::new(slug, notes)
}

fn judge_content(response: &Response) -> (Slug, Vec<Note>) {
    if response.body.is_empty() && !response.body_cut {
        return (Slug::EmptyBody, Vec::new());
    }
    if let Some(note) = label::hiding_coding(&response.headers).map(super::search::excerpt).map(Note::ContentEncoding) {
        return (Slug::ContentEncoding, vec![note]);
    }
    if is_beyond_limit(response) {
        return (Slug::BodyTooLarge, Vec::new());
    }
    let reading = body::read(&response.body);
    let labels = label::notes(&response.headers, &reading);
    let Reading { slug, mut notes, .. } = reading;
    notes.extend(labels);
    (slug, notes)
}

fn is_beyond_limit(response: &Response) -> bool {
    response.body_cut || response.body.len() > BODY_LIMIT
}

/// A note that the body alone would have been a success.
fn spoiled_success(response: &Response) -> Option<Note> {
    let slug = (!is_beyond_limit(response)).then(|| body::read(&response.body).slug)?;
    (slug.verdict() != Verdict::Rejected).then_some(Note::BodyReads(slug))
}

fn judge_failure(failure: &Failure) -> Judgement {
    let slug = failure_slug(failure.kind);
    let mut notes: Vec<Note> = other_category(failure).map(Note::AlsoReadAs).into_iter().collect();
    if let Some(partial) = &failure.partial {
        notes.push(Note::BeganWith(partial.status));
        if partial.status == 200 {
            notes.extend(spoiled_success(partial));
        }
        notes.extend(partial.oddities.iter().copied().map(Note::Oddity));
    }
    Judgement::new(slug, notes)
}

/// Where the documents allow a second reading. The cashbill and NTS pages name a read timeout as a communication
/// error; the overview's "no response result returned" fits whatever ended before an answer began, too.
fn other_category(failure: &Failure) -> Option<Category> {
    match failure.kind {
        FailureKind::ClosedWithoutResponse => Some(Category::CommunicationError),
        FailureKind::ReadTimeout | FailureKind::TruncatedResponse if failure.partial.is_none() => {
            Some(Category::NoResponse)
        }
        _ => None,
    }
}

fn failure_slug(kind: FailureKind) -> Slug {
    match kind {
        FailureKind::Dns => Slug::Dns,
        FailureKind::ConnectionRefused => Slug::ConnectionRefused,
        FailureKind::ConnectionReset => Slug::ConnectionReset,
        FailureKind::ConnectTimeout => Slug::ConnectTimeout,
        FailureKind::WriteTimeout => Slug::WriteTimeout,
        FailureKind::ReadTimeout => Slug::ReadTimeout,
        FailureKind::TlsUntrusted => Slug::TlsUntrusted,
        FailureKind::TlsExpired => Slug::TlsExpired,
        FailureKind::TlsHostname => Slug::TlsHostname,
        FailureKind::TlsHandshake => Slug::TlsHandshake,
        FailureKind::MalformedResponse => Slug::MalformedResponse,
        FailureKind::HeadTooLarge => Slug::HeadTooLarge,
        FailureKind::InterimFlood => Slug::InterimFlood,
        FailureKind::TruncatedResponse => Slug::TruncatedResponse,
        FailureKind::ClosedWithoutResponse => Slug::ClosedWithoutResponse,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{Headers, Oddity};

    fn answer(body: &[u8]) -> Response {
        Response { status: 200, body: body.to_vec(), ..Response::default() }
    }

    #[test]
    fn a_body_is_too_large_by_its_length_or_by_what_was_left_unread() {
        let padded = |length: usize| [b" ".repeat(length - 15), b"{\"result\":\"OK\"}".to_vec()].concat();
        assert_eq!(judge(&answer(&padded(BODY_LIMIT))).slug, Slug::Json);
        assert_eq!(judge(&answer(&padded(BODY_LIMIT + 1))).slug, Slug::BodyTooLarge);
        assert_eq!(judge(&Response { body_cut: true, ..answer(b"OK") }).slug, Slug::BodyTooLarge);
        assert_eq!(judge(&Response { body_cut: true, ..answer(b"") }).slug, Slug::BodyTooLarge);
    }

    #[test]
    fn an_empty_body_is_empty_whatever_its_label_says() {
        let headers: Headers = [("Content-Encoding", "gzip")].into_iter().collect();
        assert_eq!(judge(&Response { headers: headers.clone(), ..answer(b"") }).slug, Slug::EmptyBody);
        assert_eq!(judge(&Response { headers, ..answer(b"OK") }).slug, Slug::ContentEncoding);
    }

    #[test]
    fn oddities_of_the_message_are_noted_and_change_nothing() {
        let oddities = vec![Oddity::RepeatedChunked, Oddity::TlsUnverified];
        let judgement = judge(&Response { oddities: oddities.clone(), ..answer(b"OK") });
        assert_eq!(judgement.slug, Slug::String);
        assert_eq!(judgement.notes, oddities.iter().copied().map(Note::Oddity).collect::<Vec<_>>());
        let partial = Some(Response { oddities, ..answer(b"OK") });
        let failure = Failure { kind: FailureKind::TruncatedResponse, detail: String::new(), partial };
        let cut = judge_ending(&Err(failure));
        assert_eq!(cut.notes.len(), 4, "{:?}", cut.notes);
    }

    #[test]
    fn each_failure_has_a_slug_of_its_own() {
        let slugs: std::collections::HashSet<Slug> = FailureKind::ALL.into_iter().map(failure_slug).collect();
        assert_eq!(slugs.len(), FailureKind::ALL.len());
        assert!(slugs.iter().all(|slug| slug.verdict() == Verdict::Rejected));
    }
}
