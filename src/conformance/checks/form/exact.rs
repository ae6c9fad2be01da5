//! `form.exact`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Expect, Post, Script};
use crate::event::Kind;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("form.exact"),
    severity: Severity::Should,
    title: Cow::Borrowed("answers OK or {\"result\":\"OK\"}, to the byte"),
    why: "What is only tolerated here is what POPBiLL's documents do not promise to accept: quotes, white space, a byte order mark, further members.",
    source: "overview, \"Callback Response\"; the samples of the cashbill page and the NTS page differ from it",
    cause: None,
    fix: None,
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let post = |kind: &'static Kind| {
        let message = desk.draft(kind).compose(scene);
        Post::acknowledged(words::event(kind.id), message).expecting(Expect::Accepted)
    };
    Script::posts(scene.of_each_product().into_iter().map(post))
}
