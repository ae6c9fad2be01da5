//! One open store: deliveries are added here; what is found, listed and deleted is beside it.

use std::path::Path;

use super::database::{Database, Intent, damaged, transaction};
use super::record::{AttemptRecord, AttemptResult, DeliveryRecord, Entry, RecordId, StoredDelivery};
use super::sqlite::Sqlite;
use super::{Loaded, Place, StoreError, deliveries, select, spool};
use crate::words::history::damage;

/// What a store is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading, also while others write. Nothing is created.
    Read,
    /// Writing what must survive a power cut: captures and durable runs. Every change is synced to the disk.
    Durable,
    /// Writing what may be lost in a power cut, but not by the end of the process or kill -9: a one-shot `send`,
    /// which then waits for no disk.
    Quick,
}

/// The durable history: captures that came in, deliveries that went out.
pub struct Store {
    database: Box<dyn Database>,
    access: Access,
    incomplete: Option<StoreError>,
}

/// A delivery that has not ended, for adding its attempts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenDelivery {
    seq: i64,
}

impl Store {
    /// Opens the store at `place`; for writing it is created where there is none: the file for its owner alone
    /// (mode 0600), missing directories likewise (0700).
    ///
    /// A file of something else, of a later version or with damage is refused by its error and left as it is.
    pub fn open(place: &Place, access: Access) -> Result<Self, StoreError> {
        Ok(Self { database: Box::new(Sqlite::open(place, access)?), access, incomplete: None })
    }

    /// Stores the delivery of a one-shot `send`, as [`Access::Quick`] does, in a twentieth of the time: it waits
    /// beside the store until somebody reads the history. Where that cannot be, the store is opened.
    pub fn record(place: &Place, delivery: &DeliveryRecord, attempts: &[AttemptRecord]) -> Result<(), StoreError> {
        if spool::append(place.path(), delivery, attempts) {
            return Ok(());
        }
        let mut store = Self::open(place, Access::Quick)?;
        store.add_delivery(delivery, attempts)?;
        // What waits already was not lost, and the next one who comes by tries again.
        let _ = store.gather();
        Ok(())
    }

    /// Puts deliveries that wait beside the store into it.
    pub(super) fn gather(&mut self) -> Result<(), StoreError> {
        if !spool::is_waiting(self.path()) {
            return Ok(());
        }
        if self.access == Access::Read {
            let place = Place::at(self.path());
            return spool::gather(&mut Sqlite::open(&place, Access::Durable)?);
        }
        spool::gather(&mut *self.database)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        self.database.path()
    }

    /// Stores a delivery that has ended, with its attempts, as one change.
    pub fn add_delivery(&mut self, delivery: &DeliveryRecord, attempts: &[AttemptRecord]) -> Result<(), StoreError> {
        self.change(|database| deliveries::insert(database, delivery, attempts).map(drop))
    }

    /// Stores a delivery before its first attempt; its `outcome` is nothing.
    pub fn begin_delivery(&mut self, delivery: &DeliveryRecord) -> Result<OpenDelivery, StoreError> {
        self.change(|database| deliveries::insert(database, delivery, &[]).map(|seq| OpenDelivery { seq }))
    }

