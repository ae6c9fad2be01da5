//! Checks a payload against the documents: from bytes to findings with a place, a rule and a sentence.

mod against_schema;
mod checker;
mod decode;
mod place;
mod relations;
pub mod rule;
mod strict;
mod values;

use serde_json::Value;

pub use checker::{Checked, Checker};
pub use place::pointer_token;

use super::codes::Explanation;
use super::identify::{Hint, family_of_body, identify};
use super::{Edition, Family, Kind};
use crate::words::findings as words;

/// Whether a finding breaks a rule or only deserves a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The payload is not what the documents say.
    Problem,
    /// It is odd, or rests on an inference; a payload with notes alone is valid.
    Note,
}

/// One thing found in a payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where: a JSON pointer; empty for the whole body.
    pub path: String,
    /// Which rule; one of [`rule::ALL`].
    pub rule: &'static str,
    /// How bad.
    pub severity: Severity,
    /// What is wrong: the value, the limit and who set it.
    pub problem: String,
}

impl Finding {
    fn problem(path: impl Into<String>, rule: &'static str, problem: String) -> Self {
        Self { path: path.into(), rule, severity: Severity::Problem, problem }
    }

    fn note(path: impl Into<String>, rule: &'static str, problem: String) -> Self {
        Self { path: path.into(), rule, severity: Severity::Note, problem }
    }
}

/// A code in a payload and its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeFound {
    /// Where: a JSON pointer.
    pub path: String,
    /// The code as text.
    pub value: String,
    /// What it means.
    pub explanation: Explanation,
}

/// What a check found out about a payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// Which event it is, if exactly one fits.
    pub event: Option<&'static Kind>,
    /// Its body format, if that is clear.
    pub family: Option<Family>,
    /// The generation of documents it was judged by.
    pub edition: Edition,
    /// Problems and notes, in the order of the body.
    pub findings: Vec<Finding>,
    /// The codes and identifiers in it that can be explained, in the order of the body.
    pub codes: Vec<CodeFound>,
}

impl CheckReport {
    /// Whether there is no problem; notes do not count.
    pub fn is_valid(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity == Severity::Note)
    }
}

/// So many findings are listed; a check looks for no more than it takes to know that there are others, so that no
/// body makes it long.
const MOST_FINDINGS: usize = 100;

/// Checks the bytes of a body. The first check of a family compiles its validator, which stays for the life of the
/// process.
pub fn check(bytes: &[u8], hint: Hint<'_>) -> CheckReport {
    let decoded = decode::decode(bytes);
    let identity = identify(hint, decoded.body.as_ref().unwrap_or(&Value::Null));
    let mut report = CheckReport {
        event: identity.kind,
        family: identity.family,
        edition: identity.edition,
        findings: decoded.findings,
        codes: Vec::new(),
    };
    let Some(body) = decoded.body else { return report };
    compare_headers(&body, hint, &mut report);
    match identity.family {
        Some(family) => {
            let checked = Checker::shared(family).check(&body, identity.edition);
            report.findings.extend(checked.findings);
            report.codes = checked.codes;
        }
        None => report.findings.push(unidentified(&body)),
    }
    place::sort(&mut report.findings, &body);
    shorten(&mut report.findings);
    report
}

/// Says that there is more where a body has more findings than anybody reads.
fn shorten(findings: &mut Vec<Finding>) {
    if findings.len() <= MOST_FINDINGS {
        return;
    }
    let left_out = findings.split_off(MOST_FINDINGS);
    let worst = left_out.iter().map(|finding| finding.severity).min().unwrap_or(Severity::Note);
    let problem = words::more_findings(MOST_FINDINGS);
    findings.push(Finding { path: String::new(), rule: rule::MORE_FINDINGS, severity: worst, problem });
}

fn unidentified(body: &Value) -> Finding {
    match body {
        Value::Object(_) => Finding::problem("", rule::UNIDENTIFIED, words::unidentified()),
        Value::Array(elements) if elements.is_empty() => Finding::problem("", rule::EMPTY_ARRAY, words::empty_array()),
        Value::Array(elements) if elements.iter().all(Value::is_object) => {
            Finding::problem("", rule::UNIDENTIFIED, words::unidentified())
        }
        other => Finding::problem("", rule::NOT_AN_OBJECT, words::not_an_object(&against_schema::spoken(other))),
    }
}

/// Headers and body are two witnesses of one event; where they differ, the body is what was checked.
fn compare_headers(body: &Value, hint: Hint<'_>, report: &mut CheckReport) {
    if let Some(name) = hint.webhook_type {
        let known = |family: &Family| Edition::ALL.iter().any(|edition| family.webhook_type(*edition) == name);
        let by_body = body.as_object().and_then(family_of_body);
        let problem = if Family::ALL.iter().any(known) {
            let other = by_body.filter(|family| !known(family));
            other.map(|family| (rule::HEADER_DIFFERS, words::looks_like_another(name, family.name())))
        } else {
            Some((rule::UNKNOWN_WEBHOOK_TYPE, words::unknown_webhook_type(name)))
        };
        report.findings.extend(problem.map(|(rule, problem)| Finding::note("", rule, problem)));
    }
    if let (Some(header), Some(in_body)) = (hint.event_type, body.get("eventType").and_then(Value::as_str))
        && header != in_body
    {
        let problem = words::event_type_differs(header, in_body);
        report.findings.push(Finding::note("/eventType", rule::HEADER_DIFFERS, problem));
    }
}

#[cfg(test)]
mod generated;
#[cfg(test)]
mod tests;
