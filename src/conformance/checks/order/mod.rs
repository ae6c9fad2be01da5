//! Does it bear that events come in another order?

mod result_before_issue;
mod same_second;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 2] = [result_before_issue::CHECK, same_second::CHECK];
