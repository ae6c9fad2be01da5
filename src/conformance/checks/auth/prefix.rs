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
    let right = desk.credentials();
    // Of a secret of one character nothing would be left.
    let shorter = right.without_last().map(|near| (words::shorter(kind.header()), near));
    let longer = right.with_suffix("x").map(|near| (words::without(kind.header(), "prefix"), near));
    let near = shorter.into_iter().chain(longer);
    let refused = near.map(|(role, near)| {
        Post::refused(role, desk.draft(desk.scene.plain()).given(Given::Other(near)).compose(desk.scene))
    });
    let mut posts: Vec<Post> = refused.collect();
    posts.push(Post::acknowledged(words::AFTER, desk.plain()));
    Script::posts(posts)
}
