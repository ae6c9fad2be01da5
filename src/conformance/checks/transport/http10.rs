//! `transport.http10`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::transport::Fault;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.http10"),
    severity: Severity::Should,
    title: Cow::Borrowed("takes HTTP/1.0"),
    why: "Old proxies and monitors still speak it.",
    source: "RFC 9112; not documented by POPBiLL",
    cause: Some("The server refuses the version."),
    fix: Some("Let the server answer HTTP/1.0 as it does by default."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    let faulty = Post::acknowledged(words::with_fault(Fault::Http10.title()), message.clone()).with(Fault::Http10);
    let after = desk.plain();
    Script::posts([faulty, Post::acknowledged(words::AFTER, after)]).then(Reading::aside(&message, Want::Once))
}
