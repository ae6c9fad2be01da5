//! `body.key-order`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.key-order"),
    severity: Severity::Must,
    title: Cow::Borrowed("does not depend on the order of keys"),
    why: "Real bodies come in another order than the samples of the documents, and the order differs from event to event.",
    source: "not documented by POPBiLL; JSON gives order no meaning",
    cause: Some("The body is read as text, by position or by a pattern."),
    fix: Some("Read it with a JSON reader."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    desk.varied(scene.of_each_product(), "with its keys in another order", |draft| draft.body(scene, reversed))
}

/// The last key first.
fn reversed(body: &mut Map<String, Value>) {
    *body = std::mem::take(body).into_iter().rev().collect();
}
