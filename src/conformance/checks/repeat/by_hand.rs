//! `repeat.by-hand`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("repeat.by-hand"),
    severity: Severity::Must,
    title: Cow::Borrowed("acknowledges an event that is sent again by hand days later"),
    why: "Who presses \"resend\" on POPBiLL's site sends an old event; the document may have gone on since.",
    source: "overview, \"Resend\"",
    cause: Some("The old event overwrites the state, or is an error because the document is known."),
    fix: Some("Store that it came; let the state only go up."),
    scope: Scope::State,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let (scene, document) = (desk.scene, desk.document());
    let (issue, last) = scene.life();
    let by_hand = desk.document().event(issue).compose(scene).message_id();
    let first = document.event(issue).compose(scene);
    let result = document.event(last).compose(scene);
    let again = document.event(issue).manual().message_id(by_hand).compose(scene);
    let state = last.state_code.unwrap_or_default();
    Script::posts([
        Post::acknowledged(words::event(issue.id), first),
        Post::acknowledged(words::event(last.id), result.clone()),
        Post::acknowledged("the first event again, by hand (MANUAL)", again),
    ])
    .then(Reading::point(&result, Want::State(state)))
}
