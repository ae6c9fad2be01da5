//! Deleting old entries. What is deleted is planned first and done in bounded steps, so that a running `listen`
//! waits for one step only.

use jiff::Timestamp;

use super::database::{Database, Intent, Value, first, rows, transaction};
use super::entries::{Direction, State, id_number, millisecond};
use super::record::RecordId;
use super::schema::{Meta, meta, set_meta};
use super::{Store, StoreError};

/// Which entries to delete. A delivery that has not ended is deleted by [`Prune::All`] only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prune {
    /// All but the newest so many.
    Keep(u64),
    /// Those before this instant, to the millisecond.
    OlderThan(Timestamp),
    /// All.
    All,
}

/// How many entries were deleted, or would be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Captures.
    pub captures: u64,
    /// Deliveries.
    pub deliveries: u64,
}

/// The most entries deleted in one transaction.
const STEP: i64 = if cfg!(test) { 16 } else { 2_048 };

/// Which entries of a range of `seq` are meant.
const MEANT: &str = "seq > $1 AND seq <= $2 AND at_ms < $3 AND state < $4";

/// What a plan deletes: of the entries up to `through`, those before `before` whose state is below `below`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Plan {
    through: i64,
    before: i64,
    below: i64,
}

impl Plan {
    fn of(prune: Prune, through: i64) -> Self {
        let before = if let Prune::OlderThan(instant) = prune { millisecond(instant) } else { i64::MAX };
        let below = if prune == Prune::All { i64::MAX } else { State::Open.number() };
        Self { through, before, below }
    }

    fn values(self, after: i64, through: i64) -> [Value<'static>; 4] {
        [after, through, self.before, self.below].map(Value::Integer)
    }
}

/// The statements of one step; all take the same four values. The narrow rows go last: they say which are meant.
fn statements() -> [String; 5] {
    let of = |table: &str, column: &str| {
        format!("DELETE FROM {table} WHERE {column} IN (SELECT seq FROM entries WHERE {MEANT})")
    };
    [
        of("attempts", "delivery"),
        of("captures", "seq"),
        of("deliveries", "seq"),
        of("unanswered", "seq"),
        format!("DELETE FROM entries WHERE {MEANT}"),
    ]
}

/// What deletes everything; engines do this faster than row by row.
const ALL: [&str; 8] = [
    "DELETE FROM attempts",
    "DELETE FROM captures",
    "DELETE FROM deliveries",
    "DELETE FROM unanswered",
    "DELETE FROM ids",
    "DELETE FROM messages",
    "DELETE FROM heads",
    "DELETE FROM entries",
];

/// The index is swept in this many parts, so that nobody waits long for one: by the highest four bits of a key.
const PARTS: u64 = 16;

/// The lowest and the highest key of a part.
fn part(number: u64) -> [Value<'static>; 2] {
    let low = number << 60;
    [low, low | (u64::MAX >> 4)].map(|bits| Value::Integer(id_number(RecordId::from_bits(bits))))
}

impl Store {
    /// Deletes what `prune` means. Its space serves new entries; where little remains, the file shrinks.
    pub fn prune(&mut self, prune: Prune) -> Result<Pruned, StoreError> {
        // Everything goes, so what waits needs no room in the store first: there may be none.
        let waiting = if prune == Prune::All { self.forget_waiting()? } else { self.gather().map(|()| 0)? };
        let database = self.database();
        let Some(plan) = plan(database, prune)? else {
            return Ok(Pruned { deliveries: waiting, ..Pruned::default() });
        };
        let mut pruned = if prune == Prune::All { delete_all(database, plan)? } else { delete(database, plan)? };
        if pruned != Pruned::default() {
            database.compact()?;
        }
        pruned.deliveries += waiting;
        Ok(pruned)
    }

    /// What [`Self::prune`] would delete now.
    pub fn would_prune(&mut self, prune: Prune) -> Result<Pruned, StoreError> {
        transaction(self.complete(), Intent::Read, |database| match plan(database, prune)? {
            None => Ok(Pruned::default()),
            Some(plan) => count(database, plan.values(-1, plan.through)),
        })
    }
}

/// The plan for the store as it is; nothing where nothing is meant.
fn plan(database: &mut dyn Database, prune: Prune) -> Result<Option<Plan>, StoreError> {
    let through = match prune {
        Prune::Keep(count) => {
            let offset = i64::try_from(count).unwrap_or(i64::MAX);
            let sql = "SELECT seq FROM entries ORDER BY seq DESC LIMIT 1 OFFSET $1";
            first(database, sql, &[Value::Integer(offset)], |row| row.integer())?
        }
        Prune::OlderThan(instant) => {
            let sql = "SELECT max(seq) FROM entries WHERE at_ms < $1";
            first(database, sql, &[Value::Integer(millisecond(instant))], |row| row.optional_integer())?.flatten()
        }
        Prune::All => first(database, "SELECT max(seq) FROM entries", &[], |row| row.optional_integer())?.flatten(),
    };
    Ok(through.map(|through| Plan::of(prune, through)))
}

