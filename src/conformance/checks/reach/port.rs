//! `reach.port`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Script, Step};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reach.port"),
    severity: Severity::Should,
    title: Cow::Borrowed("is on a port that POPBiLL calls"),
    why: "POPBiLL calls ports 80, 443 and 9854; another one has to be agreed on with its support.",
    source: "cashbill page and NTS page, \"Callback URL\"",
    cause: Some("The URL names another port, often that of a development server."),
    fix: Some("Put the receiver behind 443 (or 80, 9854), or ask POPBiLL to open the port."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(_: &mut Desk<'_>) -> Script {
    Script::Steps(vec![Step::Port])
}
