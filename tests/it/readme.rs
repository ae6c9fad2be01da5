//! Every command line shown in a document is run, and what is shown of its output is what comes out.
//!
//! A `console` block holds lines that begin with `$ ` and, below each, its output: `[..]` stands for anything on a
//! line, a line `...` for any lines. A comment before a block says what stands behind `localhost:8080`:
//! `<!-- receiver: ok -->`, `quoted`, `failing`, or `correct` and `careless`,
//! which also have a probe. Blocks of one document share a folder, in order.

use std::path::Path;
use std::process::Command;

use crate::support::{Mistake, Model, OK, Receiver, Scratch};

const QUOTED: &[u8] =
    b"HTTP/1.1 200 OK\r\nServer: uvicorn\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n\"OK\"";
const FAILING: &[u8] =
    b"HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\noops";

/// Lines that are the reader's to run: they build the tool, or run these very tests.
const NOT_RUN: [&str; 7] = [
    "cargo test",
    "cargo install",
    "scripts/test",
    "scripts/bench",
    "scripts/receivers",
    "UPDATE=1",
    "UPDATE_FIXTURES=1",
];

struct Example {
    place: String,
    line: String,
    output: Vec<String>,
    receiver: Option<Stand>,
}

/// What stands behind `localhost:8080`.
#[derive(Clone, Copy)]
enum Stand {
    Answer(&'static [u8]),
    Correct,
    Careless,
}

/// One that runs.
enum Running {
    Answer(Receiver),
    Model(Model),
}

impl Running {
    fn start(stand: Stand) -> Self {
        match stand {
            Stand::Answer(answer) => Self::Answer(Receiver::answering(answer)),
            Stand::Correct => Self::Model(Model::correct()),
            Stand::Careless => Self::Model(Model::making(Mistake::StoresTwice)),
        }
    }

    fn port(&self) -> u16 {
        match self {
            Self::Answer(receiver) => receiver.port,
            Self::Model(model) => model.port,
        }
    }
}

fn examples(document: &str) -> Vec<Example> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(document)).unwrap();
    let mut examples: Vec<Example> = Vec::new();
    let (mut inside, mut receiver) = (false, None);
    for (number, line) in text.lines().enumerate() {
        match line {
            "<!-- receiver: ok -->" => receiver = Some(Stand::Answer(OK)),
            "<!-- receiver: quoted -->" => receiver = Some(Stand::Answer(QUOTED)),
            "<!-- receiver: failing -->" => receiver = Some(Stand::Answer(FAILING)),
            "<!-- receiver: correct -->" => receiver = Some(Stand::Correct),
            "<!-- receiver: careless -->" => receiver = Some(Stand::Careless),
            "```console" => inside = true,
            "```" if inside => (inside, receiver) = (false, None),
            _ if inside => match line.strip_prefix("$ ") {
                Some(command) => {
                    let place = format!("{document}:{}", number + 1);
                    examples.push(Example { place, line: command.to_owned(), output: Vec::new(), receiver });
                }
                None => examples.last_mut().expect("output follows a command").output.push(line.to_owned()),
            },
            _ => {}
        }
    }
    examples
}

fn run(example: &Example, folder: &Path) {
    if NOT_RUN.iter().any(|prefix| example.line.starts_with(prefix)) {
        return;
    }
    let receiver = example.receiver.map(Running::start);
    let mut line = example.line.replace("cargo run --release --", "popbill-hook");
    if let Some(receiver) = &receiver {
        line = line.replace("localhost:8080", &format!("localhost:{}", receiver.port()));
    }
    let binary = Path::new(env!("CARGO_BIN_EXE_popbill-hook")).parent().unwrap();
    let path = std::env::join_paths(
        [binary.to_owned()].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    )
    .unwrap();
    let result = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {line}")])
        .current_dir(folder)
        .env("PATH", path)
        .env("HOME", folder)
        .env("XDG_STATE_HOME", folder)
        .env("POPBILL_HOOK_ADDR", "127.0.0.1:0")
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    let mut shown = String::from_utf8(result.stdout).unwrap();
    if let Some(receiver) = &receiver {
        shown = shown.replace(&format!("localhost:{}", receiver.port()), "localhost:8080");
    }
    assert!(result.status.code().is_some_and(|code| code < 2 || code == 3), "{}: {line}\n{shown}", example.place);
    // Two documents are tested side by side, so neither may take the default port.
    let shown: Vec<String> = shown
        .lines()
        .map(|line| match line.strip_prefix("listening on http://127.0.0.1:") {
            Some(_) => "listening on http://127.0.0.1:9854".to_owned(),
            None => line.to_owned(),
        })
        .collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    let expected: Vec<&str> = example.output.iter().map(String::as_str).collect();
    if !expected.is_empty() {
        assert!(matches(&expected, &shown), "{}: {line}\nshown: {shown:#?}\nexpected: {expected:#?}", example.place);
    }
}

fn matches(expected: &[&str], shown: &[&str]) -> bool {
    match (expected, shown) {
        ([], []) | (["..."], _) => true,
        (["...", rest @ ..], _) => (0..=shown.len()).any(|skipped| matches(rest, &shown[skipped..])),
        ([line, rest @ ..], [other, others @ ..]) => line_matches(line, other) && matches(rest, others),
        _ => false,
    }
}

fn line_matches(expected: &str, shown: &str) -> bool {
    let mut parts = expected.trim_end().split("[..]");
    let Some(mut rest) = shown.trim_end().strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.is_empty()
}

#[track_caller]
fn holds(document: &str) {
    let examples = examples(document);
    assert!(!examples.is_empty(), "{document} shows no command");
    let folder = Scratch::new();
    for example in &examples {
        run(example, folder.path());
    }
}

#[test]
fn the_readme_holds() {
    holds("README.md");
}

#[test]
fn the_korean_readme_holds() {
    holds("README.ko.md");
}

#[test]
fn both_readmes_show_the_same_commands() {
    let commands = |document: &str| examples(document).into_iter().map(|example| example.line).collect::<Vec<_>>();
    assert_eq!(commands("README.md"), commands("README.ko.md"));
}

#[test]
fn the_page_about_pipelines_holds() {
    holds("docs/ci.md");
}

#[test]
fn contributing_holds() {
    holds("CONTRIBUTING.md");
}

#[test]
fn the_comparison_itself_can_fail() {
    assert!(matches(&["a[..]c", "...", "z"], &["abc", "x", "y", "z"]));
    assert!(!matches(&["a[..]c"], &["abd"]));
    assert!(!matches(&["a"], &["a", "b"]));
    assert!(!matches(&["...", "z"], &["a"]));
    assert!(!matches(&["exact"], &["exactly"]));
}
