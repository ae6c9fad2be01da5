//! How listening ends: what is said, and the exit status.

use super::expecting::Counter;
use crate::capture::{NOT_STORED, Totals};
use crate::cli::{CliError, ExitStatus, Terminal};
use crate::report::{json, text};
use crate::words::{captures as words, errors};

/// Why listening ended.
pub(super) enum End {
    /// It was interrupted.
    Interrupt,
    /// Enough came, or the time is over.
    Enough,
    /// The command ended.
    Command(std::process::ExitStatus),
    /// The server cannot go on.
    Server(std::io::Error),
}

/// Says how the expectations stand and what was captured. `cut` is the command that still ran.
pub(super) fn conclude(
    end: End,
    cut: Option<&str>,
    counter: &Counter,
    totals: &Totals,
    terminal: &mut Terminal,
) -> Result<ExitStatus, CliError> {
    tell_expectations(counter, terminal)?;
    if let Some(name) = cut {
        terminal.note(&words::command_cut(name))?;
    }
    if terminal.json {
        json::write_summary(terminal.out(), totals.captured, &totals.rejected)?;
    } else {
        terminal.out().flush()?;
        terminal.note_plain(&words::totals(totals.captured, totals.rejected.values().sum()))?;
    }
    let lost = totals.rejected.contains_key(NOT_STORED);
    let ours = if lost { ExitStatus::LocalFailure } else { counter.exit_status() };
    match end {
        End::Server(error) => Err(CliError::local(errors::server(), error)),
        End::Command(status) => Ok(worse(status, ours)),
        End::Interrupt => Ok(if cut.is_some() { ExitStatus::Interrupted } else { ours }),
        // A command that was not let finish has not succeeded.
        End::Enough => Ok(if cut.is_some() { ours.max(ExitStatus::FellShort) } else { ours }),
    }
}

fn tell_expectations(counter: &Counter, terminal: &mut Terminal) -> Result<(), CliError> {
    let palette = terminal.palette;
    for outcome in counter.outcomes() {
        let (expect, met, matched) = (&outcome.expect, outcome.met, outcome.matched);
        let nearest = outcome.nearest.as_deref();
        if terminal.json {
            json::write_expectation(terminal.out(), expect, met, matched, nearest)?;
        } else {
            text::write_expectation(terminal.out(), palette, expect, met, matched, nearest)?;
        }
    }
    Ok(())
}

/// The command's failure, if it failed; else ours.
fn worse(command: std::process::ExitStatus, ours: ExitStatus) -> ExitStatus {
    match command.code() {
        Some(0) => ours,
        Some(code) => ExitStatus::Command(u8::try_from(code).unwrap_or(1).max(1)),
        None => ExitStatus::FellShort,
    }
}
