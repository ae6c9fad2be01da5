//! `--report`: files that are there from the beginning, and annotations.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::str::FromStr;

use crate::cli::CliError;
use crate::report::conformance::{ReportForm, VerifyReport, write_report};
use crate::words::conformance as words;
use crate::words::nearest::nearest;

/// One `--report`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ReportFlag {
    /// `form=FILE`.
    File(ReportForm, PathBuf),
    /// `github`.
    Github,
}

impl FromStr for ReportFlag {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "github" {
            return Ok(Self::Github);
        }
        let (name, path) = text.split_once('=').unwrap_or((text, ""));
        let names = ReportForm::ALL.map(ReportForm::name);
        match ReportForm::ALL.into_iter().find(|form| form.name() == name) {
            Some(form) if !path.is_empty() => Ok(Self::File(form, PathBuf::from(path))),
            Some(form) => Err(words::report_without_file(form.name())),
            None => Err(words::unknown_report(&names, nearest(name, names.into_iter().chain(["github"])))),
        }
    }
}

/// The reports of a run.
pub(super) struct Reports {
    files: Vec<(ReportForm, File, String)>,
    has_annotations: bool,
}

impl Reports {
    /// Creates the files, so that one that cannot be written is told before anything is sent.
    pub(super) fn create(flags: &[ReportFlag]) -> Result<Self, CliError> {
        let mut files = Vec::new();
        for flag in flags {
            if let ReportFlag::File(form, path) = flag {
                let name = path.display().to_string();
                let file = File::create(path).map_err(|error| CliError::Output(name.clone(), error))?;
                files.push((*form, file, name));
            }
        }
        let on_github = std::env::var("GITHUB_ACTIONS").is_ok_and(|value| value == "true");
        Ok(Self { files, has_annotations: on_github || flags.contains(&ReportFlag::Github) })
    }

    /// Whether annotations are wanted, or read anyway.
    pub(super) fn has_annotations(&self) -> bool {
        self.has_annotations
    }

    /// Writes every file.
    pub(super) fn write(self, report: &VerifyReport<'_>) -> Result<(), CliError> {
        for (form, file, name) in self.files {
            let mut out = BufWriter::new(file);
            let written = write_report(&mut out, form, report).and_then(|()| out.flush());
            written.map_err(|error| CliError::Output(name, error))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_read_or_explained() {
        let read = |text: &str| text.parse::<ReportFlag>();
        assert_eq!(read("github"), Ok(ReportFlag::Github));
        assert_eq!(read("junit=a=b.xml"), Ok(ReportFlag::File(ReportForm::Junit, "a=b.xml".into())));
        for (text, part) in [("html", "html=FILE"), ("junti=a", "junit"), ("pdf=a", "markdown"), ("", "markdown")] {
            let error = read(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
