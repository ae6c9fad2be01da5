//! What must arrive: the expectations of `--expect` and `--expect-none`, and the filter of `--events`.
//!
//! An expectation is an event id or glob, conditions, and a count: `cashbill.issue corpNum=1234567891 x2`. It is
//! matched against what was captured, one capture at a time; [`Expectations`] keeps the count. No clock: how
//! long to wait is decided elsewhere.

mod condition;
mod error;
mod event_glob;
mod field_path;
mod filter;
mod parse;
mod tally;
#[cfg(test)]
mod tests;

use std::fmt;

use serde_json::Value;

use condition::Condition;
pub use condition::{Difference, Found};
pub use error::{ExpectationError, ExpectationProblem};
pub use event_glob::{EventGlob, EventGlobError};
pub use filter::{EventFilter, EventFilterError};
pub use tally::{ExpectationOutcome, Expectations};

/// What somebody waits for.
///
/// Reading what [`fmt::Display`] writes gives the same expectation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    event: EventGlob,
    conditions: Vec<Condition>,
    count: Count,
}

/// How often it must arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// So often and not more: `x2`. `x0` is an event that must not arrive.
    Exactly(u32),
    /// So often or more: `x2+`. Without a count it is at least once.
    AtLeast(u32),
}

/// A captured request, as far as expectations look at it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen<'a> {
    /// The catalogue id of the event, where it was identified.
    pub event: Option<&'a str>,
    /// The value of `Pb-Webhook-Type`.
    pub webhook_type: Option<&'a str>,
    /// The value of `Pb-Webhook-EventType`.
    pub event_type: Option<&'a str>,
    /// The value of `Pb-Webhook-MID`.
    pub mid: Option<&'a str>,
    /// The value of `Pb-Webhook-Corpnum`.
    pub corp_num: Option<&'a str>,
    /// The name of the [`Verdict`](super::admission::Verdict) on its credentials.
    pub auth: &'static str,
    /// The body, where it is JSON.
    pub body: Option<&'a Value>,
}

/// How far a capture is what an expectation waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// How many of the conditions hold; the event is one of them.
    pub held: usize,
    /// What differs, in the order of the expectation.
    pub differences: Vec<Difference>,
}

impl Match {
    /// Whether it is what was waited for.
    pub fn is_complete(&self) -> bool {
        self.differences.is_empty()
    }
}

impl Expectation {
    /// How often it must arrive.
    pub fn count(&self) -> Count {
        self.count
    }

    /// Compares a capture with the event and every condition. Without a condition on `auth` only a request that
    /// was let in counts.
    ///
    /// A body that is an array (crawled invoices may come in one) stands for each of its elements; the one that
    /// fits best counts, so that all conditions are about one element. A path that starts with an index looks
    /// into the array itself.
    pub fn matches(&self, seen: &Seen<'_>) -> Match {
        let element = match seen.body {
            Some(Value::Array(elements)) => self.best_of(elements, seen).or(seen.body),
            other => other,
        };
        let mut differences = Vec::new();
        if !self.event.matches(seen.event) {
            differences.push(Difference::of_event(&self.event, seen.event));
        }
        differences.extend(self.conditions.iter().filter_map(|condition| condition.difference(seen, element)));
        let held = 1 + self.conditions.len() - differences.len();
        // A request that was answered 401 has not arrived, unless it is just that which is waited for.
        if !self.conditions.iter().any(Condition::is_about_credentials) {
            differences.extend(Difference::of_credentials(seen.auth));
        }
        Match { held, differences }
    }

    fn best_of<'a>(&self, elements: &'a [Value], seen: &Seen<'_>) -> Option<&'a Value> {
        let held = |element| self.conditions.iter().filter(|condition| condition.holds(seen, Some(element))).count();
        // The first of equals: max_by_key would give the last.
        elements.iter().rev().max_by_key(|element| held(element))
    }
}

impl Count {
    /// Whether so many are what was asked for.
    pub fn is_met_by(self, matched: u64) -> bool {
        match self {
            Self::Exactly(wanted) => matched == u64::from(wanted),
            Self::AtLeast(wanted) => matched >= u64::from(wanted),
        }
    }

    /// Whether so many are too many, so that no later capture can help.
    pub fn is_exceeded_by(self, matched: u64) -> bool {
        matches!(self, Self::Exactly(wanted) if matched > u64::from(wanted))
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.event.fmt(f)?;
        for condition in &self.conditions {
            write!(f, " {condition}")?;
        }
        match self.count {
            Count::AtLeast(1) => Ok(()),
            count => write!(f, " {count}"),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(wanted) => write!(f, "x{wanted}"),
            Self::AtLeast(wanted) => write!(f, "x{wanted}+"),
        }
    }
}
