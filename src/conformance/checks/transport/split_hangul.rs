//! `transport.split-hangul`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::hangul::COMMON;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::transport::Fault;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.split-hangul"),
    severity: Severity::Must,
    title: Cow::Borrowed("keeps a Hangul character that arrives in two pieces"),
    why: "A packet may end in the middle of a character, whose three bytes have to be decoded together.",
    source: "TCP; JSON is UTF-8 (RFC 8259)",
    cause: Some("Each piece is decoded on its own."),
    fix: Some("Collect the bytes of the whole body, then decode them once."),
    scope: Scope::Text,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.with_text(COMMON);
    let faulty =
        Post::acknowledged(words::with_fault(Fault::SplitHangul.title()), message.clone()).with(Fault::SplitHangul);
    let after = desk.plain();
    Script::posts([faulty, Post::acknowledged(words::AFTER, after)])
        .then(Reading::point(&message, Want::Text(COMMON.to_owned())))
}
