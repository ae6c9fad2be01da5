//! The history on a terminal.

use std::io::{self, Write};

use super::body::write_body;
use super::capture::write_block;
use crate::history::{Answered, AttemptRecord, Difference, Entry, StoredDelivery};
use crate::report::{Lines, Palette, day_time, escape, escape_bytes};
use crate::words::{history_report as words, labels};

/// Writes one entry on one line.
pub fn write_entry_line(out: &mut dyn Write, palette: Palette, entry: &Entry) -> io::Result<()> {
    let line = match entry {
        Entry::Capture(stored) => {
            let record = &stored.record;
            let status = record.reply.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
            let verdict = record.forwarded.as_ref().map(|forwarded| format!(" {}", forwarded.slug)).unwrap_or_default();
            let duplicate = stored.duplicate_of.map(|id| words::duplicate(&id.to_string())).unwrap_or_default();
            Line {
                id: record.id.to_string(),
                direction: words::IN,
                time: day_time(record.received_at),
                event: record.event.clone(),
                corp_num: record.corp_num.clone(),
                result: format!("{status}{verdict}{duplicate}"),
            }
        }
        Entry::Delivery(stored) => Line {
            id: stored.record.id.to_string(),
            direction: words::OUT,
            time: day_time(stored.record.created_at),
            event: stored.record.event.clone(),
            corp_num: Some(stored.record.corp_num.clone()),
            result: format!("{} {}", result(stored), stored.record.url),
        },
    };
    let shown = |text: &Option<String>| escape(text.as_deref().unwrap_or("-"), Lines::Join).into_owned();
    writeln!(
        out,
        "{}  {:<3}  {}  {:<24} {:<10}  {}",
        palette.strong(line.id),
        line.direction,
        palette.faint(line.time),
        shown(&line.event),
        shown(&line.corp_num),
        escape(&line.result, Lines::Join)
    )
}

struct Line {
    id: String,
    direction: &'static str,
    time: String,
    event: Option<String>,
    corp_num: Option<String>,
    result: String,
}

fn result(stored: &StoredDelivery) -> String {
    match stored.attempts.last().and_then(|attempt| attempt.result.as_ref()) {
        Some(result) => format!("{} {}", result.verdict, result.slug),
        None => words::unknown(),
    }
}

/// Writes everything about one entry.
pub fn write_entry(out: &mut dyn Write, palette: Palette, entry: &Entry) -> io::Result<()> {
    match entry {
        Entry::Capture(stored) => {
            write_head(out, palette, &stored.record.head)?;
            write_block(out, palette, stored, usize::MAX)?;
            let answered = words::answered(stored.answered.name());
            let is_odd = stored.answered != Answered::Delivered;
            writeln!(out, "  {}", if is_odd { palette.warning(answered) } else { answered.to_owned() })
        }
        Entry::Delivery(stored) => write_delivery(out, palette, stored),
    }
}

fn write_delivery(out: &mut dyn Write, palette: Palette, stored: &StoredDelivery) -> io::Result<()> {
    let record = &stored.record;
    let name = record.event.as_deref().unwrap_or("POST");
    writeln!(out, "{} → {}", palette.strong(escape(name, Lines::Join)), escape(&record.url, Lines::Join))?;
    let outcome = record.outcome.as_deref().unwrap_or("open");
    writeln!(out, "  {} · {} · {outcome}", record.id, day_time(record.created_at))?;
    if let Some(origin) = record.origin {
        writeln!(out, "  {}", words::origin(&origin.to_string()))?;
    }
    write_head(out, palette, &record.head)?;
    write_body(out, palette, &record.body)?;
    stored.attempts.iter().try_for_each(|attempt| write_attempt(out, palette, attempt, record.of))
}

fn write_attempt(out: &mut dyn Write, palette: Palette, attempt: &AttemptRecord, of: u32) -> io::Result<()> {
    let title = words::attempt(attempt.number, of, &day_time(attempt.sent_at));
    let Some(result) = &attempt.result else {
        return writeln!(out, "{}: {}", palette.strong(title), palette.warning(words::unknown()));
    };
    let verdict = format!("{} {}", result.verdict, result.slug);
    let verdict = if result.verdict == "rejected" { palette.bad(verdict) } else { palette.good(verdict) };
    let status = result.status.map(|status| format!(", status {status}")).unwrap_or_default();
    writeln!(out, "{}: {verdict}{status}", palette.strong(title))?;
    if let Some(detail) = &result.detail {
        writeln!(out, "  {}", escape(detail, Lines::Join))?;
    }
    write_head(out, palette, &result.head)?;
    write_body(out, palette, &result.body)
}

fn write_head(out: &mut dyn Write, palette: Palette, head: &[u8]) -> io::Result<()> {
    let lines = head.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    for line in lines.filter(|line| !line.is_empty()) {
        writeln!(out, "  {} {}", palette.faint(">"), escape_bytes(line, Lines::Join))?;
    }
    Ok(())
}

/// Writes what differs between two entries.
pub fn write_differences(out: &mut dyn Write, palette: Palette, found: &[Difference]) -> io::Result<()> {
    if found.is_empty() {
        return writeln!(out, "{}", palette.good(words::SAME));
    }
    for difference in found {
        let (label, place, left, right) = parts(difference);
        writeln!(out, "{} {}", palette.strong(label), escape(&place, Lines::Join))?;
        writeln!(out, "  {} {}", palette.bad("-"), escape(&left, Lines::Join))?;
        writeln!(out, "  {} {}", palette.good("+"), escape(&right, Lines::Join))?;
    }
    Ok(())
}

fn parts(difference: &Difference) -> (&'static str, String, String, String) {
    let absent = || words::ABSENT.to_owned();
    let joined = |values: &[Vec<u8>]| match values {
        [] => absent(),
        values => values.iter().map(|value| String::from_utf8_lossy(value).into_owned()).collect::<Vec<_>>().join(", "),
    };
    match difference {
        Difference::Header { name, left, right } => (words::HEADER, name.clone(), joined(left), joined(right)),
        Difference::Field { path, left, right } => {
            (words::FIELD, path.clone(), left.clone().unwrap_or_else(absent), right.clone().unwrap_or_else(absent))
        }
        Difference::Writing { offset, left, right } => (
            words::WRITING,
            words::from_byte(*offset),
            escape_bytes(left, Lines::Join),
            escape_bytes(right, Lines::Join),
        ),
        Difference::Body { offset, lengths } => {
            (words::BODY, words::from_byte(*offset), labels::bytes(lengths.0), labels::bytes(lengths.1))
        }
    }
}
