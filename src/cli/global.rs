//! Flags of every command.

use std::path::PathBuf;

use super::ColorChoice;

/// What holds for every command.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Global options")]
pub(super) struct GlobalArgs {
    /// The configuration file, instead of the popbill-hook.toml found upward from here
    #[arg(long, global = true, value_name = "FILE", env = "POPBILL_HOOK_CONFIG")]
    pub(super) config: Option<PathBuf>,

    /// JSON lines on stdout
    #[arg(long, global = true, env = "POPBILL_HOOK_JSON", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) json: bool,

    /// No notes on stderr
    #[arg(short, long, global = true, env = "POPBILL_HOOK_QUIET", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) quiet: bool,

    /// Also show the request that is sent and the head of the answer
    #[arg(short, long, global = true, env = "POPBILL_HOOK_VERBOSE", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) verbose: bool,

    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", env = "POPBILL_HOOK_COLOR", default_value = "auto")]
    pub(super) color: ColorChoice,
}
