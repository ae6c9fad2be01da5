//! The checks there are, for people and for documents.

use std::io::{self, Write};

use crate::conformance::Check;
use crate::report::Palette;
use crate::words::conformance_report as words;

/// Writes each check with what it asks for; `verbose` also says why, and who says so.
pub fn write_check_list(out: &mut dyn Write, palette: Palette, checks: &[&Check], verbose: bool) -> io::Result<()> {
    let width = checks.iter().map(|check| check.id.len()).max().unwrap_or_default();
    for check in checks {
        let id = palette.strong(format!("{:<width$}", check.id));
        writeln!(out, "{id}  {:<6}  {}", check.severity.name(), check.title)?;
        if verbose {
            for (name, text) in
                [(words::WHY, Some(check.why)), (words::SOURCE, Some(check.source)), (words::FIX, check.fix)]
            {
                if let Some(text) = text {
                    writeln!(out, "    {} {text}", palette.faint(format!("{name:<7}")))?;
                }
            }
        }
    }
    Ok(())
}

/// Writes the checks as a table of a Markdown document.
pub fn write_check_table(out: &mut dyn Write, checks: &[&Check]) -> io::Result<()> {
    writeln!(out, "| check | weight | the receiver … | why |\n| --- | --- | --- | --- |")?;
    checks.iter().try_for_each(|check| {
        let cell = |text: &str| super::markdown::quoted(text);
        writeln!(out, "| `{}` | {} | {} | {} |", check.id, check.severity.name(), cell(&check.title), cell(check.why))
    })
}
