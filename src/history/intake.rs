//! What a writer remembers between batches: where the order of time stands, which messages came before, and the
//! shapes of heads. All of it can be read from the store again.

use std::collections::HashMap;

use super::captures::{self, Placed};
use super::checksum::of_message;
use super::database::{Database, Intent, Value, first, rows, transaction};
use super::entries::{id_of_number, least_seq, newest_seq};
use super::record::{AttemptRecord, CaptureRecord, DeliveryRecord, RecordId};
use super::schema::{Meta, meta};
use super::shape::Shapes;
use super::{StoreError, Stored, deliveries, index};

/// One writer's memory.
pub(super) struct Intake {
    writer: i64,
    /// The newest `seq` that this writer gave out; it never goes back, even when entries are deleted.
    last_given: i64,
    known: Option<Known>,
}

struct Known {
    generation: i64,
    indexed: i64,
    newest: i64,
    unindexed: u64,
    first_of: HashMap<i64, RecordId>,
    shapes: Shapes,
}

impl Intake {
    /// Registers a writer; thus a store that cannot be written shows at once.
    pub(super) fn register(database: &mut dyn Database) -> Result<Self, StoreError> {
        let writer = transaction(database, Intent::Write, |database| {
            let last = first(database, "SELECT max(writer) FROM writers", &[], |row| row.optional_integer())?;
            let writer = last.flatten().unwrap_or(0) + 1;
            let sql = "INSERT INTO writers (writer, answered) VALUES ($1, $2)";
            database.execute(sql, &[Value::Integer(writer), Value::Integer(-1)])?;
            Ok(writer)
        })?;
        Ok(Self { writer, last_given: -1, known: None })
    }

    /// The number of the writer.
    pub(super) fn writer(&self) -> i64 {
        self.writer
    }

    /// Catches up with what other processes did, at the beginning of a write transaction.
    pub(super) fn prepare(&mut self, database: &mut dyn Database) -> Result<(), StoreError> {
        let generation = meta(database, Meta::Generation)?;
        let indexed = meta(database, Meta::Indexed)?;
        let mut known = match self.known.take() {
            Some(known) if known.generation == generation && known.indexed == indexed => known,
            _ => Known {
                generation,
                indexed,
                newest: indexed,
                unindexed: 0,
                first_of: HashMap::new(),
                shapes: Shapes::load(database)?,
            },
        };
        let newest = newest_seq(database)?.unwrap_or(-1);
        if newest > known.newest {
            known.read_after(database)?;
            known.newest = newest;
        }
        self.known = Some(known);
        Ok(())
    }

    /// Forgets everything, after a transaction that was not kept.
    pub(super) fn forget(&mut self) {
        self.known = None;
    }

    /// Stores a capture.
    pub(super) fn add_capture(
        &mut self,
        database: &mut dyn Database,
        capture: &CaptureRecord,
    ) -> Result<Stored, StoreError> {
        let known = self.known.as_mut().ok_or_else(|| unprepared(database))?;
        let message = capture.message_id.as_deref().map(|message| of_message(message, capture.corp_num.as_deref()));
        let duplicate_of = match message {
            Some(message) => known.first(database, message, capture)?,
            None => None,
        };
        // What is stored later never comes before what was there, whatever the clock says.
        let seq = least_seq(capture.received_at).max(known.newest.max(known.indexed).max(self.last_given) + 1);
        let place = Placed { seq, writer: self.writer, duplicate_of };
        captures::insert(database, &mut known.shapes, capture, place)?;
        if let Some(message) = message {
            known.first_of.entry(message).or_insert(capture.id);
        }
        known.newest = seq;
        known.unindexed += 1;
        self.last_given = seq;
        Ok(Stored { id: capture.id, seq, duplicate_of })
    }

    /// Stores a delivery that has ended.
    pub(super) fn add_delivery(
        &mut self,
        database: &mut dyn Database,
        delivery: &DeliveryRecord,
        attempts: &[AttemptRecord],
    ) -> Result<(), StoreError> {
        let known = self.known.as_mut().ok_or_else(|| unprepared(database))?;
        let seq = deliveries::insert(database, delivery, attempts)?;
        known.newest = known.newest.max(seq);
        known.unindexed += 1;
        Ok(())
    }

    /// Brings the index forward when that is due.
    pub(super) fn advance_index(&mut self, database: &mut dyn Database) -> Result<(), StoreError> {
        while self.known.as_ref().is_some_and(|known| known.unindexed >= index::STEP) {
            // The memory follows at the next `prepare`, which sees that the index has moved.
            let advanced = index::advance(database)?;
            match &mut self.known {
                Some(known) if advanced >= index::STEP => known.unindexed -= advanced,
                Some(known) => known.unindexed = 0,
                None => {}
            }
            database.settle()?;
        }
        Ok(())
    }
}

impl Known {
    /// Reads the entries that others stored after the newest known one.
    fn read_after(&mut self, database: &mut dyn Database) -> Result<(), StoreError> {
        let after = [Value::Integer(self.newest)];
        let count = first(database, "SELECT count(*) FROM entries WHERE seq > $1", &after, |row| row.number::<u64>())?;
        self.unindexed += count.unwrap_or(0);
        let sql = "SELECT id, message_id, corp_num FROM entries WHERE seq > $1 AND direction = 0 AND message_id IS NOT \
                   NULL AND duplicate_of IS NULL ORDER BY seq";
        let found = rows(database, sql, &after, |row| {
            let (id, message_id, corp_num) = (id_of_number(row.integer()?), row.text()?, row.optional_text()?);
            Ok((of_message(&message_id, corp_num.as_deref()), id))
        })?;
        for (message, id) in found {
            self.first_of.entry(message).or_insert(id);
        }
        Ok(())
    }

    /// The first capture of the same message, if there is one.
    fn first(
        &mut self,
        database: &mut dyn Database,
        message: i64,
        capture: &CaptureRecord,
    ) -> Result<Option<RecordId>, StoreError> {
        if let Some(id) = self.first_of.get(&message) {
            return Ok(Some(*id));
        }
        if self.indexed < 0 {
            return Ok(None);
        }
        // Two statements: SQLite would prepare a join anew for each message.
        let sql = "SELECT seq FROM messages WHERE message = $1";
        let Some(seq) = first(database, sql, &[Value::Integer(message)], |row| row.integer())? else {
            return Ok(None);
        };
        let sql = "SELECT id, message_id, corp_num FROM entries WHERE seq = $1";
        let found = first(database, sql, &[Value::Integer(seq)], |row| {
            Ok((id_of_number(row.integer()?), row.optional_text()?, row.optional_text()?))
        })?;
        match found {
            Some((id, message_id, corp_num)) if message_id == capture.message_id && corp_num == capture.corp_num => {
                self.first_of.insert(message, id);
                Ok(Some(id))
            }
            Some(_) => Ok(None),
            None => {
                // The capture was deleted, and the process that did it ended before it came to the index.
                database.execute("DELETE FROM messages WHERE message = $1", &[Value::Integer(message)])?;
                Ok(None)
            }
        }
    }
}

fn unprepared(database: &dyn Database) -> StoreError {
    StoreError::Closed { path: database.path().to_owned() }
}
