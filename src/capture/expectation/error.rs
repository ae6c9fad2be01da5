//! What can be wrong with an expectation, and where.

use super::EventGlobError;
use crate::capture::admission::Verdict;
use crate::words;
use crate::words::expectations;

/// An expectation that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", expectations::located(*position, &problem.to_string()))]
pub struct ExpectationError {
    /// Where it goes wrong: the character, counted from 1.
    pub position: usize,
    /// What is wrong there.
    pub problem: ExpectationProblem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExpectationProblem {
    /// No event, or none the catalogue has.
    #[error(transparent)]
    Event(EventGlobError),
    /// A condition stands where the event belongs.
    #[error("{}", expectations::condition_first(.0))]
    ConditionFirst(String),
    /// Neither a condition nor a count.
    #[error("{}", expectations::not_a_condition(.0))]
    NotACondition(String),
    /// What stands before `=` is no path.
    #[error("{}", expectations::bad_path(.0))]
    BadPath(String),
    /// A name that differs from a known one only by case or hyphens; no payload has it.
    #[error("{}", expectations::misspelt_field(found))]
    MisspeltField {
        /// The name.
        found: String,
        /// The known one.
        nearest: String,
    },
    /// Two conditions on one field.
    #[error("{}", expectations::repeated_field(.0))]
    RepeatedField(String),
    /// `auth=` with a word that is no verdict.
    #[error("{}", expectations::bad_auth(found))]
    BadAuth {
        /// The word.
        found: String,
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A quote that is not closed.
    #[error("{}", expectations::open_quote())]
    OpenQuote,
    /// A backslash inside quotes before anything but a quote or a backslash.
    #[error("{}", expectations::bad_escape(.0))]
    BadEscape(String),
    /// Something stands right behind a closing quote.
    #[error("{}", expectations::after_quote(.0))]
    AfterQuote(String),
    /// A count that is none.
    #[error("{}", expectations::bad_count(.0))]
    BadCount(String),
    /// A count that is not at the end.
    #[error("{}", expectations::count_not_last(.0))]
    CountNotLast(String),
}

/// The words of `auth=`.
pub(super) const AUTH: [&str; 4] =
    [Verdict::NotDemanded.name(), Verdict::Ok.name(), Verdict::Missing.name(), Verdict::Wrong.name()];

impl ExpectationError {
    /// What was probably meant.
    pub fn nearest(&self) -> Option<&str> {
        match &self.problem {
            ExpectationProblem::Event(error) => error.nearest(),
            ExpectationProblem::MisspeltField { nearest, .. } => Some(nearest),
            ExpectationProblem::BadAuth { nearest, .. } => *nearest,
            _ => None,
        }
    }

    /// What may stand at the place; empty where the sentence itself says it.
    pub fn allowed(&self) -> &'static [&'static str] {
        match self.problem {
            ExpectationProblem::ConditionFirst(_) => &["an event id", "a glob such as cashbill.*", "*"],
            ExpectationProblem::NotACondition(_) => &["FIELD=VALUE", "FIELD=\"A VALUE\"", "xN", "xN+"],
            ExpectationProblem::BadPath(_) => &["stateCode", "detailList[0].qty", "mid", "corp_num", "auth"],
            ExpectationProblem::BadAuth { .. } => &AUTH,
            ExpectationProblem::BadEscape(_) => &["\\\"", "\\\\"],
            ExpectationProblem::BadCount(_) => &["x0", "x1 … x4294967295", "x1+ … x4294967295+"],
            _ => &[],
        }
    }

    /// What helps, best first: the nearest name, then everything allowed there.
    pub fn hints(&self) -> Vec<String> {
        let nearest = self.nearest().map(words::usage::nearest);
        let allowed = (!self.allowed().is_empty()).then(|| words::config::allowed(self.allowed()));
        let events = matches!(self.problem, ExpectationProblem::Event(_)).then(words::usage::list_events);
        nearest.into_iter().chain(allowed).chain(events).collect()
    }
}
