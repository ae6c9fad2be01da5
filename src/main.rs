//! The binary: arguments in, exit status out.

use std::process::ExitCode;

use popbill_hook::cli::{self, ExitStatus};
use popbill_hook::words::errors;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, ToString::to_string);
        let message = panic.payload_as_str().unwrap_or_default();
        report_bug(&errors::bug(&place, message));
    }));
    ExitCode::from(cli::start(std::env::args_os()).code())
}

/// A panic must end with the documented status, whichever thread it is on.
#[expect(clippy::exit, clippy::print_stderr, reason = "nothing else can be trusted to run after a panic")]
fn report_bug(message: &str) {
    eprintln!("{message}");
    std::process::exit(ExitStatus::Bug.code().into());
}
