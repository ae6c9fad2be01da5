//! Does it bear what networks do?

mod chunked;
mod cut_body;
mod expect_continue;
mod extra_headers;
mod header_case;
mod http10;
mod reset;
mod slow_body;
mod split_hangul;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 9] = [
    header_case::CHECK,
    extra_headers::CHECK,
    chunked::CHECK,
    slow_body::CHECK,
    split_hangul::CHECK,
    expect_continue::CHECK,
    http10::CHECK,
    cut_body::CHECK,
    reset::CHECK,
];
