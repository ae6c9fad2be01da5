//! One process at a time makes the attempts of a run.

use std::fs::{File, OpenOptions};
use std::path::PathBuf;

use super::record::RecordId;
use super::{Store, StoreError};

/// The right to go on with a run. The system takes it back when the process ends, however it does.
#[derive(Debug)]
pub struct RunLock {
    file: Option<File>,
    path: PathBuf,
}

impl Store {
    /// Takes the right to go on with a run; nothing where another process has it.
    pub fn lock_run(&self, run: RecordId) -> Result<Option<RunLock>, StoreError> {
        let mut path = self.path().to_owned().into_os_string();
        path.push(format!("-run-{run}"));
        let path = PathBuf::from(path);
        let io = |error: std::io::Error| StoreError::Io { path: path.clone(), reason: error.to_string() };
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
        }
        let file = options.open(&path).map_err(io)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(RunLock { file: Some(file), path })),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            Err(std::fs::TryLockError::Error(error)) => Err(io(error)),
        }
    }
}

impl Drop for RunLock {
    /// The file goes first: whoever opens it afterwards makes a new one, and no two hold the same.
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
        self.file = None;
    }
}
