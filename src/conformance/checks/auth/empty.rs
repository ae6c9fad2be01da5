//! `auth.empty`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::message::Given;
use crate::conformance::script::Script;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("auth.empty"),
    severity: Severity::Must,
    title: Cow::Borrowed("refuses empty credentials"),
    why: "A key that is missing from the configuration is the empty text, and so is an empty header: the two are equal.",
    source: "overview, \"Webhook Authentication\"",
    cause: Some("The expected value is empty or was never set, and is compared all the same."),
    fix: Some("Refuse everything while no secret is configured."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let Some(kind) = desk.credentials().kind() else { return Script::Skip(words::no_credentials()) };
    let name = kind.header();
    let draft = desk.draft(desk.scene.plain()).given(Given::None).header(name, "");
    desk.refused(words::without(kind.header(), "empty"), draft)
}
