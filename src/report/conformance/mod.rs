//! What a run of checks found, in seven forms, all from one value.
//!
//! Reasons quote receivers, so every text is made safe once, in [`Row`], and each form quotes it again for its own
//! language.

mod github;
mod html;
mod json;
mod junit;
mod list;
mod markdown;
mod row;
mod tap;
mod text;

use std::io::{self, Write};

pub use github::write_github;
pub use json::{write_check, write_checks_json, write_lines, write_verify};
pub use list::{write_check_list, write_check_table};
pub use row::{Row, VerifyReport};
pub use text::{FamilyLines, write_begin, write_text};

/// The forms of a report in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportForm {
    /// `JUnit` XML.
    Junit,
    /// TAP 14.
    Tap,
    /// JSON lines, those of `--json`.
    Json,
    /// Markdown, fit for a step summary.
    Markdown,
    /// One HTML page that needs nothing else.
    Html,
}

impl ReportForm {
    /// Every form, in the order users see them.
    pub const ALL: [Self; 5] = [Self::Junit, Self::Tap, Self::Json, Self::Markdown, Self::Html];

    /// The name users type.
    pub fn name(self) -> &'static str {
        match self {
            Self::Junit => "junit",
            Self::Tap => "tap",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

/// Writes a report in this form.
pub fn write_report(out: &mut dyn Write, form: ReportForm, report: &VerifyReport<'_>) -> io::Result<()> {
    match form {
        ReportForm::Junit => junit::write_junit(out, report),
        ReportForm::Tap => tap::write_tap(out, report),
        ReportForm::Json => write_lines(out, report),
        ReportForm::Markdown => markdown::write_markdown(out, report),
        ReportForm::Html => html::write_html(out, report),
    }
}
