//! What the history holds, newest first.

use std::ops::ControlFlow;

use jiff::Timestamp;

use super::database::{Database, Intent, Value, rows, transaction};
use super::entries::{Direction, State, id_of_number, least_seq, millisecond};
use super::record::{Entry, RecordId, StoredCapture, StoredDelivery};
use super::{Store, StoreError, captures, deliveries};

/// Which entries are meant. The default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The event's id in the catalogue; `*` stands for anything, `?` for one letter. Case does not matter.
    pub event: Option<String>,
    /// The verdict or its slug: of a delivery that of its last attempt, of a capture that of its upstream.
    pub verdict: Option<String>,
    /// The business number.
    pub corp_num: Option<String>,
    /// Not before this instant, to the millisecond.
    pub since: Option<Timestamp>,
    /// Before this instant, to the millisecond.
    pub until: Option<Timestamp>,
    /// Only what came in, or what went out.
    pub direction: Option<Direction>,
    /// Only deliveries that ended without being acknowledged, and captures whose upstream POPBiLL would send again.
    pub failed: bool,
    /// No more than this many.
    pub limit: Option<usize>,
    /// Oldest first instead of newest first.
    pub oldest_first: bool,
}

impl Filter {
    /// The same, with this limit where it has none.
    #[must_use]
    pub fn or_limit(self, limit: usize) -> Self {
        Self { limit: self.limit.or(Some(limit)), ..self }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The entries, in the order asked for.
    pub entries: Vec<Entry>,
    /// Entries that are there but no longer hold what was written.
    pub damaged: Vec<RecordId>,
}

/// An entry as it was read.
pub(super) enum Loaded {
    /// It is as it was written.
    Entry(Entry),
    /// It is not.
    Damaged(RecordId),
    /// It was deleted.
    Missing,
}

impl Loaded {
    pub(super) fn capture(capture: StoredCapture) -> Self {
        Self::Entry(Entry::Capture(Box::new(capture)))
    }

    pub(super) fn delivery(delivery: StoredDelivery) -> Self {
        Self::Entry(Entry::Delivery(Box::new(delivery)))
    }
}

/// How many entries are read at once where there may be many.
const PAGE: usize = 256;

impl Store {
    /// The entries that `filter` means: captures and deliveries in one order, that of time.
    pub fn list(&mut self, filter: &Filter) -> Result<Listing, StoreError> {
        let mut listing = Listing::default();
        listing.damaged = self.visit(filter, |entry| {
            listing.entries.push(entry);
            ControlFlow::Continue(())
        })?;
        Ok(listing)
    }

    /// Shows the same entries one by one, until `show` breaks off, so that a million of them need no memory. Returns
    /// those passed by that no longer hold what was written.
    pub fn visit(
        &mut self,
        filter: &Filter,
        mut show: impl FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<Vec<RecordId>, StoreError> {
        let mut damaged = Vec::new();
        let mut left = filter.limit.unwrap_or(usize::MAX);
        let mut after = None;
        self.complete();
        while left > 0 {
            let page = left.min(PAGE);
            let found = transaction(self.database(), Intent::Read, |database| {
                let keys = keys(database, filter, after, page)?;
                keys.iter().map(|key| Ok((key.seq, key.load(database)?))).collect::<Result<Vec<_>, StoreError>>()
            })?;
            let is_last = found.len() < page;
            left -= found.len();
            for (seq, loaded) in found {
                after = Some(seq);
                match loaded {
                    Loaded::Entry(entry) => {
                        if show(entry).is_break() {
                            return Ok(damaged);
                        }
                    }
                    Loaded::Damaged(id) => damaged.push(id),
                    Loaded::Missing => {}
                }
            }
            if is_last {
                break;
            }
        }
        Ok(damaged)
    }

    /// How many entries `filter` means.
    pub fn count(&mut self, filter: &Filter) -> Result<u64, StoreError> {
        let conditions = Conditions::of(filter, None);
        let sql = format!("SELECT count(*) FROM entries{}", conditions.text());
        let found = rows(self.complete(), &sql, &conditions.values(), |row| row.number::<u64>())?;
        let limit = filter.limit.and_then(|limit| u64::try_from(limit).ok()).unwrap_or(u64::MAX);
        Ok(found.first().copied().unwrap_or(0).min(limit))
    }
}

/// What leads to an entry.
pub(super) struct Key {
    pub(super) seq: i64,
    pub(super) id: RecordId,
    pub(super) direction: Direction,
}

impl Key {
    /// Reads the entry.
    pub(super) fn load(&self, database: &mut dyn Database) -> Result<Loaded, StoreError> {
        match self.direction {
            Direction::In => captures::load(database, self.seq, self.id),
            Direction::Out => deliveries::load(database, self.seq, self.id),
        }
    }
}

/// The keys of the entries that `filter` means, from `after` on.
fn keys(
    database: &mut dyn Database,
    filter: &Filter,
    after: Option<i64>,
    limit: usize,
) -> Result<Vec<Key>, StoreError> {
    let conditions = Conditions::of(filter, after);
    let mut values = conditions.values();
    values.push(Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX)));
    let order = if filter.oldest_first { "ASC" } else { "DESC" };
    let limit = values.len();
    let sql =
        format!("SELECT seq, id, direction FROM entries{} ORDER BY seq {order} LIMIT ${limit}", conditions.text());
    rows(database, &sql, &values, |row| {
        let (seq, id) = (row.integer()?, id_of_number(row.integer()?));
        Ok(Key { seq, id, direction: Direction::of_number(row.integer()?)? })
    })
}

