//! A capture as a row, and back.

use super::checksum;
use super::database::{Columns, Database, Unreadable, Value, rows};
use super::entries::{self, Direction, EntryRow, State, id_of_number, instant};
use super::record::{Answered, Auth, CaptureRecord, Forwarded, RecordId, Reply, StoredCapture};
use super::shape::{Shape, Shapes};
use super::{Loaded, StoreError};

/// What `unanswered` says of a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exception {
    /// Nobody has told yet.
    Unknown = 0,
    /// The peer was gone.
    NotDelivered = 1,
}

/// Stores a capture under `seq`.
pub(super) fn insert(
    database: &mut dyn Database,
    shapes: &mut Shapes,
    capture: &CaptureRecord,
    place: Placed,
) -> Result<(), StoreError> {
    let forwarded = capture.forwarded.as_ref();
    let failed = forwarded.is_some_and(|forwarded| forwarded.verdict == "rejected");
    let row = EntryRow {
        seq: place.seq,
        id: capture.id,
        at: capture.received_at,
        direction: Direction::In,
        state: if failed { State::Failed } else { State::Settled },
        event: capture.event.as_ref(),
        message_id: capture.message_id.as_ref(),
        corp_num: capture.corp_num.as_ref(),
        duplicate_of: place.duplicate_of,
        verdict: forwarded.map(|forwarded| &forwarded.verdict),
        slug: forwarded.map(|forwarded| &forwarded.slug),
    };
    entries::insert(database, &row)?;
    let length = capture.body.len().to_string();
    let slots = [capture.message_id.as_deref(), capture.corp_num.as_deref(), Some(length.as_str())];
    let shape = shapes.number(database, &capture.head, slots)?;
    let flags = (!capture.flags.is_empty()).then(|| serde_json::json!(capture.flags).to_string());
    let sql = "INSERT INTO captures (seq, writer, peer, webhook_type, event_type, auth, flags, reply_status, \
               reply_body, forwarded_url, forwarded_status, forwarded_us, checksum, shape, head, body) VALUES ($1, $2, \
               $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    let values = [
        Value::Integer(place.seq),
        Value::Integer(place.writer),
        Value::Text(&capture.peer),
        capture.webhook_type.as_ref().into(),
        capture.event_type.as_ref().into(),
        Value::Text(capture.auth.name()),
        flags.as_ref().into(),
        capture.reply.status.map(i64::from).into(),
        Value::Blob(&capture.reply.body),
        forwarded.map(|forwarded| &forwarded.url).into(),
        forwarded.and_then(|forwarded| forwarded.status).map(i64::from).into(),
        forwarded.map(|forwarded| forwarded.elapsed_us.cast_signed()).into(),
        Value::Integer(checksum::of_capture(capture, place.duplicate_of)),
        shape.into(),
        if shape.is_some() { Value::Null } else { Value::Blob(&capture.head) },
        Value::Blob(&capture.body),
    ];
    database.execute(sql, &values).map(drop)
}

/// What the store decides about a capture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Its place in the order.
    pub(super) seq: i64,
    /// Who wrote it.
    pub(super) writer: i64,
    /// The first capture of the same message.
    pub(super) duplicate_of: Option<RecordId>,
}

/// Reads the capture under `seq`.
pub(super) fn load(database: &mut dyn Database, seq: i64, id: RecordId) -> Result<Loaded, StoreError> {
    let sql = "SELECT entries.id, entries.at_ms, entries.event, entries.message_id, entries.corp_num, \
               entries.duplicate_of, entries.verdict, entries.slug, captures.peer, captures.webhook_type, \
               captures.event_type, captures.auth, captures.flags, captures.reply_status, captures.reply_body, \
               captures.forwarded_url, captures.forwarded_status, captures.forwarded_us, captures.checksum, \
               writers.answered, unanswered.state, captures.head, captures.body, heads.text, heads.message_at, \
               heads.corp_num_at, heads.length_at FROM entries JOIN captures ON captures.seq = entries.seq LEFT JOIN \
               writers ON writers.writer = captures.writer LEFT JOIN unanswered ON unanswered.seq = entries.seq \
               LEFT JOIN heads ON heads.shape = captures.shape WHERE entries.seq = $1";
    let found = rows(database, sql, &[Value::Integer(seq)], |row| Ok(read(row, seq)))?;
    Ok(match found.into_iter().next() {
        None => Loaded::Missing,
        Some(Ok(capture)) => Loaded::capture(capture),
        Some(Err(Unreadable)) => Loaded::Damaged(id),
    })
}

