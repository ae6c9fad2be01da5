//! What happened in an attempt, its probable cause, and what to change: a sentence or two each.

mod body;
mod exchange;
mod fixes;
pub mod notes;
mod status;

/// The words for one way an attempt can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// What happened.
    pub what: &'static str,
    /// The probable cause; nothing when all is well.
    pub cause: Option<&'static str>,
    /// What to change; nothing when all is well.
    pub fix: Option<&'static str>,
}

/// The words for a slug, given by its name. The fix speaks of `framework`, given by its name, where there is
/// something to say about it; otherwise it names the usual ones.
pub fn diagnosis(slug: &str, framework: Option<&str>) -> Diagnosis {
    let mut tables = [body::DIAGNOSES, status::DIAGNOSES, exchange::DIAGNOSES].into_iter().flatten();
    let general = tables.find(|(name, _)| *name == slug).map_or(UNKNOWN, |&(_, diagnosis)| diagnosis);
    let fix = framework.filter(|_| general.fix.is_some()).and_then(|framework| fixes::fix(slug, framework));
    Diagnosis { fix: fix.or(general.fix), ..general }
}

/// Of a slug that a newer version has written.
const UNKNOWN: Diagnosis = because(
    "The attempt ended in a way that this version has no words for.",
    "It was recorded by a newer version.",
    "Use that version to read it.",
);

const fn because(what: &'static str, cause: &'static str, fix: &'static str) -> Diagnosis {
    Diagnosis { what, cause: Some(cause), fix: Some(fix) }
}

const fn well(what: &'static str) -> Diagnosis {
    Diagnosis { what, cause: None, fix: None }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn rows() -> impl Iterator<Item = &'static (&'static str, Diagnosis)> {
        [body::DIAGNOSES, status::DIAGNOSES, exchange::DIAGNOSES].into_iter().flatten()
    }

    #[test]
    fn no_slug_is_told_twice_and_no_sentence_used_twice() {
        let names: HashSet<_> = rows().map(|(name, _)| name).collect();
        assert_eq!(names.len(), rows().count());
        let sentences: HashSet<_> = rows().map(|(_, diagnosis)| diagnosis.what).collect();
        assert_eq!(sentences.len(), names.len());
    }

    #[test]
    fn sentences_are_whole_and_calm() {
        let general = rows().flat_map(|(_, told)| [Some(told.what), told.cause, told.fix].into_iter().flatten());
        for sentence in general.chain(fixes::all()) {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains("  ") && !sentence.contains("! ") && sentence.len() < 400, "{sentence}");
            assert!(!sentence.starts_with(char::is_lowercase), "{sentence}");
        }
    }

    #[test]
    fn the_framework_decides_where_it_matters() {
        let general = diagnosis("csrf", None);
        let django = diagnosis("csrf", Some("django"));
        assert!(django.fix.unwrap().contains("@csrf_exempt") && django.fix != general.fix);
        assert_eq!((django.what, django.cause), (general.what, general.cause));
        assert_eq!(diagnosis("dns", Some("django")), diagnosis("dns", None));
        assert_eq!(diagnosis("csrf", Some("no-such")), general);
    }

    #[test]
    fn success_needs_no_fix_whatever_the_framework() {
        assert_eq!(diagnosis("string", Some("php")).fix, None);
        assert_eq!(diagnosis("no-such", None), UNKNOWN);
    }
}
