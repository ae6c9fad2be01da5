//! `body.largest`

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::limits::{fill, lengthen};
use crate::conformance::scene::known;
use crate::conformance::script::{Post, Script};
use crate::event::Product;
use crate::words::conformance as words;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.largest"),
    severity: Severity::Must,
    title: Cow::Borrowed("takes the largest invoice that the documents allow"),
    why: "99 lines with every text at its length are about 105 KB of JSON, more than some frameworks take without being told.",
    source: "NTS page, the field table",
    cause: Some(
        "A limit on the size of bodies stands at its default: 100 kB in Express and Nest, less in some gateways.",
    ),
    fix: Some("Raise the limit for this route to 1 MiB."),
    scope: Scope::Product(Product::Nts),
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let kind = known("nts.sales");
    let largest = |body: &mut Map<String, Value>| {
        lengthen(body);
        fill(body, kind.family);
    };
    let message = desk.draft(kind).body(scene, largest).compose(scene);
    Script::posts([Post::acknowledged(words::sized("the largest invoice", message.request.body.len()), message)])
}
