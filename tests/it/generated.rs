//! Generated files are committed and current. `UPDATE=1 cargo test` writes them anew.

use std::path::{Path, PathBuf};

use popbill_hook::cli::{Shell, completion_script, manual_pages};

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
fn manual_pages_are_current() {
    let pages = manual_pages().unwrap();
    for (name, page) in &pages {
        is_current(&format!("man/{name}.1"), page);
    }
    let printed = Tool::line("man send").run();
    let send = pages.iter().find(|(name, _)| name == "popbill-hook-send").unwrap();
    assert_eq!((printed.code, printed.stdout.as_bytes()), (0, send.1.as_slice()));
}
