//! Flags of every command.

use std::path::PathBuf;

use super::ColorChoice;
use crate::history::Place;

/// What holds for every command.
#[expect(clippy::struct_excessive_bools, reason = "flags are bools")]
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Global options")]
pub(super) struct GlobalArgs {
    /// The configuration file, instead of the popbill-hook.toml found upward from here
    #[arg(long, global = true, value_name = "FILE", env = "POPBILL_HOOK_CONFIG")]
    pub(super) config: Option<PathBuf>,

    /// Where the history is kept [default: history.db in the state directory of this user]
    #[arg(long, global = true, value_name = "PATH", env = "POPBILL_HOOK_STORE")]
    pub(super) store: Option<Place>,

    /// Keep no history
    #[arg(long, global = true, conflicts_with = "store", env = "POPBILL_HOOK_NO_HISTORY", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) no_history: bool,

    /// JSON lines on stdout
    #[arg(long, global = true, env = "POPBILL_HOOK_JSON", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) json: bool,

    /// No notes on stderr; of listen no captures either, unless as JSON
    #[arg(short, long, global = true, env = "POPBILL_HOOK_QUIET", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) quiet: bool,

    /// Also show the request that is sent and the head of the answer
    #[arg(short, long, global = true, env = "POPBILL_HOOK_VERBOSE", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) verbose: bool,

    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", env = "POPBILL_HOOK_COLOR", default_value = "auto")]
    pub(super) color: ColorChoice,
}
