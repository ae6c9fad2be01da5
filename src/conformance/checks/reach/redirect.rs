//! `reach.redirect`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Expect, Post, Script};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reach.redirect"),
    severity: Severity::Must,
    title: Cow::Borrowed("answers at the URL itself, not at another one"),
    why: "No document says that POPBiLL follows a redirect; an ordinary client that does turns the POST into a GET without a body.",
    source: "overview: every answer but success is a failure",
    cause: None,
    fix: None,
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    Script::posts([Post::acknowledged("an ordinary event", message).expecting(Expect::NoRedirect)])
}
