//! `body.absent-optionals`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;
use crate::event::{Edition, Kind, Presence, fields};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.absent-optionals"),
    severity: Severity::Must,
    title: Cow::Borrowed("bears that optional fields are absent"),
    why: "POPBiLL leaves a field out where it has nothing to say; its own samples do.",
    source: "cashbill page: the sample of an issue has no ntssendDT",
    cause: Some("A field that may be absent is required, or read without asking whether it is there."),
    fix: Some("Make every optional field optional in the model, and test with the shortest event."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    desk.varied(scene.richest(), "without its optional fields", |draft| {
        let kind = draft.kind;
        draft.body(scene, |body| without_optionals(body, kind, scene.edition))
    })
}

/// Takes away what may be absent.
fn without_optionals(body: &mut Map<String, Value>, kind: &Kind, edition: Edition) {
    for field in fields(kind.family).iter().filter(|field| field.presence(edition) == Presence::Optional) {
        body.shift_remove(&field.path);
    }
}