/// What a statement asks for, with the values it needs.
struct Conditions {
    terms: Vec<&'static str>,
    values: Vec<Owned>,
}

enum Owned {
    Integer(i64),
    Text(String),
}

impl Conditions {
    fn of(filter: &Filter, after: Option<i64>) -> Self {
        let mut all = Self { terms: vec![], values: vec![] };
        all.add(if filter.oldest_first { "seq > " } else { "seq < " }, after.map(Owned::Integer));
        // No entry has a `seq` below that of its own instant, so the first condition only ends the search early.
        all.add("seq >= ", filter.since.map(|since| Owned::Integer(least_seq(since))));
        all.add("at_ms >= ", filter.since.map(|since| Owned::Integer(millisecond(since))));
        all.add("at_ms < ", filter.until.map(|until| Owned::Integer(millisecond(until))));
        all.add("direction = ", filter.direction.map(|direction| Owned::Integer(direction.number())));
        all.add("state = ", filter.failed.then(|| Owned::Integer(State::Failed.number())));
        all.add("corp_num = ", filter.corp_num.clone().map(Owned::Text));
        all.add("(verdict = ", filter.verdict.clone().map(Owned::Text));
        all.add(" OR slug = ", filter.verdict.clone().map(Owned::Text));
        all.add("event LIKE ", filter.event.as_deref().map(|glob| Owned::Text(like(glob))));
        all
    }

    fn add(&mut self, term: &'static str, value: Option<Owned>) {
        if let Some(value) = value {
            self.terms.push(term);
            self.values.push(value);
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for (index, term) in self.terms.iter().enumerate() {
            let joint = match (index, *term) {
                (0, _) => " WHERE ",
                (_, " OR slug = ") => "",
                _ => " AND ",
            };
            let end = match *term {
                " OR slug = " => ")",
                "event LIKE " => " ESCAPE '!'",
                _ => "",
            };
            text.extend([joint, term, "$", &(index + 1).to_string(), end]);
        }
        text
    }

    fn values(&self) -> Vec<Value<'_>> {
        let values = self.values.iter().map(|owned| match owned {
            Owned::Integer(number) => Value::Integer(*number),
            Owned::Text(text) => Value::Text(text),
        });
        values.collect()
    }
}

/// A pattern with `*` and `?` as one of SQL. Ids of events are lower case.
fn like(glob: &str) -> String {
    let mut pattern = String::with_capacity(glob.len());
    for letter in glob.chars().flat_map(char::to_lowercase) {
        match letter {
            '*' => pattern.push('%'),
            '?' => pattern.push('_'),
            '%' | '_' | '!' => pattern.extend(['!', letter]),
            other => pattern.push(other),
        }
    }
    pattern
}
