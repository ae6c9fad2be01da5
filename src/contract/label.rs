//! What the header fields of an answer say about its body. None of it is part of the contract.

use super::charset::{self, LabelMeaning};
use super::note::Note;
use super::reading::{Form, Reading};
use super::search::excerpt;
use super::verdict::{Slug, Verdict};
use crate::wire::{Headers, Response};

/// The value of Content-Encoding that hides the body, if any does.
pub(super) fn hiding_coding(headers: &Headers) -> Option<&[u8]> {
    headers.all("content-encoding").find(|value| {
        value
            .split(|&byte| byte == b',')
            .map(<[u8]>::trim_ascii)
            .any(|coding| !coding.is_empty() && !coding.eq_ignore_ascii_case(b"identity"))
    })
}

/// Notes on how the labels of the body fit what was read.
pub(super) fn notes(headers: &Headers, reading: &Reading) -> Vec<Note> {
    let charset = charset::label(headers).filter(|charset| !charset.is_empty());
    let mut notes = Vec::new();
    if reading.slug.verdict() != Verdict::Rejected {
        notes.extend(unlike_body(headers, reading.form));
        notes.extend(charset.and_then(unfit));
    } else if is_undecoded(reading) {
        notes.extend(charset.map(|charset| Note::CharsetLabel(excerpt(charset.as_bytes()))));
    }
    notes
}

/// A note on a header literally named `ContentType`.
pub(super) fn misnamed(headers: &Headers) -> Option<Note> {
    headers.first("contenttype").map(|_| Note::MisnamedContentType)
}

/// A note with the value of a header field.
pub(super) fn field(response: &Response, name: &str, note: impl Fn(String) -> Note) -> Option<Note> {
    response.headers.first(name).map(|value| note(excerpt(value)))
}

fn unlike_body(headers: &Headers, form: Form) -> Option<Note> {
    let value = headers.first("content-type")?;
    let json = match form {
        Form::Text => false,
        Form::Json => true,
        Form::Either => return None,
    };
    (is_json(value) != json).then(|| Note::ContentTypeUnlikeBody { content_type: excerpt(value), json })
}

fn is_json(content_type: &[u8]) -> bool {
    let media_type = content_type.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii();
    let subtype = media_type.rsplit(|byte| matches!(byte, b'/' | b'+')).next().unwrap_or_default();
    subtype.eq_ignore_ascii_case(b"json")
}

fn unfit(charset: &str) -> Option<Note> {
    let shown = excerpt(charset.as_bytes());
    match charset::meaning(charset) {
        LabelMeaning::Ascii => None,
        LabelMeaning::Wide => Some(Note::CharsetUnlikeBody(shown)),
        LabelMeaning::Unknown => Some(Note::UnknownCharset(shown)),
    }
}

fn is_undecoded(reading: &Reading) -> bool {
    reading.slug == Slug::UndecodableText || reading.notes.iter().any(|note| matches!(note, Note::LooksLike(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &str, value: &str) -> Headers {
        [(name, value)].into_iter().collect()
    }

    #[test]
    fn only_codings_that_change_the_body_hide_it() {
        for (value, hides) in
            [("gzip", true), ("identity, br", true), ("identity", false), ("", false), (" Identity ", false)]
        {
            assert_eq!(hiding_coding(&headers("Content-Encoding", value)).is_some(), hides, "{value:?}");
        }
    }

    #[test]
    fn content_types_are_weighed_against_the_body() {
        let text = Reading::text(Slug::String);
        let json = Reading::json(Slug::Json);
        let quoted = Reading::either(Slug::JsonQuotedString);
        for (content_type, reading, fits) in [
            ("text/plain", &text, true),
            ("text/html; charset=euc-kr", &text, true),
            ("application/json", &text, false),
            ("application/json; charset=utf-8", &json, true),
            ("application/problem+JSON", &json, true),
            ("text/html", &json, false),
            ("text/plain", &quoted, true),
            ("application/json", &quoted, true),
        ] {
            assert_eq!(notes(&headers("Content-Type", content_type), reading).is_empty(), fits, "{content_type}");
        }
        assert_eq!(notes(&Headers::new(), &text), []);
    }

    #[test]
    fn a_rejected_body_needs_no_remark_on_its_type() {
        assert_eq!(notes(&headers("Content-Type", "application/json"), &Reading::text(Slug::OtherText)), []);
    }
}
