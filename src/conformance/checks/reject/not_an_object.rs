//! `reject.not-an-object`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reject.not-an-object"),
    severity: Severity::Should,
    title: Cow::Borrowed("does not acknowledge JSON that is no event"),
    why: "null, a number or a text is no event; who takes it stores nothing and says OK.",
    source: "not documented by POPBiLL; an acknowledged event is never sent again (overview)",
    cause: Some("The value that was read is used without asking what it is."),
    fix: Some("Answer 400 unless it is an object or a list of objects."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let draft = desk.draft(scene.plain()).bytes("null");
    desk.refused("a body that says null", draft)
}
