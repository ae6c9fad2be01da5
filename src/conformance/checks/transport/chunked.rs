//! `transport.chunked`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::transport::Fault;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.chunked"),
    severity: Severity::Should,
    title: Cow::Borrowed("takes a body in chunks"),
    why: "A proxy in between may pass the body on in chunks, without a Content-Length.",
    source: "RFC 9112; the NTS page prints a Content-Length",
    cause: Some("The body is read by its Content-Length, or a gateway asks for one."),
    fix: Some("Read the body to its end by what the framework offers, and not by Content-Length."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    let faulty = Post::acknowledged(words::with_fault(Fault::Chunked.title()), message.clone()).with(Fault::Chunked);
    let after = desk.plain();
    Script::posts([faulty, Post::acknowledged(words::AFTER, after)]).then(Reading::aside(&message, Want::Once))
}
