//! The real binary, in an environment that the test knows.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::Scratch;

/// One call of the binary.
pub struct Tool {
    command: Command,
    input: Vec<u8>,
    home: Scratch,
}

/// All that a call left.
#[derive(Debug)]
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Tool {
    /// Runs in an empty folder, with none of the caller's variables that could matter.
    pub fn new<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Self {
        let home = Scratch::new();
        let mut command = Command::new(env!("CARGO_BIN_EXE_popbill-hook"));
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            let upper = name.to_uppercase();
            if upper.starts_with("POPBILL_HOOK") || upper.ends_with("_PROXY") || upper == "NO_COLOR" {
                command.env_remove(name);
            }
        }
        command.args(arguments).current_dir(home.path()).env("HOME", home.path()).env("XDG_STATE_HOME", home.path());
        Self { command, input: Vec::new(), home }
    }

    /// Runs `popbill-hook` with the words of a line.
    pub fn line(line: &str) -> Self {
        Self::new(line.split_whitespace())
    }

    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.command.args(arguments);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn dir(mut self, path: &Path) -> Self {
        self.command.current_dir(path);
        self
    }

    pub fn input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = input.into();
        self
    }

    /// Starts it with nothing to read; it is to be interrupted.
    pub fn start(mut self) -> Started {
        let child = self.spawn(Stdio::null());
        Started { child, _home: self.home }
    }

    fn spawn(&mut self, stdin: Stdio) -> Child {
        self.command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts")
    }

    /// Runs to the end.
    pub fn run(mut self) -> Outcome {
        let mut child = self.spawn(Stdio::piped());
        let mut stdin = child.stdin.take().unwrap();
        let input = std::mem::take(&mut self.input);
        // A command that reads nothing closes its stdin early, which is its right.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let outcome = Outcome::of(child);
        writer.join().unwrap();
        outcome
    }
}

/// A call that is under way.
pub struct Started {
    pub child: Child,
    _home: Scratch,
}

impl Started {
    /// Presses Ctrl-C.
    pub fn interrupt(&self) {
        let status = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits for its end.
    pub fn end(self) -> Outcome {
        Outcome::of(self.child)
    }
}

impl Outcome {
    fn of(child: Child) -> Self {
        let output = child.wait_with_output().unwrap();
        Self {
            code: output.status.code().expect("the binary ends by itself"),
            stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
        }
    }

    /// The JSON lines of stdout.
    #[track_caller]
    pub fn json(&self) -> Vec<serde_json::Value> {
        self.stdout
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}\n{self:?}")))
            .collect()
    }

    /// The only JSON line of this type.
    #[track_caller]
    pub fn json_of(&self, kind: &str) -> serde_json::Value {
        let mut lines: Vec<_> = self.json().into_iter().filter(|line| line["type"] == kind).collect();
        assert_eq!(lines.len(), 1, "one {kind} line in {self:?}");
        lines.remove(0)
    }

    /// A usage error in one sentence that has these parts, and nothing on stdout.
    #[track_caller]
    pub fn is_usage_error(&self, parts: &[&str]) {
        assert_eq!((self.code, self.stdout.as_str()), (2, ""), "{self:?}");
        assert!(self.stderr.starts_with("error: "), "{self:?}");
        for part in parts {
            assert!(self.stderr.contains(part), "no {part:?} in {}", self.stderr);
        }
    }
}
