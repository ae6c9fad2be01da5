//! The checks, a file for each: what is asked of a receiver, why, and how.

mod accept;
mod auth;
mod body;
mod form;
mod load;
mod order;
mod reach;
mod reject;
mod repeat;
mod tenant;
mod transport;

use std::sync::LazyLock;

use super::check::Check;

/// The families, in their order.
pub const FAMILIES: [&str; 11] =
    ["reach", "accept", "form", "auth", "body", "reject", "repeat", "order", "tenant", "transport", "load"];

/// Every check, in the order of reports. New ones are added where they belong: a check's place decides its documents, and
/// seeds make a run again only with the version that made it.
pub static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| {
    let mut checks = Vec::from(reach::CHECKS);
    checks.extend(accept::checks());
    checks.extend(form::CHECKS);
    checks.extend(auth::CHECKS);
    checks.extend(body::CHECKS);
    checks.extend(reject::CHECKS);
    checks.extend(repeat::CHECKS);
    checks.extend(order::CHECKS);
    checks.extend(tenant::CHECKS);
    checks.extend(transport::CHECKS);
    checks.extend(load::CHECKS);
    checks
});

/// Where a check stands among all.
pub(super) fn place(check: &Check) -> u64 {
    place_of(&check.id)
}

/// Where the check of this id stands.
pub(super) fn place_of(id: &str) -> u64 {
    CHECKS.iter().position(|check| check.id == id).map_or(u64::MAX, |place| place as u64)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_names_and_none_is_used_twice() {
        let ids: BTreeSet<&str> = CHECKS.iter().map(|check| check.id.as_ref()).collect();
        assert_eq!(ids.len(), CHECKS.len());
        for check in CHECKS.iter() {
            assert!(FAMILIES.contains(&check.family()), "{}", check.id);
            assert!(
                check.id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-')),
                "{}",
                check.id
            );
        }
    }

    #[test]
    fn texts_are_whole_sentences_and_titles_phrases() {
        for check in CHECKS.iter() {
            for sentence in [Some(check.why), check.cause, check.fix].into_iter().flatten() {
                assert!(sentence.ends_with(['.', ')']) && sentence.len() < 300, "{}: {sentence}", check.id);
                assert!(!sentence.contains("  ") && !sentence.starts_with(' '), "{}: {sentence}", check.id);
            }
            assert!(!check.title.ends_with('.') && check.title.len() < 80, "{}", check.title);
            assert_eq!(check.cause.is_some(), check.fix.is_some(), "{}", check.id);
            assert!(!check.source.is_empty());
        }
    }
}
