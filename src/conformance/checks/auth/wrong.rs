//! `auth.wrong`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::message::Given;
use crate::conformance::script::Script;
use crate::wire::{CredentialKind, Credentials};
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("auth.wrong"),
    severity: Severity::Must,
    title: Cow::Borrowed("refuses an event with wrong credentials"),
    why: "Credentials that are only looked for, and not compared, protect nothing.",
    source: "overview, \"Webhook Authentication\"",
    cause: Some("The header is looked for, but its value is not compared."),
    fix: Some("Compare the whole value in constant time, and answer 401."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let Some(kind) = desk.credentials().kind() else { return Script::Skip(words::no_credentials()) };
    let other = match kind {
        CredentialKind::Basic => Credentials::basic("popbill-hook:wrong"),
        CredentialKind::ApiKey => Credentials::api_key("popbill-hook-wrong"),
    };
    let Ok(other) = other else { return Script::Skip(words::no_credentials()) };
    let draft = desk.draft(desk.scene.plain()).given(Given::Other(other));
    desk.refused(words::without(kind.header(), "wrong"), draft)
}
