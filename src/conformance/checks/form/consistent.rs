//! `form.consistent`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script, Step};
use crate::event::Kind;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("form.consistent"),
    severity: Severity::Should,
    title: Cow::Borrowed("answers every product in the same form"),
    why: "Two forms come from two places in the code; the one that is seen less often is the one that breaks unseen.",
    source: "not documented by POPBiLL",
    cause: Some("Handlers of different products write their answers on their own."),
    fix: Some("Let one function write the answer for all of them."),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let post = |kind: &'static Kind| Post::acknowledged(words::event(kind.id), desk.draft(kind).compose(scene));
    Script::Steps(vec![Step::Alike(scene.of_each_product().into_iter().map(post).collect())])
}
