//! What a step's answers amount to. Pure: attempts in, a finding out.

use std::time::Duration;

use super::check::Check;
use super::observation::{Lapse, Observation};
use super::reproduction::{Reproduction, by_send};
use super::result::{Finding, Shortfall};
use super::script::{Expect, Post};
use crate::contract::{Framework, Slug, Verdict, framework};
use crate::delivery::Attempt;
use crate::transport::Page;
use crate::wire::Response;
use crate::words::{conformance as words, verdicts};

/// What is needed to say what a check found.
pub(super) struct Judge<'a> {
    pub(super) check: &'a Check,
}

impl Judge<'_> {
    /// One answer; `before` is what was posted until then.
    pub(super) fn post(&self, post: &Post, attempt: &Attempt, before: &[Post]) -> Finding {
        let verdict = attempt.judgement.verdict;
        let is_acknowledged = verdict != Verdict::Rejected;
        let is_met = match post.expect {
            Expect::Acknowledged | Expect::Accepted => is_acknowledged,
            Expect::Refused => !is_acknowledged,
            Expect::NoRedirect => !matches!(attempt.judgement.slug, Slug::Redirect | Slug::LoginRedirect),
            Expect::Answered => attempt.status().is_some(),
            Expect::Anything => true,
        };
        let again = || self.again(before.iter().chain([post]));
        if !is_met && post.expect == Expect::Refused {
            let reason = words::was_acknowledged(&post.role, &answer(attempt));
            // That it was acknowledged is no answer to be explained; what ought not to be is what such checks share.
            let common = words::acknowledges_anything(self.check.family()).to_owned();
            return Finding::Short(Shortfall { common, ..self.shortfall(reason, None, again()) });
        }
        if !is_met {
            let reason = words::not_acknowledged(&post.role, &answer(attempt));
            return Finding::Short(self.shortfall(reason, Some(attempt), again()));
        }
        if post.expect == Expect::Accepted && verdict == Verdict::Tolerated {
            let reason = words::tolerated(&post.role, attempt.judgement.slug.name());
            return Finding::Tolerated(self.shortfall(reason, Some(attempt), again()));
        }
        Finding::Met
    }

    /// Answers of posts at the same moment: the first that falls short speaks for all.
    pub(super) fn together(&self, posts: &[Post], attempts: &[Attempt]) -> Finding {
        let pairs = || posts.iter().zip(attempts);
        let is_short = |(post, attempt): &(&Post, &Attempt)| self.post(post, attempt, &[]) != Finding::Met;
        let Some((post, attempt)) = pairs().find(is_short) else { return Finding::Met };
        let count = pairs().filter(is_short).count();
        let reason = words::some_answered(count, posts.len(), &post.role, &answer(attempt));
        Finding::Short(self.shortfall(reason, Some(attempt), self.alone()))
    }

    /// How long posts at the same moment took.
    pub(super) fn timed(&self, posts: &[Post], attempts: &[Attempt], limit: Duration) -> Finding {
        let short = self.together(posts, attempts);
        if short != Finding::Met {
            return short;
        }
        let mut times: Vec<Duration> = attempts.iter().map(|attempt| attempt.elapsed).collect();
        times.sort_unstable();
        let at = (times.len() * 95).div_ceil(100).saturating_sub(1);
        let Some(p95) = times.get(at).copied().filter(|p95| *p95 > limit) else { return Finding::Met };
        Finding::Short(self.shortfall(words::slow(posts.len(), p95, limit), None, self.alone()))
    }

    /// An answer while another request was held back; `in_time` says whether it came before that was let go.
    pub(super) fn beside(&self, held: &Post, meanwhile: &Post, attempts: &[Attempt; 2], in_time: bool) -> Finding {
        if !in_time || attempts[1].status().is_none() {
            return Finding::Short(self.shortfall(words::one_at_a_time(), None, self.alone()));
        }
        self.together(&[held.clone(), meanwhile.clone()], attempts)
    }

    /// A post whose sender trusts other certificates than the flags say, so that only the check can show it again.
    pub(super) fn trust(&self, post: &Post, attempt: &Attempt) -> Finding {
        match self.post(post, attempt, &[]) {
            Finding::Short(short) => Finding::Short(Shortfall { reproduction: self.alone(), ..short }),
            other => other,
        }
    }

    /// Answers that have to be of one form.
    pub(super) fn alike(&self, posts: &[Post], attempts: &[Attempt]) -> Finding {
        let slug = |attempt: &Attempt| attempt.judgement.slug;
        let mut pairs = posts.iter().zip(attempts);
        let Some((first, form)) = pairs.next().map(|(post, attempt)| (post, slug(attempt))) else {
            return Finding::Met;
        };
        let other = pairs.find(|(_, attempt)| slug(attempt) != form);
        let Some((post, attempt)) = other else { return Finding::Met };
        let reason = words::two_forms(&first.role, form.name(), &post.role, slug(attempt).name());
        Finding::Short(self.shortfall(reason, None, self.again([first, post].into_iter())))
    }

    /// A GET of the callback URL.
    pub(super) fn get(&self, url: &str, page: Result<Page, String>) -> Finding {
        let reason = match page {
            Ok(Page { status: 200, body }) if body == b"OK" || body == br#"{"result":"OK"}"# => {
                words::get_acknowledged()
            }
            Ok(page) if page.status < 500 => return Finding::Met,
            Ok(page) => words::get_failed(page.status),
            Err(error) => words::get_unanswered(&error),
        };
        Finding::Short(self.shortfall(reason, None, Reproduction::Curl(url.to_owned())))
    }

    /// The port of the URL, where POPBiLL would not call.
    pub(super) fn port(&self, port: u16) -> Finding {
        Finding::Short(self.shortfall(words::odd_port(port), None, self.alone()))
    }

    /// What reading back has shown. Only of what the check is about does it know the cause itself.
    pub(super) fn reading(&self, is_the_point: bool, observed: Observation) -> Finding {
        let (lapse, reason) = match observed {
            Observation::Met => return Finding::Met,
            Observation::Unknown(_) if !is_the_point => return Finding::Met,
            Observation::Unknown(reason) => return Finding::Unknown(words::not_observed(&reason)),
            Observation::Short(lapse, reason) => (lapse, reason),
        };
        let told = match lapse {
            Lapse::NotStored => Some(words::not_stored_remedy()),
            Lapse::Damage(how) => Some(words::damage(how)),
            Lapse::Probe => Some(words::probe_remedy()),
            Lapse::Duplicate => (!is_the_point).then(words::duplicate_remedy),
            Lapse::State => None,
        };
        let mut shortfall = self.shortfall(reason, None, self.alone());
        if let Some((cause, fix)) = told {
            (shortfall.cause, shortfall.fix) = (Some(cause.to_owned()), Some(fix.to_owned()));
        }
        Finding::Short(shortfall)
    }

    /// What the check says of a shortfall, else what the answer itself tells. A message that never came is explained by
    /// the connection and not by the check.
    fn shortfall(&self, reason: String, attempt: Option<&Attempt>, reproduction: Reproduction) -> Shortfall {
        let slug = attempt.map(|attempt| attempt.judgement.slug);
        let is_silence = attempt.is_some_and(|attempt| attempt.status().is_none());
        let common = slug.map_or_else(|| reason.clone(), |slug| slug.name().to_owned());
        let own = self.check.cause.map(str::to_owned).zip(self.check.fix.map(str::to_owned));
        let told = attempt.map(|attempt| {
            let betrayed = attempt.ending.as_ref().ok().and_then(framework).map(Framework::name);
            verdicts::diagnosis(attempt.judgement.slug.name(), betrayed)
        });
        let (cause, fix) = match (own, told) {
            (Some((cause, fix)), told) if attempt.is_none_or(|attempt| speaks(self.check.family(), attempt)) => {
                let also = told.and_then(|told| told.fix).filter(|_| attempt.is_some_and(is_specific));
                (Some(cause), Some(also.map_or(fix.clone(), |also| format!("{fix} {also}"))))
            }
            (_, Some(told)) => (told.cause.map(str::to_owned), told.fix.map(str::to_owned)),
            (own, None) => own.unzip(),
        };
        Shortfall { reason, cause, fix, slug, is_silence, common, reproduction }
    }

    fn alone(&self) -> Reproduction {
        Reproduction::Check(self.check.id.to_string())
    }

    fn again<'a>(&self, posts: impl Iterator<Item = &'a Post> + Clone) -> Reproduction {
        by_send(posts).unwrap_or_else(|| self.alone())
    }
}

