//! The command line and the variables, read together: a flag wins over a variable, also over one it contradicts.

use std::collections::HashSet;
use std::ffi::OsString;

use clap::builder::Resettable;
use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgAction, ArgMatches, Command, FromArgMatches};

use super::{Cli, command};

/// Reads what was typed. Only where it contradicts a variable is it read a second time.
pub(super) fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let arguments = &completed(arguments);
    let is_empty =
        |(name, value): (OsString, OsString)| value.is_empty() && name.as_encoded_bytes().starts_with(b"POPBILL_HOOK_");
    let has_empty = std::env::vars_os().any(is_empty);
    let command = || if has_empty { deaf_to_empty(command()) } else { command() };
    let matches = match command().try_get_matches_from(arguments) {
        Err(error) if error.kind() == ErrorKind::ArgumentConflict => {
            without_contradicted(command(), arguments).try_get_matches_from(arguments)?
        }
        parsed => parsed?,
    };
    Cli::from_arg_matches(&matches)
}

/// The value of `--retry` may be left out, also before the URL: only what can be its value is taken for it.
fn completed(arguments: &[OsString]) -> Vec<OsString> {
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    let is_value = |text: &OsString| {
        let text = text.to_string_lossy();
        text == "popbill" || text.parse::<u64>().is_ok()
    };
    let complete = |(at, argument): (usize, &OsString)| {
        // A body may begin with hyphens.
        let is_body = at > 0 && ["-d", "--data"].iter().any(|flag| arguments[at - 1] == *flag);
        let alone = argument == "--retry" && at < end && !is_body && !arguments.get(at + 1).is_some_and(is_value);
        if alone { OsString::from("--retry=configured") } else { argument.clone() }
    };
    arguments.iter().enumerate().map(complete).collect()
}

/// Whether the value of a switch's variable means no, as the parser has it.
pub(super) fn is_no(value: &str) -> bool {
    matches!(value.to_lowercase().as_str(), "" | "n" | "no" | "f" | "false" | "off" | "0")
}

/// The command line without the variables that say no, and without those that contradict a typed flag.
fn without_contradicted(command: Command, arguments: &[OsString]) -> Command {
    let mut typed = deaf(command.clone(), &|_, _| true).ignore_errors(true);
    // Flags of every command are also flags of each; only a built command knows what contradicts them there.
    typed.build();
    let mut contradicted = HashSet::new();
    if let Ok(matches) = typed.clone().try_get_matches_from(arguments) {
        collect(&typed, &matches, &mut contradicted);
    }
    deaf(command, &|id, says_no| says_no || contradicted.contains(id))
}

/// A variable that is set to nothing is not set: that is how pipelines leave one out.
fn deaf_to_empty(command: Command) -> Command {
    let command = command.mut_args(|argument| {
        let is_empty = argument.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty());
        if is_empty { argument.env(Resettable::Reset) } else { argument }
    });
    command.mut_subcommands(deaf_to_empty)
}

/// Takes away the variables of arguments, by id and by whether the variable is a switch that says no.
fn deaf(command: Command, which: &dyn Fn(&str, bool) -> bool) -> Command {
    let command = command.mut_args(|argument| {
        let is_switch = matches!(argument.get_action(), ArgAction::SetTrue);
        let value = argument.get_env().and_then(std::env::var_os);
        let says_no = is_switch && value.is_some_and(|value| is_no(&value.to_string_lossy()));
        if which(argument.get_id().as_str(), says_no) { argument.env(Resettable::Reset) } else { argument }
    });
    command.mut_subcommands(|subcommand| deaf(subcommand, which))
}

/// Collects what contradicts a typed flag, in the command that was meant.
fn collect(command: &Command, matches: &ArgMatches, contradicted: &mut HashSet<String>) {
    let typed = |argument: &&clap::Arg| {
        let id = argument.get_id().as_str();
        matches.try_contains_id(id).is_ok() && matches.value_source(id) == Some(ValueSource::CommandLine)
    };
    for argument in command.get_arguments().filter(typed) {
        let others = command.get_arguments().filter(|other| {
            let conflicts = |one, other: &clap::Arg| {
                command.get_arg_conflicts_with(one).iter().any(|conflict| conflict.get_id() == other.get_id())
            };
            conflicts(argument, other) || conflicts(other, argument)
        });
        contradicted.extend(others.map(|other| other.get_id().to_string()));
    }
    if let Some((name, matches)) = matches.subcommand()
        && let Some(subcommand) = command.find_subcommand(name)
    {
        collect(subcommand, matches, contradicted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retry_without_a_value_takes_no_url_for_it() {
        for (typed, read) in [
            ("send e --retry :80", "send e --retry=configured :80"),
            ("send e --retry", "send e --retry=configured"),
            ("send e --retry --speed instant", "send e --retry=configured --speed instant"),
            ("send e -d --retry :80", "send e -d --retry :80"),
            ("send e --retry 3 :80", "send e --retry 3 :80"),
            ("send e --retry popbill :80", "send e --retry popbill :80"),
            ("listen -- cmd --retry x", "listen -- cmd --retry x"),
        ] {
            let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
            assert_eq!(completed(&words(typed)), words(read), "{typed}");
        }
    }
}
