//! `body.rare-hangul`

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::hangul::RARE;
use crate::conformance::script::{Post, Reading, Script, Want};

pub(super) const CHECK: Check = Check {
    id: Cow::Borrowed("body.rare-hangul"),
    severity: Severity::Must,
    title: Cow::Borrowed("keeps syllables outside of KS X 1001"),
    why: "Names of people and firms have syllables that EUC-KR cannot hold; they become question marks in an old column.",
    source: "field tables: texts have no charset but that of JSON",
    cause: Some("A column, a file or a connection is in EUC-KR."),
    fix: Some("Use UTF-8 (utf8mb4 in MySQL, NVARCHAR in SQL Server, AL32UTF8 in Oracle) for every text."),
    scope: Scope::Text,
    alone: false,
    script,
};

fn script(desk: &mut Desk<'_>) -> Script {
    let message = desk.with_text(RARE);
    Script::posts([Post::acknowledged("an event with rare syllables", message.clone())])
        .then(Reading::point(&message, Want::Text(RARE.to_owned())))
}
