//! Naming one entry: `latest`, `latest~2`, or the first digits of its id.

use std::str::FromStr;

use super::database::{Database, Intent, Value, damaged, first, rows, transaction};
use super::entries::{Direction, id_number, id_of_number};
use super::list::{Key, Loaded};
use super::record::{Entry, RecordId};
use super::schema::{Meta, meta};
use super::{Store, StoreError};
use crate::words::history as words;

/// What names an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// The newest entry, or the one so many before it.
    Latest(u64),
    /// The first digits of an id, 1 to 16 lower-case hexadecimal ones.
    Prefix(String),
}

/// A text that names no entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", words::malformed(.0))]
pub struct NotASelector(pub String);

impl Selector {
    /// Reads `latest`, `latest~2` or the first digits of an id.
    pub fn parse(text: &str) -> Result<Self, NotASelector> {
        let malformed = || NotASelector(text.to_owned());
        match text.strip_prefix("latest") {
            Some("") => Ok(Self::Latest(0)),
            Some(back) => {
                let digits = back.strip_prefix('~').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
                digits.and_then(|digits| digits.parse().ok()).map(Self::Latest).ok_or_else(malformed)
            }
            None if matches!(text.len(), 1..=16) && text.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                Ok(Self::Prefix(text.to_ascii_lowercase()))
            }
            None => Err(malformed()),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Latest(0) => "latest".to_owned(),
            Self::Latest(back) => format!("latest~{back}"),
            Self::Prefix(digits) => digits.clone(),
        }
    }
}

impl FromStr for Selector {
    type Err = NotASelector;

    fn from_str(text: &str) -> Result<Self, NotASelector> {
        Self::parse(text)
    }
}

/// Why no single entry was found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SelectError {
    /// There is no entry at all.
    #[error("{}", words::empty())]
    Empty,
    /// `latest~N` goes back beyond the oldest.
    #[error("{}", words::too_few(.0))]
    TooFew(String),
    /// No id begins with these digits.
    #[error("{}", words::unknown(.0))]
    Unknown(String),
    /// Several do.
    #[error("{}", ambiguous(digits, candidates, *more))]
    Ambiguous {
        /// The digits.
        digits: String,
        /// Up to five of the ids, newest first.
        candidates: Vec<RecordId>,
        /// Whether there are others.
        more: bool,
    },
    /// The store cannot be read, or the entry no longer holds what was written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn ambiguous(digits: &str, candidates: &[RecordId], more: bool) -> String {
    let candidates: Vec<_> = candidates.iter().map(RecordId::to_string).collect();
    words::ambiguous(digits, &candidates, more)
}

/// How many candidates an ambiguous prefix shows.
const CANDIDATES: usize = 5;

impl Store {
    /// The one entry that `selector` names.
    pub fn find(&mut self, selector: &Selector) -> Result<Entry, SelectError> {
        let found = transaction(self.complete(), Intent::Read, |database| {
            let key = match selector {
                Selector::Latest(back) => latest(database, *back)?,
                Selector::Prefix(digits) => by_prefix(database, digits)?,
            };
            match key {
                Ok(key) => key.load(database).map(Ok),
                Err(error) => Ok(Err(error)),
            }
        })?;
        match found {
            Ok(Loaded::Entry(entry)) => Ok(entry),
            Ok(Loaded::Missing) => Err(SelectError::Unknown(selector.text())),
            Ok(Loaded::Damaged(id)) => Err(damaged(self.database(), words::damage::record(&id.to_string())).into()),
            Err(error) => Err(error),
        }
    }
}

type Selected = Result<Key, SelectError>;

fn latest(database: &mut dyn Database, back: u64) -> Result<Selected, StoreError> {
    let sql = "SELECT seq, id, direction FROM entries ORDER BY seq DESC LIMIT 1 OFFSET $1";
    let offset = i64::try_from(back).unwrap_or(i64::MAX);
    let found = first(database, sql, &[Value::Integer(offset)], |row| {
        let (seq, id) = (row.integer()?, id_of_number(row.integer()?));
        Ok(Key { seq, id, direction: Direction::of_number(row.integer()?)? })
    })?;
    match found {
        Some(key) => Ok(Ok(key)),
        None if back > 0 && first(database, "SELECT seq FROM entries LIMIT 1", &[], |row| row.integer())?.is_some() => {
            Ok(Err(SelectError::TooFew(Selector::Latest(back).text())))
        }
        None => Ok(Err(SelectError::Empty)),
    }
}

