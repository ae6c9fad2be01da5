//! Going on with a run that was interrupted or killed.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{Run, State, index};
use crate::delivery::Outcome;
use crate::simulation::{Agenda, Plan};

/// What was written down of a delivery before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// How many attempts were started; what became of the last one may be unknown, and it counts.
    pub started: u32,
    /// When the last one began.
    pub last_start: Timestamp,
    /// Whether one is known to have been acknowledged.
    pub acknowledged: bool,
    /// How it ended, if it did.
    pub outcome: Option<Outcome>,
}

impl Run<'_> {
    /// Adds what was already being sent again by hand; `false` where nothing was.
    pub(super) fn add_past_reruns(plan: &mut Plan, past: &HashMap<u32, Past>) -> bool {
        let count = u32::try_from(plan.deliveries.len()).unwrap_or(u32::MAX);
        if !past.keys().any(|number| *number >= count) {
            return false;
        }
        let of_events = || past.iter().filter(|(number, _)| **number < count);
        let exhausted = of_events().filter(|(_, past)| past.outcome == Some(Outcome::Exhausted));
        let mut exhausted: Vec<u32> = exhausted.map(|(number, _)| *number).collect();
        exhausted.sort_unstable();
        let latest = of_events().map(|(_, past)| past.last_start).max().unwrap_or(plan.first_due());
        let again = plan.reruns(exhausted, latest);
        plan.deliveries.extend(again);
        true
    }

    /// What is due of a run that may have begun earlier.
    pub(super) fn due_from(&mut self, past: &HashMap<u32, Past>) -> Agenda {
        let mut first = Vec::new();
        for (planned, number) in self.plan.deliveries.iter().zip(0..) {
            let Some(past) = past.get(&number) else {
                first.push((planned.due_at, number));
                continue;
            };
            let state = &mut self.states[index(number)];
            *state = State { started: past.started, acknowledged: past.acknowledged, ..State::default() };
            state.outcome = past.outcome;
        }
        let mut agenda = Agenda::new(first);
        let mut again: Vec<_> = past.iter().filter(|(_, past)| past.outcome.is_none()).collect();
        again.sort_unstable_by_key(|(number, past)| (past.last_start, **number));
        for (number, past) in again {
            let planned = self.plan.planned(*number);
            let next = self.plan.policy(*number).next_due(past.started, planned.due_at, past.last_start);
            if let Some(due) = next.filter(|_| !past.acknowledged) {
                agenda.push(due, *number, past.started + 1);
            }
        }
        agenda
    }

    /// Ends what a killed run left open though no attempt is left.
    pub(super) fn settle_past(&mut self) {
        let open = |state: &State| state.started > 0 && state.outcome.is_none();
        let numbers: Vec<u32> =
            (0..).zip(&self.states).filter(|(_, state)| open(state)).map(|(number, _)| number).collect();
        for number in numbers {
            self.conclude(number);
        }
    }
}
