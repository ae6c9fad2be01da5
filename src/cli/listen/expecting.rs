//! What is expected of the captures, counted as they come.

use std::sync::{Mutex, PoisonError};

use tokio::sync::watch;

use crate::capture::expectation::{EventFilter, Expectation, ExpectationOutcome, Expectations, Seen};
use crate::cli::ExitStatus;
use crate::history::{CaptureRecord, StoredCapture};

/// Counts captures, and says when enough have come.
pub(super) struct Counter {
    filter: EventFilter,
    state: Mutex<State>,
    max: Option<u64>,
    progress: watch::Sender<Progress>,
}

struct State {
    expectations: Option<Expectations>,
    all: u64,
}

/// How far the captures have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// Whether `--max` is reached.
    pub(super) full: bool,
    /// Whether every expectation is met.
    pub(super) met: bool,
    /// Whether nothing that arrives later can change that.
    pub(super) settled: bool,
}

impl Counter {
    pub(super) fn new(
        filter: EventFilter,
        expect: Vec<Expectation>,
        expect_none: bool,
        max: Option<u64>,
    ) -> (Self, watch::Receiver<Progress>) {
        let expectations = match (expect.is_empty(), expect_none) {
            (true, false) => None,
            (_, true) => Some(Expectations::none(filter.clone())),
            (false, false) => Some(Expectations::new(expect, filter.clone())),
        };
        let (progress, seen) = watch::channel(Progress::default());
        (Self { filter, state: Mutex::new(State { expectations, all: 0 }), max, progress }, seen)
    }

    /// Counts one.
    pub(super) fn count(&self, record: &CaptureRecord) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.all += 1;
        if let Some(expectations) = &mut state.expectations {
            feed(expectations, record);
        }
        let of_expectations = |what: fn(&Expectations) -> bool| state.expectations.as_ref().is_some_and(what);
        let progress = Progress {
            full: self.max.is_some_and(|max| state.all >= max),
            met: of_expectations(Expectations::all_met),
            settled: of_expectations(Expectations::is_settled),
        };
        if *self.progress.borrow() != progress {
            self.progress.send_replace(progress);
        }
    }

    /// Whether a capture is to be shown.
    pub(super) fn shows(&self, stored: &StoredCapture) -> bool {
        self.filter.passes(stored.record.event.as_deref())
    }

    /// How each expectation ended.
    pub(super) fn outcomes(&self) -> Vec<ExpectationOutcome> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.expectations.as_ref().map(Expectations::outcomes).unwrap_or_default()
    }

    /// The exit status by the expectations: nothing arriving is told apart from something else arriving.
    pub(super) fn exit_status(&self) -> ExitStatus {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match &state.expectations {
            None => ExitStatus::Success,
            Some(expectations) if expectations.all_met() => ExitStatus::Success,
            Some(expectations) if expectations.arrived() == 0 => ExitStatus::NothingHappened,
            Some(_) => ExitStatus::FellShort,
        }
    }
}

fn feed(expectations: &mut Expectations, record: &CaptureRecord) {
    let body = serde_json::from_slice(&record.body).ok();
    expectations.feed(&Seen {
        event: record.event.as_deref(),
        webhook_type: record.webhook_type.as_deref(),
        event_type: record.event_type.as_deref(),
        mid: record.message_id.as_deref(),
        corp_num: record.corp_num.as_deref(),
        auth: record.auth.name(),
        body: body.as_ref(),
    });
}
