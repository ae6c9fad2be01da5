//! The Test Anything Protocol, version 14.

use std::io::{self, Write};

use super::row::{Row, VerifyReport};
use crate::conformance::Outcome;
use crate::words::conformance_report as words;

/// Writes a run. A warning counts as passed, with its text, unless they count as failures.
pub(super) fn write_tap(out: &mut dyn Write, report: &VerifyReport<'_>) -> io::Result<()> {
    writeln!(out, "TAP version 14\n1..{}", report.verification.results.len())?;
    writeln!(out, "# {}", comment(&report.target()))?;
    for (number, row) in report.rows().enumerate() {
        let ok = if report.verification.is_failure(row.outcome) { "not ok" } else { "ok" };
        let title = description(&format!("{} {}", row.check.id, row.check.title));
        match (row.outcome, &row.reason) {
            (Outcome::Skip, reason) => {
                let reason = comment(reason.as_deref().unwrap_or_default());
                writeln!(out, "{ok} {} - {title} # SKIP {reason}", number + 1)?;
            }
            (_, None) => writeln!(out, "{ok} {} - {title}", number + 1)?,
            (_, Some(_)) => {
                writeln!(out, "{ok} {} - {title}", number + 1)?;
                write_diagnosis(out, &row, report.verification.is_failure(row.outcome))?;
            }
        }
    }
    if report.verification.is_interrupted {
        writeln!(out, "Bail out! {}", words::INTERRUPTED)?;
    }
    Ok(())
}

/// A YAML block. JSON texts are YAML texts, whatever is in them.
fn write_diagnosis(out: &mut dyn Write, row: &Row, is_failure: bool) -> io::Result<()> {
    let reason = row.reason.as_deref().map(|reason| ("message", reason));
    writeln!(out, "  ---")?;
    writeln!(out, "  severity: {}", if is_failure { "fail" } else { "comment" })?;
    for (name, text) in reason.into_iter().chain(row.told()) {
        writeln!(out, "  {name}: {}", serde_json::Value::from(text))?;
    }
    writeln!(out, "  ...")
}

/// In a description a number sign begins a directive, and a backslash takes the meaning away.
fn description(text: &str) -> String {
    text.replace('\\', "\\\\").replace('#', "\\#")
}

fn comment(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}
