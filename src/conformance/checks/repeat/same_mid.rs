//! `repeat.same-mid`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("repeat.same-mid"),
    severity: Severity::Must,
    title: Cow::Borrowed("stores the same event once"),
    why: "POPBiLL sends again whatever it has no success for, also what was stored and whose answer was lost: the same event arrives twice with the same MID.",
    source: "overview, \"Resend\"",
    cause: Some("The event is stored without asking whether its MID is known, or a known MID is an error."),
    fix: Some("Give the MID a unique key, and answer OK when it is known already."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    Script::posts([
        Post::acknowledged("the event", message.clone()),
        Post::acknowledged("the same event again", message.clone()),
    ])
    .then(Reading::point(&message, Want::Once))
}
