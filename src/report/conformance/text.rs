//! For people: families in a line each, then what is wrong, the worst last.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::row::{Group, Row, VerifyReport};
use crate::conformance::Outcome;
use crate::report::Palette;
use crate::words::conformance_report as words;

/// Writes what is about to be done.
pub fn write_begin(out: &mut dyn Write, palette: Palette, target: &str, checks: usize, seed: u64) -> io::Result<()> {
    writeln!(out, "{}\n", words::begin(&palette.strong(target), checks, seed))
}

/// A line for each family, written as soon as all of it is known: a slow receiver is no reason for silence.
#[derive(Debug)]
pub struct FamilyLines {
    palette: Palette,
    verbose: bool,
    rows: Vec<Row>,
}

impl FamilyLines {
    /// `verbose` also lists what passed.
    pub fn new(palette: Palette, verbose: bool) -> Self {
        Self { palette, verbose, rows: Vec::new() }
    }

    /// Takes the next result, and writes the line of a family that it ends.
    pub fn take(&mut self, out: &mut dyn Write, row: Row) -> io::Result<()> {
        if self.rows.first().is_some_and(|first| first.check.family() != row.check.family()) {
            self.end(out)?;
        }
        self.rows.push(row);
        Ok(())
    }

    /// Writes the line of the last family.
    pub fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let Some(first) = rows.first() else { return Ok(()) };
        let palette = self.palette;
        let count = |outcome: Outcome| rows.iter().filter(|row| row.outcome == outcome).count();
        let counts: Vec<String> = Outcome::ALL
            .into_iter()
            .filter(|outcome| count(*outcome) > 0)
            .map(|outcome| painted(palette, outcome, &format!("{} {}", count(outcome), words::outcome(outcome.name()))))
            .collect();
        writeln!(out, "{} {}", palette.strong(format!("{:<10}", first.check.family())), counts.join(", "))?;
        for row in rows.iter().filter(|row| self.verbose && row.outcome == Outcome::Pass) {
            writeln!(out, "  {} {}", palette.faint(format!("{:<28}", row.check.id)), row.check.title)?;
        }
        out.flush()
    }
}

/// Writes what is wrong and how many ended how, after the lines of the families.
pub fn write_text(out: &mut dyn Write, palette: Palette, report: &VerifyReport<'_>) -> io::Result<()> {
    write_skipped(out, palette, &report.rows_of(Outcome::Skip))?;
    for outcome in [Outcome::Warn, Outcome::Fail] {
        for group in report.groups_of(outcome) {
            write_group(out, palette, &group)?;
        }
    }
    if let Some(headline) = report.headline() {
        let headline = if report.verification.has_failed() { palette.bad(headline) } else { palette.warning(headline) };
        writeln!(out, "\n{headline}")?;
    }
    for note in report.notes() {
        writeln!(out, "\n{note}")?;
    }
    if report.verification.is_interrupted {
        writeln!(out, "\n{}", words::INTERRUPTED)?;
    }
    writeln!(out, "\n{}", report.totals())
}

/// What is not known for the same reason is told once.
fn write_skipped(out: &mut dyn Write, palette: Palette, rows: &[Row]) -> io::Result<()> {
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        reasons.entry(row.reason.as_deref().unwrap_or_default()).or_default().push(&row.check.id);
    }
    for (reason, ids) in reasons {
        writeln!(out, "\n{} {reason}", palette.faint(words::outcome(Outcome::Skip.name())))?;
        writeln!(out, "  {}", palette.faint(words::some(&ids)))?;
    }
    Ok(())
}

fn write_group(out: &mut dyn Write, palette: Palette, group: &Group) -> io::Result<()> {
    let row = &group.row;
    let mark = painted(palette, row.outcome, words::mark(row.outcome.name()));
    writeln!(out, "\n{mark} {}", palette.strong(&row.check.id))?;
    if let Some(reason) = &row.reason {
        writeln!(out, "  {reason}")?;
    }
    let asked = words::asked(&row.check.title);
    let why = [(words::ASKED, asked.as_str()), (words::WHY, row.check.why)];
    for (name, text) in why.into_iter().chain(row.told()) {
        writeln!(out, "  {} {text}", palette.faint(format!("{name:<6}")))?;
    }
    if let Some(others) = group.others() {
        writeln!(out, "  {} {others}", palette.faint(format!("{:<6}", words::ALSO)))?;
    }
    Ok(())
}

fn painted(palette: Palette, outcome: Outcome, text: &str) -> String {
    match outcome {
        Outcome::Pass => palette.good(text),
        Outcome::Fail => palette.bad(text),
        Outcome::Warn => palette.warning(text),
        Outcome::Skip => palette.faint(text),
    }
}
