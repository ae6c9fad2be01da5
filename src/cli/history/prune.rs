//! `history prune`.

use std::io::IsTerminal as _;
use std::time::Duration;

use super::select;
use crate::cli::global::GlobalArgs;
use crate::cli::{CliError, ExitStatus, Terminal, store, values};
use crate::history::Prune;
use crate::words::history_report as words;

/// Arguments of `history prune`.
#[derive(Debug, clap::Args)]
pub(super) struct PruneArgs {
    /// Keep the newest so many
    #[arg(long, value_name = "N", env = "POPBILL_HOOK_KEEP", conflicts_with_all = ["older_than", "all"])]
    keep: Option<u64>,

    /// Delete what is older
    #[arg(long, value_name = "TIME", env = "POPBILL_HOOK_OLDER_THAN", conflicts_with = "all", value_parser = values::duration)]
    older_than: Option<Duration>,

    /// Delete everything
    #[arg(long, env = "POPBILL_HOOK_ALL", value_parser = clap::builder::FalseyValueParser::new())]
    all: bool,

    /// Do not ask
    #[arg(short = 'y', long, env = "POPBILL_HOOK_YES", value_parser = clap::builder::FalseyValueParser::new())]
    yes: bool,
}

/// Deletes, after asking where there is somebody to ask.
pub(super) fn run(args: &PruneArgs, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let prune = match (args.keep, args.older_than, args.all) {
        (Some(keep), _, _) => Prune::Keep(keep),
        (_, Some(age), _) => Prune::OlderThan(select::before(age)),
        (_, _, true) => Prune::All,
        _ => return Err(CliError::usage(words::prune_what())),
    };
    if !args.yes && !confirmed(terminal)? {
        terminal.note_plain(&words::prune_kept())?;
        return Ok(ExitStatus::Success);
    }
    // A history that does not exist yet is not made in order to delete from it.
    let pruned = store::existing(global)?.map(|mut store| store.prune(prune)).transpose()?.unwrap_or_default();
    if terminal.json {
        crate::report::json::write_pruned(terminal.out(), pruned.captures, pruned.deliveries)?;
    } else {
        writeln!(terminal.out(), "{}", words::pruned(pruned.captures, pruned.deliveries))?;
    }
    Ok(ExitStatus::Success)
}

fn confirmed(terminal: &mut Terminal) -> Result<bool, CliError> {
    if !std::io::stdin().is_terminal() {
        return Err(CliError::usage_hint(words::prune_wants_yes(), words::prune_yes_hint()));
    }
    write!(terminal.err(), "{}", words::prune_question())?;
    let mut answer = String::new();
    std::io::stdin()
        .read_line(&mut answer)
        .map_err(|error| CliError::Input(crate::words::errors::standard_input(), error))?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
