//! A body as prefixed lines, cut where it gets long.

use std::io::{self, Write};

use crate::report::{Lines, Palette, escape_bytes};
use crate::words::labels;

/// The most bytes shown of one body.
const SHOWN: usize = 2048;
/// The most lines.
const LINES: usize = 24;

/// Writes `body`, each line behind a bar.
pub(super) fn write_body(out: &mut dyn Write, palette: Palette, body: &[u8]) -> io::Result<()> {
    let mut shown = 0;
    for line in body[..body.len().min(SHOWN)].split_inclusive(|byte| *byte == b'\n').take(LINES) {
        shown += line.len();
        writeln!(out, "  {} {}", palette.faint("|"), escape_bytes(trim(line, shown == body.len()), Lines::Join))?;
    }
    if shown < body.len() {
        writeln!(out, "  {} {}", palette.faint("|"), palette.faint(labels::more_bytes(body.len() - shown)))?;
    }
    Ok(())
}

/// A line feed between lines is shown by the line itself; one at the very end is part of the answer and is shown.
fn trim(line: &[u8], last: bool) -> &[u8] {
    match line {
        [line @ .., b'\r', b'\n'] | [line @ .., b'\n'] if !last => line,
        line => line,
    }
}
