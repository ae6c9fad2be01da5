//! `repeat.after-lost-answer`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Expect, Post, Reading, Script, Want};
use crate::transport::Fault;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("repeat.after-lost-answer"),
    severity: Severity::Must,
    title: Cow::Borrowed("stores an event once whose first answer was lost"),
    why: "The connection breaks after the event was stored and before the answer arrived; POPBiLL knows of no success and sends again.",
    source: "overview, \"Resend\"; cashbill page: read timeout among the communication errors",
    cause: Some("The event is stored without asking whether its MID is known, or a known MID is an error."),
    fix: Some("Give the MID a unique key, and answer OK when it is known already."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    let lost = Post::acknowledged("the event", message.clone()).expecting(Expect::Anything).with(Fault::HangUp);
    Script::posts([lost, Post::acknowledged("the same event again", message.clone())])
        .then(Reading::point(&message, Want::Once))
}
