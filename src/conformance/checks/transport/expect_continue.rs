//! `transport.expect-continue`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::transport::Fault;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.expect-continue"),
    severity: Severity::Should,
    title: Cow::Borrowed("answers Expect: 100-continue"),
    why: "A sender, or a proxy, may ask for leave before it sends a body.",
    source: "RFC 9110; not documented by POPBiLL",
    cause: Some("The server, or something before it, refuses or ignores Expect."),
    fix: Some("Let the server answer 100, as most do by themselves."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    let faulty = Post::acknowledged(words::with_fault(Fault::ExpectContinue.title()), message.clone())
        .with(Fault::ExpectContinue);
    let after = desk.plain();
    Script::posts([faulty, Post::acknowledged(words::AFTER, after)]).then(Reading::aside(&message, Want::Once))
}
