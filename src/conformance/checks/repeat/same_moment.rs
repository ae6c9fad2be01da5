//! `repeat.same-moment`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Post, Reading, Script, Step, Want};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("repeat.same-moment"),
    severity: Severity::Must,
    title: Cow::Borrowed("stores the same event once when it comes twice at the same moment"),
    why: "A slow answer and the next attempt overlap: a look before the insert does not help, as both look before either inserts.",
    source: "overview, \"Resend\"; that attempts can overlap is not excluded",
    cause: Some(
        "The MID is looked up before the insert, without a unique key that decides; or a known MID is an error.",
    ),
    fix: Some(
        "Let a unique key decide (INSERT … ON CONFLICT DO NOTHING, INSERT IGNORE, or catch the violation), and answer OK to both.",
    ),
    scope: Scope::Any,
    alone: false,
    script,
};

/// How many come at once.
const AT_ONCE: usize = 4;

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.plain();
    let post = || Post::acknowledged("the same event at the same moment", message.clone());
    let posts: Vec<Post> = std::iter::repeat_with(post).take(AT_ONCE).collect();
    Script::Steps(vec![Step::Together(posts), Reading::point(&message, Want::Once)])
}
