//! Does it keep businesses apart?

mod same_mgt_key;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 1] = [same_mgt_key::CHECK];
