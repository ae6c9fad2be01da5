//! A delivery and its attempts as rows, and back.

use jiff::Timestamp;

use super::checksum;
use super::database::{Columns, Database, Unreadable, Value, rows};
use super::entries::{self, Direction, EntryRow, State, id_number, id_of_number, instant, millisecond};
use super::record::{AttemptRecord, AttemptResult, DeliveryRecord, RecordId, StoredDelivery};
use super::{Loaded, StoreError};

/// Stores a delivery with the attempts it has, inside the caller's transaction; returns its `seq`.
pub(super) fn insert(
    database: &mut dyn Database,
    delivery: &DeliveryRecord,
    attempts: &[AttemptRecord],
) -> Result<i64, StoreError> {
    let seq = entries::free_seq(database, delivery.created_at)?;
    let last = attempts.last().and_then(|attempt| attempt.result.as_ref());
    let row = EntryRow {
        seq,
        id: delivery.id,
        at: delivery.created_at,
        direction: Direction::Out,
        state: State::of_outcome(delivery.outcome.as_deref()),
        event: delivery.event.as_ref(),
        message_id: Some(&delivery.message_id),
        corp_num: Some(&delivery.corp_num),
        duplicate_of: None,
        verdict: last.map(|result| &result.verdict),
        slug: last.map(|result| &result.slug),
    };
    entries::insert(database, &row)?;
    entries::index_late(database, seq, delivery.id)?;
    let sql = "INSERT INTO deliveries (seq, url, most, seed, origin, outcome, checksum, head, body) VALUES ($1, $2, \
               $3, $4, $5, $6, $7, $8, $9)";
    let values: Vec<_> = [Value::Integer(seq)].into_iter().chain(columns(delivery)).collect();
    database.execute(sql, &values)?;
    attempts.iter().try_for_each(|attempt| insert_attempt(database, seq, attempt))?;
    Ok(seq)
}

/// Stores an attempt, with or without its result.
pub(super) fn insert_attempt(database: &mut dyn Database, seq: i64, attempt: &AttemptRecord) -> Result<(), StoreError> {
    let sql = "INSERT INTO attempts (delivery, number, due_ms, sent_ms, elapsed_us, status, verdict, slug, category, \
               detail, checksum, head, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let values: Vec<_> = [Value::Integer(seq)].into_iter().chain(attempt_columns(attempt)).collect();
    database.execute(sql, &values).map(drop)
}

/// What [`read`] reads of a delivery beyond its entry, in that order.
pub(super) fn columns(delivery: &DeliveryRecord) -> [Value<'_>; 8] {
    [
        Value::Text(&delivery.url),
        Value::Integer(i64::from(delivery.of)),
        delivery.seed.map(u64::cast_signed).into(),
        delivery.origin.map(id_number).into(),
        delivery.outcome.as_ref().into(),
        Value::Integer(checksum::of_delivery(delivery)),
        Value::Blob(&delivery.head),
        Value::Blob(&delivery.body),
    ]
}

/// What [`read_attempt`] reads, in that order.
pub(super) fn attempt_columns(attempt: &AttemptRecord) -> impl Iterator<Item = Value<'_>> {
    let result = attempt.result.as_ref();
    let result = result.map_or([Value::Null; 9], |result| result_columns(result, checksum::of_attempt(attempt)));
    let times = [millisecond(attempt.due_at), millisecond(attempt.sent_at)].map(Value::Integer);
    [Value::Integer(i64::from(attempt.number))].into_iter().chain(times).chain(result)
}

/// Adds the result to an attempt that was started; `false` where there is none such without a result.
pub(super) fn finish_attempt(
    database: &mut dyn Database,
    seq: i64,
    number: u32,
    result: &AttemptResult,
) -> Result<bool, StoreError> {
    let key = [Value::Integer(seq), Value::Integer(i64::from(number))];
    let sql = "SELECT due_ms, sent_ms FROM attempts WHERE delivery = $1 AND number = $2 AND verdict IS NULL";
    let started = rows(database, sql, &key, |row| Ok((instant(row.integer()?)?, instant(row.integer()?)?)))?;
    let Some((due_at, sent_at)) = started.into_iter().next() else {
        return Ok(false);
    };
    let attempt = AttemptRecord { number, due_at, sent_at, result: Some(result.clone()) };
    let sql = "UPDATE attempts SET elapsed_us = $1, status = $2, verdict = $3, slug = $4, category = $5, detail = $6, \
               checksum = $7, head = $8, body = $9 WHERE delivery = $10 AND number = $11";
    let values: Vec<_> = result_columns(result, checksum::of_attempt(&attempt)).into_iter().chain(key).collect();
    database.execute(sql, &values)?;
    let sql = "UPDATE entries SET verdict = $1, slug = $2 WHERE seq = $3";
    let values = [Value::Text(&result.verdict), Value::Text(&result.slug), Value::Integer(seq)];
    database.execute(sql, &values).map(|_| true)
}

