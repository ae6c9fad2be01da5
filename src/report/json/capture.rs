//! `ready`, `capture`, `expectation` and `summary` lines.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::delivery::Body;
use super::write_line;
use crate::event::check;
use crate::history::{Forwarded, StoredCapture};
use crate::report::{hint, request_line};

#[derive(Serialize)]
struct ReadyLine<'a> {
    r#type: &'static str,
    url: &'a str,
    inspector: Option<&'a str>,
    store: Option<&'a str>,
}

/// Writes that a receiver is ready.
pub fn write_ready(out: &mut dyn Write, url: &str, store: Option<&str>) -> io::Result<()> {
    write_line(out, &ReadyLine { r#type: "ready", url, inspector: None, store })
}

#[derive(Serialize)]
struct CaptureLine<'a> {
    r#type: &'static str,
    id: String,
    received_at: String,
    #[serde(flatten)]
    facts: CaptureFacts<'a>,
    #[serde(flatten)]
    body: Body<'a>,
}

/// What is told of a capture beside its identity, its instant and its body.
#[derive(Serialize)]
pub(super) struct CaptureFacts<'a> {
    from: &'a str,
    method: String,
    path: String,
    event: Option<&'a str>,
    webhook_type: Option<&'a str>,
    event_type: Option<&'a str>,
    mid: Option<&'a str>,
    corp_num: Option<&'a str>,
    auth: &'static str,
    duplicate_of: Option<String>,
    flags: &'a [String],
    findings: Vec<FindingPart>,
    reply: ReplyPart<'a>,
    answered: &'static str,
    forwarded: Option<ForwardedPart<'a>>,
}

#[derive(Serialize)]
struct FindingPart {
    path: String,
    problem: String,
}

#[derive(Serialize)]
struct ReplyPart<'a> {
    status: Option<u16>,
    #[serde(flatten)]
    body: Body<'a>,
}

#[derive(Serialize)]
struct ForwardedPart<'a> {
    url: &'a str,
    status: Option<u16>,
    verdict: &'a str,
    slug: &'a str,
    elapsed_ms: f64,
}

impl<'a> ForwardedPart<'a> {
    fn new(forwarded: &'a Forwarded) -> Self {
        Self {
            url: &forwarded.url,
            status: forwarded.status,
            verdict: &forwarded.verdict,
            slug: &forwarded.slug,
            elapsed_ms: super::milliseconds(forwarded.elapsed_us),
        }
    }
}

impl<'a> CaptureFacts<'a> {
    pub(super) fn new(stored: &'a StoredCapture) -> Self {
        let record = &stored.record;
        let line = request_line(&record.head);
        let mut words = line.split(' ');
        let findings = check(&record.body, hint(stored)).findings.into_iter();
        Self {
            from: &record.peer,
            method: words.next().unwrap_or_default().to_owned(),
            path: words.next().unwrap_or_default().to_owned(),
            event: record.event.as_deref(),
            webhook_type: record.webhook_type.as_deref(),
            event_type: record.event_type.as_deref(),
            mid: record.message_id.as_deref(),
            corp_num: record.corp_num.as_deref(),
            auth: record.auth.name(),
            duplicate_of: stored.duplicate_of.map(|id| id.to_string()),
            flags: &record.flags,
            findings: findings.map(|found| FindingPart { path: found.path, problem: found.problem }).collect(),
            reply: ReplyPart { status: record.reply.status, body: Body::new(Some(&record.reply.body)) },
            answered: stored.answered.name(),
            forwarded: record.forwarded.as_ref().map(ForwardedPart::new),
        }
    }
}

/// Writes a capture, with what is wrong in its body.
pub fn write_capture(out: &mut dyn Write, stored: &StoredCapture) -> io::Result<()> {
    let line = CaptureLine {
        r#type: "capture",
        id: stored.record.id.to_string(),
        received_at: stored.record.received_at.to_string(),
        facts: CaptureFacts::new(stored),
        body: Body::new(Some(&stored.record.body)),
    };
    write_line(out, &line)
}

#[derive(Serialize)]
struct ExpectationLine<'a> {
    r#type: &'static str,
    expect: &'a str,
    met: bool,
    matched: u64,
    nearest: Option<&'a str>,
}

/// Writes how an expectation ended.
pub fn write_expectation(
    out: &mut dyn Write,
    expect: &str,
    met: bool,
    matched: u64,
    nearest: Option<&str>,
) -> io::Result<()> {
    write_line(out, &ExpectationLine { r#type: "expectation", expect, met, matched, nearest })
}

#[derive(Serialize)]
struct SummaryLine<'a> {
    r#type: &'static str,
    captured: u64,
    rejected: &'a BTreeMap<&'static str, u64>,
}

/// Writes what a receiver took and refused.
pub fn write_summary(out: &mut dyn Write, captured: u64, rejected: &BTreeMap<&'static str, u64>) -> io::Result<()> {
    write_line(out, &SummaryLine { r#type: "summary", captured, rejected })
}
