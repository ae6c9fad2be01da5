//! Does it read every body that may come?

mod absent_optionals;
mod array;
mod escapes;
mod hangul;
mod hex_confirm_number;
mod key_order;
mod largest;
mod longest_fields;
mod manual;
mod many_lines;
mod negative_amounts;
mod null_optionals;
mod of_256k;
mod rare_hangul;
mod unknown_event_type;
mod unknown_field;
mod unknown_state;
mod white_space;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 18] = [
    unknown_field::CHECK,
    unknown_event_type::CHECK,
    unknown_state::CHECK,
    manual::CHECK,
    absent_optionals::CHECK,
    null_optionals::CHECK,
    key_order::CHECK,
    white_space::CHECK,
    escapes::CHECK,
    longest_fields::CHECK,
    many_lines::CHECK,
    largest::CHECK,
    of_256k::CHECK,
    negative_amounts::CHECK,
    hex_confirm_number::CHECK,
    hangul::CHECK,
    rare_hangul::CHECK,
    array::CHECK,
];
