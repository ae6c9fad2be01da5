//! Markdown, fit for the summary of a CI step and for handing to a customer.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::row::{Group, Row, VerifyReport};
use crate::conformance::{FAMILIES, Outcome};
use crate::words::conformance_report as words;

/// Writes a run.
pub(super) fn write_markdown(out: &mut dyn Write, report: &VerifyReport<'_>) -> io::Result<()> {
    writeln!(out, "## {}\n", quoted(&words::title(&report.target())))?;
    writeln!(out, "{}\n", quoted(&report.totals()))?;
    if report.verification.is_interrupted {
        writeln!(out, "> **{}**\n", words::INTERRUPTED)?;
    }
    if let Some(headline) = report.headline() {
        writeln!(out, "> **{}**\n", quoted(&headline))?;
    }
    for note in report.notes() {
        writeln!(out, "> {}\n", quoted(&note))?;
    }
    write_families(out, report)?;
    for outcome in [Outcome::Fail, Outcome::Warn] {
        for group in report.groups_of(outcome) {
            write_group(out, &group)?;
        }
    }
    write_skipped(out, &report.rows_of(Outcome::Skip))
}

fn write_families(out: &mut dyn Write, report: &VerifyReport<'_>) -> io::Result<()> {
    let head = Outcome::ALL.map(|outcome| words::outcome(outcome.name()));
    writeln!(out, "| | {} |\n| --- | --: | --: | --: | --: |", head.join(" | "))?;
    for family in FAMILIES {
        let rows: Vec<Row> = report.rows().filter(|row| row.check.family() == family).collect();
        if rows.is_empty() {
            continue;
        }
        let counts = Outcome::ALL.map(|outcome| rows.iter().filter(|row| row.outcome == outcome).count().to_string());
        writeln!(out, "| {family} | {} |", counts.join(" | "))?;
    }
    writeln!(out)
}

fn write_group(out: &mut dyn Write, group: &Group) -> io::Result<()> {
    let row = &group.row;
    writeln!(out, "### {} `{}`\n", words::mark(row.outcome.name()), row.check.id)?;
    writeln!(out, "{}\n", quoted(row.reason.as_deref().unwrap_or_default()))?;
    let asked = words::asked(&row.check.title);
    let others = group.others();
    let also = others.as_deref().map(|others| (words::ALSO, others));
    let about = [(words::ASKED, asked.as_str()), (words::WHY, row.check.why)];
    for (name, text) in about.into_iter().chain(also).chain(row.told()) {
        if name == words::AGAIN {
            let fence = "`".repeat(longest_run(text).max(2) + 1);
            writeln!(out, "\n{fence}sh\n{text}\n{fence}")?;
        } else {
            writeln!(out, "- **{name}**: {}", quoted(text))?;
        }
    }
    writeln!(out)
}

fn write_skipped(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "<details><summary>{}</summary>\n", words::not_known(rows.len()))?;
    for row in rows {
        writeln!(out, "- `{}`: {}", row.check.id, quoted(row.reason.as_deref().unwrap_or_default()))?;
    }
    writeln!(out, "\n</details>")
}

/// Text that means nothing but itself: every character with a meaning is written as HTML writes it, so that it cannot
/// end a table cell, begin a tag, or mention anybody.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '<' | '>' | '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '#' | '~' | '@' | '!' | '$' => {
                let _ = write!(quoted, "&#{};", u32::from(letter));
            }
            _ => quoted.push(letter),
        }
    }
    quoted
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default()
}
