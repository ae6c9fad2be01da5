//! Readers of flag values that several commands share.

use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::CliError;
use super::init::{Sources, frameworks};
use crate::config::Environment;
use crate::event::{Edition, EventTime, Kind, Product};
use crate::transport::Fault;
use crate::words::errors;
use crate::words::nearest::nearest;

/// `10s`, `500ms`, `5m`, `1h`.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    crate::clock::parse_duration(text).map_err(|error| error.to_string())
}

/// A switch: on where its flag or variable says so, off where the variable says no, else as the file has it.
pub(super) fn switch(is_on: bool, variable: &str, file: Option<bool>) -> bool {
    let says_no = std::env::var(variable).is_ok_and(|value| !value.is_empty() && super::parse::is_no(&value));
    is_on || (!says_no && file.unwrap_or_default())
}

/// A time limit: a duration that is not nothing.
pub(super) fn limit(text: &str) -> Result<Duration, String> {
    let limit = duration(text)?;
    if limit.is_zero() { Err(errors::no_time_at_all()) } else { Ok(limit) }
}

/// RFC 3339 or POPBiLL's fourteen digits.
pub(super) fn time(text: &str) -> Result<EventTime, String> {
    EventTime::parse(text).map_err(|_| errors::bad_time(text))
}

/// The nearest id, unless nothing is near.
pub(super) fn nearest_event(id: &str) -> Option<&'static str> {
    nearest(id, crate::event::CATALOG.iter().map(|kind| kind.id))
}

/// The bytes of a file, or of stdin for `-` or nothing; more than `limit` bytes are an error.
pub(super) fn read_input(path: Option<&Path>, limit: u64) -> Result<Vec<u8>, CliError> {
    let (name, mut input): (String, Box<dyn std::io::Read>) = match path {
        Some(path) if path != Path::new("-") => {
            let name = path.display().to_string();
            let file = std::fs::File::open(path).map_err(|error| CliError::Input(name.clone(), error))?;
            (name, Box::new(file))
        }
        _ => (errors::standard_input(), Box::new(std::io::stdin())),
    };
    let mut bytes = Vec::new();
    input.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(|error| CliError::Input(name.clone(), error))?;
    if bytes.len() as u64 > limit {
        return Err(CliError::usage(errors::too_large(&name, limit)));
    }
    Ok(bytes)
}

/// Reads an event id, completes it in shells, and names the nearest one when it is misspelt.
#[derive(Clone, Debug)]
pub(super) struct EventParser;

impl TypedValueParser for EventParser {
    type Value = &'static Kind;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<Self::Value, clap::Error> {
        let text = value.to_string_lossy();
        crate::event::find(&text).ok_or_else(|| invalid(command, argument, &text, nearest_event(&text)))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(crate::event::CATALOG.iter().map(|kind| PossibleValue::new(kind.id).help(kind.title))))
    }
}

/// Reads the name of a framework.
#[derive(Clone, Debug)]
pub(super) struct FrameworkParser;

impl TypedValueParser for FrameworkParser {
    type Value = &'static Sources;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<Self::Value, clap::Error> {
        let text = value.to_string_lossy();
        let near = || nearest(&text, frameworks().map(|sources| sources.name));
        frameworks().find(|sources| sources.name == text).ok_or_else(|| invalid(command, argument, &text, near()))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(frameworks().map(|sources| PossibleValue::new(sources.name))))
    }
}

/// The name that was probably meant; of two, the nearer one.
fn near<'a>(text: &str, known: &[&'a str]) -> Option<&'a str> {
    let like = |name: &str| strsim::jaro(name, text);
    let best = || known.iter().copied().max_by(|a, b| like(a).total_cmp(&like(b)));
    nearest(text, known.iter().copied()).or_else(|| best().filter(|_| known.len() == 2))
}

/// Reads one name out of a closed list.
macro_rules! name_parser {
    ($parser:ident, $value:ty, $help:expr) => {
        #[doc = concat!("Reads a [`", stringify!($value), "`] by its name.")]
        #[derive(Clone, Debug)]
        pub(super) struct $parser;

        impl TypedValueParser for $parser {
            type Value = $value;

            fn parse_ref(
                &self,
                command: &Command,
                argument: Option<&Arg>,
                value: &OsStr,
            ) -> Result<$value, clap::Error> {
                let text = value.to_string_lossy();
                text.parse()
                    .map_err(|_| invalid(command, argument, &text, near(&text, &<$value>::ALL.map(<$value>::name))))
            }

            fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
                let help: fn($value) -> Option<&'static str> = $help;
                Some(Box::new(
                    <$value>::ALL.into_iter().map(move |value| PossibleValue::new(value.name()).help(help(value))),
                ))
            }
        }
    };
}

name_parser!(EditionParser, Edition, |_| None);
name_parser!(EnvironmentParser, Environment, |_| None);
name_parser!(ProductParser, Product, |_| None);
name_parser!(FaultParser, Fault, |fault| Some(fault.title()));

fn invalid(command: &Command, argument: Option<&Arg>, value: &str, nearest: Option<&str>) -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
    if let Some(argument) = argument {
        error.insert(ContextKind::InvalidArg, ContextValue::String(argument.to_string()));
    }
    error.insert(ContextKind::InvalidValue, ContextValue::String(value.escape_debug().to_string()));
    if let Some(nearest) = nearest {
        error.insert(ContextKind::SuggestedValue, ContextValue::String(nearest.to_owned()));
    }
    error
}
