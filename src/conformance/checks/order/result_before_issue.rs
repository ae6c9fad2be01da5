//! `order.result-before-issue`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("order.result-before-issue"),
    severity: Severity::Must,
    title: Cow::Borrowed("keeps the last state when an earlier event comes later"),
    why: "An event that failed at first comes five or twenty minutes later, after the events that followed it.",
    source: "overview, \"Resend\": each event has attempts of its own",
    cause: Some("The state is that of the event that arrived last."),
    fix: Some("Let the state only go up (300 → 304/305, 600): UPDATE … WHERE state < ?."),
    scope: Scope::State,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let (scene, document) = (desk.scene, desk.document());
    let (issue, last) = scene.life();
    let result = document.event(last).compose(scene);
    let late = document.event(issue).compose(scene);
    let state = last.state_code.unwrap_or_default();
    Script::posts([
        Post::acknowledged(words::event(last.id), result.clone()),
        Post::acknowledged("the earlier event, which comes later", late),
    ])
    .then(Reading::point(&result, Want::State(state)))
}