/// Ends a delivery; `false` where there is none such.
pub(super) fn end(database: &mut dyn Database, seq: i64, outcome: &str) -> Result<bool, StoreError> {
    let state = State::of_outcome(Some(outcome)).number();
    database.execute("UPDATE entries SET state = $1 WHERE seq = $2", &[Value::Integer(state), Value::Integer(seq)])?;
    let values = [Value::Text(outcome), Value::Integer(seq)];
    database.execute("UPDATE deliveries SET outcome = $1 WHERE seq = $2", &values).map(|changed| changed > 0)
}

fn result_columns(result: &AttemptResult, checksum: i64) -> [Value<'_>; 9] {
    [
        Value::Integer(result.elapsed_us.cast_signed()),
        result.status.map(i64::from).into(),
        Value::Text(&result.verdict),
        Value::Text(&result.slug),
        result.category.as_ref().into(),
        result.detail.as_ref().into(),
        Value::Integer(checksum),
        Value::Blob(&result.head),
        Value::Blob(&result.body),
    ]
}

/// Reads the delivery under `seq` with its attempts.
pub(super) fn load(database: &mut dyn Database, seq: i64, id: RecordId) -> Result<Loaded, StoreError> {
    let sql = "SELECT entries.id, entries.at_ms, entries.event, entries.message_id, entries.corp_num, \
               deliveries.url, deliveries.most, deliveries.seed, deliveries.origin, deliveries.outcome, \
               deliveries.checksum, deliveries.head, deliveries.body FROM entries JOIN deliveries ON deliveries.seq = \
               entries.seq WHERE entries.seq = $1";
    let found = rows(database, sql, &[Value::Integer(seq)], |row| Ok(read(row)))?;
    let record = match found.into_iter().next() {
        None => return Ok(Loaded::Missing),
        Some(Err(Unreadable)) => return Ok(Loaded::Damaged(id)),
        Some(Ok(record)) => record,
    };
    let sql = "SELECT number, due_ms, sent_ms, elapsed_us, status, verdict, slug, category, detail, checksum, head, \
               body FROM attempts WHERE delivery = $1 ORDER BY number";
    let attempts = rows(database, sql, &[Value::Integer(seq)], |row| Ok(read_attempt(row)))?;
    let attempts: Result<Vec<_>, Unreadable> = attempts.into_iter().collect();
    Ok(attempts.map_or(Loaded::Damaged(id), |attempts| Loaded::delivery(StoredDelivery { record, attempts })))
}

/// A delivery from the columns that [`load`] asks for; checks its checksum.
pub(super) fn read(row: &mut Columns<'_>) -> Result<DeliveryRecord, Unreadable> {
    let record = DeliveryRecord {
        id: id_of_number(row.integer()?),
        created_at: instant(row.integer()?)?,
        event: row.optional_text()?,
        message_id: row.text()?,
        corp_num: row.text()?,
        url: row.text()?,
        of: row.number()?,
        seed: row.optional_integer()?.map(i64::cast_unsigned),
        origin: row.optional_integer()?.map(id_of_number),
        outcome: row.optional_text()?,
        head: vec![],
        body: vec![],
    };
    let checksum = row.integer()?;
    let record = DeliveryRecord { head: row.bytes()?, body: row.bytes()?, ..record };
    if checksum::of_delivery(&record) == checksum { Ok(record) } else { Err(Unreadable) }
}

/// An attempt from the columns that [`load`] asks for; checks its checksum.
pub(super) fn read_attempt(row: &mut Columns<'_>) -> Result<AttemptRecord, Unreadable> {
    let (number, due_at, sent_at): (u32, Timestamp, Timestamp) =
        (row.number()?, instant(row.integer()?)?, instant(row.integer()?)?);
    let (elapsed_us, status) = (row.optional_integer()?, row.optional_number()?);
    let (verdict, slug) = (row.optional_text()?, row.optional_text()?);
    let (category, detail) = (row.optional_text()?, row.optional_text()?);
    let (checksum, head, body) = (row.optional_integer()?, row.optional_bytes()?, row.optional_bytes()?);
    let result = match (elapsed_us, verdict, slug, head, body) {
        (Some(elapsed), Some(verdict), Some(slug), Some(head), Some(body)) => {
            let elapsed_us = elapsed.cast_unsigned();
            Some(AttemptResult { elapsed_us, status, verdict, slug, category, head, body, detail })
        }
        (None, None, None, None, None) => None,
        _ => return Err(Unreadable),
    };
    let attempt = AttemptRecord { number, due_at, sent_at, result };
    let expected = attempt.result.is_some().then(|| checksum::of_attempt(&attempt));
    if expected == checksum { Ok(attempt) } else { Err(Unreadable) }
}

/// Whether there is a delivery under `seq`.
pub(super) fn exists(database: &mut dyn Database, seq: i64) -> Result<bool, StoreError> {
    let found =
        rows(database, "SELECT seq FROM deliveries WHERE seq = $1", &[Value::Integer(seq)], |row| row.integer())?;
    Ok(!found.is_empty())
}
