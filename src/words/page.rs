//! Words of the page of a run.

/// Its title.
pub fn title(scenario: &str, run: &str) -> String {
    format!("{scenario}: run {run}")
}

/// The sum in a line.
pub fn sum(deliveries: usize, attempts: u64, seed: u64) -> String {
    format!("{deliveries} deliveries, {attempts} attempts, seed {seed}; times are Korean")
}

/// Only some are shown.
pub fn sample(shown: usize, all: usize) -> String {
    format!("{shown} of {all} deliveries, evenly chosen")
}

/// An attempt.
pub fn attempt(number: u32) -> String {
    format!("attempt {number}")
}

/// How deliveries ended.
pub const OUTCOME: &str = "outcome";
/// How attempts ended.
pub const CAUSE: &str = "attempts ended as";
/// No filter by outcome.
pub const ANY_OUTCOME: &str = "any outcome";
/// No filter by cause.
pub const ANY_CAUSE: &str = "any cause";
/// The field to search in.
pub const SEARCH: &str = "event, business, message id";
/// What was sent.
pub const REQUEST: &str = "request";
