//! Entries of the history as JSON lines: the same `capture`, `delivery` and `attempt` objects as live, and `export`.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::capture::CaptureFacts;
use super::delivery::Body;
use super::{milliseconds, write_line};
use crate::history::{AttemptRecord, Difference, Entry, StoredDelivery};
use crate::report::header_fields;

/// Writes an entry: a `capture`, or a `delivery` and its attempts.
pub fn write_entry(out: &mut dyn Write, entry: &Entry) -> io::Result<()> {
    match entry {
        Entry::Capture(stored) => super::write_capture(out, stored),
        Entry::Delivery(stored) => write_line(out, &StoredLine::new(stored)),
    }
}

#[derive(Serialize)]
struct StoredLine<'a> {
    r#type: &'static str,
    delivery: String,
    url: &'a str,
    created_at: String,
    #[serde(flatten)]
    facts: DeliveryFacts<'a>,
}

/// What is told of a delivery beside its identity, its endpoint, its instant and its body.
#[derive(Serialize)]
struct DeliveryFacts<'a> {
    event: Option<&'a str>,
    mid: &'a str,
    corp_num: &'a str,
    outcome: Option<&'a str>,
    attempts: usize,
    of: u32,
    verdict: Option<&'a str>,
    slug: Option<&'a str>,
    origin: Option<String>,
    seed: Option<u64>,
    made: Vec<AttemptPart<'a>>,
}

#[derive(Serialize)]
struct AttemptPart<'a> {
    attempt: u32,
    due_at: String,
    sent_at: String,
    elapsed_ms: Option<f64>,
    status: Option<u16>,
    verdict: Option<&'a str>,
    slug: Option<&'a str>,
    category: Option<&'a str>,
    detail: Option<&'a str>,
    #[serde(flatten)]
    body: Body<'a>,
}

impl<'a> StoredLine<'a> {
    fn new(stored: &'a StoredDelivery) -> Self {
        Self {
            r#type: "delivery",
            delivery: stored.record.id.to_string(),
            url: &stored.record.url,
            created_at: stored.record.created_at.to_string(),
            facts: DeliveryFacts::new(stored),
        }
    }
}

impl<'a> DeliveryFacts<'a> {
    fn new(stored: &'a StoredDelivery) -> Self {
        let record = &stored.record;
        let last = stored.attempts.last().and_then(|attempt| attempt.result.as_ref());
        Self {
            event: record.event.as_deref(),
            mid: &record.message_id,
            corp_num: &record.corp_num,
            outcome: record.outcome.as_deref(),
            attempts: stored.attempts.len(),
            of: record.of,
            verdict: last.map(|result| result.verdict.as_str()),
            slug: last.map(|result| result.slug.as_str()),
            origin: record.origin.map(|id| id.to_string()),
            seed: record.seed,
            made: stored.attempts.iter().map(AttemptPart::new).collect(),
        }
    }
}

impl<'a> AttemptPart<'a> {
    fn new(attempt: &'a AttemptRecord) -> Self {
        let result = attempt.result.as_ref();
        Self {
            attempt: attempt.number,
            due_at: attempt.due_at.to_string(),
            sent_at: attempt.sent_at.to_string(),
            elapsed_ms: result.map(|result| milliseconds(result.elapsed_us)),
            status: result.and_then(|result| result.status),
            verdict: result.map(|result| result.verdict.as_str()),
            slug: result.map(|result| result.slug.as_str()),
            category: result.and_then(|result| result.category.as_deref()),
            detail: result.and_then(|result| result.detail.as_deref()),
            body: Body::new(result.map(|result| result.body.as_slice())),
        }
    }
}

#[derive(Serialize)]
struct ExportLine<'a> {
    r#type: &'static str,
    entry: &'static str,
    id: String,
    at: String,
    url: Option<&'a str>,
    headers: Vec<(String, String)>,
    head_base64: String,
    #[serde(flatten)]
    body: Body<'a>,
    #[serde(flatten)]
    facts: Facts<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Facts<'a> {
    Capture(CaptureFacts<'a>),
    Delivery(DeliveryFacts<'a>),
}

/// Writes everything the history has of an entry. Header fields are readable in `headers`, and exact in
/// `head_base64`.
pub fn write_export(out: &mut dyn Write, entry: &Entry) -> io::Result<()> {
    let (head, body) = entry.request();
    let (kind, facts) = match entry {
        Entry::Capture(stored) => ("capture", Facts::Capture(CaptureFacts::new(stored))),
        Entry::Delivery(stored) => ("delivery", Facts::Delivery(DeliveryFacts::new(stored))),
    };
    let headers = header_fields(head);
    let headers = headers.iter().map(|(name, value)| (name.to_owned(), String::from_utf8_lossy(value).into_owned()));
    let line = ExportLine {
        r#type: "export",
        entry: kind,
        id: entry.id().to_string(),
        at: entry.at().to_string(),
        url: entry.url(),
        headers: headers.collect(),
        head_base64: STANDARD.encode(head),
        body: Body::new(Some(body)),
        facts,
    };
    write_line(out, &line)
}

#[derive(Serialize)]
struct DifferenceLine<'a> {
    r#type: &'static str,
    what: &'static str,
    place: Option<&'a str>,
    offset: Option<usize>,
    left: Option<String>,
    right: Option<String>,
}

/// Writes what differs between two entries, a line each.
pub fn write_differences(out: &mut dyn Write, found: &[Difference]) -> io::Result<()> {
    found.iter().try_for_each(|difference| write_line(out, &difference_line(difference)))
}

fn difference_line(difference: &Difference) -> DifferenceLine<'_> {
    let joined = |values: &[Vec<u8>]| {
        let texts: Vec<_> = values.iter().map(|value| String::from_utf8_lossy(value).into_owned()).collect();
        (!texts.is_empty()).then(|| texts.join(", "))
    };
    let text = |bytes: &[u8]| Some(String::from_utf8_lossy(bytes).into_owned());
    let line =
        |what, place, offset, left, right| DifferenceLine { r#type: "difference", what, place, offset, left, right };
    match difference {
        Difference::Header { name, left, right } => {
            line("header", Some(name.as_str()), None, joined(left), joined(right))
        }
        Difference::Field { path, left, right } => {
            line("field", Some(path.as_str()), None, left.clone(), right.clone())
        }
        Difference::Writing { offset, left, right } => line("writing", None, Some(*offset), text(left), text(right)),
        Difference::Body { offset, .. } => line("body", None, Some(*offset), None, None),
    }
}

#[derive(Serialize)]
struct PlaceLine<'a> {
    r#type: &'static str,
    store: &'a str,
}

/// Writes where the history is.
pub fn write_place(out: &mut dyn Write, store: &str) -> io::Result<()> {
    write_line(out, &PlaceLine { r#type: "place", store })
}

#[derive(Serialize)]
struct PrunedLine {
    r#type: &'static str,
    captures: u64,
    deliveries: u64,
}

/// Writes how many entries were deleted.
pub fn write_pruned(out: &mut dyn Write, captures: u64, deliveries: u64) -> io::Result<()> {
    write_line(out, &PrunedLine { r#type: "pruned", captures, deliveries })
}
