//! `body.longest-fields`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::limits::fill;
use crate::conformance::script::Script;

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
    desk.varied(scene.richest(), "with every text at its documented length", |draft| {
        let family = draft.kind.family;
        draft.body(scene, |body| fill(body, family))
    })
}
