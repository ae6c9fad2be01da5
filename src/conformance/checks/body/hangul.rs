//! `body.hangul`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::hangul::COMMON;
use crate::conformance::script::{Post, Reading, Script, Want};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.hangul"),
    severity: Severity::Must,
    title: Cow::Borrowed("keeps Korean text as it was sent"),
    why: "The documents name no charset, and POPBiLL sends none in Content-Type: a reader that guesses, guesses wrong, and an OK does not show it.",
    source: "cashbill page, \"Content-Type: application/json\"; JSON is UTF-8 (RFC 8259)",
    cause: Some("The bytes of the body were decoded in another charset than UTF-8."),
    fix: Some("Read the raw bytes and decode them as UTF-8 yourself."),
    scope: Scope::Text,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.with_text(COMMON);
    Script::posts([Post::acknowledged("an event with Korean text", message.clone())])
        .then(Reading::point(&message, Want::Text(COMMON.to_owned())))
}
