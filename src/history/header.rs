//! What the first bytes of a file say, without the engine.
//!
//! Reading them is only safe while no engine of this process has the file open: closing any handle of a file drops
//! the locks that the process holds on it.

use std::fs::OpenOptions;
use std::io::Read;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::schema::FORMAT;

/// Marks a store as ours.
pub(super) const APPLICATION: u32 = 0x7062_686b;
/// Six captures of 2.4 KB fill such a page to nine tenths; smaller pages cost a fifth more time.
pub(super) const PAGE_BYTES: u64 = 16_384;

/// How many engines of this process have a store open. Held while one is opened.
static HANDLES: Mutex<usize> = Mutex::new(0);

/// The number of engines. Nobody else opens one while this is held.
pub(super) fn handles() -> MutexGuard<'static, usize> {
    HANDLES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Counts for one open engine, until it is dropped.
pub(super) struct Handle(());

impl Handle {
    /// Counts one more.
    pub(super) fn count(handles: &mut usize) -> Self {
        *handles += 1;
        Self(())
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        *handles() -= 1;
    }
}

/// Whether the file is certainly a whole store of this version that may be written. Where this is false, the engine
/// finds out what is wrong, if anything is.
pub(super) fn is_sound(path: &Path) -> bool {
    let handles = handles();
    *handles == 0 && read(path).is_some_and(|(header, length)| fits(&header, length))
}

fn read(path: &Path) -> Option<([u8; 100], u64)> {
    let mut file = OpenOptions::new().read(true).write(true).open(path).ok()?;
    let metadata = file.metadata().ok().filter(std::fs::Metadata::is_file)?;
    let mut header = [0; 100];
    file.read_exact(&mut header).ok()?;
    Some((header, metadata.len()))
}

/// The places are those of SQLite's file format.
fn fits(header: &[u8; 100], length: u64) -> bool {
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let page = u64::from(u16::from_be_bytes([header[16], header[17]]));
    header.starts_with(b"SQLite format 3\0")
        && number(68) == APPLICATION
        && i64::from(number(60)) == FORMAT
        && page == PAGE_BYTES
        && length.is_multiple_of(page)
        && u64::from(number(28)) * page <= length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> [u8; 100] {
        let mut header = [0; 100];
        header[..16].copy_from_slice(b"SQLite format 3\0");
        header[16..18].copy_from_slice(&[0x40, 0]);
        header[28..32].copy_from_slice(&3_u32.to_be_bytes());
        header[60..64].copy_from_slice(&1_u32.to_be_bytes());
        header[68..72].copy_from_slice(&APPLICATION.to_be_bytes());
        header
    }

    #[test]
    fn only_a_whole_store_of_this_version_fits() {
        assert!(fits(&sound(), 3 * PAGE_BYTES));
        assert!(fits(&sound(), 4 * PAGE_BYTES), "pages that are not in use yet");
        assert!(!fits(&sound(), 2 * PAGE_BYTES), "cut off");
        assert!(!fits(&sound(), 3 * PAGE_BYTES + 1), "a part of a page");
        for place in [0, 16, 28, 60, 63, 68, 71] {
            let mut header = sound();
            header[place] ^= 1;
            assert!(!fits(&header, 3 * PAGE_BYTES), "{place}");
        }
    }

    #[test]
    fn other_files_are_not_sound() {
        let directory = tempfile::tempdir().unwrap();
        assert!(!is_sound(directory.path()));
        assert!(!is_sound(&directory.path().join("none")));
        let short = directory.path().join("short");
        std::fs::write(&short, &sound()[..99]).unwrap();
        assert!(!is_sound(&short));
    }
}
