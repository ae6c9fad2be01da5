//! Finding words in foreign bytes, whose encoding and case are anyone's guess.

/// Where `needle` first stands in `text`, ASCII case ignored. `needle` must be lower case.
pub(super) fn find(text: &[u8], needle: &str) -> Option<usize> {
    let needle = needle.as_bytes();
    let first = *needle.first()?;
    text.windows(needle.len())
        .position(|window| window[0].to_ascii_lowercase() == first && window.eq_ignore_ascii_case(needle))
}

/// Whether `needle` stands in `text`, ASCII case ignored. `needle` must be lower case.
pub(super) fn contains(text: &[u8], needle: &str) -> bool {
    find(text, needle).is_some()
}

/// Whether any of `needles` stands in `text`, ASCII case ignored.
pub(super) fn contains_any(text: &[u8], needles: &[&str]) -> bool {
    needles.iter().any(|needle| contains(text, needle))
}

/// Whether `text` begins with `prefix`, ASCII case ignored.
pub(super) fn begins(text: &[u8], prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// At most `length` bytes of `text`, from its beginning.
pub(super) fn head(text: &[u8], length: usize) -> &[u8] {
    text.get(..length).unwrap_or(text)
}

/// The beginning of a foreign text, short enough for one line of a report.
pub(super) fn excerpt(text: &[u8]) -> String {
    const LIMIT: usize = 200;
    let mut shown = String::from_utf8_lossy(head(text, LIMIT)).into_owned();
    if text.len() > LIMIT {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_ignored_and_the_first_place_counts() {
        assert_eq!(find(b"ab CSRF csrf", "csrf"), Some(3));
        assert_eq!(find(b"csr", "csrf"), None);
        assert_eq!(find(b"anything", ""), None);
        assert!(contains_any(b"<HTML>", &["<body", "<html"]) && !contains_any(b"OK", &["<body", "<html"]));
        assert!(begins(b"<!DOCTYPE html>", "<!doctype html") && !begins(b"<!d", "<!doctype html"));
    }

    #[test]
    fn an_excerpt_is_bounded_and_never_breaks_on_a_cut_character() {
        assert_eq!(excerpt("로그인".as_bytes()), "로그인");
        let long = "가".repeat(100);
        let shown = excerpt(long.as_bytes());
        assert!(shown.ends_with('…') && shown.chars().count() < 80, "{shown}");
    }
}
