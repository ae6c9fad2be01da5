//! What a check found, on a terminal.

use std::io::{self, Write};

use crate::event::{CheckReport, Severity};
use crate::report::{Lines, Palette, escape};
use crate::words::catalog as words;

/// Writes the event, its problems and notes, and what its codes mean.
pub fn write_check(out: &mut dyn Write, palette: Palette, report: &CheckReport) -> io::Result<()> {
    let event = report
        .event
        .map_or_else(words::no_event, |kind| format!("{}: {}", kind.id, words::title(kind.title, kind.title_ko)));
    let verdict = if report.is_valid() { palette.good(words::VALID) } else { palette.bad(words::INVALID) };
    writeln!(out, "{verdict}  {event} ({})", report.edition)?;
    for finding in &report.findings {
        let severity = match finding.severity {
            Severity::Problem => palette.bad(words::PROBLEM),
            Severity::Note => palette.warning(crate::words::labels::NOTE),
        };
        let place = if finding.path.is_empty() { "/" } else { &finding.path };
        let problem = escape(&finding.problem, Lines::Join);
        writeln!(
            out,
            "  {severity} {} {problem} {}",
            palette.strong(escape(place, Lines::Join)),
            palette.faint(format!("[{}]", finding.rule))
        )?;
    }
    for code in &report.codes {
        let place = escape(&code.path, Lines::Join);
        let value = escape(&code.value, Lines::Join);
        writeln!(out, "  {} = {value}: {} · {}", palette.faint(place), code.explanation.en, code.explanation.ko)?;
    }
    Ok(())
}
