//! `attempt` and `delivery` lines.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::write_line;
use crate::contract::Category;
use crate::delivery::{Attempt, Delivery, Summary};
use crate::event::EventTime;
use crate::report::diagnosis::Diagnosed;

#[derive(Serialize)]
struct AttemptLine<'a> {
    r#type: &'static str,
    delivery: String,
    event: Option<&'a str>,
    mid: &'a str,
    corp_num: &'a str,
    url: &'a str,
    attempt: u32,
    of: u32,
    due_at: String,
    sent_at: String,
    elapsed_ms: f64,
    status: Option<u16>,
    verdict: &'static str,
    slug: &'static str,
    category: Option<&'static str>,
    #[serde(flatten)]
    body: Body<'a>,
    notes: Vec<String>,
    cause: Option<String>,
    fix: Option<String>,
    detail: Option<&'a str>,
    seed: Option<u64>,
    at: Option<String>,
}

/// A body as text where it is UTF-8, else as Base64.
#[derive(Serialize)]
pub(super) struct Body<'a> {
    body: Option<&'a str>,
    body_base64: Option<String>,
}

impl<'a> Body<'a> {
    pub(super) fn new(bytes: Option<&'a [u8]>) -> Self {
        let Some(bytes) = bytes else {
            return Self { body: None, body_base64: None };
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => Self { body: Some(text), body_base64: None },
            Err(_) => Self { body: None, body_base64: Some(STANDARD.encode(bytes)) },
        }
    }
}

/// Writes one attempt.
pub fn write_attempt(out: &mut dyn Write, delivery: &Delivery, attempt: &Attempt) -> io::Result<()> {
    let diagnosed = Diagnosed::new(&attempt.judgement, attempt.ending.as_ref().ok());
    let answer = attempt.ending.as_ref().map_or_else(|failure| failure.partial.as_ref(), Some);
    write_line(
        out,
        &AttemptLine {
            r#type: "attempt",
            delivery: delivery.id.to_string(),
            event: delivery.event.as_deref(),
            mid: &delivery.message_id,
            corp_num: &delivery.corp_num,
            url: &delivery.url,
            attempt: attempt.number,
            of: delivery.of,
            due_at: attempt.due_at.to_string(),
            sent_at: attempt.sent_at.to_string(),
            elapsed_ms: super::milliseconds(u64::try_from(attempt.elapsed.as_micros()).unwrap_or(u64::MAX)),
            status: attempt.status(),
            verdict: attempt.judgement.verdict.name(),
            slug: attempt.judgement.slug.name(),
            category: attempt.judgement.category.map(Category::name),
            body: Body::new(answer.map(|answer| answer.body.as_slice())),
            notes: diagnosed.notes,
            cause: diagnosed.cause,
            fix: diagnosed.fix,
            detail: attempt.ending.as_ref().err().map(|failure| failure.detail.as_str()),
            seed: delivery.seed,
            at: delivery.issued_at.map(EventTime::stamp),
        },
    )
}

#[derive(Serialize)]
struct DeliveryLine<'a> {
    r#type: &'static str,
    delivery: String,
    event: Option<&'a str>,
    mid: &'a str,
    outcome: &'static str,
    attempts: u32,
    verdict: Option<&'static str>,
    slug: Option<&'static str>,
}

/// Writes one finished delivery.
pub fn write_delivery(out: &mut dyn Write, delivery: &Delivery, summary: &Summary) -> io::Result<()> {
    write_line(
        out,
        &DeliveryLine {
            r#type: "delivery",
            delivery: delivery.id.to_string(),
            event: delivery.event.as_deref(),
            mid: &delivery.message_id,
            outcome: summary.outcome.name(),
            attempts: summary.attempts,
            verdict: summary.judgement.as_ref().map(|judgement| judgement.verdict.name()),
            slug: summary.judgement.as_ref().map(|judgement| judgement.slug.name()),
        },
    )
}
