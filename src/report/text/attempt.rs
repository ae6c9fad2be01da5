//! A delivery on a terminal: what was sent, what came back, what it means.

use std::io::{self, Write};
use std::time::Duration;

use jiff::Timestamp;

use super::body::write_body;
use super::request::write_head;
use super::write_judgement;
use crate::delivery::{Attempt, Delivery, Outcome, RetryPolicy};
use crate::event::EventTime;
use crate::report::{Lines, Palette, day_time, escape, escape_bytes};
use crate::wire::{Request, Response, reason_phrase};
use crate::words::{labels, retry};

/// What would follow a rejected attempt, in words.
pub struct NextAttempt(String);

impl NextAttempt {
    /// By this policy.
    pub fn new(policy: RetryPolicy) -> Self {
        let interval = labels::interval(policy.interval());
        Self(labels::would_retry(policy.retries(), &interval, policy.document()))
    }
}

/// Writes what is about to be sent, and where.
pub fn write_delivery_head(
    out: &mut dyn Write,
    palette: Palette,
    delivery: &Delivery,
    request: &Request,
) -> io::Result<()> {
    let name = delivery.event.as_deref().unwrap_or("POST");
    writeln!(out, "{} → {}", palette.strong(name), escape(&delivery.url, Lines::Join))?;
    let identity = labels::identity(
        request.plain("Pb-Webhook-Type").unwrap_or("-"),
        request.plain("Pb-Webhook-EventType"),
        &delivery.message_id,
        &delivery.corp_num,
        request.body.len(),
    );
    let seed = delivery
        .seed
        .map(|seed| labels::seed(seed, delivery.issued_at.map(EventTime::stamp).as_deref()))
        .unwrap_or_default();
    writeln!(out, "  {}", palette.faint(format!("{identity}{seed}")))
}

/// Writes which attempt comes, when it is due by the clock of the attempts, and how long that takes here at this speed.
pub fn write_due(
    out: &mut dyn Write,
    palette: Palette,
    number: u32,
    of: u32,
    due_at: Timestamp,
    wait: Duration,
    speed: &str,
) -> io::Result<()> {
    let title = palette.strong(retry::attempt(number, of));
    let due = retry::due(&day_time(due_at));
    let here = if wait.is_zero() { String::new() } else { format!(", {}", retry::here_in(&elapsed(wait), speed)) };
    writeln!(out, "{title} {}", palette.faint(format!("· {due}{here}")))
}

/// Writes an attempt that ended as the one before it did.
pub fn write_same_again(out: &mut dyn Write, palette: Palette, attempt: &Attempt) -> io::Result<()> {
    let verdict = format!("{}: {}", attempt.judgement.verdict.name(), attempt.judgement.slug.name());
    let verdict = if attempt.is_acknowledged() { palette.good(verdict) } else { palette.bad(verdict) };
    writeln!(out, "{verdict} {}", retry::as_before(&elapsed(attempt.elapsed)))
}

/// Writes how a delivery of several attempts ended.
pub fn write_outcome(
    out: &mut dyn Write,
    palette: Palette,
    outcome: Outcome,
    attempts: u32,
    is_popbills: bool,
) -> io::Result<()> {
    match outcome {
        Outcome::Acknowledged => writeln!(out, "{}", palette.good(retry::acknowledged(attempts))),
        Outcome::Exhausted => writeln!(out, "{}", palette.bad(retry::exhausted(attempts, is_popbills))),
        Outcome::Interrupted => writeln!(out, "{}", palette.warning(retry::interrupted(attempts))),
    }
}

/// Writes the answer and its judgement.
pub fn write_attempt(
    out: &mut dyn Write,
    palette: Palette,
    attempt: &Attempt,
    verbose: bool,
    next: Option<&NextAttempt>,
) -> io::Result<()> {
    let elapsed = elapsed(attempt.elapsed);
    match &attempt.ending {
        Ok(response) => write_answer(out, palette, response, &elapsed, verbose)?,
        Err(failure) => {
            let detail = escape(&failure.detail, Lines::Join);
            writeln!(out, "  {}", labels::no_answer(&elapsed, &detail))?;
            if let Some(partial) = &failure.partial {
                writeln!(out, "  {}", labels::partial(partial.status, partial.body.len()))?;
                write_body(out, palette, &partial.body)?;
            }
        }
    }
    write_judgement(out, palette, &attempt.judgement, attempt.ending.as_ref().ok())?;
    if let Some(next) = next.filter(|_| !attempt.is_acknowledged()) {
        writeln!(out, "  {}: {}", palette.faint(labels::NEXT), next.0)?;
    }
    Ok(())
}

/// Writes a delivery of one attempt on one line.
pub fn write_attempt_line(
    out: &mut dyn Write,
    palette: Palette,
    delivery: &Delivery,
    attempt: &Attempt,
) -> io::Result<()> {
    let verdict = attempt.judgement.verdict.name();
    let verdict = if attempt.is_acknowledged() { palette.good(verdict) } else { palette.bad(verdict) };
    let name = format!("{:<24}", delivery.event.as_deref().unwrap_or("POST"));
    let slug = attempt.judgement.slug.name();
    writeln!(out, "  {} {verdict}: {slug} in {}", palette.strong(name), elapsed(attempt.elapsed))
}

fn write_answer(
    out: &mut dyn Write,
    palette: Palette,
    response: &Response,
    elapsed: &str,
    verbose: bool,
) -> io::Result<()> {
    let status = reason_phrase(response.status)
        .map_or_else(|| response.status.to_string(), |reason| format!("{} {reason}", response.status));
    let content_type = response.headers.first("content-type").map(|value| escape_bytes(value, Lines::Join));
    writeln!(out, "  {}", labels::answer(&status, elapsed, response.body.len(), content_type.as_deref()))?;
    if verbose {
        write_head(out, palette, response)?;
    }
    write_body(out, palette, &response.body)
}

/// A duration as people write it: `1.9 ms`, `12 s`.
fn elapsed(duration: Duration) -> String {
    match duration.as_secs_f64() {
        seconds if seconds < 0.1 => format!("{:.1} ms", seconds * 1e3),
        seconds if seconds < 1.0 => format!("{:.0} ms", seconds * 1e3),
        seconds => format!("{seconds:.1} s"),
    }
}
