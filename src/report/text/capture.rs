//! A capture on a terminal: one block an event.

use std::io::{self, Write};

use super::body::write_body;
use super::payload::write_payload;
use crate::event::{check, find};
use crate::history::{Auth, StoredCapture};
use crate::report::{Lines, Palette, clock_time, escape, hint, request_line};
use crate::words::{captures as words, catalog};

/// So many letters of a fact from a header are shown.
const FACT: usize = 200;
/// So many lines of a body are shown as it arrives.
const LIVE_LINES: usize = 400;

/// Writes a capture as it arrives: when, what, from whom, and its body explained.
pub fn write_capture(out: &mut dyn Write, palette: Palette, stored: &StoredCapture) -> io::Result<()> {
    write_block(out, palette, stored, LIVE_LINES)?;
    writeln!(out)
}

/// Writes a capture with at most so many lines of its body.
pub(super) fn write_block(
    out: &mut dyn Write,
    palette: Palette,
    stored: &StoredCapture,
    most: usize,
) -> io::Result<()> {
    let record = &stored.record;
    let time = clock_time(record.received_at);
    let name = match record.event.as_deref().and_then(find) {
        Some(kind) => format!("{}: {}", palette.strong(kind.id), catalog::title(kind.title, kind.title_ko)),
        None => palette.warning(words::unknown_event(record.webhook_type.as_deref().map(shown).as_deref())),
    };
    writeln!(out, "{} {name}", palette.faint(time))?;
    let mut facts = Vec::new();
    facts.extend(record.corp_num.as_deref().map(|number| words::business(&shown(number))));
    facts.extend(record.message_id.as_deref().map(|mid| words::message_id(&shown(mid))));
    facts.push(words::auth(record.auth.name()).to_owned());
    facts.extend(stored.duplicate_of.map(|id| palette.warning(words::duplicate_of(&id.to_string()))));
    writeln!(out, "  {}", facts.join(" · "))?;
    let line = shown(&request_line(&record.head));
    writeln!(out, "  {}", palette.faint(words::origin(&record.id.to_string(), &shown(&record.peer), &line)))?;
    if !record.flags.is_empty() {
        writeln!(out, "  {}: {}", palette.warning(crate::words::labels::NOTE), record.flags.join(", "))?;
    }
    write_explained(out, palette, stored, most)?;
    write_reply(out, palette, stored)
}

/// Writes a capture on one line, where there are too many for blocks.
pub fn write_capture_line(out: &mut dyn Write, palette: Palette, stored: &StoredCapture) -> io::Result<()> {
    let record = &stored.record;
    let time = clock_time(record.received_at);
    let name = record.event.as_deref().unwrap_or("-");
    let corp_num = record.corp_num.as_deref().map_or_else(|| "-".to_owned(), shown);
    let status = record.reply.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
    writeln!(out, "{} {:<24} {corp_num:<10} {status}  {}", palette.faint(time), palette.strong(name), record.id)
}

fn write_explained(out: &mut dyn Write, palette: Palette, stored: &StoredCapture, most: usize) -> io::Result<()> {
    let record = &stored.record;
    let report = check(&record.body, hint(stored));
    if let Ok(body) = serde_json::from_slice(&record.body) {
        if !write_payload(out, palette, &body, &report, most)? {
            writeln!(out, "  {}", palette.faint(words::more_lines(&record.id.to_string())))?;
        }
        return Ok(());
    }
    write_body(out, palette, &record.body)?;
    for finding in &report.findings {
        writeln!(out, "  {} {}", palette.bad(catalog::PROBLEM), escape(&finding.problem, Lines::Join))?;
    }
    Ok(())
}

fn write_reply(out: &mut dyn Write, palette: Palette, stored: &StoredCapture) -> io::Result<()> {
    let record = &stored.record;
    let body = crate::report::escape_bytes(&record.reply.body[..record.reply.body.len().min(200)], Lines::Join);
    let reply = words::reply(record.reply.status, &body);
    let reply = if record.auth == Auth::Wrong || record.auth == Auth::Missing { palette.bad(reply) } else { reply };
    writeln!(out, "  {reply}")?;
    if let Some(forwarded) = &record.forwarded {
        let text = words::forwarded(&shown(&forwarded.url), forwarded.status, &forwarded.verdict, &forwarded.slug);
        let text = if forwarded.verdict == "rejected" { palette.bad(text) } else { palette.good(text) };
        writeln!(out, "  {text}")?;
    }
    Ok(())
}

/// Writes how an expectation ended.
pub fn write_expectation(
    out: &mut dyn Write,
    palette: Palette,
    expect: &str,
    met: bool,
    matched: u64,
    nearest: Option<&str>,
) -> io::Result<()> {
    let label = if met { palette.good(words::MET) } else { palette.bad(words::NOT_MET) };
    writeln!(out, "{label}: {} ({})", escape(expect, Lines::Join), words::matched(matched))?;
    match nearest.filter(|_| !met) {
        Some(nearest) => writeln!(out, "  {}: {}", words::NEAREST, escape(nearest, Lines::Join)),
        None => Ok(()),
    }
}

/// A fact from a header: its beginning, because nobody reads a longer one.
fn shown(text: &str) -> String {
    let shown = escape(text, Lines::Join);
    match shown.char_indices().nth(FACT) {
        Some((end, _)) => format!("{}…", &shown[..end]),
        None => shown.into_owned(),
    }
}
