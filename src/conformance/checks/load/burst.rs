//! `load.burst`

use std::borrow::Cow;

use super::BURST;
use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Script, Step};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("load.burst"),
    severity: Severity::Must,
    title: Cow::Borrowed("acknowledges 32 events at once"),
    why: "At the end of a month, and in the hourly batches of NTS, many events come at the same time.",
    source: "NTS page, \"hourly\"; how many at once is not documented",
    cause: Some(
        "Connections are refused or requests fail when there are many: a pool, a backlog or a database lock is too small.",
    ),
    fix: Some("Let requests wait instead of failing, and keep the work before the answer short."),
    scope: Scope::Any,
    alone: true,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    Script::Steps(vec![Step::Together(desk.at_once(BURST))])
}
