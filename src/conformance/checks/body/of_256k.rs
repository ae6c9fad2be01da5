//! `body.256k`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.256k"),
    severity: Severity::Should,
    title: Cow::Borrowed("takes a body of 256 KiB"),
    why: "With every character as an escape, or with fields to come, the largest invoice is a multiple of what it is today.",
    source: "not documented by POPBiLL",
    cause: Some("A limit on the size of bodies is close to what is known today."),
    fix: Some("Raise the limit for this route to 1 MiB."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message =
        desk.draft(desk.scene.plain()).bytes_of(desk.scene, |bytes| padded(bytes, 256 * 1024)).compose(desk.scene);
    Script::posts([Post::acknowledged("an event of 256 KiB", message)])
}

/// With so many spaces before its last brace that it has `length` bytes.
fn padded(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    let end = bytes.len().saturating_sub(1);
    bytes.splice(end..end, std::iter::repeat_n(b' ', length.saturating_sub(bytes.len())));
    bytes
}
