//! Brings `ids` and `messages` forward, in sorted batches.

use super::StoreError;
use super::checksum::of_message;
use super::database::{Database, Intent, Value, rows, transaction};
use super::entries::Direction;
use super::schema::{Meta, meta, set_meta};

/// The index is brought forward when this many entries lie beyond it. Fewer make it costlier for each entry, since
/// its keys are random and a batch touches nearly every page of it; more make look-ups scan longer.
pub(super) const STEP: u64 = if cfg!(test) { 32 } else { 65_536 };

/// What the index needs of an entry.
struct Unindexed {
    seq: i64,
    id: i64,
    message: Option<i64>,
}

/// Indexes the next entries, at most [`STEP`], in a transaction of its own; returns how many there were.
pub(super) fn advance(database: &mut dyn Database) -> Result<u64, StoreError> {
    transaction(database, Intent::Write, |database| {
        let indexed = meta(database, Meta::Indexed)?;
        let limit = i64::try_from(STEP).unwrap_or(i64::MAX);
        let sql = "SELECT seq, id, direction, message_id, corp_num, duplicate_of FROM entries WHERE seq > $1 ORDER BY \
                   seq LIMIT $2";
        let mut found = rows(database, sql, &[Value::Integer(indexed), Value::Integer(limit)], |row| {
            let (seq, id, direction) = (row.integer()?, row.integer()?, Direction::of_number(row.integer()?)?);
            let (message_id, corp_num) = (row.optional_text()?, row.optional_text()?);
            let is_first = direction == Direction::In && row.optional_integer()?.is_none();
            let message = message_id.filter(|_| is_first);
            Ok(Unindexed { seq, id, message: message.map(|message| of_message(&message, corp_num.as_deref())) })
        })?;
        let Some(last) = found.last().map(|entry| entry.seq) else {
            return Ok(0);
        };
        found.sort_unstable_by_key(|entry| (entry.id, entry.seq));
        for entry in &found {
            let sql = "INSERT INTO ids (id, seq) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
            database.execute(sql, &[Value::Integer(entry.id), Value::Integer(entry.seq)])?;
        }
        found.sort_unstable_by_key(|entry| (entry.message, entry.seq));
        for entry in &found {
            if let Some(message) = entry.message {
                let sql = "INSERT INTO messages (message, seq) VALUES ($1, $2) ON CONFLICT (message) DO NOTHING";
                database.execute(sql, &[Value::Integer(message), Value::Integer(entry.seq)])?;
            }
        }
        set_meta(database, Meta::Indexed, last)?;
        Ok(found.len() as u64)
    })
}
