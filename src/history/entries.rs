//! The narrow row that each capture and each delivery has, and its place in the order of time.

use jiff::Timestamp;

use super::StoreError;
use super::database::{Database, Unreadable, Value, first};
use super::record::RecordId;
use super::schema::{Meta, meta};

/// Which way an entry went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// A capture: it came in.
    In,
    /// A delivery: it went out.
    Out,
}

impl Direction {
    /// The number in the store.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::In => 0,
            Self::Out => 1,
        }
    }

    /// From the number in the store.
    pub(super) fn of_number(number: i64) -> Result<Self, Unreadable> {
        match number {
            0 => Ok(Self::In),
            1 => Ok(Self::Out),
            _ => Err(Unreadable),
        }
    }
}

/// How an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// A capture, or a delivery that was acknowledged.
    Settled = 0,
    /// A delivery that ended without, or a capture whose upstream would have been sent it again.
    Failed = 1,
    /// A delivery that has not ended.
    Open = 2,
}

impl State {
    /// The number in the store.
    pub(super) fn number(self) -> i64 {
        self as i64
    }

    /// That of a delivery.
    pub(super) fn of_outcome(outcome: Option<&str>) -> Self {
        match outcome {
            None => Self::Open,
            Some("acknowledged") => Self::Settled,
            Some(_) => Self::Failed,
        }
    }
}

/// An id as the store keeps it: in the order of its digits, which makes a prefix a range.
pub(super) fn id_number(id: RecordId) -> i64 {
    (id.bits() ^ (1 << 63)).cast_signed()
}

/// The id of a number in the store.
pub(super) fn id_of_number(number: i64) -> RecordId {
    RecordId::from_bits(number.cast_unsigned() ^ (1 << 63))
}

/// An instant as the store keeps it. What is finer than a millisecond is dropped.
pub(super) fn millisecond(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// The instant of a number in the store.
pub(super) fn instant(millisecond: i64) -> Result<Timestamp, Unreadable> {
    Timestamp::from_millisecond(millisecond).map_err(|_| Unreadable)
}

/// `seq` begins with the millisecond; this many of its lowest bits tell entries of one millisecond apart.
const SUBDIVISION_BITS: u32 = 12;

/// The least `seq` of an instant. Every entry's `seq` is at or above that of its own instant.
pub(super) fn least_seq(at: Timestamp) -> i64 {
    // No instant is so late that this would overflow: the year 9999 has 48 bits.
    millisecond(at).max(0) << SUBDIVISION_BITS
}

/// The newest `seq`, if there is an entry.
pub(super) fn newest_seq(database: &mut dyn Database) -> Result<Option<i64>, StoreError> {
    first(database, "SELECT seq FROM entries ORDER BY seq DESC LIMIT 1", &[], |row| row.integer())
}

/// The first free `seq` of an instant, inside a write transaction. Where one millisecond has too many entries, the
/// next ones serve too.
pub(super) fn free_seq(database: &mut dyn Database, at: Timestamp) -> Result<i64, StoreError> {
    let mut least = least_seq(at);
    loop {
        let end = least | ((1 << SUBDIVISION_BITS) - 1);
        let sql = "SELECT seq FROM entries WHERE seq >= $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1";
        match first(database, sql, &[Value::Integer(least), Value::Integer(end)], |row| row.integer())? {
            None => return Ok(least),
            Some(taken) if taken < end => return Ok(taken + 1),
            Some(_) => least = end + 1,
        }
    }
}

/// The narrow row.
pub(super) struct EntryRow<'a> {
    pub(super) seq: i64,
    pub(super) id: RecordId,
    pub(super) at: Timestamp,
    pub(super) direction: Direction,
    pub(super) state: State,
    pub(super) event: Option<&'a String>,
    pub(super) message_id: Option<&'a String>,
    pub(super) corp_num: Option<&'a String>,
    pub(super) duplicate_of: Option<RecordId>,
    pub(super) verdict: Option<&'a String>,
    pub(super) slug: Option<&'a String>,
}

/// Stores the narrow row.
pub(super) fn insert(database: &mut dyn Database, row: &EntryRow<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO entries (seq, id, at_ms, direction, state, event, message_id, corp_num, duplicate_of, \
               verdict, slug) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let values = [
        Value::Integer(row.seq),
        Value::Integer(id_number(row.id)),
        Value::Integer(millisecond(row.at)),
        Value::Integer(row.direction.number()),
        Value::Integer(row.state.number()),
        row.event.into(),
        row.message_id.into(),
        row.corp_num.into(),
        row.duplicate_of.map(id_number).into(),
        row.verdict.into(),
        row.slug.into(),
    ];
    database.execute(sql, &values).map(drop)
}

/// Makes an entry findable that was placed before the end of the index, because it began long ago.
pub(super) fn index_late(database: &mut dyn Database, seq: i64, id: RecordId) -> Result<(), StoreError> {
    if seq > meta(database, Meta::Indexed)? {
        return Ok(());
    }
    let sql = "INSERT INTO ids (id, seq) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
    database.execute(sql, &[Value::Integer(id_number(id)), Value::Integer(seq)]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_the_order_of_their_digits() {
        let bits = [0, 1, 0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000, u64::MAX];
        let numbers = bits.map(|bits| id_number(RecordId::from_bits(bits)));
        assert!(numbers.is_sorted());
        assert_eq!((numbers[0], numbers[4]), (i64::MIN, i64::MAX));
        assert_eq!(numbers.map(|number| id_of_number(number).bits()), bits);
    }

    #[test]
    fn seqs_follow_time_over_its_whole_range() {
        let instants = [Timestamp::MIN, Timestamp::UNIX_EPOCH, "2026-01-05T01:00:00Z".parse().unwrap(), Timestamp::MAX];
        let seqs = instants.map(least_seq);
        assert_eq!(seqs[..2], [0, 0], "before 1970 there is no order");
        assert!(seqs.is_sorted() && seqs[2] > 0);
    }

    #[test]
    fn outcomes_have_states() {
        for (outcome, state) in [
            (None, State::Open),
            (Some("acknowledged"), State::Settled),
            (Some("exhausted"), State::Failed),
            (Some("interrupted"), State::Failed),
        ] {
            assert_eq!(State::of_outcome(outcome), state, "{outcome:?}");
        }
    }
}
