//! The SQLite driver: this file and the one of its errors are the only ones that name it.
//!
//! The log is written ahead (WAL), so that `history` reads while `listen` writes. A capture and a durable run sync
//! the log with every commit. A one-shot `send` does not: it is gone a millisecond later, and what it stored
//! survives its end and kill -9, though not a power cut within the next seconds.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, OpenFlags};

use super::database::{Database, Dialect, Intent, Value, damaged, transaction};
use super::header::{APPLICATION, Handle, PAGE_BYTES, handles};
use super::place::{self, FileIdentity};
use super::sqlite_error::store_error;
use super::{Access, Place, StoreError, schema};
use crate::words::history::damage;

/// The smallest page SQLite has.
const SHORTEST: u64 = 512;
/// The log is copied into the file when about this much was written to it.
const LOG_BYTES: u64 = 16 * 1024 * 1024;
/// A one-shot `send` leaves its log behind, unless it is as long as this. The next open reads all of it, a
/// twentieth of a millisecond for each `send`; copying it takes two syncs. This is where both cost the same.
const LEFT_LOG_BYTES: u64 = 1024 * 1024;
/// What a commit writes beside its rows, estimated.
const COMMIT_BYTES: u64 = 4 * PAGE_BYTES;
/// What a row writes beside its values, estimated.
const ROW_BYTES: u64 = 512;
/// A file is compacted only when copying what remains takes well under a second.
const COMPACT_BYTES: u64 = 64 * 1024 * 1024;

/// A store in a file.
pub(super) struct Sqlite {
    connection: Connection,
    path: PathBuf,
    identity: FileIdentity,
    access: Access,
    unsettled: u64,
    broken: bool,
    /// Dropped after the connection.
    handle: Option<Handle>,
}

impl Sqlite {
    /// Opens the store at `place`. It is created when there is none and `access` is one for writing; a file of
    /// something else, of a later version or with damage is refused and not changed.
    pub(super) fn open(place: &Place, access: Access) -> Result<Self, StoreError> {
        let mut handles = handles();
        let mut store = Self::open_uncounted(place, access)?;
        store.handle = Some(Handle::count(&mut handles));
        Ok(store)
    }

