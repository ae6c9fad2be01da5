//! Deliveries and attempts as they are kept.

use jiff::Timestamp;

use super::record::{AttemptRecord, AttemptResult, DeliveryRecord, RecordId};
use crate::delivery::{Attempt, Delivery, Outcome};
use crate::wire::{Headers, Request, mask_head};

/// A delivery as it is kept; `outcome` is absent while it is open.
pub fn delivery_record(
    delivery: &Delivery,
    request: &Request,
    created_at: Timestamp,
    origin: Option<RecordId>,
    outcome: Option<Outcome>,
) -> DeliveryRecord {
    DeliveryRecord {
        id: RecordId::from_bits(delivery.id.bits()),
        created_at,
        event: delivery.event.clone(),
        message_id: delivery.message_id.clone(),
        corp_num: delivery.corp_num.clone(),
        url: delivery.url.clone(),
        head: request_head(request),
        body: request.body.clone(),
        of: delivery.of,
        seed: delivery.seed,
        origin,
        outcome: outcome.map(|outcome| outcome.name().to_owned()),
    }
}

/// The head as it went out, without the secrets.
fn request_head(request: &Request) -> Vec<u8> {
    let prepared = request.prepare();
    let head = &prepared.bytes()[..prepared.head_len()];
    mask_head(head.to_vec())
}

/// An attempt that was made and judged, as it is kept. Its answer is masked already.
pub fn attempt_record(attempt: &Attempt) -> AttemptRecord {
    let answer = attempt.ending.as_ref().map_or_else(|failure| failure.partial.as_ref(), Some);
    AttemptRecord {
        number: attempt.number,
        due_at: attempt.due_at,
        sent_at: attempt.sent_at,
        result: Some(AttemptResult {
            elapsed_us: u64::try_from(attempt.elapsed.as_micros()).unwrap_or(u64::MAX),
            status: attempt.status(),
            verdict: attempt.judgement.verdict.name().to_owned(),
            slug: attempt.judgement.slug.name().to_owned(),
            category: attempt.judgement.category.map(|category| category.name().to_owned()),
            head: answer.map(|answer| field_lines(&answer.headers)).unwrap_or_default(),
            body: answer.map(|answer| answer.body.clone()).unwrap_or_default(),
            detail: attempt.ending.as_ref().err().map(|failure| failure.detail.clone()),
        }),
    }
}

/// An attempt that began and of which nothing more is known: it was cut short.
pub fn unfinished_attempt(number: u32, begun: Timestamp) -> AttemptRecord {
    AttemptRecord { number, due_at: begun, sent_at: begun, result: None }
}

fn field_lines(headers: &Headers) -> Vec<u8> {
    headers.iter().flat_map(|(name, value)| [name.as_bytes(), b": ", value, b"\r\n"].concat()).collect()
}
