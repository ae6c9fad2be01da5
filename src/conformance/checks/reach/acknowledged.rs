//! `reach.acknowledged`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Expect, Post, Script};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reach.acknowledged"),
    severity: Severity::Must,
    title: Cow::Borrowed("acknowledges an ordinary event"),
    why: "POPBiLL sends an event again, five minutes apart, until it is acknowledged or given up; a receiver that acknowledges none loses all of them.",
    source: "overview, \"Callback Response\"",
    cause: None,
    fix: None,
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    Script::posts([Post::acknowledged("an ordinary event", message).expecting(Expect::Accepted)])
}
