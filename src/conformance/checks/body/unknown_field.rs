//! `body.unknown-field`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::Script;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.unknown-field"),
    severity: Severity::Must,
    title: Cow::Borrowed("ignores a field it does not know"),
    why: "POPBiLL adds fields when the law or a product changes; a receiver that refuses them stops on that day.",
    source: "not documented by POPBiLL; its two generations of documents differ by fields",
    cause: Some("The model of the body forbids fields that it does not name."),
    fix: Some(
        "Let the reader ignore unknown fields (Jackson FAIL_ON_UNKNOWN_PROPERTIES=false, pydantic extra=\"ignore\", no forbidNonWhitelisted, no DisallowUnknownFields).",
    ),
    scope: Scope::Any,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    desk.varied(scene.of_each_product(), "with an unknown field", |draft| {
        draft.body(scene, |body| drop(body.insert("newField".to_owned(), "새 필드".into())))
    })
}
