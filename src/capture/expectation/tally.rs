//! The count: every capture goes in, what was met comes out.

use super::{EventFilter, Expectation, Match, Seen};
use crate::words::expectations as words;

/// What is waited for, and what of it has arrived.
///
/// Whoever waits may stop early when [`Expectations::any_exceeded`]; [`Expectations::all_met`] is final only
/// where [`Expectations::is_settled`], because one more capture can be one too many.
#[derive(Clone, Debug)]
pub struct Expectations {
    filter: EventFilter,
    waited_for: WaitedFor,
    arrived: u64,
}

#[derive(Clone, Debug)]
enum WaitedFor {
    /// That nothing arrives; what did first.
    Nothing(Option<String>),
    These(Vec<Tally>),
}

/// One expectation and its captures.
#[derive(Clone, Debug)]
struct Tally {
    expectation: Expectation,
    matched: u64,
    nearest: Option<NearMiss>,
}

/// The capture that came closest, of those that are not what was waited for.
#[derive(Clone, Debug)]
struct NearMiss {
    held: usize,
    differs: String,
}

/// How one expectation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectationOutcome {
    /// The expectation, as [`Expectation`] displays it; `none` for `--expect-none`.
    pub expect: String,
    /// How many captures were what it waits for; for `none`, how many arrived.
    pub matched: u64,
    /// Whether they are as many as it asks for.
    pub met: bool,
    /// Whether they are more.
    pub exceeded: bool,
    /// While it is not met: what differed in the capture for which most of its conditions held, the first of
    /// equals, as a sentence ("stateCode was 305, expected 304"). For `none`: what arrived first.
    pub nearest: Option<String>,
}

impl Expectations {
    /// Waits for each of these; only events that pass `filter` are looked at.
    pub fn new(expectations: impl IntoIterator<Item = Expectation>, filter: EventFilter) -> Self {
        let tallies = expectations.into_iter().map(|expectation| Tally { expectation, matched: 0, nearest: None });
        Self { filter, waited_for: WaitedFor::These(tallies.collect()), arrived: 0 }
    }

    /// Waits for nothing that passes `filter`: `--expect-none`.
    pub fn none(filter: EventFilter) -> Self {
        Self { filter, waited_for: WaitedFor::Nothing(None), arrived: 0 }
    }

    /// Counts a capture for every expectation it meets.
    pub fn feed(&mut self, seen: &Seen<'_>) {
        if !self.filter.passes(seen.event) {
            return;
        }
        self.arrived += 1;
        match &mut self.waited_for {
            WaitedFor::Nothing(first) => {
                first.get_or_insert_with(|| words::arrived(seen.event));
            }
            WaitedFor::These(tallies) => tallies.iter_mut().for_each(|tally| tally.feed(seen)),
        }
    }

    /// How many captures passed the filter: where none did, nothing happened at all.
    pub fn arrived(&self) -> u64 {
        self.arrived
    }

    /// Whether every expectation is met by what has arrived so far.
    pub fn all_met(&self) -> bool {
        match &self.waited_for {
            WaitedFor::Nothing(_) => self.arrived == 0,
            WaitedFor::These(tallies) => tallies.iter().all(Tally::is_met),
        }
    }

    /// Whether one has more captures than it asks for; nothing that arrives later can mend that.
    pub fn any_exceeded(&self) -> bool {
        match &self.waited_for {
            WaitedFor::Nothing(_) => self.arrived > 0,
            WaitedFor::These(tallies) => tallies.iter().any(Tally::is_exceeded),
        }
    }

    /// Whether nothing that arrives later can change [`Expectations::all_met`].
    pub fn is_settled(&self) -> bool {
        self.any_exceeded()
            || match &self.waited_for {
                WaitedFor::Nothing(_) => false,
                WaitedFor::These(tallies) => tallies.iter().all(Tally::is_met_for_good),
            }
    }

    /// How each expectation stands, in the order they were given.
    pub fn outcomes(&self) -> Vec<ExpectationOutcome> {
        match &self.waited_for {
            WaitedFor::Nothing(first) => vec![ExpectationOutcome {
                expect: words::none().to_owned(),
                matched: self.arrived,
                met: self.arrived == 0,
                exceeded: self.arrived > 0,
                nearest: first.clone(),
            }],
            WaitedFor::These(tallies) => tallies.iter().map(Tally::outcome).collect(),
        }
    }
}

impl Tally {
    fn feed(&mut self, seen: &Seen<'_>) {
        let found = self.expectation.matches(seen);
        if found.is_complete() {
            self.matched += 1;
        } else if self.nearest.as_ref().is_none_or(|nearest| nearest.held < found.held) {
            self.nearest = Some(NearMiss::of(&found));
        }
    }

    fn is_met(&self) -> bool {
        self.expectation.count().is_met_by(self.matched)
    }

    fn is_exceeded(&self) -> bool {
        self.expectation.count().is_exceeded_by(self.matched)
    }

    fn is_met_for_good(&self) -> bool {
        matches!(self.expectation.count(), super::Count::AtLeast(_)) && self.is_met()
    }

    fn outcome(&self) -> ExpectationOutcome {
        let (met, exceeded) = (self.is_met(), self.is_exceeded());
        let nearest = self.nearest.as_ref().filter(|_| !met && !exceeded).map(|nearest| nearest.differs.clone());
        ExpectationOutcome { expect: self.expectation.to_string(), matched: self.matched, met, exceeded, nearest }
    }
}

impl NearMiss {
    fn of(found: &Match) -> Self {
        let differences: Vec<_> = found.differences.iter().map(ToString::to_string).collect();
        Self { held: found.held, differs: differences.join("; ") }
    }
}
