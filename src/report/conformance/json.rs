//! `check` and `verify` lines.

use std::io::{self, Write};

use serde::Serialize;

use super::row::{Row, VerifyReport};
use crate::conformance::{Check, Outcome};
use crate::report::json::write_line;

#[derive(Serialize)]
struct CheckLine<'a> {
    r#type: &'static str,
    id: &'a str,
    severity: &'static str,
    outcome: &'static str,
    title: &'a str,
    reason: Option<&'a str>,
    cause: Option<&'a str>,
    fix: Option<&'a str>,
    reproduce: Option<&'a str>,
    elapsed_ms: f64,
}

/// Writes what became of a check.
pub fn write_check(out: &mut dyn Write, row: &Row) -> io::Result<()> {
    write_line(
        out,
        &CheckLine {
            r#type: "check",
            id: &row.check.id,
            severity: row.check.severity.name(),
            outcome: row.outcome.name(),
            title: &row.check.title,
            reason: row.reason.as_deref(),
            cause: row.cause.as_deref(),
            fix: row.fix.as_deref(),
            reproduce: row.reproduce.as_deref(),
            elapsed_ms: (row.elapsed.as_secs_f64() * 10_000.0).round() / 10.0,
        },
    )
}

#[derive(Serialize)]
struct VerifyLine<'a> {
    r#type: &'static str,
    target: &'a str,
    seed: u64,
    passed: usize,
    failed: usize,
    warned: usize,
    skipped: usize,
    headline: Option<String>,
    interrupted: bool,
}

/// Writes the sum of a run.
pub fn write_verify(out: &mut dyn Write, report: &VerifyReport<'_>) -> io::Result<()> {
    let count = |outcome| report.verification.count(outcome);
    write_line(
        out,
        &VerifyLine {
            r#type: "verify",
            target: &report.target(),
            seed: report.verification.seed,
            passed: count(Outcome::Pass),
            failed: count(Outcome::Fail),
            warned: count(Outcome::Warn),
            skipped: count(Outcome::Skip),
            headline: report.headline(),
            interrupted: report.verification.is_interrupted,
        },
    )
}

/// Writes a line for each check and one for all.
pub fn write_lines(out: &mut dyn Write, report: &VerifyReport<'_>) -> io::Result<()> {
    report.rows().try_for_each(|row| write_check(out, &row))?;
    write_verify(out, report)
}

#[derive(Serialize)]
struct ListedLine<'a> {
    r#type: &'static str,
    id: &'a str,
    severity: &'static str,
    title: &'a str,
    why: &'static str,
    source: &'static str,
    cause: Option<&'static str>,
    fix: Option<&'static str>,
}

/// Writes a line for each check there is.
pub fn write_checks_json(out: &mut dyn Write, checks: &[&Check]) -> io::Result<()> {
    checks.iter().try_for_each(|check| {
        write_line(
            out,
            &ListedLine {
                r#type: "listed-check",
                id: &check.id,
                severity: check.severity.name(),
                title: &check.title,
                why: check.why,
                source: check.source,
                cause: check.cause,
                fix: check.fix,
            },
        )
    })
}
