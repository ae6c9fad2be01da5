//! The record of one delivery of several attempts, kept while they are made.

use jiff::Timestamp;

use super::global::GlobalArgs;
use super::{CliError, Terminal, store};
use crate::delivery::{Attempt, Outcome};
use crate::history::{AttemptRecord, DeliveryRecord, OpenDelivery, Store, attempt_record};

/// Where attempts are recorded. Trouble with the default place is one warning, after which nothing is recorded; a
/// place that was named must work, or no further attempt is made.
pub(super) struct Recorder {
    open: Option<(Store, OpenDelivery)>,
    named: bool,
}

impl Recorder {
    /// Records that the delivery begins.
    pub(super) fn begin(
        global: &GlobalArgs,
        delivery: &DeliveryRecord,
        terminal: &mut Terminal,
    ) -> Result<Self, CliError> {
        let mut recorder = Self { open: None, named: global.store.is_some() };
        if global.no_history {
            return Ok(recorder);
        }
        let opened = store::write(global).and_then(|mut store| {
            let delivery = store.begin_delivery(delivery)?;
            Ok((store, delivery))
        });
        match opened {
            Ok(open) => recorder.open = Some(open),
            Err(error) => recorder.tolerate(error, terminal)?,
        }
        Ok(recorder)
    }

    /// Records that an attempt begins; it is on the disk when this returns.
    pub(super) fn start(
        &mut self,
        number: u32,
        due_at: Timestamp,
        sent_at: Timestamp,
        terminal: &mut Terminal,
    ) -> Result<(), CliError> {
        let attempt = AttemptRecord { number, due_at, sent_at, result: None };
        self.change(terminal, |store, delivery| store.start_attempt(delivery, &attempt))
    }

    /// Records what came of it.
    pub(super) fn finish(&mut self, made: &Attempt, terminal: &mut Terminal) -> Result<(), CliError> {
        let AttemptRecord { number, result, .. } = attempt_record(made);
        let Some(result) = result else { return Ok(()) };
        self.change(terminal, |store, delivery| store.finish_attempt(delivery, number, &result))
    }

    /// Records how the delivery ended.
    pub(super) fn end(&mut self, outcome: Outcome, terminal: &mut Terminal) -> Result<(), CliError> {
        self.change(terminal, |store, delivery| store.end_delivery(delivery, outcome.name()))
    }

    fn change(
        &mut self,
        terminal: &mut Terminal,
        change: impl FnOnce(&mut Store, OpenDelivery) -> Result<(), crate::history::StoreError>,
    ) -> Result<(), CliError> {
        let Some((store, delivery)) = &mut self.open else { return Ok(()) };
        match change(store, *delivery) {
            Ok(()) => Ok(()),
            Err(error) => self.tolerate(error.into(), terminal),
        }
    }

    fn tolerate(&mut self, error: CliError, terminal: &mut Terminal) -> Result<(), CliError> {
        self.open = None;
        if self.named { Err(error) } else { store::tell_not_recorded(&error, terminal) }
    }
}
