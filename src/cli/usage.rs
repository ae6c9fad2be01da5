//! What is said about a command line that cannot be read.

use std::ffi::OsString;

use clap::error::{ContextKind, ErrorKind};

use super::parse::is_no;
use super::{ColorChoice, ExitStatus, Terminal, start};
use crate::capture::admission::SourceError;
use crate::capture::expectation::{EventFilterError, ExpectationError};
use crate::capture::plan::PlanError;
use crate::words::usage as words;

/// Help and version go to stdout and are a success; anything else is a usage error in our own form.
pub(super) fn report(error: &clap::Error, arguments: &[OsString]) -> ExitStatus {
    let json = arguments.iter().skip(1).take_while(|argument| *argument != "--").any(|argument| argument == "--json");
    let by_variable = std::env::var("POPBILL_HOOK_JSON").is_ok_and(|value| !is_no(&value));
    let json = json || by_variable;
    let mut terminal = Terminal::of_process(color(arguments), json, false);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render().to_string();
            write!(terminal.out(), "{text}").and_then(|()| terminal.out().flush()).ok();
            ExitStatus::Success
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            write!(terminal.err(), "{}", error.render()).ok();
            ExitStatus::Usage
        }
        _ => {
            let (message, hints) = explain(error);
            start::tell(&mut terminal, ExitStatus::Usage, &message, &hints);
            ExitStatus::Usage
        }
    }
}

/// One sentence, and the nearest right thing where there is one.
fn explain(error: &clap::Error) -> (String, Vec<String>) {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let message = match (error.kind(), std::error::Error::source(error)) {
        (ErrorKind::ValueValidation, Some(reason)) => {
            let value = context(error, ContextKind::InvalidValue).filter(|value| !may_hold_a_secret(&argument, value));
            words::bad_value(&argument, value.as_deref(), &reason.to_string())
        }
        _ => first_paragraph(error),
    };
    let nearest = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let mut hints = std::error::Error::source(error).map(hints_of).unwrap_or_default();
    let suggested = nearest.into_iter().filter_map(|kind| context(error, kind)).map(|name| words::nearest(&name));
    hints.extend(suggested);
    hints.push(if argument == "<EVENT>" { words::list_events() } else { words::see_help() });
    (message, hints)
}

/// What the reader of a value knows to help with.
fn hints_of(reason: &(dyn std::error::Error + 'static)) -> Vec<String> {
    if let Some(error) = reason.downcast_ref::<PlanError>() {
        return error.hints();
    }
    if let Some(error) = reason.downcast_ref::<ExpectationError>() {
        return error.hints();
    }
    if let Some(error) = reason.downcast_ref::<EventFilterError>() {
        return error.hints();
    }
    reason.downcast_ref::<SourceError>().map(SourceError::hints).unwrap_or_default()
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    error.get(kind).map(ToString::to_string).filter(|text| !text.is_empty())
}

/// A value is repeated in an error, but not where a password may be part of it.
fn may_hold_a_secret(argument: &str, value: &str) -> bool {
    let flags = ["URL", "--header", "--basic", "--api-key", "--proxy", "--data"];
    value.contains("://") || value.contains('@') || flags.iter().any(|flag| argument.contains(flag))
}

/// What clap says, on one line, without its labels and usage.
fn first_paragraph(error: &clap::Error) -> String {
    let rendered = error.render().to_string();
    let message = rendered.split("\n\n").next().unwrap_or_default();
    let message = message.strip_prefix("error: ").unwrap_or(message);
    message.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The colour choice, though the rest of the line cannot be read.
fn color(arguments: &[OsString]) -> ColorChoice {
    let asked = |value: &str| {
        let joined = format!("--color={value}");
        arguments.iter().any(|argument| *argument == *joined)
            || arguments.windows(2).any(|pair| pair[0] == "--color" && pair[1] == *value)
    };
    match (asked("always"), asked("never")) {
        (true, _) => ColorChoice::Always,
        (_, true) => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}
