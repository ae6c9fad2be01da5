//! What the driver's errors mean to a store.

use std::path::Path;

use rusqlite::ErrorCode;
use rusqlite::ffi;

use super::StoreError;

/// What an error of SQLite means for the store.
pub(super) fn store_error(path: &Path, error: &rusqlite::Error) -> StoreError {
    let path = path.to_owned();
    let reason = error.to_string();
    let Some(failure) = error.sqlite_error() else {
        return StoreError::Io { path, reason };
    };
    match failure.code {
        ErrorCode::NotADatabase => StoreError::NotAStore { path },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
            StoreError::Busy { path }
        }
        ErrorCode::DiskFull => StoreError::Full { path },
        ErrorCode::ReadOnly if failure.extended_code == ffi::SQLITE_READONLY_DBMOVED => StoreError::Moved { path },
        ErrorCode::ReadOnly => StoreError::ReadOnly { path },
        ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied => {
            StoreError::Unwritable { path, reason }
        }
        // The log's index could not grow; nothing was written yet.
        ErrorCode::SystemIoFailure if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => StoreError::Full { path },
        // Our own statements do not fail on tables of ours.
        ErrorCode::DatabaseCorrupt
        | ErrorCode::Unknown
        | ErrorCode::ConstraintViolation
        | ErrorCode::TypeMismatch
        | ErrorCode::SchemaChanged => StoreError::Damaged { path, detail: reason },
        _ => StoreError::Io { path, reason },
    }
}
