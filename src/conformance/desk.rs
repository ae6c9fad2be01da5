//! Where a check writes its messages: each of its documents is a new one.

use super::message::{Document, Draft, Message};
use super::scene::Scene;
use super::script::{Post, Script};
use crate::event::Kind;
use crate::wire::Credentials;
use crate::words::conformance as words;

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
        Self { scene, kind, next: mixed(scene.seed) + place.min(u64::from(u16::MAX)) * DOCUMENTS }
    }

    /// An event of a document that no check sends.
    pub(super) fn never_sent(scene: &Scene, kind: &'static Kind) -> Message {
        Desk::new(scene, u64::from(u16::MAX), None).draft(kind).compose(scene)
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

    /// An event of each kind, varied in the same way, all of which have to be acknowledged; `what` says of an event how.
    pub(super) fn varied(&mut self, kinds: Vec<&'static Kind>, what: &str, vary: impl Fn(Draft) -> Draft) -> Script {
        let post = |kind: &'static Kind| {
            let message = vary(self.draft(kind)).compose(self.scene);
            Post::acknowledged(words::event_that(kind.id, what), message)
        };
        Script::posts(kinds.into_iter().map(post))
    }

    /// A draft that must not be acknowledged, and an ordinary event afterwards, which has to be.
    pub(super) fn refused(&mut self, role: impl Into<String>, draft: Draft) -> Script {
        let refused = Post::refused(role, draft.compose(self.scene));
        Script::posts([refused, Post::acknowledged(words::AFTER, self.plain())])
    }

    /// So many ordinary events for the same moment.
    pub(super) fn at_once(&mut self, count: usize) -> Vec<Post> {
        let role = words::at_once(count);
        std::iter::repeat_with(|| Post::acknowledged(role.clone(), self.plain())).take(count).collect()
    }

    /// The receiver's credentials.
    pub(super) fn credentials(&self) -> &'a Credentials {
        &self.scene.main().credentials
    }
}

/// The first seed of a run's documents, of 32 bits: those of neighbouring runs lie far apart, and those of one run
/// follow each other, because documents of consecutive seeds never share a key. (The finalizer of `SplitMix64`.)
fn mixed(seed: u64) -> u64 {
    let mixed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) >> 32
}
