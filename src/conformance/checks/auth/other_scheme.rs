//! `auth.other-scheme`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::message::Given;
use crate::conformance::script::Script;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("auth.other-scheme"),
    severity: Severity::Must,
    title: Cow::Borrowed("refuses the right secret under the wrong scheme"),
    why: "POPBiLL sends one scheme, the one that is set on its site; a receiver that takes the secret from anywhere can be called with a header that logs and proxies do not hide.",
    source: "overview, \"Webhook Authentication\"",
    cause: Some("Any header that holds the secret is taken for the credentials."),
    fix: Some("Read the one header of the scheme that is set on POPBiLL's site."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let Some(kind) = desk.credentials().kind() else { return Script::Skip(words::no_credentials()) };
    let Some(other) = desk.credentials().swapped() else { return Script::Skip(words::no_other_scheme()) };
    let draft = desk.draft(desk.scene.plain()).given(Given::Other(other));
    desk.refused(words::without(kind.header(), "other-scheme"), draft)
}
