//! `body.escapes`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::hangul::COMMON;
use crate::conformance::script::{Post, Reading, Script, Want};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.escapes"),
    severity: Severity::Must,
    title: Cow::Borrowed("reads \\u escapes like the characters themselves"),
    why: "A serializer may write Korean text as escapes; both are the same text.",
    source: "RFC 8259; not documented by POPBiLL",
    cause: Some("The body is read as text, by a pattern, and not by a JSON reader."),
    fix: Some("Read it with a JSON reader."),
    scope: Scope::Text,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let (kind, field) = scene.text();
    let text = |body: &mut Map<String, Value>| drop(body.insert(field.to_owned(), COMMON.into()));
    let draft = desk.draft(kind).body(scene, text);
    let message = draft.escaped(scene).compose(scene);
    Script::posts([Post::acknowledged("an event in escapes", message.clone())])
        .then(Reading::point(&message, Want::Text(COMMON.to_owned())))
}
