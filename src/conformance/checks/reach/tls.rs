//! `reach.tls`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Expect, Post, Script, Step};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reach.tls"),
    severity: Severity::Must,
    title: Cow::Borrowed("has a certificate that the public roots vouch for"),
    why: "POPBiLL calls over the public internet, so a certificate of a private authority, or one that lacks its intermediate, fails on every attempt.",
    source: "cashbill page, \"SSL error\" among the communication errors; which roots POPBiLL trusts is not documented",
    cause: None,
    fix: None,
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    Script::Steps(vec![Step::Trust(
        Post::acknowledged("an event over TLS without exceptions", message).expecting(Expect::Answered),
    )])
}
