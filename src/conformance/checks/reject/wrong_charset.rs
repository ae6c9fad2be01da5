//! `reject.wrong-charset`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::hangul::COMMON;
use crate::conformance::script::Script;

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("reject.wrong-charset"),
    severity: Severity::Should,
    title: Cow::Borrowed("does not acknowledge text that is not UTF-8"),
    why: "Text in another charset is stored damaged if it is decoded with replacement characters; a strict decoder finds it.",
    source: "not documented by POPBiLL; an acknowledged event is never sent again (overview)",
    cause: Some("The decoder replaces what it cannot read."),
    fix: Some(
        "Decode strictly (new TextDecoder(\"utf-8\", {fatal: true}), CodingErrorAction.REPORT, throwOnInvalidBytes), and answer 400.",
    ),
    scope: Scope::Text,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let scene = desk.scene;
    let draft = desk.draft(scene.text().0).bytes_of(scene, |bytes| in_euc_kr(&bytes));
    desk.refused("an event in EUC-KR", draft)
}

/// The text in the charset that many Korean systems had before UTF-8, with a Korean memo in every case.
fn in_euc_kr(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).replacen('{', &format!("{{\"newField\":\"{COMMON}\","), 1);
    encoding_rs::EUC_KR.encode(&text).0.into_owned()
}
