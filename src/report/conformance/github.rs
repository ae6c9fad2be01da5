//! Annotations of GitHub Actions.

use std::io::{self, Write};

use super::row::VerifyReport;
use crate::conformance::Outcome;
use crate::words::conformance_report as words;

/// Writes an annotation for the common cause, and for each failure and warning; several of one cause have one, for the
/// number of annotations is limited.
pub fn write_github(out: &mut dyn Write, report: &VerifyReport<'_>) -> io::Result<()> {
    if report.verification.is_interrupted {
        write_annotation(out, "error", "popbill-hook verify", words::INTERRUPTED)?;
    }
    if let Some(headline) = report.headline() {
        let command = if report.verification.has_failed() { "error" } else { "warning" };
        write_annotation(out, command, "popbill-hook verify", &headline)?;
    }
    for outcome in [Outcome::Fail, Outcome::Warn] {
        let command = if report.verification.is_failure(outcome) { "error" } else { "warning" };
        for group in report.groups_of(outcome) {
            let row = &group.row;
            let told = row.told().map(|(name, text)| format!("{name}: {text}"));
            let also = group.others().map(|others| format!("{}: {others}", words::ALSO));
            let text: Vec<String> = row.reason.clone().into_iter().chain(told).chain(also).collect();
            write_annotation(out, command, &format!("{}: {}", row.check.id, row.check.title), &text.join("\n"))?;
        }
    }
    Ok(())
}

fn write_annotation(out: &mut dyn Write, command: &str, title: &str, text: &str) -> io::Result<()> {
    writeln!(out, "::{command} title={}::{}", property(title), message(text))
}

/// A message ends with its line, so the ends of lines are written as codes.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property also ends at a colon or comma.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
