//! `judge`: the verdict on an answer, offline; usable from a unit test in any language.

use std::path::PathBuf;

use super::{CliError, ExitStatus, Terminal, values};
use crate::contract::{Verdict, judge};
use crate::report::{json, text};
use crate::wire::{BODY_LIMIT, CustomHeader, Headers, Response};
use crate::words::errors;

/// Arguments of `judge`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  printf OK | popbill-hook judge --status 200
  popbill-hook judge answer.txt --status 200 --header 'Content-Type: text/html'")]
pub(super) struct JudgeArgs {
    /// The file with the body of the answer; - or nothing reads stdin
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// The status of the answer
    #[arg(long, value_name = "CODE", env = "POPBILL_HOOK_STATUS", default_value = "200", value_parser = status)]
    status: u16,

    /// A header of the answer, 'Name: value' (repeatable)
    #[arg(short = 'H', long = "header", value_name = "HEADER", env = "POPBILL_HOOK_HEADER", value_parser = answer_header)]
    headers: Vec<(String, String)>,

    /// Exit with 1 when the answer is only tolerated
    #[arg(long, env = "POPBILL_HOOK_STRICT", value_parser = clap::builder::FalseyValueParser::new())]
    strict: bool,
}

/// Judges and says so.
pub(super) fn run(args: JudgeArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    // The limit of a real exchange is applied below; this one only keeps memory bounded.
    let mut body = values::read_input(args.file.as_deref(), 64 * 1024 * 1024)?;
    let body_cut = body.len() > BODY_LIMIT;
    body.truncate(BODY_LIMIT);
    let headers: Headers = args.headers.into_iter().collect();
    let response = Response { status: args.status, headers, body, body_cut, ..Response::default() };
    let judgement = judge(&response);
    if terminal.json {
        json::write_judgement(terminal.out(), &judgement, &response)?;
    } else {
        let palette = terminal.palette;
        text::write_judgement(terminal.out(), palette, &judgement, Some(&response))?;
    }
    Ok(match judgement.verdict {
        Verdict::Accepted => ExitStatus::Success,
        Verdict::Tolerated if !args.strict => ExitStatus::Success,
        _ => ExitStatus::FellShort,
    })
}

fn status(text: &str) -> Result<u16, String> {
    let status = text.parse().ok().filter(|status| (100..=999).contains(status));
    status.ok_or_else(|| errors::bad_status(text))
}

/// A header as an answer may have it: framing fields included, which a request must not set.
fn answer_header(text: &str) -> Result<(String, String), String> {
    match text.parse::<CustomHeader>() {
        Ok(header) => Ok((header.name, header.value.unwrap_or_default())),
        Err(crate::wire::CustomHeaderError::Reserved(name)) => {
            let value = text.split_once(':').map_or("", |(_, value)| value.trim());
            Ok((name, value.to_owned()))
        }
        Err(error) => Err(error.to_string()),
    }
}
