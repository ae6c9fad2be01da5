//! The durable history: what came in and what went out, in one file.
//!
//! **Guarantees.** A capture is on the disk before [`Writer::submit`] returns, byte for byte; kill -9 or a power cut
//! at any moment loses nothing that was answered. A delivery of a one-shot `send` survives the end of the process
//! and kill -9. What was damaged on the disk is named, never shown as good. A file of something else, or of a later
//! version, is refused and not changed.
//!
//! **Format 1.** An SQLite database, marked in its header (`application_id` `pbhk`) and by `format` in its table
//! `meta`; the tables are in `schema.rs`. The file is for its owner alone (mode 0600); beside it stand its log and
//! the log's index (`-wal`, `-shm`), and the deliveries of one-shot sends until somebody reads the history (`-sends`).
//! Statements are SQL that PostgreSQL reads too; `database.rs` is the seam.
//!
//! **Order.** Entries are ordered by `seq`: the millisecond in which a capture arrived or a delivery began, then a
//! number within it. A capture never comes before one that was stored earlier, whatever the clock says.
//!
//! **Masked.** Credentials are masked before they get here: `Authorization`, `X-Api-Key` and secrets that a receiver
//! echoed. All other bytes are as they were. Nothing else of the configuration is stored.
//!
//! **Duplicates.** A capture names the first one with the same message id and business number. When that is deleted,
//! the next one to arrive is the first again.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method's own path is not general enough in its lifetime for the readers of rows"
)]

mod answers;
mod captures;
mod checksum;
mod database;
mod deliveries;
mod difference;
mod entries;
mod error;
mod header;
mod index;
mod intake;
mod list;
mod place;
mod queue;
mod record;
mod recording;
mod resends;
mod retention;
mod run_lock;
mod runs;
mod schema;
mod select;
mod shape;
mod spool;
mod sqlite;
mod sqlite_error;
mod store;
mod writer;

#[cfg(test)]
mod tests;

pub use database::{Database, Dialect, Intent, Value};
pub use difference::{Difference, differences};
pub use entries::Direction;
pub use error::StoreError;
pub use list::{Filter, Listing};
pub use place::{Place, PlaceError};
pub use record::{
    Answered, AttemptRecord, AttemptResult, Auth, CaptureRecord, DeliveryRecord, Entry, Forwarded, RecordId, Reply,
    StoredCapture, StoredDelivery,
};
pub use recording::{attempt_record, delivery_record, unfinished_attempt};
pub use retention::{Prune, Pruned};
pub use run_lock::RunLock;
pub use runs::RunRecord;
pub use select::{NotASelector, SelectError, Selector};
pub use store::{Access, DeliveryChange, OpenDelivery, Store};
pub use writer::Writer;

use list::Loaded;

/// A capture that is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its identity.
    pub id: RecordId,
    /// Its place in the order, for [`Writer::answered`].
    pub seq: i64,
    /// The first capture with the same message id and business number, if there is an earlier one.
    pub duplicate_of: Option<RecordId>,
}
