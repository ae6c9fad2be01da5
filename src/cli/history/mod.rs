//! `history`: what was sent and received.

mod export;
mod prune;
mod resend;
mod select;

use super::global::GlobalArgs;
use super::{CliError, ExitStatus, Terminal, store};
use crate::history::{Difference, Entry, Store, differences};
use crate::report::{header_fields, json, text};

/// Arguments of `history`.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Ids are prefixes of those that `history` lists, or latest, latest~2 …"
)]
pub(super) struct HistoryArgs {
    #[command(subcommand)]
    command: Option<HistoryCommand>,

    #[command(flatten)]
    filter: select::FilterArgs,
}

/// What to do with the history.
#[derive(Debug, clap::Subcommand)]
enum HistoryCommand {
    /// The newest entries, a line each (also without a command)
    List(select::FilterArgs),
    /// Everything about one entry
    Show {
        /// The entry
        #[arg(value_name = "ID", default_value = "latest")]
        id: String,
    },
    /// Send entries again: a new delivery with the same message id and bytes
    Resend(Box<resend::ResendArgs>),
    /// What differs between two entries: header fields, fields, or only the writing
    Diff {
        /// One entry
        left: String,
        /// The other
        right: String,
    },
    /// Print entries as curl lines, HAR or JSON lines
    Export(export::ExportArgs),
    /// Delete entries for good
    Prune(prune::PruneArgs),
    /// Where the history is kept
    Path,
}

/// How many entries are listed where no number is asked for.
const LISTED: usize = 50;

/// Does it.
pub(super) fn run(args: HistoryArgs, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    match args.command.unwrap_or(HistoryCommand::List(args.filter)) {
        HistoryCommand::Path => {
            let place = store::place(global)?.to_string();
            if terminal.json {
                json::write_place(terminal.out(), &place)?;
            } else {
                writeln!(terminal.out(), "{place}")?;
            }
            Ok(ExitStatus::Success)
        }
        HistoryCommand::Prune(args) => prune::run(&args, global, terminal),
        HistoryCommand::Resend(args) => resend::run(*args, global, terminal),
        HistoryCommand::List(args) => list(&args, global, terminal),
        HistoryCommand::Show { id } => show(&id, &mut store::read(global)?, terminal),
        HistoryCommand::Diff { left, right } => diff(&left, &right, &mut store::read(global)?, terminal),
        HistoryCommand::Export(args) => export::run(&args, global, terminal),
    }
}

fn list(args: &select::FilterArgs, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let filter = args.resolve().or_limit(LISTED);
    let palette = terminal.palette;
    for entry in store::entries(global, terminal, |store| store.list(&filter))? {
        if terminal.json {
            json::write_entry(terminal.out(), &entry)?;
        } else {
            text::write_entry_line(terminal.out(), palette, &entry)?;
        }
    }
    Ok(ExitStatus::Success)
}

fn show(id: &str, store: &mut Store, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let entry = select::find(store, id)?;
    super::store::tell_incomplete(store, terminal)?;
    if terminal.json {
        json::write_entry(terminal.out(), &entry)?;
    } else {
        let palette = terminal.palette;
        text::write_entry(terminal.out(), palette, &entry)?;
    }
    Ok(ExitStatus::Success)
}

fn diff(left: &str, right: &str, store: &mut Store, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let (left, right) = (select::find(store, left)?, select::find(store, right)?);
    let request = |entry: &Entry| {
        let (head, body) = entry.request();
        (header_fields(head), body.to_vec())
    };
    let (left, right) = (request(&left), request(&right));
    let found: Vec<Difference> = differences((&left.0, &left.1), (&right.0, &right.1));
    if terminal.json {
        json::write_differences(terminal.out(), &found)?;
    } else {
        let palette = terminal.palette;
        text::write_differences(terminal.out(), palette, &found)?;
    }
    Ok(if found.is_empty() { ExitStatus::Success } else { ExitStatus::FellShort })
}
