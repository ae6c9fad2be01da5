//! A verdict in words.

use std::io::{self, Write};

use crate::contract::{Judgement, Verdict};
use crate::report::Palette;
use crate::report::diagnosis::Diagnosed;
use crate::wire::Response;
use crate::words::labels;

/// Writes the verdict, what happened, why, and what to change.
pub fn write_judgement(
    out: &mut dyn Write,
    palette: Palette,
    judgement: &Judgement,
    response: Option<&Response>,
) -> io::Result<()> {
    let diagnosed = Diagnosed::new(judgement, response);
    let verdict = judgement.verdict.name();
    let verdict = match judgement.verdict {
        Verdict::Accepted => palette.good(verdict),
        Verdict::Tolerated => palette.warning(verdict),
        Verdict::Rejected => palette.bad(verdict),
    };
    let category =
        judgement.category.map(|category| format!(" ({})", labels::category(category.name()))).unwrap_or_default();
    writeln!(out, "{verdict}: {}{category}", palette.strong(judgement.slug.name()))?;
    writeln!(out, "  {}", diagnosed.what)?;
    for (label, text) in [(labels::CAUSE, diagnosed.cause), (labels::FIX, diagnosed.fix)] {
        if let Some(text) = text {
            writeln!(out, "  {}: {text}", palette.strong(label))?;
        }
    }
    for note in diagnosed.notes {
        writeln!(out, "  {}: {note}", palette.faint(labels::NOTE))?;
    }
    Ok(())
}
