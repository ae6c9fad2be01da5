//! Is the answer the one the contract asks for?

mod consistent;
mod exact;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 2] = [exact::CHECK, consistent::CHECK];
