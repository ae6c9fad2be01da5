//! Generated files are committed and current. `UPDATE=1 cargo test` writes them anew.

use std::path::{Path, PathBuf};

use popbill_hook::cli::{Shell, completion_script, manual_pages};
use popbill_hook::conformance::{CHECKS, Check};
use popbill_hook::report::conformance::write_check_table;

use crate::support::Tool;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[track_caller]
fn is_current(path: &str, content: &[u8]) {
    let path = root().join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
    }
    let committed = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(committed == content, "{} is out of date; UPDATE=1 cargo test writes it anew", path.display());
}

#[test]
fn completions_are_current() {
    for (shell, file) in [
        (Shell::Bash, "popbill-hook.bash"),
        (Shell::Zsh, "_popbill-hook"),
        (Shell::Fish, "popbill-hook.fish"),
        (Shell::PowerShell, "_popbill-hook.ps1"),
        (Shell::Elvish, "popbill-hook.elv"),
    ] {
        let script = completion_script(shell);
        is_current(&format!("completions/{file}"), &script);
        let printed = Tool::new(["completions", &shell.to_string()]).run();
        assert_eq!((printed.code, printed.stdout.as_bytes()), (0, script.as_slice()));
    }
}

#[test]
fn event_ids_complete_in_every_shell() {
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell, Shell::Elvish] {
        let script = String::from_utf8(completion_script(shell)).unwrap();
        for kind in &popbill_hook::event::CATALOG {
            assert!(script.contains(kind.id), "{} in {shell}", kind.id);
        }
    }
}

#[test]
fn the_table_of_checks_is_current() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let (before, rest) = readme.split_once("<!-- checks -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /checks -->").unwrap();
    let checks: Vec<&Check> = CHECKS.iter().collect();
    let mut table = Vec::new();
    write_check_table(&mut table, &checks).unwrap();
    let table = String::from_utf8(table).unwrap();
    is_current("README.md", format!("{before}<!-- checks -->\n{table}<!-- /checks -->{after}").as_bytes());
}

#[test]
fn the_numbers_in_the_documents_are_true() {
    let folders = std::fs::read_dir(root().join("examples/receivers")).unwrap().map(|entry| entry.unwrap().path());
    let folders: Vec<PathBuf> = folders.filter(|path| path.join("receiver.toml").exists()).collect();
    let mistakes: usize = folders
        .iter()
        .filter_map(|folder| std::fs::read_to_string(folder.join("mistakes.toml")).ok())
        .map(|text| text.matches("[[mistake]]").count())
        .sum();
    let numbers = [CHECKS.len(), folders.len(), mistakes];
    assert_eq!(numbers, [80, 14, 40], "the documents say 80 checks, 14 frameworks, 40 mistakes");
    for (document, parts) in [
        ("README.md", ["asks 80 things", "14 frameworks", "40 classic mistakes"]),
        ("README.ko.md", ["80가지를", "프레임워크 14종", "실수 40가지"]),
        ("CHANGELOG.md", ["80 checks", "axum, Django, .NET", "40 classic mistakes"]),
    ] {
        let text = std::fs::read_to_string(root().join(document)).unwrap();
        for part in parts {
            assert!(text.contains(part), "{document} does not say {part:?}");
        }
    }
}

#[test]
fn manual_pages_are_current() {
    let pages = manual_pages().unwrap();
    for (name, page) in &pages {
        is_current(&format!("man/{name}.1"), page);
    }
    let printed = Tool::line("man send").run();
    let send = pages.iter().find(|(name, _)| name == "popbill-hook-send").unwrap();
    assert_eq!((printed.code, printed.stdout.as_bytes()), (0, send.1.as_slice()));
}
