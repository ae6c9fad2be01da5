//! What can be wrong with a store.

use std::path::PathBuf;

use crate::words::history as words;

/// Why the history cannot be used. Each variant names the file; its text is one sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Nothing has been stored there yet; only reading finds that.
    #[error("{}", words::absent(&.path.display().to_string()))]
    Absent {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else. It was not changed.
    #[error("{}", words::not_a_store(&.path.display().to_string()))]
    NotAStore {
        /// The file.
        path: PathBuf,
    },
    /// The file is a store, but does not hold what was written. What can still be read is left as it is.
    #[error("{}", words::damaged(&.path.display().to_string(), .detail))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is damaged.
        detail: String,
    },
    /// The store was made by a later version. It was not changed.
    #[error("{}", words::newer(&.path.display().to_string(), *.found, *.known))]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The newest format this version knows.
        known: i64,
    },
    /// The file or its directory cannot be created or opened.
    #[error("{}", words::unwritable(&.path.display().to_string(), .reason))]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
    /// The file may be read but not written.
    #[error("{}", words::read_only(&.path.display().to_string()))]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The disk or a quota is full. Nothing of the refused change was stored; later ones may succeed.
    #[error("{}", words::full(&.path.display().to_string()))]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// Another process held the store for too long. Later changes may succeed.
    #[error("{}", words::busy(&.path.display().to_string()))]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The file is no longer where it was, so that what is written would be lost.
    #[error("{}", words::moved(&.path.display().to_string()))]
    Moved {
        /// The file.
        path: PathBuf,
    },
    /// The disk or the system failed.
    #[error("{}", words::failed(&.path.display().to_string(), .reason))]
    Io {
        /// The file.
        path: PathBuf,
        /// The driver's words.
        reason: String,
    },
    /// The delivery to be continued was deleted meanwhile.
    #[error("{}", words::gone(&.path.display().to_string()))]
    Gone {
        /// The file.
        path: PathBuf,
    },
    /// The writer has ended.
    #[error("{}", words::closed(&.path.display().to_string()))]
    Closed {
        /// The file.
        path: PathBuf,
    },
}

impl StoreError {
    /// Whether the handle that met it must not be used for writing again. After a failed sync the system may take
    /// the lost pages for written, so a second try would succeed without storing anything. A full disk and a
    /// lock that was not free in time leave the store as it was: the next change may succeed.
    pub fn is_lasting(&self) -> bool {
        !matches!(self, Self::Full { .. } | Self::Busy { .. } | Self::Gone { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_held_lock_pass() {
        let path = PathBuf::from("/x");
        for passing in [
            StoreError::Full { path: path.clone() },
            StoreError::Busy { path: path.clone() },
            StoreError::Gone { path: path.clone() },
        ] {
            assert!(!passing.is_lasting(), "{passing}");
        }
        for lasting in [
            StoreError::Io { path: path.clone(), reason: "fsync".to_owned() },
            StoreError::Moved { path: path.clone() },
            StoreError::ReadOnly { path: path.clone() },
            StoreError::Damaged { path: path.clone(), detail: String::new() },
            StoreError::Closed { path },
        ] {
            assert!(lasting.is_lasting(), "{lasting}");
        }
    }
}