/// Whether the receiver itself answered, and because of what the check is about: who asks for credentials, or knows no
/// such path, has not come to look at the event.
fn speaks(family: &str, attempt: &Attempt) -> bool {
    let is_elsewhere = matches!(
        attempt.judgement.slug,
        Slug::Gateway
            | Slug::NotFound
            | Slug::MethodNotAllowed
            | Slug::Unauthorized
            | Slug::Forbidden
            | Slug::Csrf
            | Slug::Redirect
            | Slug::LoginRedirect
            | Slug::TooManyRequests
    );
    attempt.status().is_some() && (!is_elsewhere || family == "transport")
}

/// Whether the answer names a remedy of its own beside that of the check.
fn is_specific(attempt: &Attempt) -> bool {
    matches!(
        attempt.judgement.slug,
        Slug::PayloadTooLarge | Slug::Unprocessable | Slug::UnsupportedMediaType | Slug::Csrf | Slug::TooManyRequests
    )
}

/// An answer in a few words: its status, what it amounts to, and how it begins; or how it failed to come.
pub(super) fn answer(attempt: &Attempt) -> String {
    let slug = attempt.judgement.slug.name();
    let is_rejected = attempt.judgement.verdict == Verdict::Rejected;
    let said = attempt.ending.as_ref().ok().filter(|_| is_rejected).and_then(said);
    let said = said.map(|said| format!(": {said}")).unwrap_or_default();
    match (attempt.status(), &attempt.ending) {
        (Some(status), Ok(_)) => format!("{status} ({slug}){said}"),
        (Some(status), Err(failure)) => format!("{status} ({slug}: {})", failure.detail),
        (None, Err(failure)) => format!("{slug}: {}", failure.detail),
        (None, Ok(_)) => slug.to_owned(),
    }
}

/// How an answer that is no acknowledgement begins: where it sends one, or its text. A page is more than a sentence can hold.
fn said(response: &Response) -> Option<String> {
    const SHOWN: usize = 120;
    if let Some(location) = response.headers.text("location") {
        return Some(location.chars().take(SHOWN).collect());
    }
    let text = String::from_utf8_lossy(&response.body);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_telling = !text.is_empty() && !text.starts_with('<') && text != "OK";
    is_telling.then(|| {
        let shown: String = text.chars().take(SHOWN).collect();
        if shown.len() < text.len() { format!("{shown}…") } else { shown }
    })
}
