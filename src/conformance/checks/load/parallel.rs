//! `load.parallel`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Script, Step};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("load.parallel"),
    severity: Severity::Should,
    title: Cow::Borrowed("answers one event while another is still on its way"),
    why: "One slow sender, or one slow network, must not keep every other event waiting.",
    source: "not documented by POPBiLL",
    cause: Some("One thread, process or lock serves one request after the other."),
    fix: Some("Run the receiver with several workers or threads, or asynchronously."),
    scope: Scope::Any,
    alone: true,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let (held, meanwhile) = (desk.plain(), desk.plain());
    Script::Steps(vec![Step::Beside {
        held: Box::new(Post::acknowledged("an event that comes slowly", held)),
        meanwhile: Box::new(Post::acknowledged("an event meanwhile", meanwhile)),
    }])
}
