//! Does it bear many at once?

mod burst;
mod p95;
mod parallel;

use std::time::Duration;

use crate::conformance::check::Check;

/// How many events come at once.
const BURST: usize = 32;
/// The time within which 95 of 100 are answered. Not documented by POPBiLL; two seconds are ours.
const P95: Duration = Duration::from_secs(2);

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 3] = [parallel::CHECK, burst::CHECK, p95::CHECK];
