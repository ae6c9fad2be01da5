//! Does it bear that events come again?

mod after_lost_answer;
mod by_hand;
mod new_mid;
mod same_mid;
mod same_moment;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 5] =
    [same_mid::CHECK, same_moment::CHECK, after_lost_answer::CHECK, by_hand::CHECK, new_mid::CHECK];
