//! `transport.reset`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Expect, Post, Script};
use crate::transport::Fault;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.reset"),
    severity: Severity::Must,
    title: Cow::Borrowed("survives a connection that is reset"),
    why: "Networks reset connections in the middle of a request, and the next event comes on the next one.",
    source: "cashbill page, the communication errors",
    cause: Some("An error while reading ends the process, a thread of a small pool, or a lock is left behind."),
    fix: Some("Handle read errors for each request alone."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    let faulty = Post::acknowledged(words::with_fault(Fault::Reset.title()), message.clone())
        .expecting(Expect::Anything)
        .with(Fault::Reset);
    let after = desk.plain();
    Script::posts([faulty, Post::acknowledged(words::AFTER, after)])
}
