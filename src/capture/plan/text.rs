//! The text of `body:`: a backslash takes away the meaning of `,` `+` `*` and `\`, and writes bytes.

use std::fmt::Write as _;

/// Every escape, as it is typed.
pub(super) const ESCAPES: [&str; 8] = ["\\,", "\\+", "\\*", "\\\\", "\\n", "\\r", "\\t", "\\xNN"];

/// An escape that is none: where it begins, in bytes, and what stands there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BadEscape<'a> {
    pub(super) at: usize,
    pub(super) found: &'a str,
}

/// The bytes that `text` writes.
pub(super) fn unescape(text: &str) -> Result<Vec<u8>, BadEscape<'_>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let escape = &rest[at..];
        let (byte, length) = read_escape(escape).ok_or_else(|| {
            let length = escape.char_indices().nth(2).map_or(escape.len(), |(length, _)| length);
            BadEscape { at: text.len() - escape.len(), found: &escape[..length] }
        })?;
        bytes.push(byte);
        rest = &escape[length..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    Ok(bytes)
}

/// The byte an escape at the start of `escape` stands for, and how long the escape is.
fn read_escape(escape: &str) -> Option<(u8, usize)> {
    match *escape.as_bytes().get(1)? {
        byte @ (b',' | b'+' | b'*' | b'\\') => Some((byte, 2)),
        b'n' => Some((b'\n', 2)),
        b'r' => Some((b'\r', 2)),
        b't' => Some((b'\t', 2)),
        b'x' => {
            // A sign would be read as part of a number, but two hexadecimal digits have none.
            let digits = escape.get(2..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            Some((u8::from_str_radix(digits, 16).ok()?, 4))
        }
        _ => None,
    }
}

/// The text that writes `bytes`; what a terminal would not show is written as bytes.
pub(super) fn escape(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            push(&mut text, character);
        }
        push_bytes(&mut text, chunk.invalid());
    }
    text
}

fn push(text: &mut String, character: char) {
    match character {
        ',' | '+' | '*' | '\\' => text.extend(['\\', character]),
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        ' '..='~' => text.push(character),
        // The standard library spells out what cannot be printed; everything else it leaves alone.
        _ if !character.is_ascii() && character.escape_debug().eq([character]) => text.push(character),
        _ => push_bytes(text, character.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

fn push_bytes(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        let _ = write!(text, "\\x{byte:02x}");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escapes_are_read() {
        for (text, bytes) in [
            ("", &b""[..]),
            ("OK", b"OK"),
            ("확인", "확인".as_bytes()),
            ("a\\,b\\+c\\*d\\\\", b"a,b+c*d\\"),
            ("\\n\\r\\t", b"\n\r\t"),
            ("\\xef\\xBB\\xbfOK", b"\xef\xbb\xbfOK"),
            ("\\x000", b"\x000"),
        ] {
            assert_eq!(unescape(text), Ok(bytes.to_vec()), "{text}");
        }
    }

    #[test]
    fn other_escapes_are_shown_where_they_stand() {
        for (text, at, found) in [
            ("\\", 0, "\\"),
            ("OK\\", 2, "\\"),
            ("확\\인", 3, "\\인"),
            ("\\\\\\0", 2, "\\0"),
            ("\\N", 0, "\\N"),
            ("\\x", 0, "\\x"),
            ("\\x0", 0, "\\x"),
            ("\\x0g", 0, "\\x"),
            ("\\x+1", 0, "\\x"),
            ("\\x가", 0, "\\x"),
        ] {
            assert_eq!(unescape(text), Err(BadEscape { at, found }), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_written_as_bytes() {
        for (bytes, text) in [
            (&b"OK, 2+2*2\\"[..], "OK\\, 2\\+2\\*2\\\\"),
            ("확인 ✓".as_bytes(), "확인 ✓"),
            ("\u{feff}OK\u{200b}\u{202e}".as_bytes(), "\\xef\\xbb\\xbfOK\\xe2\\x80\\x8b\\xe2\\x80\\xae"),
            (b"\r\n\t\0\x7f\x1b\xff", "\\r\\n\\t\\x00\\x7f\\x1b\\xff"),
        ] {
            assert_eq!(escape(bytes), text);
        }
    }

    proptest! {
        #[test]
        fn bytes_round_trip(bytes: Vec<u8>) {
            let text = escape(&bytes);
            prop_assert_eq!(unescape(&text), Ok(bytes));
        }

        #[test]
        fn texts_round_trip(typed: String) {
            let text = escape(typed.as_bytes());
            prop_assert!(!text.chars().any(char::is_control), "{}", text);
            prop_assert_eq!(unescape(&text), Ok(typed.into_bytes()));
        }
    }
}
