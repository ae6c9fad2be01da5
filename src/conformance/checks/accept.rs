//! Is every event acknowledged, in both editions of the documents? One check for each event of the catalogue.

use std::borrow::Cow;

use crate::conformance::check::{Check, Scope, Severity};
use crate::conformance::desk::Desk;
use crate::conformance::script::{Expect, Post, Script};
use crate::event::{Basis, CATALOG, Edition, Kind};
use crate::words::conformance as words;

/// The checks of this family, in the order of the catalogue.
pub(super) fn checks() -> impl Iterator<Item = Check> {
    CATALOG.iter().map(check)
}

fn check(kind: &'static Kind) -> Check {
    Check {
        id: Cow::Owned(format!("accept.{}", kind.id)),
        // Of an event that is documented in part, only that part can be sent.
        severity: if kind.basis == Basis::InPart { Severity::Should } else { Severity::Must },
        title: Cow::Owned(words::acknowledges(kind.title)),
        why: "Each event is sent until it is acknowledged; one that never is stays unknown to the receiver.",
        source: match kind.basis {
            Basis::Documented => "list of events of the product's page",
            Basis::Inferred => "list of events of the product's page; the code or form is inferred",
            Basis::InPart => "list of events of the product's page, known in part",
        },
        cause: None,
        fix: None,
        scope: Scope::Event(kind),
        alone: false,
        script,
    }
}

fn script(desk: &mut Desk<'_>) -> Script {
    let (scene, kind) = (desk.scene, desk.kind.unwrap_or(desk.scene.plain()));
    let post = |edition: Edition| {
        let message = desk.draft(kind).edition(edition).compose(scene);
        Post::acknowledged(words::event_of(kind.id, edition.name()), message).expecting(Expect::Accepted)
    };
    Script::posts(Edition::ALL.map(post))
}
