//! What was run before.

use crate::cli::global::GlobalArgs;
use crate::cli::{CliError, ExitStatus, Terminal, store};
use crate::history::{RunRecord, StoreError};
use crate::report::{json, text};
use crate::words::simulation as words;

/// Lists all runs, the newest first.
pub(super) fn list(global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let palette = terminal.palette;
    for run in recorded(global)? {
        if terminal.json {
            json::write_run(terminal.out(), &run)?;
        } else {
            text::write_run(terminal.out(), palette, &run)?;
        }
    }
    Ok(ExitStatus::Success)
}

/// The run that can go on: the latest, or the one whose id begins so.
pub(super) fn find(which: &str, global: &GlobalArgs) -> Result<RunRecord, CliError> {
    let mut runs = recorded(global)?;
    runs.retain(|run| which == "latest" || run.id.to_string().starts_with(which));
    if which == "latest" {
        runs.retain(|run| run.outcome.is_none());
        runs.truncate(1);
    }
    match (runs.len(), runs.pop()) {
        (1, Some(run)) if run.outcome.is_none() => Ok(run),
        (1, Some(run)) => Err(CliError::usage(words::run_is_complete(&run.id.to_string()))),
        (0, _) if which == "latest" => Err(CliError::usage(words::no_open_run())),
        (0, _) => Err(CliError::usage_hint(words::unknown_run(which), words::list_runs())),
        _ => Err(CliError::usage_hint(words::ambiguous_run(which), words::list_runs())),
    }
}

fn recorded(global: &GlobalArgs) -> Result<Vec<RunRecord>, CliError> {
    // Reading makes nothing: a history that does not exist yet has no run.
    match crate::history::Store::open(&store::place(global)?, crate::history::Access::Read) {
        Ok(mut store) => Ok(store.runs()?),
        Err(StoreError::Absent { .. }) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}
