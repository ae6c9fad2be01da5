//! `load.p95`

use std::borrow::Cow;

use super::{BURST, P95};
use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Script, Step};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("load.p95"),
    severity: Severity::Should,
    title: Cow::Borrowed("answers 32 events at once, nearly all within two seconds"),
    why: "How long POPBiLL waits is not documented; an answer that takes seconds is at risk of being lost and sent again.",
    source: "not documented by POPBiLL",
    cause: Some("The work is done before the answer, or one request after the other."),
    fix: Some("Store the event, answer, and work afterwards."),
    scope: Scope::Any,
    alone: true,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    Script::Steps(vec![Step::Timed(desk.at_once(BURST), P95)])
}
