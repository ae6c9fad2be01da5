//! Where a store is, and making the file and its directories.

use std::fmt;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::words::history as words;

/// Where a store is: a file, by its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    path: PathBuf,
}

/// A text that names no place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// It is empty.
    #[error("{}", words::empty_place())]
    Empty,
    /// It is the address of a server. The rest of it is not shown: it may hold a password.
    #[error("{}", words::server_place(.0))]
    Server(String),
    /// It contains a NUL character.
    #[error("{}", words::nul_in_place())]
    Nul,
}

impl Place {
    /// The place that `--store` names: a path.
    pub fn parse(text: &str) -> Result<Self, PlaceError> {
        if text.is_empty() {
            return Err(PlaceError::Empty);
        }
        if text.contains('\0') {
            return Err(PlaceError::Nul);
        }
        match text.split_once("://") {
            Some((scheme, _)) if is_scheme(scheme) => Err(PlaceError::Server(scheme.to_owned())),
            _ => Ok(Self { path: PathBuf::from(text) }),
        }
    }

    /// The place where no other is named: `popbill-hook/history.db` in the directory where programs of this user
    /// keep their state (`$XDG_STATE_HOME`, else `~/.local/state`; on Windows `%LOCALAPPDATA%`). This room may not
    /// ask the environment, so the caller gives that directory.
    pub fn default_place(state_directory: &Path) -> Self {
        Self { path: state_directory.join("popbill-hook").join("history.db") }
    }

    /// The place with this path.
    pub(super) fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl FromStr for Place {
    type Err = PlaceError;

    fn from_str(text: &str) -> Result<Self, PlaceError> {
        Self::parse(text)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

/// RFC 3986's scheme, longer than the one letter of a Windows drive.
fn is_scheme(text: &str) -> bool {
    text.len() > 1
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
}

/// Creates an empty file that only its owner may read or write, and the directories above it that are missing,
/// which only he may enter. A file that is there already is left as it is.
pub(super) fn create(path: &Path) -> io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    if let Some(parent) = parent {
        create_directories(parent)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(file) => {
            restore_mode(&file)?;
            parent.map_or(Ok(()), sync_directory)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

fn create_directories(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// A umask may have taken the owner's own rights; it cannot have added any.
#[cfg(unix)]
fn restore_mode(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn restore_mode(_: &File) -> io::Result<()> {
    Ok(())
}

/// A new file outlives a power cut only when its directory was synced too.
#[cfg(unix)]
fn sync_directory(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

#[cfg(not(unix))]
fn sync_directory(_: &Path) -> io::Result<()> {
    Ok(())
}

/// What tells one file from another that took its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileIdentity(#[cfg(unix)] (u64, u64));

impl FileIdentity {
    /// The identity of the file at `path`. Where the system has no such thing, every file has the same one; Windows
    /// does not let an open file be moved.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let metadata = std::fs::metadata(path)?;
        #[cfg(unix)]
        let identity = {
            use std::os::unix::fs::MetadataExt;
            Self((metadata.dev(), metadata.ino()))
        };
        #[cfg(not(unix))]
        let identity = {
            let _ = metadata;
            Self()
        };
        Ok(identity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_paths() {
        for path in [
            "history.db",
            "/var/x/history.db",
            r"C:\Users\kim\history.db",
            "C:/x",
            ":memory:",
            "file:x",
            "a://b/c",
            "이력.db",
        ] {
            assert_eq!(Place::parse(path).map(|place| place.path), Ok(PathBuf::from(path)), "{path}");
        }
    }

    #[test]
    fn what_is_no_path_is_named_without_its_password() {
        assert_eq!(Place::parse(""), Err(PlaceError::Empty));
        assert_eq!(Place::parse("a\0b"), Err(PlaceError::Nul));
        let error = "postgres://kim:hunter2@db/hooks".parse::<Place>().unwrap_err();
        assert_eq!(error, PlaceError::Server("postgres".to_owned()));
        assert!(!error.to_string().contains("hunter2"));
    }

    #[test]
    fn the_default_place_is_below_the_state_directory() {
        let place = Place::default_place(Path::new("state"));
        assert_eq!(place.path(), Path::new("state").join("popbill-hook").join("history.db"));
        assert_eq!(place.to_string(), place.path().display().to_string());
    }

    #[test]
    fn creating_leaves_what_is_there() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("file");
        std::fs::write(&path, "kept").unwrap();
        create(&path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "kept");
    }

    #[cfg(unix)]
    #[test]
    fn new_files_and_directories_are_the_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("one").join("two").join("file");
        create(&path).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        assert_eq!(mode(path.parent().unwrap().parent().unwrap()), 0o700);
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_file_is_another() {
        let directory = tempfile::tempdir().unwrap();
        let (path, other) = (directory.path().join("a"), directory.path().join("b"));
        create(&path).unwrap();
        create(&other).unwrap();
        let before = FileIdentity::of(&path).unwrap();
        assert_eq!(FileIdentity::of(&path).unwrap(), before);
        std::fs::rename(&other, &path).unwrap();
        assert_ne!(FileIdentity::of(&path).unwrap(), before);
    }
}