    fn open_uncounted(place: &Place, access: Access) -> Result<Self, StoreError> {
        let path = place.path().to_owned();
        let unwritable =
            |error: std::io::Error| StoreError::Unwritable { path: path.clone(), reason: error.to_string() };
        let length = match std::fs::metadata(&path) {
            Ok(metadata) if !metadata.is_file() => return Err(StoreError::NotAStore { path }),
            Ok(metadata) => metadata.len(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => 0,
            Err(error) => return Err(unwritable(error)),
        };
        // SQLite takes a file of a single byte for an empty one.
        if (1..SHORTEST).contains(&length) {
            return Err(StoreError::NotAStore { path });
        }
        if length == 0 {
            if access == Access::Read {
                return Err(StoreError::Absent { path });
            }
            place::create(&path).map_err(unwritable)?;
        }
        // SQLite reads a relative `file:…` or `:memory:` as something else than a file's name.
        let absolute = std::path::absolute(&path).map_err(unwritable)?;
        let write =
            if access == Access::Read { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
        let connection = Connection::open_with_flags(&absolute, write | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(|error| store_error(&path, &error))?;
        let identity = FileIdentity::of(&path).map_err(unwritable)?;
        let mut store = Self { connection, path, identity, access, unsettled: 0, broken: false, handle: None };
        store.prepare(length)?;
        Ok(store)
    }

    /// Finds out what the file is before anything in it is changed.
    fn prepare(&mut self, length: u64) -> Result<(), StoreError> {
        self.distrust()?;
        match self.pragma("application_id")? {
            ours if ours == i64::from(APPLICATION) => {}
            0 if self.is_blank()? => self.create()?,
            _ => return Err(StoreError::NotAStore { path: self.path.clone() }),
        }
        self.check_length(length)?;
        schema::check_format(self)?;
        self.configure()
    }

    /// A file may come from anybody: nothing in it is run, and closing it does not touch it.
    fn distrust(&self) -> Result<(), StoreError> {
        let timeout = if self.access == Access::Quick { 2 } else { 5 };
        let settings = [
            (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        ];
        self.connection
            .busy_timeout(Duration::from_secs(timeout))
            .and_then(|()| {
                settings.iter().try_for_each(|(key, value)| self.connection.set_db_config(*key, *value).map(drop))
            })
            .map_err(|error| store_error(&self.path, &error))
    }

    /// Whether it is a database without any table, as a crash while creating a store leaves it.
    fn is_blank(&self) -> Result<bool, StoreError> {
        self.number("SELECT count(*) FROM sqlite_schema").map(|count| count == 0)
    }

    fn create(&mut self) -> Result<(), StoreError> {
        if self.access == Access::Read {
            return Err(StoreError::Absent { path: self.path.clone() });
        }
        self.run(&format!("PRAGMA page_size = {PAGE_BYTES}"))?;
        self.write_ahead()?;
        self.run("PRAGMA synchronous = FULL")?;
        transaction(self, Intent::Write, |database| {
            // Another process may have been first.
            let tables =
                super::database::first(database, "SELECT count(*) FROM sqlite_schema", &[], |row| row.integer())?;
            if tables == Some(0) {
                schema::create(database)?;
                // The header says it too, for those who read no more.
                database.execute(&format!("PRAGMA application_id = {APPLICATION}"), &[])?;
                database.execute(&format!("PRAGMA user_version = {}", schema::FORMAT), &[])?;
            }
            Ok(())
        })?;
        self.checkpoint("TRUNCATE")
    }

    /// SQLite notices when whole pages are missing at the end; it fills up a half one with zeros. A log that is not
    /// empty may still hold the rest.
    fn check_length(&mut self, length: u64) -> Result<(), StoreError> {
        let log = self.log_length();
        if length.is_multiple_of(PAGE_BYTES) || log > 0 {
            return Ok(());
        }
        let declared = self.pragma("page_count")?.saturating_mul(self.pragma("page_size")?);
        let short = i64::try_from(length).is_ok_and(|length| length < declared);
        if short { Err(damaged(self, damage::cut_off())) } else { Ok(()) }
    }

    fn configure(&mut self) -> Result<(), StoreError> {
        self.connection.set_prepared_statement_cache_capacity(64);
        if self.access == Access::Read {
            return Ok(());
        }
        if self.connection.is_readonly("main").map_err(|error| store_error(&self.path, &error))? {
            return Err(StoreError::ReadOnly { path: self.path.clone() });
        }
        self.write_ahead()?;
        self.run("PRAGMA wal_autocheckpoint = 0")?;
        match self.access {
            Access::Durable => {
                self.run("PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA cache_size = -8192")?;
                self.close_tidily(true);
            }
            Access::Quick | Access::Read => self.run("PRAGMA synchronous = NORMAL")?,
        }
        Ok(())
    }

    fn write_ahead(&self) -> Result<(), StoreError> {
        let sql = "PRAGMA journal_mode = WAL";
        let mode: String =
            self.connection.query_row(sql, [], |row| row.get(0)).map_err(|error| store_error(&self.path, &error))?;
        if mode == "wal" {
            return Ok(());
        }
        Err(StoreError::Unwritable { path: self.path.clone(), reason: format!("its journal mode is {mode}, not WAL") })
    }

    /// Whether closing the last handle copies the log into the file and removes it.
    fn close_tidily(&self, tidily: bool) {
        let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !tidily);
    }

    fn run(&self, sql: &str) -> Result<(), StoreError> {
        self.connection.execute_batch(sql).map_err(|error| store_error(&self.path, &error))
    }

    fn number(&self, sql: &str) -> Result<i64, StoreError> {
        self.connection.query_row(sql, [], |row| row.get(0)).map_err(|error| store_error(&self.path, &error))
    }

    fn pragma(&self, name: &str) -> Result<i64, StoreError> {
        self.number(&format!("PRAGMA {name}"))
    }

    fn log_length(&self) -> u64 {
        let mut log = self.path.clone().into_os_string();
        log.push("-wal");
        std::fs::metadata(log).map_or(0, |metadata| metadata.len())
    }

    /// Copies the log into the file. Somebody who reads or writes meanwhile is no error; the log stays longer.
    fn checkpoint(&mut self, mode: &str) -> Result<(), StoreError> {
        self.unsettled = 0;
        match self.number(&format!("PRAGMA wal_checkpoint({mode})")) {
            Ok(_) | Err(StoreError::Busy { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn statement(&self, sql: &str, values: &[Value<'_>]) -> rusqlite::Result<CachedStatement<'_>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        for (index, value) in values.iter().enumerate() {
            let value = match *value {
                Value::Null => ValueRef::Null,
                Value::Integer(number) => ValueRef::Integer(number),
                Value::Text(text) => ValueRef::Text(text.as_bytes()),
                Value::Blob(bytes) => ValueRef::Blob(bytes),
            };
            statement.raw_bind_parameter(index + 1, ToSqlOutput::Borrowed(value))?;
        }
        Ok(statement)
    }

    fn select(
        &self,
        sql: &str,
        values: &[Value<'_>],
        show: &mut dyn FnMut(&[Value<'_>]) -> ControlFlow<()>,
    ) -> rusqlite::Result<()> {
        let mut statement = self.statement(sql, values)?;
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let mut values = Vec::with_capacity(columns);
            for index in 0..columns {
                values.push(match row.get_ref(index)? {
                    ValueRef::Integer(number) => Value::Integer(number),
                    ValueRef::Text(bytes) => str::from_utf8(bytes).map_or(Value::Blob(bytes), Value::Text),
                    ValueRef::Blob(bytes) => Value::Blob(bytes),
                    // No statement of ours stores a number with a fraction.
                    ValueRef::Null | ValueRef::Real(_) => Value::Null,
                });
            }
            if show(&values).is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Makes the disk as good as full after so many more pages, for tests.
    #[cfg(test)]
    pub(super) fn leave_pages(&self, count: i64) {
        let most = self.pragma("page_count").expect("a count of pages") + count;
        self.run(&format!("PRAGMA max_page_count = {most}")).expect("a limit of pages");
    }

    /// After a failure of the disk nothing more is written to the file, not even by closing it.
    fn failed(&mut self, error: &rusqlite::Error) -> StoreError {
        let error = store_error(&self.path, error);
        if error.is_lasting() {
            self.abandon();
        }
        error
    }

    fn abandon(&mut self) {
        self.broken = true;
        self.close_tidily(false);
    }
}

impl Database for Sqlite {
    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let result = self.statement(sql, values).and_then(|mut statement| statement.raw_execute());
        let changed = result.map_err(|error| self.failed(&error))?;
        self.unsettled += ROW_BYTES + values.iter().map(size).sum::<u64>();
        Ok(changed as u64)
    }

    fn query(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        row: &mut dyn FnMut(&[Value<'_>]) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.select(sql, values, row).map_err(|error| self.failed(&error))
    }

    fn begin(&mut self, intent: Intent) -> Result<(), StoreError> {
        let sql = match intent {
            Intent::Read => "BEGIN",
            Intent::Write => {
                // What is written into a deleted file is lost with the process.
                if FileIdentity::of(&self.path).ok() != Some(self.identity) {
                    self.abandon();
                    return Err(StoreError::Moved { path: self.path.clone() });
                }
                "BEGIN IMMEDIATE"
            }
        };
        self.execute(sql, &[]).map(drop)
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        self.unsettled += COMMIT_BYTES;
        self.execute("COMMIT", &[]).map(drop)
    }

    fn rollback(&mut self) {
        if !self.connection.is_autocommit() {
            let _ = self.execute("ROLLBACK", &[]);
        }
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        if self.unsettled < LOG_BYTES { Ok(()) } else { self.checkpoint("PASSIVE") }
    }

    fn compact(&mut self) -> Result<(), StoreError> {
        let pages = self.pragma("page_count")? - self.pragma("freelist_count")?;
        let remaining = u64::try_from(pages.saturating_mul(self.pragma("page_size")?)).unwrap_or(u64::MAX);
        if remaining <= COMPACT_BYTES {
            // Deleted rows also remain within pages. The copy is made in memory: no other file gets to hold a body.
            match self.run("PRAGMA temp_store = MEMORY; VACUUM") {
                Err(error) if error.is_lasting() => return Err(error),
                Ok(()) | Err(_) => {}
            }
        }
        self.checkpoint("TRUNCATE")
    }

    fn dialect(&self) -> Dialect {
        Dialect { key: "INTEGER", bytes: "BLOB", clustered: " WITHOUT ROWID" }
    }

    fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        if self.access == Access::Quick && !self.broken && self.log_length() >= LEFT_LOG_BYTES {
            // Nobody waits for a reader or another writer; the next `send` tries again.
            let _ = self.connection.busy_timeout(Duration::ZERO);
            let _ = self.checkpoint("TRUNCATE");
        }
    }
}

fn size(value: &Value<'_>) -> u64 {
    match value {
        Value::Null => 0,
        Value::Integer(_) => 8,
        Value::Text(text) => text.len() as u64,
        Value::Blob(bytes) => bytes.len() as u64,
    }
}
