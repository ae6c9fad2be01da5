//! `reach.get`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Script, Step};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reach.get"),
    severity: Severity::Should,
    title: Cow::Borrowed("bears a GET of its URL"),
    why: "People and monitors open the callback URL in a browser; a receiver that breaks on it alarms them for nothing, and one that says OK takes a visit for an event.",
    source: "not documented by POPBiLL",
    cause: Some("The handler runs for every method."),
    fix: Some("Route only POST to the handler; 405 or 404 is a good answer to everything else."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(_: &mut Desk<'_>) -> Script {
    Script::Steps(vec![Step::Get])
}
