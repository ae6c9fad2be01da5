//! `reach.probe`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reach.probe"),
    severity: Severity::Must,
    title: Cow::Borrowed("shows by the probe what it acknowledged"),
    why: "An acknowledged event is never sent again: one that was not stored is lost.",
    source: "overview: a success is final",
    cause: Some("The event was acknowledged without being stored, or the probe asks in the wrong place."),
    fix: Some("Store before you acknowledge; try the probe by hand with the keys of an event that you sent."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    Script::posts([Post::acknowledged("an ordinary event", message.clone())])
        .then(Reading::point(&message, Want::Stored))
}
