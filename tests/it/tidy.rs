//! The house: who may use whom, where words and effects belong, how large a file may be.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    let paths = found.into_iter().filter(|path| path.extension().is_some_and(|found| found == extension));
    paths
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// The room of a file: `src/wire/mask.rs` is in `wire`.
fn room(file: &str) -> &str {
    file.trim_start_matches("src/").split(['/', '.']).next().unwrap()
}

/// The files of `src` that only tests are made of: what a `#[cfg(test)] mod` line names, and what is below it.
fn test_modules(files: &[(String, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (file, text) in files {
        let folder = match file.strip_suffix("/mod.rs") {
            Some(folder) => folder.to_owned(),
            None => file.trim_end_matches(".rs").to_owned(),
        };
        for part in text.split("#[cfg(test)]\nmod ").skip(1) {
            if let Some((name, _)) = part.split_once(';').filter(|(name, _)| !name.contains(['{', ' '])) {
                found.push(format!("{folder}/{name}"));
            }
        }
    }
    found
}

/// The files of `src`, without those that only tests are made of.
fn sources() -> Vec<(String, String)> {
    let mut files = files("src", "rs");
    let tests = test_modules(&files);
    files.retain(|(file, _)| {
        !tests.iter().any(|test| file.starts_with(&format!("{test}.")) || file.starts_with(&format!("{test}/")))
    });
    files
}

/// The code of a file without its comments and unit tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// What each room may use, besides itself. `words` knows no other room, `clock` only that.
const ARROWS: [(&str, &[&str]); 16] = [
    ("main", &["cli", "words"]),
    ("lib", &[]),
    (
        "cli",
        &[
            "config",
            "report",
            "capture",
            "conformance",
            "simulation",
            "history",
            "delivery",
            "contract",
            "transport",
            "wire",
            "event",
            "clock",
            "words",
        ],
    ),
    ("config", &["simulation", "delivery", "wire", "event", "clock", "words"]),
    ("conformance", &["delivery", "contract", "transport", "wire", "event", "clock", "words"]),
    ("report", &["conformance", "history", "delivery", "contract", "wire", "event", "words"]),
    ("simulation", &["history", "delivery", "contract", "transport", "wire", "event", "clock", "words"]),
    ("capture", &["history", "contract", "transport", "wire", "event", "clock", "words"]),
    ("history", &["delivery", "wire", "event", "words"]),
    ("delivery", &["contract", "transport", "wire", "event", "clock", "words"]),
    ("contract", &["wire", "event", "words"]),
    ("transport", &["wire", "clock", "words"]),
    ("wire", &["event", "words"]),
    ("event", &["words"]),
    ("clock", &["words"]),
    ("words", &[]),
];

#[test]
fn rooms_use_only_what_stands_right_of_them() {
    let rooms: BTreeSet<_> = ARROWS.iter().map(|(name, _)| *name).collect();
    for (file, text) in sources() {
        let room = room(&file);
        let (_, allowed) =
            ARROWS.iter().find(|(name, _)| *name == room).unwrap_or_else(|| panic!("{file} is in no room"));
        let code = code(&text);
        for part in code.split("crate::").skip(1).chain(code.split("popbill_hook::").skip(1)) {
            let used = part.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap();
            if rooms.contains(used) && used != room {
                assert!(allowed.contains(&used), "{file} uses {used}");
            }
        }
    }
}

#[test]
fn libraries_stay_in_their_rooms() {
    for (library, homes) in [
        ("hyper_util::", &["transport"][..]),
        ("httparse::", &["transport"]),
        ("reqwest::", &["transport"]),
        ("quick_junit::", &["report"]),
        ("rustls", &["transport"]),
        ("clap", &["cli"]),
        ("colored::", &["report"]),
        ("indicatif::", &["report"]),
        ("tokio::time", &["clock"]),
        ("jsonschema::", &["event"]),
        ("toml::", &["config"]),
        ("Instant::now", &["clock"]),
        ("Timestamp::now", &["clock"]),
        ("std::env::", &["cli", "main"]),
        ("std::fs::", &["cli", "config", "history"]),
        ("rusqlite", &["history"]),
        ("println!", &["main"]),
        ("process::exit", &["cli", "main"]),
    ] {
        for (file, text) in sources() {
            let used = code(&text).contains(library);
            assert!(!used || homes.contains(&room(&file)), "{file} names {library}");
        }
    }
}

#[test]
fn files_are_small() {
    for (file, text) in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        let lines = text.lines().count();
        assert!(lines <= 400, "{file} has {lines} lines");
    }
}

#[test]
fn modules_say_what_they_are_for() {
    for (file, text) in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        assert!(text.starts_with("//!"), "{file} begins without a module comment");
    }
}

#[test]
fn nothing_is_unfinished_or_out_of_place() {
    let forbidden = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("db", "g!("), "\u{a0}"];
    for (file, text) in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        for word in forbidden {
            assert!(!text.contains(word), "{file} has {word:?}");
        }
    }
    for (file, text) in sources() {
        assert!(!text.contains("#[allow("), "{file} allows a lint; #[expect(…, reason = …)] says why");
        assert!(!code(&text).contains(".unwrap()"), "{file} unwraps");
    }
}

#[test]
fn every_event_has_its_fixture_and_every_fixture_its_event() {
    let names: BTreeSet<_> = files("fixtures/events", "json")
        .into_iter()
        .filter_map(|(file, _)| Some(file.strip_prefix("fixtures/events/")?.strip_suffix(".json")?.to_owned()))
        .collect();
    for kind in &popbill_hook::event::CATALOG {
        assert!(names.contains(kind.id), "{}", kind.id);
    }
    for name in names {
        let id = name.strip_prefix("classic/").unwrap_or(&name);
        assert!(popbill_hook::event::find(id).is_some(), "{name}");
    }
}

#[test]
fn the_changelog_knows_the_version_and_the_map_knows_the_rooms() {
    let changelog = std::fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(
        changelog.contains(&format!("## [{}]", env!("CARGO_PKG_VERSION"))) || changelog.contains("## [Unreleased]")
    );
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for (name, _) in ARROWS.iter().filter(|(name, _)| !["main", "lib"].contains(name)) {
        assert!(map.contains(&format!("`{name}")), "ARCHITECTURE.md does not mention {name}");
    }
}
