//! Can POPBiLL get there at all?

mod acknowledged;
mod get;
mod port;
mod probe;
mod redirect;
mod tls;

use crate::conformance::check::Check;

/// The checks of this family, in their order.
pub(super) const CHECKS: [Check; 6] =
    [acknowledged::CHECK, port::CHECK, tls::CHECK, redirect::CHECK, get::CHECK, probe::CHECK];
