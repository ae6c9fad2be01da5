//! Errors, hints and notes, on stderr.

use std::io::{self, Write};

use crate::report::{Lines, Palette, escape};
use crate::words::labels;

/// Writes an error and, after it, its hints.
pub fn write_error(out: &mut dyn Write, palette: Palette, message: &str, hints: &[String]) -> io::Result<()> {
    writeln!(out, "{}: {}", palette.bad(labels::ERROR), escape(message, Lines::Keep))?;
    for hint in hints {
        writeln!(out, "{}: {}", palette.strong(labels::HINT), escape(hint, Lines::Keep))?;
    }
    Ok(())
}

/// Writes a note.
pub fn write_note(out: &mut dyn Write, palette: Palette, note: &str) -> io::Result<()> {
    writeln!(out, "{}: {}", palette.warning(labels::NOTE), escape(note, Lines::Keep))
}
