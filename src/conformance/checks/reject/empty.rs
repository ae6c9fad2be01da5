//! `reject.empty`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reject.empty"),
    severity: Severity::Must,
    title: Cow::Borrowed("does not acknowledge an empty body"),
    why: "What was damaged on its way is sent again only if it is not acknowledged; acknowledged, it is lost.",
    source: "not documented by POPBiLL; an acknowledged event is never sent again (overview)",
    cause: Some("The answer is OK whatever happened, or an empty body is taken for an empty event."),
    fix: Some("Answer 400 where there is no body."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let draft = desk.draft(scene.plain()).bytes("");
    desk.refused("an empty body", draft)
}
