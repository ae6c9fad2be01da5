//! `body.manual`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.manual"),
    severity: Severity::Must,
    title: Cow::Borrowed("acknowledges an event that is sent again by hand"),
    why: "Who presses \"resend\" on POPBiLL's site sends MANUAL as the event type, in the body and in the header.",
    source: "overview, \"Resend\"; .NET tutorial",
    cause: Some("MANUAL is not among the event types that the code knows."),
    fix: Some("Treat MANUAL like the event it repeats: go by the state, not by the event type."),
    scope: Scope::State,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let message = desk.draft(scene.typed()).manual().compose(scene);
    Script::posts([Post::acknowledged("an event sent by hand (MANUAL)", message)])
}
