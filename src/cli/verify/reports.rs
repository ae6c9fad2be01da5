//! `--report`: files that are there from the beginning, and annotations.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
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
            Some(form) if !path.is_empty() && path != "-" => Ok(Self::File(form, PathBuf::from(path))),
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
        let mut files: Vec<(ReportForm, File, String)> = Vec::new();
        for flag in flags {
            if let ReportFlag::File(form, path) = flag {
                let name = path.display().to_string();
                if files.iter().any(|(_, _, other)| *other == name && !name.starts_with("/dev/")) {
                    return Err(CliError::usage(words::same_report(&name)));
                }
                let file = open(path).map_err(|error| CliError::Output(name.clone(), error))?;
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

    /// Writes every file, also where one of them cannot be written; the first of those is the error.
    pub(super) fn write(self, report: &VerifyReport<'_>) -> Result<(), CliError> {
        let written = self.files.into_iter().map(|(form, file, name)| {
            let mut out = BufWriter::new(file);
            let written = write_report(&mut out, form, report).and_then(|()| out.flush());
            written.map_err(|error| CliError::Output(name, error))
        });
        written.fold(Ok(()), Result::and)
    }
}

/// The summary of a step belongs to all that the step runs, so it is appended to.
fn open(path: &Path) -> std::io::Result<File> {
    let is_summary = std::env::var_os("GITHUB_STEP_SUMMARY").is_some_and(|summary| path == Path::new(&summary));
    if is_summary { File::options().append(true).create(true).open(path) } else { File::create(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_read_or_explained() {
        let read = |text: &str| text.parse::<ReportFlag>();
        assert_eq!(read("github"), Ok(ReportFlag::Github));
        assert_eq!(read("junit=a=b.xml"), Ok(ReportFlag::File(ReportForm::Junit, "a=b.xml".into())));
        for (text, part) in [
            ("html", "html=FILE"),
            ("tap=-", "tap=FILE"),
            ("junti=a", "junit"),
            ("pdf=a", "markdown"),
            ("", "markdown"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
