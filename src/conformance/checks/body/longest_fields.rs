//! `body.longest-fields`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::limits::fill;
use crate::conformance::script::{Post, Script};
use crate::event::Kind;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.longest-fields"),
    severity: Severity::Must,
    title: Cow::Borrowed("holds every field at its documented length"),
    why: "A column that is too short fails on the one customer with a long name, and only in production.",
    source: "field tables of the cashbill page and the NTS page",
    cause: Some(
        "A column or a validation is shorter than the documents say; lengths are in characters, and Hangul takes three bytes each.",
    ),
    fix: Some("Make columns as long as the documents say, counted in characters."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let post = |kind: &'static Kind| {
        let message = desk.draft(kind).body(scene, |body| fill(body, kind.family)).compose(scene);
        Post::acknowledged(words::event_that(kind.id, "with every text at its documented length"), message)
    };
    Script::posts(scene.richest().into_iter().map(post))
}
