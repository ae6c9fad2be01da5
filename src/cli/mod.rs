//! What was typed becomes what is meant; what is meant is done; how it ended becomes an exit status.
//!
//! Nothing imports this room.

mod completions;
mod connection;
mod demo;
mod endpoint;
mod error;
mod events;
mod exit_status;
mod global;
mod history;
mod init;
mod interrupt;
mod judge;
mod listen;
mod one_shot;
mod parse;
mod payload;
mod record;
mod retry;
mod runtime;
mod send;
mod simulate;
mod start;
mod store;
mod terminal;
mod usage;
mod values;
mod verify;

use clap::{CommandFactory, Parser, Subcommand};

pub use completions::{Shell, completion_script, manual_pages};
pub use error::CliError;
pub use exit_status::ExitStatus;
pub use start::start;
pub use terminal::{ColorChoice, Terminal};

use global::GlobalArgs;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "popbill-hook",
    version,
    about = "Both ends of POPBiLL's webhook wire, offline",
    long_about = "Both ends of POPBiLL's webhook wire, offline: send any event POPBiLL announces at your receiver, and be told \
whether POPBiLL would accept the answer, and if not, why and what to change.",
    after_help = AFTER_HELP,
    arg_required_else_help = true,
    propagate_version = true,
    max_term_width = 100
)]
pub struct Cli {
    #[command(flatten)]
    global: GlobalArgs,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  popbill-hook demo
  popbill-hook send cashbill.issue http://localhost:8080/pbconnect
  popbill-hook verify http://localhost:8080/pbconnect
  popbill-hook judge answer.txt --status 200

Exit codes:
  0  as asked
  1  the receiver, or an expectation, fell short
  2  the command line, configuration or input cannot be used
  3  no HTTP answer at all on any attempt
  4  nothing happened
  5  this machine is in the way (port in use, file not writable)
  70 a bug of popbill-hook
  130 interrupted";

#[derive(Debug, Subcommand)]
enum Command {
    /// Send one event and judge the answer as POPBiLL would
    Send(Box<send::SendArgs>),
    /// Be the receiver: show, check, store, forward and assert what arrives
    Listen(Box<listen::ListenArgs>),
    /// What was sent and received: list, show, diff, export, resend, prune
    History(history::HistoryArgs),
    /// Let whole document lives, outages and lost answers happen, by POPBiLL's clock
    Simulate(Box<simulate::SimulateArgs>),
    /// Check whether a receiver would survive POPBiLL, for people and for CI
    Verify(Box<verify::VerifyArgs>),
    /// Judge an answer offline
    Judge(judge::JudgeArgs),
    /// The events POPBiLL announces: list, show, new, check, schema, catalog
    #[command(subcommand)]
    Events(events::EventsCommand),
    /// Write a commented popbill-hook.toml, or a receiver to begin with
    Init(init::InitArgs),
    /// See the tool at work in ten seconds, without any receiver of your own
    Demo(demo::DemoArgs),
    /// Print the completion script of a shell
    Completions(completions::CompletionsArgs),
    /// Print the manual page
    Man(completions::ManArgs),
}

/// The command line as it is parsed and documented. Values of variables are not shown: they may be secrets, and
/// a manual page must not depend on who makes it.
fn command() -> clap::Command {
    fn quiet(command: clap::Command) -> clap::Command {
        command.mut_args(|argument| argument.hide_env_values(true)).mut_subcommands(quiet)
    }
    quiet(Cli::command())
}

impl Cli {
    fn run(self, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
        match self.command {
            Command::Send(args) => send::run(*args, &self.global, terminal),
            Command::Listen(args) => listen::run(*args, &self.global, terminal),
            Command::History(args) => history::run(args, &self.global, terminal),
            Command::Simulate(args) => simulate::run(&args, &self.global, terminal),
            Command::Verify(args) => verify::run(&args, &self.global, terminal),
            Command::Judge(args) => judge::run(args, terminal),
            Command::Events(command) => events::run(command, terminal),
            Command::Init(args) => init::run(&args, terminal),
            Command::Demo(args) => demo::run(&args, terminal),
            Command::Completions(args) => completions::run(&args, terminal),
            Command::Man(args) => completions::run_man(&args, terminal),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }
}
