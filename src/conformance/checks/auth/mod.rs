//! Does the receiver know who calls?

mod empty;
mod missing;
mod other_scheme;
mod prefix;
mod wrong;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 5] = [missing::CHECK, wrong::CHECK, prefix::CHECK, other_scheme::CHECK, empty::CHECK];