    /// Stores changes of many deliveries as one: all of them or none. Returns the delivery of each.
    pub fn apply(&mut self, changes: &[DeliveryChange<'_>]) -> Result<Vec<OpenDelivery>, StoreError> {
        self.change(|database| changes.iter().map(|change| change.apply(database)).collect())
    }

    /// The delivery with this id and its attempts, for going on with it; nothing where there is none.
    pub fn delivery(&mut self, id: RecordId) -> Result<Option<(OpenDelivery, StoredDelivery)>, StoreError> {
        let found = transaction(&mut *self.database, Intent::Read, |database| {
            let Some(seq) = select::delivery_seq(database, id)? else { return Ok(None) };
            Ok(Some((seq, deliveries::load(database, seq, id)?)))
        })?;
        match found {
            Some((seq, Loaded::Entry(Entry::Delivery(stored)))) => Ok(Some((OpenDelivery { seq }, *stored))),
            Some((_, Loaded::Damaged(id))) => Err(damaged(&*self.database, damage::record(&id.to_string()))),
            Some(_) | None => Ok(None),
        }
    }

    /// The delivery with this id, for going on with it; nothing where there is none.
    pub fn open_delivery(&mut self, id: RecordId) -> Result<Option<OpenDelivery>, StoreError> {
        self.gather()?;
        transaction(&mut *self.database, Intent::Read, |database| select::delivery_seq(database, id))
            .map(|seq| seq.map(|seq| OpenDelivery { seq }))
    }

    /// Stores that an attempt begins, before a byte of it leaves. Its `result` is nothing until
    /// [`Self::finish_attempt`]; where that never comes, what became of it is unknown.
    pub fn start_attempt(&mut self, delivery: OpenDelivery, attempt: &AttemptRecord) -> Result<(), StoreError> {
        self.apply(&[DeliveryChange::Start(delivery, attempt)]).map(drop)
    }

    /// Stores what came of an attempt that was started.
    pub fn finish_attempt(
        &mut self,
        delivery: OpenDelivery,
        number: u32,
        result: &AttemptResult,
    ) -> Result<(), StoreError> {
        self.apply(&[DeliveryChange::Finish(delivery, number, result)]).map(drop)
    }

    /// Stores how a delivery ended: `acknowledged`, `exhausted` or `interrupted`.
    pub fn end_delivery(&mut self, delivery: OpenDelivery, outcome: &str) -> Result<(), StoreError> {
        self.apply(&[DeliveryChange::End(delivery, outcome)]).map(drop)
    }

    pub(super) fn change<T>(
        &mut self,
        work: impl FnOnce(&mut dyn Database) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let result = transaction(&mut *self.database, Intent::Write, work)?;
        // The change is kept whatever becomes of the log.
        let _ = self.database.settle();
        Ok(result)
    }

    /// A store on another engine, for tests.
    #[cfg(test)]
    pub(super) fn on(database: Box<dyn Database>) -> Self {
        Self { database, access: Access::Durable, incomplete: None }
    }

    /// The engine, for the other files of this room.
    pub(super) fn database(&mut self) -> &mut dyn Database {
        &mut *self.database
    }

    /// The engine, for reading what there is. What waits and cannot be put into the store now goes on waiting, and
    /// [`Self::incomplete`] says why.
    pub(super) fn complete(&mut self) -> &mut dyn Database {
        self.incomplete = self.gather().err();
        &mut *self.database
    }

    /// Why deliveries of one-shot sends were not among what was last read, where some were not.
    pub fn incomplete(&self) -> Option<&StoreError> {
        self.incomplete.as_ref()
    }

    /// Lets go of what waits beside the store; says how many deliveries that were.
    pub(super) fn forget_waiting(&mut self) -> Result<u64, StoreError> {
        spool::forget(self.path())
            .map_err(|error| StoreError::Io { path: self.path().to_owned(), reason: error.to_string() })
    }

    /// The engine, for the writer's thread.
    pub(super) fn into_database(self) -> Box<dyn Database> {
        self.database
    }
}

/// One change of a delivery.
#[derive(Clone, Copy, Debug)]
pub enum DeliveryChange<'a> {
    /// It begins with its first attempt.
    Begin(&'a DeliveryRecord, &'a AttemptRecord),
    /// Another attempt begins.
    Start(OpenDelivery, &'a AttemptRecord),
    /// What came of the attempt with this number.
    Finish(OpenDelivery, u32, &'a AttemptResult),
    /// How it ended: `acknowledged`, `exhausted` or `interrupted`.
    End(OpenDelivery, &'a str),
}

impl DeliveryChange<'_> {
    /// Makes it, inside the caller's transaction.
    fn apply(self, database: &mut dyn Database) -> Result<OpenDelivery, StoreError> {
        let (open, there) = match self {
            Self::Begin(record, attempt) => {
                let seq = deliveries::insert(database, record, std::slice::from_ref(attempt))?;
                (OpenDelivery { seq }, true)
            }
            Self::Start(open, attempt) => {
                let there = deliveries::exists(database, open.seq)?;
                if there {
                    deliveries::insert_attempt(database, open.seq, attempt)?;
                }
                (open, there)
            }
            Self::Finish(open, number, result) => {
                (open, deliveries::finish_attempt(database, open.seq, number, result)?)
            }
            Self::End(open, outcome) => (open, deliveries::end(database, open.seq, outcome)?),
        };
        require(database, there).map(|()| open)
    }
}

/// A delivery that was deleted meanwhile cannot go on.
fn require(database: &dyn Database, there: bool) -> Result<(), StoreError> {
    if there { Ok(()) } else { Err(StoreError::Gone { path: database.path().to_owned() }) }
}
