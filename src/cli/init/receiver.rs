//! `init receiver`: a small correct receiver, the same files that are tested.

use std::fs;
use std::path::{Path, PathBuf};

use super::receivers::{RECEIVERS, Sources};
use crate::cli::{CliError, ExitStatus, Terminal, values};
use crate::config::ReceiverSheet;
use crate::report::json;
use crate::words::shell::word;
use crate::words::{errors, results};

/// The file that sets a receiver up and runs it.
const SCRIPT: &str = "run.sh";

/// Arguments of `init receiver`.
#[derive(Debug, clap::Args)]
pub(super) struct ReceiverArgs {
    /// The framework
    #[arg(value_name = "FRAMEWORK", value_parser = values::FrameworkParser)]
    framework: &'static Sources,

    /// The folder to write it into
    #[arg(value_name = "FOLDER", default_value = "popbill-receiver")]
    folder: PathBuf,

    /// Replace files that exist
    #[arg(long, env = "POPBILL_HOOK_FORCE", value_parser = clap::builder::FalseyValueParser::new())]
    force: bool,
}

/// Every framework's name.
pub(in crate::cli) fn frameworks() -> impl Iterator<Item = &'static Sources> {
    RECEIVERS.iter()
}

/// Writes the files, none over another one unless told to, and says how to go on.
pub(super) fn run(args: &ReceiverArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let sheet = args.framework.sheet();
    let script = results::receiver_script(&sheet.title, sheet.setup.trim(), sheet.run.trim());
    let files = args.framework.files.iter().copied().chain([(SCRIPT, script.as_str())]);
    let paths: Vec<(PathBuf, &str)> = files.map(|(path, text)| (args.folder.join(path), text)).collect();
    if let Some((path, _)) = paths.iter().find(|(path, _)| !args.force && path.exists()) {
        return Err(CliError::usage_hint(errors::exists(&path.display().to_string()), errors::exists_hint()));
    }
    for (path, text) in &paths {
        let name = path.display().to_string();
        write(path, text).map_err(|error| CliError::Output(name.clone(), error))?;
        if terminal.json {
            json::write_file(terminal.out(), &name)?;
        } else {
            writeln!(terminal.out(), "{}", results::wrote(&name))?;
        }
    }
    if !terminal.json {
        let script = word(&args.folder.join(SCRIPT).display().to_string());
        writeln!(terminal.out(), "\n{}", results::receiver(&sheet.title, &sheet.note, &sheet.debian, &script))?;
    }
    Ok(ExitStatus::Success)
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, text)
}

impl Sources {
    /// What is said of it.
    pub(super) fn sheet(&self) -> ReceiverSheet {
        ReceiverSheet::parse(self.sheet).expect("the sheets of the receivers are tested")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_receiver_has_the_files_of_its_sheet() {
        for sources in frameworks() {
            let sheet = sources.sheet();
            let files: Vec<&str> = sources.files.iter().map(|(path, _)| *path).collect();
            assert_eq!(files, sheet.files, "{}", sources.name);
            assert!(!sheet.title.is_empty() && !sheet.run.is_empty() && !sheet.language.is_empty(), "{}", sources.name);
            for (path, text) in sources.files {
                assert!(path.ends_with("__init__.py") || !text.is_empty(), "{} {path}", sources.name);
            }
        }
    }
}
