//! What a body says, before status and headers are weighed.

use super::note::Note;
use super::verdict::{Slug, Verdict};

/// What a body was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Plain text.
    Text,
    /// JSON, or what means to be.
    Json,
    /// A string in quotes, or what only resembles JSON: either label fits.
    Either,
}

/// The slug a body alone leads to, and what else is worth knowing about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) slug: Slug,
    pub(super) form: Form,
    pub(super) notes: Vec<Note>,
}

impl Reading {
    pub(super) fn text(slug: Slug) -> Self {
        Self { slug, form: Form::Text, notes: Vec::new() }
    }

    pub(super) fn json(slug: Slug) -> Self {
        Self { slug, form: Form::Json, notes: Vec::new() }
    }

    pub(super) fn either(slug: Slug) -> Self {
        Self { slug, form: Form::Either, notes: Vec::new() }
    }

    pub(super) fn noting(mut self, note: Note) -> Self {
        self.notes.push(note);
        self
    }

    /// The reading of a body that shows `oddity` around what was read. A success is then only tolerated under
    /// the oddity's name; a second oddity, or a rejection's first, becomes a note.
    pub(super) fn with_oddity(mut self, oddity: Slug) -> Self {
        match self.slug.verdict() {
            Verdict::Accepted => self.slug = oddity,
            Verdict::Tolerated => {
                self.notes.insert(0, Note::Also(self.slug));
                self.slug = oddity;
            }
            Verdict::Rejected => self.notes.push(Note::Also(oddity)),
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oddities_are_named_from_the_outside_in() {
        let once = Reading::json(Slug::Json).with_oddity(Slug::LenientJson);
        assert_eq!((once.slug, once.notes.as_slice()), (Slug::LenientJson, [].as_slice()));
        let twice = once.with_oddity(Slug::ByteOrderMark);
        assert_eq!((twice.slug, twice.notes), (Slug::ByteOrderMark, vec![Note::Also(Slug::LenientJson)]));
        let rejected = Reading::text(Slug::WrongCase).with_oddity(Slug::ByteOrderMark);
        assert_eq!((rejected.slug, rejected.notes), (Slug::WrongCase, vec![Note::Also(Slug::ByteOrderMark)]));
    }
}
