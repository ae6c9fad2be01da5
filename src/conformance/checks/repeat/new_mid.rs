//! `repeat.new-mid`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("repeat.new-mid"),
    severity: Severity::Should,
    title: Cow::Borrowed("bears the same event under another MID"),
    why: "No document promises that the MID of an event stays the same when it is sent again.",
    source: "not documented by POPBiLL",
    cause: Some("A unique key on the document refuses what is new only by its MID."),
    fix: Some("Answer OK where the event changes nothing."),
    scope: Scope::State,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let (scene, document) = (desk.scene, desk.document());
    let (issue, _) = scene.life();
    let other = desk.document().event(issue).compose(scene).message_id();
    let first = document.event(issue).compose(scene);
    let again = document.event(issue).message_id(other).compose(scene);
    let state = issue.state_code.unwrap_or_default();
    Script::posts([
        Post::acknowledged(words::event(issue.id), first.clone()),
        Post::acknowledged("the same event under another MID", again),
    ])
    .then(Reading::aside(&first, Want::State(state)))
}