fn read(row: &mut Columns<'_>, seq: i64) -> Result<StoredCapture, Unreadable> {
    let (id, received_at) = (id_of_number(row.integer()?), instant(row.integer()?)?);
    let [event, message_id, corp_num] = [row.optional_text()?, row.optional_text()?, row.optional_text()?];
    let duplicate_of = row.optional_integer()?.map(id_of_number);
    let (verdict, slug) = (row.optional_text()?, row.optional_text()?);
    let peer = row.text()?;
    let (webhook_type, event_type) = (row.optional_text()?, row.optional_text()?);
    let auth = row.text()?;
    let auth = Auth::ALL.into_iter().find(|known| known.name() == auth).ok_or(Unreadable)?;
    let flags = row.optional_text()?.map_or(Ok(vec![]), |text| serde_json::from_str(&text)).map_err(|_| Unreadable)?;
    let reply = Reply { status: row.optional_number()?, body: row.bytes()? };
    let (url, status, elapsed) = (row.optional_text()?, row.optional_number()?, row.optional_integer()?);
    let forwarded = match (url, verdict, slug, elapsed) {
        (Some(url), Some(verdict), Some(slug), Some(elapsed)) => {
            Some(Forwarded { url, status, verdict, slug, elapsed_us: elapsed.cast_unsigned() })
        }
        (None, None, None, None) => None,
        _ => return Err(Unreadable),
    };
    let checksum = row.integer()?;
    let answered = answered(row.optional_integer()?, row.optional_integer()?, seq);
    let (head, body) = (row.optional_bytes()?, row.bytes()?);
    let length = body.len().to_string();
    let slots = [message_id.as_deref(), corp_num.as_deref(), Some(length.as_str())];
    let shaped = Shape::read(row)?.and_then(|shape| shape.fill(slots));
    let head = head.or(shaped).ok_or(Unreadable)?;
    let record = CaptureRecord {
        id,
        received_at,
        peer,
        head,
        body,
        event,
        webhook_type,
        event_type,
        message_id,
        corp_num,
        auth,
        flags,
        reply,
        forwarded,
    };
    let intact = checksum::of_capture(&record, duplicate_of) == checksum;
    if intact { Ok(StoredCapture { record, duplicate_of, answered }) } else { Err(Unreadable) }
}

/// Whether the answer went out: the writer says up to where all did, and the exceptions are listed.
fn answered(all_up_to: Option<i64>, exception: Option<i64>, seq: i64) -> Answered {
    match exception {
        Some(state) if state == Exception::NotDelivered as i64 => Answered::NotDelivered,
        None if all_up_to.is_some_and(|all| seq <= all) => Answered::Delivered,
        Some(_) | None => Answered::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_follow_from_the_watermark_and_its_exceptions() {
        for (all_up_to, exception, expected) in [
            (Some(10), None, Answered::Delivered),
            (Some(9), None, Answered::Unknown),
            (Some(-1), None, Answered::Unknown),
            (None, None, Answered::Unknown),
            (Some(10), Some(0), Answered::Unknown),
            (Some(10), Some(1), Answered::NotDelivered),
            (Some(9), Some(1), Answered::NotDelivered),
        ] {
            assert_eq!(answered(all_up_to, exception, 10), expected, "{all_up_to:?} {exception:?}");
        }
    }
}
