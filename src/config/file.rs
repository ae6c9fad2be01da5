//! The file on the disk: where it is, and its text.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::{ConfigError, Position, Problem};
use super::{Config, parse};

/// The name that is looked for.
pub const FILE_NAME: &str = "popbill-hook.toml";

/// The largest file that is read, in bytes: enough for ten thousand individual URLs.
const LARGEST: u64 = 1024 * 1024;

/// The nearest `popbill-hook.toml` at or above `start`, or none.
pub fn find(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    start.ancestors().map(|directory| directory.join(FILE_NAME)).find(|candidate| candidate.is_file())
}

/// Reads and checks the file at `path`.
///
/// # Errors
///
/// A file that is missing, a directory, too large, not UTF-8 or refused by the system; and all that [`parse`]
/// refuses.
pub fn load(path: &Path) -> Result<Config, ConfigError> {
    let wrong = |position, problem| ConfigError { path: path.to_owned(), position, problem: Box::new(problem) };
    let bytes = read(path).map_err(|problem| wrong(None, problem))?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => parse(text, path),
        Err(error) => {
            let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            Err(wrong(Some(Position::of(&valid, valid.len())), Problem::NotUtf8))
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    // Opening a directory succeeds on some systems and is "permission denied" on others.
    if path.is_dir() {
        return Err(Problem::Directory);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| describe(&error))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| describe(&error))?;
    if bytes.len() as u64 > LARGEST { Err(Problem::TooLarge) } else { Ok(bytes) }
}

fn describe(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Problem::Missing,
        io::ErrorKind::IsADirectory => Problem::Directory,
        _ => Problem::Unreadable(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::Environment;
    use super::*;

    #[test]
    fn the_nearest_file_upward_is_found() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("a/b/c");
        fs::create_dir_all(&deep).unwrap();
        let outer = root.path().join(FILE_NAME);
        fs::write(&outer, "").unwrap();
        assert_eq!(find(&deep), Some(outer.clone()));
        let inner = root.path().join("a/b").join(FILE_NAME);
        fs::write(&inner, "").unwrap();
        assert_eq!(find(&deep), Some(inner.clone()));
        assert_eq!(find(root.path()), Some(outer.clone()));
        fs::remove_file(&inner).unwrap();
        fs::create_dir(&inner).unwrap();
        assert_eq!(find(&deep), Some(outer), "a directory of that name is passed by");
    }

    #[test]
    fn a_readable_file_is_read() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("other.toml");
        fs::write(&path, "\u{feff}[production]\r\nurl = \"8080\"\r\n").unwrap();
        let config = load(&path).unwrap();
        assert_eq!(config.path, path);
        assert!(config.environment(Environment::Production).is_some());
        assert_eq!(config.environment(Environment::Test), None);
    }

    #[test]
    fn unreadable_files_are_told_apart() {
        let root = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| {
            let path = root.path().join(name);
            fs::write(&path, bytes).unwrap();
            path
        };
        let plain = write("plain", b"");
        let korean = b"[test]\n# \xc6\xc4\xc0\xcf\nurl = \"8080\"\n";
        let large = vec![b'#'; usize::try_from(LARGEST).unwrap() + 1];
        for (path, problem, place) in [
            (root.path().join("none"), Problem::Missing, None),
            (plain.join("under-a-file"), Problem::Missing, None),
            (root.path().to_owned(), Problem::Directory, None),
            (write("large", &large), Problem::TooLarge, None),
            (write("cp949", korean), Problem::NotUtf8, Some(Position { line: 2, column: 3 })),
        ] {
            let error = load(&path).unwrap_err();
            assert_eq!((&*error.problem, error.position), (&problem, place), "{}", path.display());
            assert!(error.to_string().starts_with(&path.display().to_string()), "{error}");
            assert_eq!(error.hints(), Vec::<String>::new());
        }
        let largest = write("largest", &large[1..]);
        assert!(load(&largest).is_ok());
    }
}