fn by_prefix(database: &mut dyn Database, digits: &str) -> Result<Selected, StoreError> {
    let seqs = seqs(database, range(digits))?;
    let mut keys: Vec<Key> = Vec::new();
    for seq in seqs {
        let sql = "SELECT id, direction FROM entries WHERE seq = $1";
        let key = first(database, sql, &[Value::Integer(seq)], |row| {
            Ok(Key { seq, id: id_of_number(row.integer()?), direction: Direction::of_number(row.integer()?)? })
        })?;
        keys.extend(key.filter(|key| keys.iter().all(|other| other.id != key.id)));
    }
    match keys.len() {
        0 => {
            let any = first(database, "SELECT seq FROM entries LIMIT 1", &[], |row| row.integer())?;
            Ok(Err(any.map_or(SelectError::Empty, |_| SelectError::Unknown(digits.to_owned()))))
        }
        1 => Ok(keys.pop().ok_or(SelectError::Empty)),
        count => {
            let candidates = keys.iter().take(CANDIDATES).map(|key| key.id).collect();
            Ok(Err(SelectError::Ambiguous { digits: digits.to_owned(), candidates, more: count > CANDIDATES }))
        }
    }
}

/// The lowest and the highest id with these first digits, as the store keeps them.
fn range(digits: &str) -> (i64, i64) {
    let bound =
        |filler: char| u64::from_str_radix(&format!("{digits}{}", filler.to_string().repeat(16 - digits.len())), 16);
    let (low, high) = (bound('0').unwrap_or(0), bound('f').unwrap_or(u64::MAX));
    (id_number(RecordId::from_bits(low)), id_number(RecordId::from_bits(high)))
}

/// The newest entries with an id in this range; one more than are shown. The index knows the older ones.
fn seqs(database: &mut dyn Database, (low, high): (i64, i64)) -> Result<Vec<i64>, StoreError> {
    let indexed = meta(database, Meta::Indexed)?;
    let limit = Value::Integer(i64::try_from(CANDIDATES).unwrap_or(0) + 1);
    let sql = "SELECT seq FROM entries WHERE seq > $1 AND id >= $2 AND id <= $3 ORDER BY seq DESC LIMIT $4";
    let values = [Value::Integer(indexed), Value::Integer(low), Value::Integer(high), limit];
    let mut found = rows(database, sql, &values, |row| row.integer())?;
    // While entries are being deleted, the index may still lead to some that are gone.
    let sql = "SELECT ids.seq FROM ids JOIN entries ON entries.seq = ids.seq WHERE ids.id >= $1 AND ids.id <= $2 LIMIT \
               $3";
    found.extend(rows(database, sql, &[Value::Integer(low), Value::Integer(high), limit], |row| row.integer())?);
    found.sort_unstable_by(|one, other| other.cmp(one));
    Ok(found)
}

/// The `seq` of the delivery with this id.
pub(super) fn delivery_seq(database: &mut dyn Database, id: RecordId) -> Result<Option<i64>, StoreError> {
    let key = by_prefix(database, &id.to_string())?;
    Ok(key.ok().filter(|key| key.direction == Direction::Out).map(|key| key.seq))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_read() {
        for (text, selector) in [
            ("latest", Selector::Latest(0)),
            ("latest~0", Selector::Latest(0)),
            ("latest~2", Selector::Latest(2)),
            ("latest~18446744073709551615", Selector::Latest(u64::MAX)),
            ("3", Selector::Prefix("3".to_owned())),
            ("0aF9", Selector::Prefix("0af9".to_owned())),
            ("0123456789abcdef", Selector::Prefix("0123456789abcdef".to_owned())),
        ] {
            assert_eq!(Selector::parse(text), Ok(selector), "{text}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            " ",
            "latest~",
            "latest2",
            "latest~-1",
            "latest~+1",
            "latest~1x",
            "latest~18446744073709551616",
            "Latest",
            "g",
            "-1",
            "0123456789abcdef0",
            "12 34",
            "１２",
        ] {
            assert_eq!(text.parse::<Selector>(), Err(NotASelector(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn prefixes_are_ranges() {
        let numbers = |low: u64, high: u64| (id_number(RecordId::from_bits(low)), id_number(RecordId::from_bits(high)));
        assert_eq!(range("a"), numbers(0xa000_0000_0000_0000, 0xafff_ffff_ffff_ffff));
        assert_eq!(range("0123456789abcdef"), numbers(0x0123_4567_89ab_cdef, 0x0123_4567_89ab_cdef));
    }
}
