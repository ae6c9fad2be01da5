//! A request as it would leave, or as it left; secrets are named by their variables.

use std::io::{self, Write};

use super::body::write_body;
use crate::report::{Lines, Palette, escape, shown_value};
use crate::wire::{Request, Response};

/// Writes the exact request: head lines end in CR LF on the wire, in LF here. `escaped` is for a terminal, where
/// the body's control characters must not act.
pub fn write_request(out: &mut dyn Write, request: &Request, escaped: bool) -> io::Result<()> {
    writeln!(out, "POST {} HTTP/1.1", request.target())?;
    for field in &request.fields {
        writeln!(out, "{}: {}", field.name, shown_value(&field.value))?;
    }
    writeln!(out)?;
    if escaped {
        out.write_all(crate::report::escape_bytes(&request.body, Lines::Keep).as_bytes())?;
    } else {
        out.write_all(&request.body)?;
    }
    writeln!(out)
}

/// Writes a request that is being sent, each line marked.
pub fn write_sent(out: &mut dyn Write, palette: Palette, request: &Request) -> io::Result<()> {
    let mark = palette.faint(">");
    writeln!(out, "  {mark} POST {} HTTP/1.1", request.target())?;
    for field in &request.fields {
        writeln!(out, "  {mark} {}: {}", field.name, shown_value(&field.value))?;
    }
    write_body(out, palette, &request.body)
}

/// Writes the head of an answer, each line marked.
pub(super) fn write_head(out: &mut dyn Write, palette: Palette, response: &Response) -> io::Result<()> {
    let mark = palette.faint("<");
    for (name, value) in response.headers.iter() {
        let value = crate::report::escape_bytes(value, Lines::Join);
        writeln!(out, "  {mark} {}: {value}", escape(name, Lines::Join))?;
    }
    Ok(())
}
