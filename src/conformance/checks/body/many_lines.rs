//! `body.many-lines`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::limits::lengthen;
use crate::conformance::scene::known;
use crate::conformance::script::{Post, Script};
use crate::event::Product;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.many-lines"),
    severity: Severity::Must,
    title: Cow::Borrowed("takes an invoice of 99 lines"),
    why: "An invoice has up to 99 lines, and a receiver that was tried with one breaks on the first long one.",
    source: "NTS page, \"detailList\"",
    cause: Some("The lines are limited, or each is stored by a round trip of its own."),
    fix: Some("Store them in one statement, or after the acknowledgement."),
    scope: Scope::Product(Product::Nts),
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let message = desk.draft(known("nts.sales")).body(scene, lengthen).compose(scene);
    Script::posts([Post::acknowledged("an invoice of 99 lines", message)])
}
