//! `body.null-optionals`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;
use crate::event::{Edition, Kind, Presence, fields};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.null-optionals"),
    severity: Severity::Should,
    title: Cow::Borrowed("bears that optional fields are null"),
    why: "A null where a field was absent before is a common change of a serializer, and the documents call such fields nullable.",
    source: "cashbill page, column \"Nullable\"; whether null is ever sent is not documented",
    cause: Some("A field is read without asking whether it is null."),
    fix: Some("Treat null like an absent field."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    desk.varied(scene.richest(), "whose optional fields are null", |draft| {
        let kind = draft.kind;
        draft.body(scene, |body| with_null_optionals(body, kind, scene.edition))
    })
}

/// Makes null what may be absent.
fn with_null_optionals(body: &mut Map<String, Value>, kind: &Kind, edition: Edition) {
    let is_optional = |field: &&crate::event::Field| field.presence(edition) == Presence::Optional;
    for field in fields(kind.family).iter().filter(is_optional).filter(|field| !field.path.contains("[]")) {
        body.insert(field.path.clone(), Value::Null);
    }
}
