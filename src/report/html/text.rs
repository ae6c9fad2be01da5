//! Text of anybody inside a page.

use crate::report::{Lines, escape, escape_bytes};

/// Text as it may stand between tags and in quoted attributes: control and hidden characters are shown, and nothing
/// in it is markup.
pub(in crate::report) fn safe(text: &str) -> String {
    quote(&escape(text, Lines::Keep))
}

/// The same for bytes.
pub(super) fn safe_bytes(bytes: &[u8]) -> String {
    quote(&escape_bytes(bytes, Lines::Keep))
}

fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => quoted.push_str("&amp;"),
            '<' => quoted.push_str("&lt;"),
            '>' => quoted.push_str("&gt;"),
            '"' => quoted.push_str("&quot;"),
            '\'' => quoted.push_str("&#39;"),
            _ => quoted.push(letter),
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup_and_nothing_acts() {
        assert_eq!(safe("<a href=\"x\" b='y'>&\u{202e}"), "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;\\u{202e}");
        assert_eq!(safe_bytes(b"</script>\x1b\xff\n"), "&lt;/script&gt;\\x1b\\xff\n");
    }
}
