//! Does it acknowledge only what it can read?

mod broken_json;
mod cut_json;
mod empty;
mod not_an_object;
mod wrong_charset;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 5] =
    [broken_json::CHECK, cut_json::CHECK, empty::CHECK, not_an_object::CHECK, wrong_charset::CHECK];
