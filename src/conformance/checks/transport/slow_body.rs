//! `transport.slow-body`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::transport::Fault;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.slow-body"),
    severity: Severity::Must,
    title: Cow::Borrowed("waits for a body that comes in pieces"),
    why: "A body crosses the internet in several packets; the first read seldom has all of it.",
    source: "TCP; not documented by POPBiLL",
    cause: Some("Only what the first read brings is taken, or a time limit is too short."),
    fix: Some("Read to the end of the body, with a limit of some seconds."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    let faulty = Post::acknowledged(words::with_fault(Fault::SlowBody.title()), message.clone()).with(Fault::SlowBody);
    let after = desk.plain();
    Script::posts([faulty, Post::acknowledged(words::AFTER, after)]).then(Reading::aside(&message, Want::Once))
}
