//! The tables of a store, and the version of its format.

use super::StoreError;
use super::database::{Database, Value, damaged, first};
use crate::words::history::damage;

/// The format this version writes, and the newest it reads.
pub(super) const FORMAT: i64 = 1;

/// `entries` is what lists, filters and looks up: one narrow row for each capture and delivery. The bytes stand in
/// `captures`, `deliveries` and `attempts`, under the same `seq`, so that a filter over a million entries does not
/// read gigabytes of bodies. `heads` has what the heads of many captures share.
///
/// `ids` and `messages` find an entry by its id and the first capture by its message. Both keys are random, and a
/// random key dirties a page of its own for each row: kept up to date with every row they made storing five times
/// as slow. So they end at `indexed`, are brought forward in sorted batches, and the rows after it are scanned.
///
/// `runs` has what a simulation was made from.
const TABLES: [&str; 11] = [
    "CREATE TABLE meta (name TEXT NOT NULL, value BIGINT NOT NULL, PRIMARY KEY (name)){clustered}",
    "CREATE TABLE entries (seq {key} PRIMARY KEY, id BIGINT NOT NULL, at_ms BIGINT NOT NULL, direction BIGINT NOT \
     NULL, state BIGINT NOT NULL, event TEXT, message_id TEXT, corp_num TEXT, duplicate_of BIGINT, verdict TEXT, slug \
     TEXT)",
    "CREATE TABLE captures (seq {key} PRIMARY KEY, writer BIGINT NOT NULL, peer TEXT NOT NULL, webhook_type TEXT, \
     event_type TEXT, auth TEXT NOT NULL, flags TEXT, reply_status BIGINT, reply_body {bytes} \
     NOT NULL, forwarded_url TEXT, forwarded_status BIGINT, forwarded_us BIGINT, checksum BIGINT NOT NULL, shape \
     BIGINT, head {bytes}, body {bytes} NOT NULL)",
    "CREATE TABLE deliveries (seq {key} PRIMARY KEY, url TEXT NOT NULL, most BIGINT NOT NULL, seed BIGINT, origin \
     BIGINT, outcome TEXT, checksum BIGINT NOT NULL, head {bytes} NOT NULL, body {bytes} NOT NULL)",
    "CREATE TABLE attempts (delivery BIGINT NOT NULL, number BIGINT NOT NULL, due_ms BIGINT NOT NULL, sent_ms BIGINT \
     NOT NULL, elapsed_us BIGINT, status BIGINT, verdict TEXT, slug TEXT, category TEXT, detail TEXT, checksum \
     BIGINT, head {bytes}, body {bytes}, PRIMARY KEY (delivery, number)){clustered}",
    "CREATE TABLE heads (shape {key} PRIMARY KEY, text {bytes} NOT NULL, message_at BIGINT, corp_num_at BIGINT, \
     length_at BIGINT)",
    "CREATE TABLE ids (id {key} PRIMARY KEY, seq BIGINT NOT NULL)",
    "CREATE TABLE messages (message {key} PRIMARY KEY, seq BIGINT NOT NULL)",
    "CREATE TABLE writers (writer {key} PRIMARY KEY, answered BIGINT NOT NULL)",
    "CREATE TABLE unanswered (seq {key} PRIMARY KEY, state BIGINT NOT NULL)",
    "CREATE TABLE runs (run {key} PRIMARY KEY, created_ms BIGINT NOT NULL, name TEXT NOT NULL, planned BIGINT NOT NULL, \
     settings TEXT NOT NULL, outcome TEXT)",
];

/// The numbers of a store as a whole, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meta {
    /// The version of the format.
    Format,
    /// `ids` and `messages` know every entry up to this `seq`.
    Indexed,
    /// Counts the times that entries were deleted, so that others drop what they remember.
    Generation,
    /// The first delivery of the file beside the store that was last put into it.
    Spool,
    /// How much of that file was put into it.
    SpoolEnd,
}

impl Meta {
    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Indexed => "indexed",
            Self::Generation => "generation",
            Self::Spool => "spool",
            Self::SpoolEnd => "spool_end",
        }
    }
}

/// Creates the tables of an empty store, inside the caller's transaction.
pub(super) fn create(database: &mut dyn Database) -> Result<(), StoreError> {
    let dialect = database.dialect();
    for table in TABLES {
        let statement = table
            .replace("{key}", dialect.key)
            .replace("{bytes}", dialect.bytes)
            .replace("{clustered}", dialect.clustered);
        database.execute(&statement, &[])?;
    }
    let numbers =
        [(Meta::Format, FORMAT), (Meta::Indexed, -1), (Meta::Generation, 0), (Meta::Spool, 0), (Meta::SpoolEnd, 0)];
    for (meta, value) in numbers {
        let values = [Value::Text(meta.name()), Value::Integer(value)];
        database.execute("INSERT INTO meta (name, value) VALUES ($1, $2)", &values)?;
    }
    Ok(())
}

/// Refuses what a later version made, and what does not say its version.
pub(super) fn check_format(database: &mut dyn Database) -> Result<(), StoreError> {
    let found = meta(database, Meta::Format)?;
    match found {
        FORMAT => Ok(()),
        later if later > FORMAT => {
            Err(StoreError::Newer { path: database.path().to_owned(), found: later, known: FORMAT })
        }
        _ => Err(damaged(database, damage::no_format())),
    }
}

/// One of the store's numbers.
pub(super) fn meta(database: &mut dyn Database, meta: Meta) -> Result<i64, StoreError> {
    let sql = "SELECT value FROM meta WHERE name = $1";
    let found = first(database, sql, &[Value::Text(meta.name())], |row| row.integer())?;
    found.ok_or_else(|| damaged(database, damage::no_format()))
}

/// Sets one of the store's numbers.
pub(super) fn set_meta(database: &mut dyn Database, meta: Meta, value: i64) -> Result<(), StoreError> {
    let values = [Value::Integer(value), Value::Text(meta.name())];
    database.execute("UPDATE meta SET value = $1 WHERE name = $2", &values).map(drop)
}
