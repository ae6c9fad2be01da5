//! `order.same-second`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Step, Want};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("order.same-second"),
    severity: Severity::Must,
    title: Cow::Borrowed("keeps the last state when two events have the same second"),
    why: "eventDT has no fraction of a second; filing and its result, or issue and filing, can share one.",
    source: "tables of eventDT: yyyyMMddHHmmss",
    cause: Some("Which event is newer is decided by eventDT."),
    fix: Some("Decide by the state, which only goes up; eventDT is for people."),
    scope: Scope::State,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let (issue, last) = scene.life();
    let state = last.state_code.unwrap_or_default();
    let mut script = Script::posts([]);
    for is_reversed in [false, true] {
        let document = desk.document();
        let first = document.event(issue);
        let second = first.fields(scene).get("eventDT").cloned();
        let same = |body: &mut Map<String, Value>| drop(body.insert("eventDT".to_owned(), second.unwrap_or_default()));
        let (first, last) = (first.compose(scene), document.event(last).body(scene, same).compose(scene));
        let mut posts = [
            Post::acknowledged("the earlier of two events of one second", first),
            Post::acknowledged("the later of two events of one second", last.clone()),
        ];
        if is_reversed {
            posts.reverse();
        }
        for post in posts {
            script = script.then(Step::Post(post));
        }
        script = script.then(Reading::point(&last, Want::State(state)));
    }
    script
}
