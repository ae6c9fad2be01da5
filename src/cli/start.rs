//! From the process' arguments to its exit status.

use std::ffi::OsString;

use super::{ExitStatus, Terminal, parse, usage};
use crate::report::{json, text};

/// Runs the tool on the process' arguments and streams.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> ExitStatus {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let cli = match parse::parse(&arguments) {
        Ok(cli) => cli,
        Err(error) => return usage::report(&error, &arguments),
    };
    let mut terminal = Terminal::of_process(cli.global.color, cli.global.json, cli.global.quiet);
    let result = cli.run(&mut terminal).and_then(|status| {
        terminal.out().flush()?;
        Ok(status)
    });
    match result {
        Ok(status) => status,
        Err(error) if error.is_closed_pipe() => ExitStatus::Success,
        Err(error) => {
            let status = error.exit_status();
            tell(&mut terminal, status, &error.to_string(), &error.hints());
            status
        }
    }
}

/// Under `--json` an error is a line on stdout and words on stderr. If even that cannot be written, the exit
/// status still says it.
pub(super) fn tell(terminal: &mut Terminal, status: ExitStatus, message: &str, hints: &[String]) {
    if terminal.json {
        json::write_error(terminal.out(), status.code(), message, hints).ok();
        terminal.out().flush().ok();
    }
    let palette = terminal.err_palette;
    text::write_error(terminal.err(), palette, message, hints).ok();
}
