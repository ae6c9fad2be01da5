//! `body.white-space`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.white-space"),
    severity: Severity::Must,
    title: Cow::Borrowed("bears white space in the JSON"),
    why: "How a JSON text is indented is the serializer's affair and may change on any day.",
    source: "RFC 8259; not documented by POPBiLL",
    cause: Some("The body is read as text, by position or by a pattern."),
    fix: Some("Read it with a JSON reader."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    desk.varied(scene.of_each_product(), "with white space in its JSON", |draft| {
        draft.bytes_of(scene, |bytes| indented(&bytes))
    })
}

/// With a line for each member.
fn indented(bytes: &[u8]) -> Vec<u8> {
    let value: serde_json::Value = serde_json::from_slice(bytes).unwrap_or_default();
    serde_json::to_vec_pretty(&value).unwrap_or_default()
}
