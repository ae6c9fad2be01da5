//! `body.white-space`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script};
use crate::event::Kind;
use crate::words::conformance as words;

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
    let post = |kind: &'static Kind| {
        let message = desk.draft(kind).bytes_of(scene, |bytes| indented(&bytes)).compose(scene);
        Post::acknowledged(words::event_that(kind.id, "with white space in its JSON"), message)
    };
    Script::posts(scene.of_each_product().into_iter().map(post))
}

/// With a line for each member.
fn indented(bytes: &[u8]) -> Vec<u8> {
    let value: serde_json::Value = serde_json::from_slice(bytes).unwrap_or_default();
    serde_json::to_vec_pretty(&value).unwrap_or_default()
}
