//! The seam between the store and a database engine: statements in, rows out.
//!
//! Every statement is SQL that SQLite and PostgreSQL both read: placeholders are `$1`, `$2` … first used in that
//! order, values are integers, text and bytes, instants are milliseconds since 1970, and the clock is a parameter.
//! The few words of a schema that differ come from [`Dialect`].

use std::ops::ControlFlow;
use std::path::Path;
use std::slice;

use super::StoreError;
use crate::words::history::damage;

/// A value given to a statement or found in a row; text and bytes are borrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// No value.
    Null,
    /// A number.
    Integer(i64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Blob(bytes)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// What a transaction may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// See one state of the store throughout.
    Read,
    /// Change it; one transaction at a time holds this right, over all processes.
    Write,
}

/// The words of a schema that engines spell differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The type of a table's own integer key.
    pub key: &'static str,
    /// The type of bytes.
    pub bytes: &'static str,
    /// What follows a table that is kept in the order of its key.
    pub clustered: &'static str,
}

/// A database engine behind the store.
pub trait Database: Send {
    /// Runs a statement that answers no rows; returns how many rows it changed.
    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError>;

    /// Runs a statement and shows each row to `row` until it breaks off.
    fn query(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        row: &mut dyn FnMut(&[Value<'_>]) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// Begins a transaction.
    fn begin(&mut self, intent: Intent) -> Result<(), StoreError>;

    /// Makes the changes of the transaction last.
    fn commit(&mut self) -> Result<(), StoreError>;

    /// Drops the transaction, if there is one.
    fn rollback(&mut self);

    /// What may be done after a commit, once nobody waits for it: keeps the engine's log short.
    fn settle(&mut self) -> Result<(), StoreError>;

    /// Gives space of deleted rows back to the system, where little remains; otherwise new rows reuse it.
    fn compact(&mut self) -> Result<(), StoreError>;

    /// The words that differ.
    fn dialect(&self) -> Dialect;

    /// The file, for messages.
    fn path(&self) -> &Path;
}

/// Runs `work` as one transaction: all of it is kept, or nothing.
pub(super) fn transaction<T>(
    database: &mut dyn Database,
    intent: Intent,
    work: impl FnOnce(&mut dyn Database) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    database.begin(intent)?;
    let result = work(database).and_then(|value| database.commit().map(|()| value));
    if result.is_err() {
        database.rollback();
    }
    result
}

/// All rows of a query, read by `decode`.
pub(super) fn rows<T>(
    database: &mut dyn Database,
    sql: &str,
    values: &[Value<'_>],
    mut decode: impl FnMut(&mut Columns<'_>) -> Result<T, Unreadable>,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    let mut unreadable = None;
    database.query(sql, values, &mut |row| match decode(&mut Columns { values: row.iter() }) {
        Ok(value) => {
            found.push(value);
            ControlFlow::Continue(())
        }
        Err(reason) => {
            unreadable = Some(reason);
            ControlFlow::Break(())
        }
    })?;
    match unreadable {
        None => Ok(found),
        Some(Unreadable) => Err(damaged(database, damage::unreadable_row())),
    }
}

/// The first row of a query, if there is one.
pub(super) fn first<T>(
    database: &mut dyn Database,
    sql: &str,
    values: &[Value<'_>],
    decode: impl FnMut(&mut Columns<'_>) -> Result<T, Unreadable>,
) -> Result<Option<T>, StoreError> {
    Ok(rows(database, sql, values, decode)?.into_iter().next())
}

/// The error that names this store as damaged.
pub(super) fn damaged(database: &dyn Database, detail: impl Into<String>) -> StoreError {
    StoreError::Damaged { path: database.path().to_owned(), detail: detail.into() }
}

/// A row holds what no version of this tool writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unreadable;

/// The values of a row, read from left to right.
pub(super) struct Columns<'a> {
    values: slice::Iter<'a, Value<'a>>,
}

impl<'a> Columns<'a> {
    /// The columns of a row that was read otherwise.
    pub(super) fn new(values: &'a [Value<'a>]) -> Self {
        Self { values: values.iter() }
    }

    fn value(&mut self) -> Result<Value<'a>, Unreadable> {
        self.values.next().copied().ok_or(Unreadable)
    }

    pub(super) fn integer(&mut self) -> Result<i64, Unreadable> {
        self.optional_integer()?.ok_or(Unreadable)
    }

    pub(super) fn optional_integer(&mut self) -> Result<Option<i64>, Unreadable> {
        match self.value()? {
            Value::Null => Ok(None),
            Value::Integer(number) => Ok(Some(number)),
            _ => Err(Unreadable),
        }
    }

    /// A number of a smaller type.
    pub(super) fn number<T: TryFrom<i64>>(&mut self) -> Result<T, Unreadable> {
        T::try_from(self.integer()?).map_err(|_| Unreadable)
    }

    /// A number of a smaller type, or none.
    pub(super) fn optional_number<T: TryFrom<i64>>(&mut self) -> Result<Option<T>, Unreadable> {
        self.optional_integer()?.map(|number| T::try_from(number).map_err(|_| Unreadable)).transpose()
    }

    pub(super) fn text(&mut self) -> Result<String, Unreadable> {
        self.optional_text()?.ok_or(Unreadable)
    }

    pub(super) fn optional_text(&mut self) -> Result<Option<String>, Unreadable> {
        match self.value()? {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text.to_owned())),
            _ => Err(Unreadable),
        }
    }

    pub(super) fn bytes(&mut self) -> Result<Vec<u8>, Unreadable> {
        self.optional_bytes()?.ok_or(Unreadable)
    }

    pub(super) fn optional_bytes(&mut self) -> Result<Option<Vec<u8>>, Unreadable> {
        match self.value()? {
            Value::Null => Ok(None),
            Value::Blob(bytes) => Ok(Some(bytes.to_owned())),
            _ => Err(Unreadable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_in_order_and_by_kind() {
        let row = [Value::Integer(7), Value::Null, Value::Text("a\0b"), Value::Blob(&[0, 255])];
        let mut columns = Columns::new(&row);
        assert_eq!(columns.number::<u16>(), Ok(7));
        assert_eq!(columns.optional_text(), Ok(None));
        assert_eq!(columns.text(), Ok("a\0b".to_owned()));
        assert_eq!(columns.bytes(), Ok(vec![0, 255]));
        assert_eq!(columns.integer(), Err(Unreadable), "the row has ended");
    }

    #[test]
    fn wrong_kinds_and_sizes_are_unreadable() {
        let row = [Value::Text("7"), Value::Integer(70_000), Value::Null, Value::Integer(1)];
        let mut columns = Columns::new(&row);
        assert_eq!(columns.integer(), Err(Unreadable));
        assert_eq!(columns.number::<u16>(), Err(Unreadable));
        assert_eq!(columns.bytes(), Err(Unreadable));
        assert_eq!(columns.optional_bytes(), Err(Unreadable));
    }
}
