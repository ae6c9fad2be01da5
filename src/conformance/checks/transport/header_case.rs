//! `transport.header-case`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Want};
use crate::transport::Fault;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("transport.header-case"),
    severity: Severity::Must,
    title: Cow::Borrowed("reads header names in any case"),
    why: "The documents print Pb-Webhook-MID; proxies and HTTP/2 gateways in between write pb-webhook-mid, and both are the same name.",
    source: "RFC 9110; the documents print the names in two cases",
    cause: Some("A header is looked up in the exact case of the documents."),
    fix: Some("Look headers up by a function that ignores case."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let (lower, upper) = (desk.plain(), desk.plain());
    let after = desk.plain();
    Script::posts([
        Post::acknowledged(words::with_fault(Fault::LowerCaseHeaders.title()), lower.clone())
            .with(Fault::LowerCaseHeaders),
        Post::acknowledged(words::with_fault(Fault::UpperCaseHeaders.title()), upper).with(Fault::UpperCaseHeaders),
        Post::acknowledged("an event with names as the documents print them", after),
    ])
    .then(Reading::aside(&lower, Want::Once))
}
