//! `auth.missing`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::message::Given;
use crate::conformance::script::Script;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("auth.missing"),
    severity: Severity::Must,
    title: Cow::Borrowed("refuses an event without credentials"),
    why: "Anybody who knows the URL could announce documents that do not exist.",
    source: "overview, \"Webhook Authentication\"",
    cause: Some("The handler runs before, or without, the comparison of credentials."),
    fix: Some("Compare the header on every request, before anything is stored, and answer 401."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let Some(kind) = desk.credentials().kind() else { return Script::Skip(words::no_credentials()) };
    let draft = desk.draft(desk.scene.plain()).given(Given::None);
    desk.refused(words::without(kind.header(), "missing"), draft)
}
