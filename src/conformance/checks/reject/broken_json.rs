//! `reject.broken-json`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reject.broken-json"),
    severity: Severity::Must,
    title: Cow::Borrowed("does not acknowledge broken JSON"),
    why: "What was damaged on its way is sent again only if it is not acknowledged; acknowledged, it is lost.",
    source: "not documented by POPBiLL; an acknowledged event is never sent again (overview)",
    cause: Some("The answer is OK whatever happened, or an error in reading is caught and forgotten."),
    fix: Some("Acknowledge only what was read and stored; answer 400 otherwise."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let draft = desk
        .draft(scene.plain())
        .bytes_of(scene, |bytes| bytes.iter().map(|&byte| if byte == b':' { b';' } else { byte }).collect());
    desk.refused("an event whose JSON is broken", draft)
}
