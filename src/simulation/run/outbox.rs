//! What is to be written down next, and whom it is told to after: many changes cost one sync.

use super::{Fate, Made, Progress, RunError, Sending};
use crate::delivery::{Attempt, Summary};
use crate::simulation::{Change, Journal};

/// Changes and news that wait.
#[derive(Default)]
pub(super) struct Outbox {
    changes: Vec<(u32, Change)>,
    news: Vec<(u32, Sending, News)>,
}

/// Something to be told.
pub(super) enum News {
    /// An attempt.
    Made(Box<Attempt>, Fate),
    /// How a delivery ended.
    Ended(Summary),
}

impl Outbox {
    /// Something to be written down.
    pub(super) fn change(&mut self, delivery: u32, change: Change) {
        self.changes.push((delivery, change));
    }

    /// Something to be told once it is written down.
    pub(super) fn news(&mut self, delivery: u32, sending: Sending, news: News) {
        self.news.push((delivery, sending, news));
    }

    /// Writes all of it down, and then tells it.
    pub(super) fn flush(&mut self, journal: &mut dyn Journal, progress: &mut dyn Progress) -> Result<(), RunError> {
        if !self.changes.is_empty() {
            journal.write(&self.changes)?;
            self.changes.clear();
        }
        for (number, sending, news) in self.news.drain(..) {
            let (delivery, request) = (&sending.0, &sending.1);
            match news {
                News::Made(attempt, fate) => {
                    progress.made(&Made { number, delivery, request, attempt: &attempt, fate })?;
                }
                News::Ended(summary) => progress.ended(number, delivery, &summary)?,
            }
        }
        Ok(())
    }
}
