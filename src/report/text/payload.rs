//! A payload as indented JSON, with each code explained beside it and each finding marked at its place.

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::io::{self, Write};

use serde_json::Value;

use crate::event::{CheckReport, Severity, pointer_token};
use crate::report::{Lines, Palette, escape};
use crate::words::{catalog as words, labels};

/// What there is to say at each place: explanations and findings, by JSON pointer.
struct Remarks<'a> {
    codes: HashMap<&'a str, String>,
    findings: HashMap<&'a str, Vec<(Severity, String)>>,
    palette: Palette,
    /// How many lines may still be written, and whether one was left out.
    left: Cell<usize>,
    cut: Cell<bool>,
    /// The most letters of a name or value.
    widest: usize,
}

/// So many letters of a name or value are shown where not everything is.
const WIDEST: usize = 2048;

/// Writes at most so many lines of the payload; findings at places that do not exist (a missing field) stand with
/// what should hold them. Returns whether that was all.
pub(super) fn write_payload(
    out: &mut dyn Write,
    palette: Palette,
    body: &Value,
    report: &CheckReport,
    most: usize,
) -> io::Result<bool> {
    let mut findings: HashMap<&str, Vec<(Severity, String)>> = HashMap::new();
    for finding in &report.findings {
        let mut place = finding.path.as_str();
        while body.pointer(place).is_none() {
            place = place.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
        let problem = format!("{} [{}]", escape(&finding.problem, Lines::Join), finding.rule);
        findings.entry(place).or_default().push((finding.severity, problem));
    }
    let codes =
        report.codes.iter().map(|code| (code.path.as_str(), words::title(&code.explanation.en, &code.explanation.ko)));
    let (left, cut) = (Cell::new(most), Cell::new(false));
    let widest = if most == usize::MAX { usize::MAX } else { WIDEST };
    let remarks = Remarks { codes: codes.collect(), findings, palette, left, cut, widest };
    let mut place = String::new();
    remarks.write_value(out, body, &mut place, 1, "", "")?;
    Ok(!remarks.cut.get())
}

impl Remarks<'_> {
    fn write_value(
        &self,
        out: &mut dyn Write,
        value: &Value,
        place: &mut String,
        depth: usize,
        label: &str,
        comma: &str,
    ) -> io::Result<()> {
        if self.left.get() == 0 {
            self.cut.set(true);
            return Ok(());
        }
        let indent = "  ".repeat(depth);
        match value {
            Value::Object(members) if !members.is_empty() => {
                self.write_line(out, format_args!("{indent}{label}{{"))?;
                for (index, (name, member)) in members.iter().enumerate() {
                    let length = place.len();
                    place.push('/');
                    place.push_str(&pointer_token(name));
                    let label = format!("{}: ", self.shortened(quoted(name)));
                    let comma = if index + 1 < members.len() { "," } else { "" };
                    self.write_value(out, member, place, depth + 1, &label, comma)?;
                    place.truncate(length);
                }
                self.write_line(out, format_args!("{indent}}}{comma}"))?;
                self.write_findings(out, place, &indent)
            }
            Value::Array(elements) if !elements.is_empty() => {
                self.write_line(out, format_args!("{indent}{label}["))?;
                for (index, element) in elements.iter().enumerate() {
                    let length = place.len();
                    place.push('/');
                    place.push_str(&index.to_string());
                    let comma = if index + 1 < elements.len() { "," } else { "" };
                    self.write_value(out, element, place, depth + 1, "", comma)?;
                    place.truncate(length);
                }
                self.write_line(out, format_args!("{indent}]{comma}"))?;
                self.write_findings(out, place, &indent)
            }
            scalar => {
                let shown = match scalar {
                    Value::String(text) => self.shortened(quoted(text)),
                    other => self.shortened(other.to_string()),
                };
                let code = self.codes.get(place.as_str());
                let code =
                    code.map(|code| format!("  {}", self.palette.faint(format!("← {code}")))).unwrap_or_default();
                self.write_line(out, format_args!("{indent}{label}{shown}{comma}{code}"))?;
                self.write_findings(out, place, &indent)
            }
        }
    }

    /// The beginning of a text that nobody reads to its end; that counts as left out.
    fn shortened(&self, text: String) -> String {
        match text.char_indices().nth(self.widest) {
            Some((end, _)) => {
                self.cut.set(true);
                format!("{}…", &text[..end])
            }
            None => text,
        }
    }

    fn write_line(&self, out: &mut dyn Write, line: fmt::Arguments<'_>) -> io::Result<()> {
        let Some(left) = self.left.get().checked_sub(1) else {
            self.cut.set(true);
            return Ok(());
        };
        self.left.set(left);
        writeln!(out, "{line}")
    }

    fn write_findings(&self, out: &mut dyn Write, place: &str, indent: &str) -> io::Result<()> {
        for (severity, problem) in self.findings.get(place).into_iter().flatten() {
            let label = match severity {
                Severity::Problem => self.palette.bad(words::PROBLEM),
                Severity::Note => self.palette.warning(labels::NOTE),
            };
            self.write_line(out, format_args!("{indent}  {} {label} {problem}", self.palette.faint("^")))?;
        }
        Ok(())
    }
}

fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).unwrap_or_default();
    escape(&json, Lines::Join).into_owned()
}
