//! What can be wrong with a configuration file, and where.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::clock::DurationError;
use crate::event::CorpNum;
use crate::wire::AddressError;
use crate::words;
use crate::words::nearest::nearest;

/// A place in a file; both numbers start at 1, and a column is a character, not a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

impl Position {
    /// The place of the byte at `offset` in `text`.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

/// A file that cannot be used: exit code 2. It names keys but never shows a value, which may be a secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", located(path, *position, &problem.to_string()))]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// Where in it, unless the file as a whole is meant.
    pub position: Option<Position>,
    /// What is wrong there.
    pub problem: Box<Problem>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// There is no such file.
    #[error("{}", words::config::missing())]
    Missing,
    /// It is a directory.
    #[error("{}", words::config::directory())]
    Directory,
    /// It is larger than 1 MiB.
    #[error("{}", words::config::too_large())]
    TooLarge,
    /// It is in another encoding.
    #[error("{}", words::config::not_utf8())]
    NotUtf8,
    /// The system refuses to read it, in the system's words.
    #[error("{}", words::config::unreadable(.0))]
    Unreadable(String),
    /// It is not TOML, in the reader's words.
    #[error("{}", words::config::syntax(.0))]
    Syntax(String),
    /// A key nobody knows.
    #[error("{}", words::config::unknown_key(key, table))]
    UnknownKey {
        /// The key.
        key: String,
        /// The table it stands in; the top level is empty.
        table: String,
        /// The keys of that table.
        allowed: Vec<&'static str>,
    },
    /// A key of another table.
    #[error("{}", words::config::misplaced_key(key, table, home))]
    MisplacedKey {
        /// The key.
        key: String,
        /// The table it stands in.
        table: String,
        /// The table it belongs in.
        home: String,
    },
    /// A value of another type.
    #[error("{}", words::config::wrong_type(key, wanted, found))]
    WrongType {
        /// The key.
        key: String,
        /// What its value must be.
        wanted: &'static str,
        /// TOML's name of the type it has.
        found: &'static str,
    },
    /// A text that is none of a few words.
    #[error("{}", words::config::unknown_word(key, wanted))]
    UnknownWord {
        /// The key.
        key: &'static str,
        /// What its value must be.
        wanted: &'static str,
        /// The word that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A URL that cannot be used.
    #[error("{}", words::config::bad_url(key, &reason.to_string()))]
    BadUrl {
        /// The key.
        key: String,
        /// Why not.
        reason: AddressError,
    },
    /// A user or a password in a receiver's URL.
    #[error("{}", words::config::credentials_in_url(.0))]
    CredentialsInUrl(String),
    /// A user or a password in the proxy's URL.
    #[error("{}", words::config::credentials_in_proxy())]
    CredentialsInProxy,
    /// A proxy that is spoken to by TLS.
    #[error("{}", words::config::https_proxy())]
    HttpsProxy,
    /// A duration that cannot be used.
    #[error("{}", words::config::bad_duration(key, &reason.to_string()))]
    BadDuration {
        /// The key.
        key: &'static str,
        /// Why not.
        reason: DurationError,
    },
    /// A time limit of nothing.
    #[error("{}", words::config::no_time_at_all(.0))]
    NoTimeAtAll(&'static str),
    /// A count that is negative or too large.
    #[error("{}", words::config::bad_count(.0))]
    BadCount(&'static str),
    /// A count of nothing, or beyond what a run can have.
    #[error("{}", words::config::out_of_range(key, *most))]
    OutOfRange {
        /// The key.
        key: &'static str,
        /// The most.
        most: u32,
    },
    /// An outage that ends before it begins.
    #[error("{}", words::config::empty_window())]
    EmptyWindow,
    /// A policy without `retries`.
    #[error("{}", words::config::no_retries())]
    NoRetries,
    /// An empty path.
    #[error("{}", words::config::empty_path(.0))]
    EmptyPath(&'static str),
    /// A key that is no business number.
    #[error("{}", words::config::bad_corp_num(.0))]
    BadCorpNum(String),
    /// A business number that is there already, perhaps with hyphens.
    #[error("{}", words::config::repeated_corp_num(&.0.to_string()))]
    RepeatedCorpNum(CorpNum),
    /// Basic and an API key in one table.
    #[error("{}", words::config::both_credentials(.0))]
    BothCredentials(String),
    /// A key that is named like a secret, where only a variable's name belongs.
    #[error("{}", words::config::secret_key(key, instead))]
    SecretKey {
        /// The key.
        key: String,
        /// The key that takes the variable's name.
        instead: &'static str,
    },
    /// A value that is no variable's name, perhaps the secret itself.
    #[error("{}", words::config::not_a_variable(.0))]
    NotAVariable(&'static str),
}

impl ConfigError {
    /// The name that was probably meant.
    pub fn nearest(&self) -> Option<&'static str> {
        match &*self.problem {
            Problem::UnknownKey { key, allowed, .. } => nearest(key, allowed.iter().copied()),
            Problem::UnknownWord { nearest, .. } => *nearest,
            _ => None,
        }
    }

    /// The keys that may stand where an unknown one stands; empty for other problems.
    pub fn allowed(&self) -> &[&'static str] {
        match &*self.problem {
            Problem::UnknownKey { allowed, .. } => allowed,
            _ => &[],
        }
    }

    /// What helps, best first: the nearest name, then everything allowed there.
    pub fn hints(&self) -> Vec<String> {
        let nearest = self.nearest().map(words::config::nearest);
        let allowed = (!self.allowed().is_empty()).then(|| words::config::allowed(self.allowed()));
        nearest.into_iter().chain(allowed).collect()
    }
}

/// Something odd in a file that is used all the same: a business number whose check digit is wrong, as in
/// POPBiLL's own samples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigWarning {
    /// The file.
    pub path: PathBuf,
    /// Where in it.
    pub position: Position,
    /// The number.
    pub corp_num: CorpNum,
}

impl fmt::Display for ConfigWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = words::config::wrong_check_digit(&self.corp_num.to_string());
        f.write_str(&located(&self.path, Some(self.position), &sentence))
    }
}

fn located(path: &Path, position: Option<Position>, sentence: &str) -> String {
    let position = position.map(|Position { line, column }| (line, column));
    words::config::located(&path.display().to_string(), position, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters() {
        let text = "가나 = 1\r\n  다 = 2\n";
        for (needle, line, column) in [("가", 1, 1), ("= 1", 1, 4), ("다", 2, 3), ("= 2", 2, 5)] {
            let offset = text.find(needle).unwrap();
            assert_eq!(Position::of(text, offset), Position { line, column }, "{needle}");
        }
        assert_eq!(Position::of(text, text.len()), Position { line: 3, column: 1 });
        assert_eq!(Position::of(text, 999), Position { line: 3, column: 1 });
    }
}
