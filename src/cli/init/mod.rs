//! `init`: a commented configuration file, or a receiver to begin with.

mod receiver;
mod receivers;

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

use super::{CliError, ExitStatus, Terminal};
use crate::words::{errors, results};
pub(super) use receiver::frameworks;
pub(super) use receivers::Sources;

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct InitArgs {
    #[command(subcommand)]
    what: Option<InitWhat>,

    /// Where to write it
    #[arg(value_name = "FILE", default_value = "popbill-hook.toml")]
    file: PathBuf,

    /// Replace a file that exists
    #[arg(long, env = "POPBILL_HOOK_FORCE", value_parser = clap::builder::FalseyValueParser::new())]
    force: bool,
}

/// What else can be begun.
#[derive(Debug, clap::Subcommand)]
enum InitWhat {
    /// Write a small correct receiver: raw bytes, strict UTF-8, constant-time authentication, no duplicates, states that only go up
    Receiver(receiver::ReceiverArgs),
}

/// Writes the file, never over another one unless told to.
pub(super) fn run(args: &InitArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    if let Some(InitWhat::Receiver(args)) = &args.what {
        return receiver::run(args, terminal);
    }
    let name = args.file.display().to_string();
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(args.force).create_new(!args.force);
    let mut file = options.open(&args.file).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => CliError::usage_hint(errors::exists(&name), errors::exists_hint()),
        _ => CliError::Output(name.clone(), error),
    })?;
    file.write_all(crate::config::TEMPLATE.as_bytes()).map_err(|error| CliError::Output(name.clone(), error))?;
    if terminal.json {
        crate::report::json::write_file(terminal.out(), &name)?;
    } else {
        writeln!(terminal.out(), "{}", results::wrote(&name))?;
    }
    Ok(ExitStatus::Success)
}
