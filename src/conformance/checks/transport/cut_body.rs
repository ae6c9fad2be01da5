//! `transport.cut-body`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script};
use crate::transport::Fault;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.cut-body"),
    severity: Severity::Must,
    title: Cow::Borrowed("does not acknowledge a request that is cut off"),
    why: "The connection ended before the body was whole: what is acknowledged now is never sent again.",
    source: "overview: a success is final",
    cause: Some("The answer is OK whatever happened, or the end of the connection is taken for the end of the body."),
    fix: Some("Acknowledge only a body that has its whole Content-Length."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    let faulty = Post::refused(words::with_fault(Fault::CutBody.title()), message.clone()).with(Fault::CutBody);
    let after = desk.plain();
    Script::posts([faulty, Post::acknowledged(words::AFTER, after)])
}
