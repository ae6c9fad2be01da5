//! `body.hex-confirm-number`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.hex-confirm-number"),
    severity: Severity::Must,
    title: Cow::Borrowed("takes letters in ntsconfirmNum"),
    why: "The number under which NTS knows an invoice is hexadecimal; most have only digits, some do not.",
    source: "NTS page, \"ntsconfirmNum\": 24 characters; the letters are seen in published samples",
    cause: Some("It is stored as a number, or matched against digits."),
    fix: Some("Store it as 24 characters of text."),
    scope: Scope::Text,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let (kind, _) = scene.text();
    let message = desk.draft(kind).body(scene, with_letters).compose(scene);
    Script::posts([Post::acknowledged("an event whose ntsconfirmNum has letters", message)])
}

/// With letters in the last three places of the number.
fn with_letters(body: &mut Map<String, Value>) {
    if let Some(Value::String(number)) = body.get_mut("ntsconfirmNum") {
        let kept = number.len().saturating_sub(3);
        number.replace_range(kept.., "abf");
    }
}
