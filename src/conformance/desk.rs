//! Where a check writes its messages: each of its documents is a new one.

use super::message::{Document, Draft, Message};
use super::scene::Scene;
use crate::event::Kind;
use crate::wire::Credentials;

/// How many documents a check may have.
pub(super) const DOCUMENTS: u64 = 64;

/// The desk of one check.
pub(super) struct Desk<'a> {
    pub(super) scene: &'a Scene,
    /// The event the check is about, of the family `accept`.
    pub(super) kind: Option<&'static Kind>,
    next: u64,
}

impl<'a> Desk<'a> {
    /// The desk of the check at `place` in the list of all checks. Where a check stands decides its documents, and
    /// what else runs does not.
    pub(super) fn new(scene: &'a Scene, place: u64, kind: Option<&'static Kind>) -> Self {
        Self { scene, kind, next: scene.seed.wrapping_add(place.wrapping_mul(DOCUMENTS)) }
    }

    /// A document that nothing else speaks of.
    pub(super) fn document(&mut self) -> Document {
        let seed = self.next;
        self.next = self.next.wrapping_add(1);
        Document { seed, at: self.scene.at }
    }

    /// An event of a new document.
    pub(super) fn draft(&mut self, kind: &'static Kind) -> Draft {
        self.document().event(kind)
    }

    /// An ordinary event of a new document, ready to be posted.
    pub(super) fn plain(&mut self) -> Message {
        let kind = self.scene.plain();
        self.draft(kind).compose(self.scene)
    }

    /// An event whose document carries this text, ready to be posted.
    pub(super) fn with_text(&mut self, text: &str) -> Message {
        let (kind, field) = self.scene.text();
        let scene = self.scene;
        self.draft(kind).body(scene, |body| drop(body.insert(field.to_owned(), text.into()))).compose(scene)
    }

    /// The receiver's credentials.
    pub(super) fn credentials(&self) -> &'a Credentials {
        &self.scene.main().credentials
    }
}
