//! A verdict with its name and what else there is to say.

use super::note::Note;
use super::verdict::{Category, Slug, Verdict};

/// What POPBiLL would make of an attempt, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether POPBiLL would take it.
    pub verdict: Verdict,
    /// What exactly it ended in.
    pub slug: Slug,
    /// POPBiLL's category; only rejected attempts have one.
    pub category: Option<Category>,
    /// What else is worth knowing, the most telling first.
    pub notes: Vec<Note>,
}

impl Judgement {
    pub(super) fn new(slug: Slug, notes: Vec<Note>) -> Self {
        Self { verdict: slug.verdict(), slug, category: slug.category(), notes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Framework;
    use crate::words::verdicts::diagnosis;

    #[test]
    fn every_slug_has_words_of_its_own() {
        let unknown = diagnosis("no-such-slug", None);
        for slug in Slug::ALL {
            let told = diagnosis(slug.name(), None);
            assert_ne!(told.what, unknown.what, "{slug:?}");
            let is_well = slug.verdict() == Verdict::Accepted;
            assert_eq!((told.cause.is_none(), told.fix.is_none()), (is_well, is_well), "{slug:?}");
        }
    }

    #[test]
    fn every_framework_is_told_how_it_returns_plain_text() {
        let general = diagnosis(Slug::JsonQuotedString.name(), None).fix;
        for framework in Framework::ALL {
            let told = diagnosis(Slug::JsonQuotedString.name(), Some(framework.name())).fix;
            assert!(told.is_some() && told != general, "{framework:?}");
        }
    }
}
