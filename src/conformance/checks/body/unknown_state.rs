//! `body.unknown-state`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.unknown-state"),
    severity: Severity::Should,
    title: Cow::Borrowed("acknowledges a state code it does not know"),
    why: "Tax invoices have states that only some customers see, such as those of reverse issuance.",
    source: "not documented by POPBiLL as a closed list",
    cause: Some("A stateCode outside of an enum is an error."),
    fix: Some("Store what you do not know, acknowledge it, and decide later."),
    scope: Scope::State,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let draft = desk.draft(scene.typed());
    // A statement says its state as text.
    let unknown = |body: &mut Map<String, Value>| {
        let code: Value = if body.get("stateCode").is_some_and(Value::is_string) { "399".into() } else { 399.into() };
        body.insert("stateCode".to_owned(), code);
    };
    let message = draft.body(scene, unknown).compose(scene);
    Script::posts([Post::acknowledged("an event with an unknown state", message)])
}
