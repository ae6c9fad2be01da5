//! The `error` line: stdout stays parsable when something is wrong.

use std::io::{self, Write};

use serde::Serialize;

use super::write_line;

#[derive(Serialize)]
struct ErrorLine<'a> {
    r#type: &'static str,
    code: u8,
    message: &'a str,
    hints: &'a [String],
}

/// Writes why the command could not be carried out.
pub fn write_error(out: &mut dyn Write, code: u8, message: &str, hints: &[String]) -> io::Result<()> {
    write_line(out, &ErrorLine { r#type: "error", code, message, hints })
}
