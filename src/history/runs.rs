//! Runs of simulations: from what each was made, so that it can go on where it was.

use jiff::Timestamp;

use super::database::{Columns, Unreadable, Value, rows};
use super::entries::{id_number, id_of_number, instant, millisecond};
use super::record::RecordId;
use super::{Store, StoreError};

/// A run. Its deliveries are in the history, under ids that follow from its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunRecord {
    /// Its identity.
    pub id: RecordId,
    /// When it was begun, by the wall clock.
    pub created_at: Timestamp,
    /// The scenario's name.
    pub name: String,
    /// How many deliveries are planned.
    pub planned: u32,
    /// All it was made from, as its maker wrote it. It holds no secret.
    pub settings: String,
    /// How it ended; nothing while it can go on.
    pub outcome: Option<String>,
}

const COLUMNS: &str = "run, created_ms, name, planned, settings, outcome";

impl Store {
    /// Stores that a run begins.
    pub fn begin_run(&mut self, run: &RunRecord) -> Result<(), StoreError> {
        let sql = format!("INSERT INTO runs ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6)");
        let values = [
            Value::Integer(id_number(run.id)),
            Value::Integer(millisecond(run.created_at)),
            Value::Text(&run.name),
            Value::Integer(i64::from(run.planned)),
            Value::Text(&run.settings),
            run.outcome.as_ref().into(),
        ];
        self.change(|database| database.execute(&sql, &values).map(drop))
    }

    /// Stores how a run ended.
    pub fn end_run(&mut self, id: RecordId, outcome: &str) -> Result<(), StoreError> {
        let values = [Value::Text(outcome), Value::Integer(id_number(id))];
        self.change(|database| database.execute("UPDATE runs SET outcome = $1 WHERE run = $2", &values).map(drop))
    }

    /// All runs, the newest first.
    pub fn runs(&mut self) -> Result<Vec<RunRecord>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM runs ORDER BY created_ms DESC, run DESC");
        rows(self.database(), &sql, &[], read)
    }
}

fn read(row: &mut Columns<'_>) -> Result<RunRecord, Unreadable> {
    Ok(RunRecord {
        id: id_of_number(row.integer()?),
        created_at: instant(row.integer()?)?,
        name: row.text()?,
        planned: row.number()?,
        settings: row.text()?,
        outcome: row.optional_text()?,
    })
}
