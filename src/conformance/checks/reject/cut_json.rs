//! `reject.cut-json`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reject.cut-json"),
    severity: Severity::Must,
    title: Cow::Borrowed("does not acknowledge JSON that is cut off"),
    why: "What was damaged on its way is sent again only if it is not acknowledged; acknowledged, it is lost.",
    source: "not documented by POPBiLL; an acknowledged event is never sent again (overview)",
    cause: Some("The answer is OK whatever happened, or the reader stops at the last whole field."),
    fix: Some("Acknowledge only what was read to its end and stored; answer 400 otherwise."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let draft = desk.draft(scene.plain()).bytes_of(scene, |bytes| bytes[..bytes.len() / 2].to_vec());
    desk.refused("an event whose JSON is cut off", draft)
}
