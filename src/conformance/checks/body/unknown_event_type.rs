//! `body.unknown-event-type`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.unknown-event-type"),
    severity: Severity::Must,
    title: Cow::Borrowed("acknowledges an event type it does not know"),
    why: "New event types are announced to every registered URL; one that is refused is sent again and again.",
    source: "overview: the list of events grows with the products",
    cause: Some("An eventType outside of an enum or a switch is an error."),
    fix: Some("Store what you do not know, acknowledge it, and decide later."),
    scope: Scope::State,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let unknown = |body: &mut Map<String, Value>| drop(body.insert("eventType".to_owned(), "FutureEvent".into()));
    let message =
        desk.draft(scene.typed()).body(scene, unknown).header("Pb-Webhook-EventType", "FutureEvent").compose(scene);
    Script::posts([Post::acknowledged("an event of an unknown type", message)])
}
