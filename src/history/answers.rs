//! Which answers went out. Rows are not written twice for it: a number says up to where all answers of a writer
//! were delivered, and a small table lists the exceptions.

use std::collections::BTreeSet;

use super::StoreError;
use super::captures::Exception;
use super::database::{Database, Value};

/// A capture that waits for its answer longer than this, in milliseconds of `seq`, becomes an exception, so that
/// one hanging connection does not hold back what is known of all later ones.
const PATIENCE_MS: i64 = 10_000;
const MILLISECOND_BITS: u32 = 12;

/// The answers of one writer.
pub(super) struct Answers {
    writer: i64,
    newest: i64,
    pending: BTreeSet<i64>,
    changes: Vec<(i64, Option<Exception>)>,
    flushed: usize,
    written: i64,
    writing: i64,
}

impl Answers {
    pub(super) fn new(writer: i64) -> Self {
        Self { writer, newest: -1, pending: BTreeSet::new(), changes: vec![], flushed: 0, written: -1, writing: -1 }
    }

    /// A capture was stored, and its answer is now due. Captures come in the order of `seq`.
    pub(super) fn stored(&mut self, seq: i64) {
        self.newest = seq;
        self.pending.insert(seq);
    }

    /// What became of an answer.
    pub(super) fn told(&mut self, seq: i64, delivered: bool) {
        let was_pending = self.pending.remove(&seq);
        match (delivered, was_pending) {
            (true, true) => {}
            (true, false) => self.changes.push((seq, None)),
            (false, _) => self.changes.push((seq, Some(Exception::NotDelivered))),
        }
    }

    /// Nobody will tell what became of it.
    pub(super) fn abandoned(&mut self, seq: i64) {
        if self.pending.remove(&seq) {
            self.changes.push((seq, Some(Exception::Unknown)));
        }
    }

    /// Nobody will tell anything any more.
    pub(super) fn abandon_all(&mut self) {
        for seq in std::mem::take(&mut self.pending) {
            self.changes.push((seq, Some(Exception::Unknown)));
        }
    }

    /// Whether there is something to write.
    pub(super) fn is_changed(&self) -> bool {
        !self.changes.is_empty() || self.watermark() != self.written
    }

    /// Writes what is new, inside the caller's transaction; it counts as written after [`Self::kept`].
    pub(super) fn write(&mut self, database: &mut dyn Database) -> Result<(), StoreError> {
        while let Some(first) = self.pending.first().copied() {
            if (self.newest - first) >> MILLISECOND_BITS <= PATIENCE_MS {
                break;
            }
            self.abandoned(first);
        }
        for (seq, exception) in &self.changes {
            match exception {
                None => database.execute("DELETE FROM unanswered WHERE seq = $1", &[Value::Integer(*seq)])?,
                Some(exception) => {
                    let sql = "INSERT INTO unanswered (seq, state) VALUES ($1, $2) ON CONFLICT (seq) DO UPDATE SET \
                               state = excluded.state";
                    database.execute(sql, &[Value::Integer(*seq), Value::Integer(*exception as i64)])?
                }
            };
        }
        self.flushed = self.changes.len();
        self.writing = self.watermark();
        if self.writing != self.written {
            let sql = "UPDATE writers SET answered = $1 WHERE writer = $2";
            database.execute(sql, &[Value::Integer(self.writing), Value::Integer(self.writer)])?;
        }
        Ok(())
    }

    /// The transaction was kept.
    pub(super) fn kept(&mut self) {
        self.changes.drain(..self.flushed);
        self.flushed = 0;
        self.written = self.writing;
    }

    /// All captures of this writer up to here have their answers, but for the exceptions.
    fn watermark(&self) -> i64 {
        self.pending.first().map_or(self.newest, |first| first - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_watermark_stops_before_the_first_pending_answer() {
        let mut answers = Answers::new(1);
        assert_eq!((answers.watermark(), answers.is_changed()), (-1, false));
        for seq in [10, 20, 30] {
            answers.stored(seq);
        }
        assert_eq!(answers.watermark(), 9);
        answers.told(20, true);
        assert_eq!(answers.watermark(), 9, "10 is still pending");
        answers.told(10, false);
        assert_eq!(answers.watermark(), 29);
        assert_eq!(answers.changes, [(10, Some(Exception::NotDelivered))]);
        answers.told(30, true);
        assert_eq!(answers.watermark(), 30);
    }

    #[test]
    fn an_abandoned_answer_is_an_exception_until_it_is_told() {
        let mut answers = Answers::new(1);
        answers.stored(5);
        answers.abandoned(5);
        answers.abandoned(5);
        answers.told(5, true);
        assert_eq!(answers.changes, [(5, Some(Exception::Unknown)), (5, None)]);
    }
}
