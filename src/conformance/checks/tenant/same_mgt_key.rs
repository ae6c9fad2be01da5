//! `tenant.same-mgt-key`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("tenant.same-mgt-key"),
    severity: Severity::Must,
    title: Cow::Borrowed("tells two businesses with the same management key apart"),
    why: "The key is chosen by each business and unique only within it; behind one URL two of them can be equal.",
    source: "cashbill page, \"mgtKey\"; overview, integrated URL",
    cause: Some("Documents are looked up by the management key alone."),
    fix: Some("Make the business number (Pb-Webhook-Corpnum) a part of every key."),
    scope: Scope::Key,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let (issue, last) = scene.life();
    let field = scene.key_field();
    let (one, other) = (desk.document(), desk.document());
    let key = one.event(issue).fields(scene).get(field).cloned().unwrap_or_else(|| "SAME-KEY".into());
    let same = |body: &mut Map<String, Value>| drop(body.insert(field.to_owned(), key.clone()));
    let done = one.event(last).body(scene, same).compose(scene);
    let begun = other.event(issue).body(scene, same).compose(scene);
    let (high, low) = (last.state_code.unwrap_or_default(), issue.state_code.unwrap_or_default());
    Script::posts([
        Post::acknowledged("an event of one business", done.clone()),
        Post::acknowledged("an event of another business with the same key", begun.clone()),
    ])
    .then(Reading::point(&done, Want::State(high)))
    .then(Reading::point(&begun, Want::State(low)))
}
