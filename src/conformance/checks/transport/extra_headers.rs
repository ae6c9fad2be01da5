//! `transport.extra-headers`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.extra-headers"),
    severity: Severity::Must,
    title: Cow::Borrowed("bears header fields it does not know"),
    why: "POPBiLL adds fields for a customer on request, and proxies add their own.",
    source: "tax invoice event page: custom headers on request",
    cause: Some("Unknown headers are refused."),
    fix: Some("Read the headers you know and leave the rest alone."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let draft = desk.draft(desk.scene.plain());
    let message = draft.header("Pb-Webhook-Custom", "1").header("X-Forwarded-Proto", "https").compose(desk.scene);
    Script::posts([Post::acknowledged("an event with header fields of its own", message)])
}
