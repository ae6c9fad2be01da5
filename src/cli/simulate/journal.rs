//! The journal of a run, in the history.

use std::collections::HashMap;

use super::PastOf;
use super::watch::Watch;
use crate::cli::global::GlobalArgs;
use crate::cli::{CliError, Terminal, store};
use crate::delivery::Outcome;
use crate::history::{DeliveryChange, OpenDelivery, RecordId, RunLock, RunRecord, Store, StoreError, StoredDelivery};
use crate::simulation::{Change, Journal, Past, Plan, identity};
use crate::words::simulation as words;

/// Where a run is recorded, if it is.
pub(super) struct Kept {
    store: Option<Store>,
    /// Nobody else goes on with the run meanwhile.
    _lock: Option<RunLock>,
    open: HashMap<u32, OpenDelivery>,
}

impl Kept {
    /// Keeps nothing.
    fn nothing() -> Self {
        Self { store: None, _lock: None, open: HashMap::new() }
    }

    /// In this store, of which this process alone goes on with the run.
    pub(super) fn of(store: Store, run: RecordId) -> Result<Self, CliError> {
        let Some(lock) = store.lock_run(run)? else {
            return Err(CliError::usage(words::run_is_under_way(&run.to_string())));
        };
        Ok(Self { store: Some(store), _lock: Some(lock), open: HashMap::new() })
    }

    /// Records that a run begins. Trouble with the default place is one warning, and then nothing is recorded.
    pub(super) fn begin(run: &RunRecord, global: &GlobalArgs, terminal: &mut Terminal) -> Result<Self, CliError> {
        if global.no_history {
            return Ok(Self::nothing());
        }
        let begun = store::write(global).and_then(|mut store| {
            store.begin_run(run)?;
            Self::of(store, run.id)
        });
        begun.or_else(|error| store::tolerate(error, global, terminal).map(|()| Self::nothing()))
    }

    /// Whether it can go on later.
    pub(super) fn is_kept(&self) -> bool {
        self.store.is_some()
    }

    /// Records that the run is complete.
    pub(super) fn end(&mut self, run: RecordId) -> Result<(), CliError> {
        match &mut self.store {
            Some(store) => Ok(store.end_run(run, "complete")?),
            None => Ok(()),
        }
    }

    /// What was recorded of the deliveries of a plan, reruns of it included; `watch` is reminded of it.
    pub(super) fn past(&mut self, plan: &Plan, run: RecordId, watch: &mut Watch<'_>) -> Result<PastOf, CliError> {
        let Some(store) = &mut self.store else { return Ok(PastOf::new()) };
        let mut past = PastOf::new();
        let planned = u32::try_from(plan.deliveries.len()).unwrap_or(u32::MAX);
        // Each delivery is sent again by hand at most once.
        let most = if plan.setup().scenario.rerun { planned.saturating_mul(2) } else { planned };
        for number in 0..most {
            let id = RecordId::from_bits(identity(run.bits(), number));
            if let Some((open, stored)) = store.delivery(id)? {
                self.open.insert(number, open);
                watch.recall(number, &stored);
                past.extend(past_of(&stored).map(|past| (number, past)));
            }
        }
        Ok(past)
    }
}

fn past_of(stored: &StoredDelivery) -> Option<Past> {
    let last = stored.attempts.last()?;
    let acknowledged = stored.attempts.iter().filter_map(|attempt| attempt.result.as_ref());
    let outcome = stored.record.outcome.as_deref();
    Some(Past {
        started: last.number,
        last_start: last.sent_at,
        acknowledged: acknowledged.into_iter().any(|result| result.verdict != "rejected"),
        outcome: [Outcome::Acknowledged, Outcome::Exhausted].into_iter().find(|known| Some(known.name()) == outcome),
    })
}

impl Journal for Kept {
    fn write(&mut self, changes: &[(u32, Change)]) -> Result<(), StoreError> {
        let Some(store) = &mut self.store else { return Ok(()) };
        let open = &self.open;
        let of = |number: &u32| open.get(number).copied().unwrap_or_default();
        let all: Vec<_> = changes
            .iter()
            .map(|(number, change)| match change {
                Change::Begin(record, attempt) => DeliveryChange::Begin(record, attempt),
                Change::Start(attempt) => DeliveryChange::Start(of(number), attempt),
                Change::Finish(attempt, result) => DeliveryChange::Finish(of(number), *attempt, result),
                Change::End(outcome) => DeliveryChange::End(of(number), outcome.name()),
            })
            .collect();
        let opened = store.apply(&all)?;
        for ((number, change), opened) in changes.iter().zip(opened) {
            // An ended delivery stays: an attempt that began earlier may still come back.
            if matches!(change, Change::Begin(..)) {
                self.open.insert(*number, opened);
            }
        }
        Ok(())
    }
}
