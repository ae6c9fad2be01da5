//! `body.negative-amounts`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::scene::known;
use crate::conformance::script::{Post, Script};
use crate::event::Product;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.negative-amounts"),
    severity: Severity::Must,
    title: Cow::Borrowed("takes negative amounts"),
    why: "A revised invoice that takes goods back, or cancels a contract, has negative amounts.",
    source: "NTS page: amounts may be negative",
    cause: Some("An amount is unsigned, or a validation asks for more than zero."),
    fix: Some("Store amounts as signed numbers."),
    scope: Scope::Product(Product::Nts),
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let message = desk.draft(known("nts.revised")).body(scene, negate).compose(scene);
    Script::posts([Post::acknowledged("an invoice with negative amounts", message)])
}

/// Makes every amount of the invoice and of its lines negative.
fn negate(body: &mut Map<String, Value>) {
    for name in ["taxTotal", "supplyCostTotal", "totalAmount", "supplyCost", "tax", "qty"] {
        if let Some(Value::String(amount)) = body.get_mut(name)
            && !amount.starts_with('-')
            && amount != "0"
        {
            amount.insert(0, '-');
        }
    }
    for line in body.get_mut("detailList").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(line) = line.as_object_mut() {
            negate(line);
        }
    }
}