/// Deletes everything at once.
fn delete_all(database: &mut dyn Database, plan: Plan) -> Result<Pruned, StoreError> {
    transaction(database, Intent::Write, |database| {
        let found = count(database, plan.values(-1, i64::MAX))?;
        ALL.iter().try_for_each(|statement| database.execute(statement, &[]).map(drop))?;
        count_generation(database)?;
        Ok(found)
    })
}

/// Deletes in steps, then from the index.
fn delete(database: &mut dyn Database, plan: Plan) -> Result<Pruned, StoreError> {
    let mut pruned = Pruned::default();
    let mut after = -1;
    while let Some((through, found)) = transaction(database, Intent::Write, |database| step(database, plan, after))? {
        pruned.captures += found.captures;
        pruned.deliveries += found.deliveries;
        after = through;
        database.settle()?;
    }
    if pruned != Pruned::default() {
        for number in 0..PARTS {
            transaction(database, Intent::Write, |database| sweep(database, number))?;
            database.settle()?;
        }
    }
    Ok(pruned)
}

/// Deletes the next entries; returns how far it came and how many they were, or nothing at the end.
fn step(database: &mut dyn Database, plan: Plan, after: i64) -> Result<Option<(i64, Pruned)>, StoreError> {
    let sql =
        "SELECT max(seq) FROM (SELECT seq FROM entries WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3) AS step";
    let values = [Value::Integer(after), Value::Integer(plan.through), Value::Integer(STEP)];
    let Some(through) = first(database, sql, &values, |row| row.optional_integer())?.flatten() else {
        return Ok(None);
    };
    let values = plan.values(after, through);
    let found = count(database, values)?;
    if found != Pruned::default() {
        for statement in statements() {
            database.execute(&statement, &values)?;
        }
        count_generation(database)?;
    }
    Ok(Some((through, found)))
}

/// Tells writers to forget what they remember.
fn count_generation(database: &mut dyn Database) -> Result<(), StoreError> {
    let generation = meta(database, Meta::Generation)?;
    set_meta(database, Meta::Generation, generation + 1)
}

fn count(database: &mut dyn Database, values: [Value<'static>; 4]) -> Result<Pruned, StoreError> {
    let sql = format!("SELECT direction, count(*) FROM entries WHERE {MEANT} GROUP BY direction");
    let mut pruned = Pruned::default();
    for (direction, count) in rows(database, &sql, &values, |row| Ok((row.integer()?, row.number::<u64>()?)))? {
        if direction == Direction::In.number() { pruned.captures = count } else { pruned.deliveries = count }
    }
    Ok(pruned)
}

/// Drops from a part of the index what leads to entries that are gone.
fn sweep(database: &mut dyn Database, number: u64) -> Result<(), StoreError> {
    for (table, key) in [("ids", "id"), ("messages", "message")] {
        let sql = format!(
            "DELETE FROM {table} WHERE {key} >= $1 AND {key} <= $2 AND NOT EXISTS (SELECT 1 FROM entries WHERE \
             entries.seq = {table}.seq)"
        );
        database.execute(&sql, &part(number))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_say_what_is_meant() {
        let instant = Timestamp::from_millisecond(5_000).unwrap();
        for (prune, before, below) in [
            (Prune::Keep(3), i64::MAX, State::Open.number()),
            (Prune::OlderThan(instant), 5_000, State::Open.number()),
            (Prune::All, i64::MAX, i64::MAX),
        ] {
            assert_eq!(Plan::of(prune, 9), Plan { through: 9, before, below }, "{prune:?}");
        }
    }

    #[test]
    fn the_parts_of_the_index_are_all_of_it() {
        let bounds: Vec<_> =
            (0..PARTS).flat_map(part).map(|value| if let Value::Integer(key) = value { key } else { 0 }).collect();
        assert_eq!((bounds.first(), bounds.last()), (Some(&i64::MIN), Some(&i64::MAX)));
        assert!(bounds[1..31].chunks(2).all(|pair| pair[0] + 1 == pair[1]), "{bounds:?}");
    }

    #[test]
    fn every_statement_is_bounded() {
        for statement in statements() {
            assert!(statement.starts_with("DELETE FROM ") && statement.contains(MEANT), "{statement}");
        }
    }
}
