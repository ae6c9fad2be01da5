//! What can be wrong with a plan, and where.

use super::text::ESCAPES;
use crate::clock::DurationError;
use crate::words;
use crate::words::plans;

/// A plan that cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", plans::located(*position, found, &problem.to_string()))]
pub struct PlanError {
    /// Where it goes wrong: the character of the plan, counted from 1.
    pub position: usize,
    /// What stands there; empty where something is missing.
    pub found: String,
    /// What is wrong with it.
    pub problem: PlanProblem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    /// There is no step at all.
    #[error("{}", plans::empty())]
    Empty,
    /// Nothing stands between two commas, or after the last.
    #[error("{}", plans::empty_step())]
    EmptyStep,
    /// Nothing stands before or after a `+`, or before a `*`.
    #[error("{}", plans::empty_part())]
    EmptyPart,
    /// A part nobody knows.
    #[error("{}", plans::unknown_part())]
    UnknownPart {
        /// The part that was probably meant, as `PARTS` shows it.
        nearest: Option<&'static str>,
    },
    /// A part without the value it needs.
    #[error("{}", plans::needs_value(shape))]
    NeedsValue {
        /// How the part is written, as `PARTS` shows it.
        shape: &'static str,
    },
    /// A part with a value it does not take.
    #[error("{}", plans::takes_no_value(name))]
    TakesNoValue {
        /// The part.
        name: &'static str,
    },
    /// Not a status code from 200 to 999.
    #[error("{}", plans::bad_status())]
    BadStatus,
    /// A status code from 100 to 199, after which a sender goes on waiting for the answer.
    #[error("{}", plans::interim_status())]
    InterimStatus,
    /// A body beside a status that has none.
    #[error("{}", plans::body_forbidden(*status))]
    BodyForbidden {
        /// The status code, 204 or 304.
        status: u16,
    },
    /// A wait that is no duration.
    #[error("{}", plans::bad_delay(&.0.to_string()))]
    BadDelay(DurationError),
    /// A backslash before something it does not escape.
    #[error("{}", plans::bad_escape())]
    BadEscape,
    /// What follows `*` is no whole number from 1 on.
    #[error("{}", plans::bad_count())]
    BadCount,
    /// A `*` that is not at the end of its step.
    #[error("{}", plans::count_inside())]
    CountInside,
    /// Two parts that no single answer can be.
    #[error("{}", plans::contradiction(first, second))]
    Contradiction {
        /// The part that came first, as it was written.
        first: String,
        /// The part that does not go with it.
        second: String,
    },
}

/// Every part, as it is written.
pub(super) const PARTS: [&str; 10] =
    ["ok", "json", "status:N", "body:TEXT", "empty", "delay:D", "hang", "reset", "truncate", "garbage"];

impl PlanError {
    /// The part that was probably meant.
    pub fn nearest(&self) -> Option<&'static str> {
        match self.problem {
            PlanProblem::UnknownPart { nearest } => nearest,
            PlanProblem::TakesNoValue { name } => Some(name),
            _ => None,
        }
    }

    /// What may stand at the place; empty where the sentence itself says it.
    pub fn allowed(&self) -> &'static [&'static str] {
        match self.problem {
            PlanProblem::Empty | PlanProblem::EmptyStep | PlanProblem::EmptyPart | PlanProblem::UnknownPart { .. } => {
                &PARTS
            }
            PlanProblem::BadStatus | PlanProblem::InterimStatus => &["status:200 … status:999"],
            PlanProblem::BadDelay(_) => &["delay:500ms", "delay:10s", "delay:5m", "delay:1h"],
            PlanProblem::BadEscape => &ESCAPES,
            PlanProblem::BadCount => &["*1 … *4294967295"],
            PlanProblem::NeedsValue { .. }
            | PlanProblem::TakesNoValue { .. }
            | PlanProblem::BodyForbidden { .. }
            | PlanProblem::CountInside
            | PlanProblem::Contradiction { .. } => &[],
        }
    }

    /// What helps, best first: the nearest part, then everything allowed there.
    pub fn hints(&self) -> Vec<String> {
        let nearest = self.nearest().map(words::usage::nearest);
        let allowed = (!self.allowed().is_empty()).then(|| words::config::allowed(self.allowed()));
        nearest.into_iter().chain(allowed).collect()
    }
}
