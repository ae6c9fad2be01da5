//! Names chosen with stars.

/// Whether a glob, in which `*` stands for any characters or none, fits the whole text. Each piece between two stars is
/// taken where it first occurs, which leaves the most for the pieces after it.
pub fn glob_fits(glob: &str, text: &str) -> bool {
    let Some((start, rest)) = glob.split_once('*') else { return glob == text };
    let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    let Some(mut left) = text.strip_prefix(start) else { return false };
    for piece in middle.split('*') {
        let Some(at) = left.find(piece) else { return false };
        left = &left[at + piece.len()..];
    }
    left.ends_with(end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn globs() {
        for (glob, text, fit) in [
            ("cashbill.issue", "cashbill.issue", true),
            ("cashbill.issue", "cashbill.issued", false),
            ("*", "", true),
            ("cashbill.*", "cashbill.issue", true),
            ("cashbill.*", "cashbill", false),
            ("cashbill.*", "nts.cashbill", false),
            ("*.issue", "statement.issue", true),
            ("*.issue", "issue", false),
            ("*cashbill*", "nts.cashbill", true),
            ("**.issue", "cashbill.issue", true),
            ("taxinvoice.nts-*", "taxinvoice.nts-success", true),
            ("t*.*-s*s", "taxinvoice.nts-success", true),
            ("*aa", "aaa", true),
            ("aa*aa", "aaa", false),
            ("a*b*c", "a-bb-c", true),
            ("a*b*c", "a-c-b", false),
        ] {
            assert_eq!(glob_fits(glob, text), fit, "{glob} {text}");
        }
    }

    proptest! {
        #[test]
        fn globs_agree_with_a_slow_reading(glob in "[ab*]{0,7}", text in "[ab]{0,7}") {
            prop_assert_eq!(glob_fits(&glob, &text), fits_slowly(glob.as_bytes(), text.as_bytes()));
        }
    }

    fn fits_slowly(glob: &[u8], text: &[u8]) -> bool {
        match (glob, text) {
            ([], []) => true,
            ([b'*', rest @ ..], _) => (0..=text.len()).any(|skipped| fits_slowly(rest, &text[skipped..])),
            ([one, glob @ ..], [other, text @ ..]) => one == other && fits_slowly(glob, text),
            _ => false,
        }
    }
}
