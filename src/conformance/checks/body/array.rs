//! `body.array`

use std::borrow::Cow;

use serde_json::Value;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::scene::known;
use crate::conformance::script::{Post, Script};
use crate::event::Product;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.array"),
    severity: Severity::Should,
    title: Cow::Borrowed("takes a list of invoices"),
    why: "Receivers in the field take both one invoice and a list of them, which speaks for both being sent.",
    source: "not documented by POPBiLL",
    cause: Some("The body is read as an object only."),
    fix: Some("Where the body is an array, handle each of its elements."),
    scope: Scope::Product(Product::Nts),
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let other = Value::Object(desk.draft(known("nts.sales")).fields(scene));
    let draft = desk.draft(known("nts.sales"));
    let message =
        draft.bytes_of(scene, |one| [b"[", &one[..], b",", other.to_string().as_bytes(), b"]"].concat()).compose(scene);
    Script::posts([Post::acknowledged("a list of two invoices", message)])
}
