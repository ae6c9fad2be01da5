//! `auth.prefix`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::message::Given;
use crate::conformance::script::{Post, Script};
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("auth.prefix"),
    severity: Severity::Must,
    title: Cow::Borrowed("refuses credentials that only begin like the right ones"),
    why: "A comparison that stops at the shorter text lets a guesser find the secret one character at a time.",
    source: "overview, \"Webhook Authentication\"",
    cause: Some("The values are compared with startsWith, contains, or up to the shorter length."),
    fix: Some(
        "Compare the whole value: hmac.compare_digest, MessageDigest.isEqual, hash_equals, timingSafeEqual over digests.",
    ),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let Some(kind) = desk.credentials().kind() else { return Script::Skip(words::no_credentials()) };
    let Some(other) = desk.credentials().with_suffix("x") else { return Script::Skip(words::no_credentials()) };
    let Some(shorter) = desk.credentials().without_last() else { return Script::Skip(words::no_credentials()) };
    let shorter = desk.draft(desk.scene.plain()).given(Given::Other(shorter)).compose(desk.scene);
    let message = desk.draft(desk.scene.plain()).given(Given::Other(other)).compose(desk.scene);
    let after = desk.plain();
    Script::posts([
        Post::refused(words::shorter(kind.header()), shorter),
        Post::refused(words::without(kind.header(), "prefix"), message),
        Post::acknowledged(words::AFTER, after),
    ])
}
