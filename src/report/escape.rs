//! Text of strangers, made safe to look at.
//!
//! Bodies, header values, certificate names and error texts come from the other side of a wire. On a terminal a
//! control character acts with the user's rights, and an invisible one hides what is there, so both are shown.

use std::borrow::Cow;
use std::fmt::Write as _;

/// How lines are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// A line feed stays: the caller prefixes each line.
    Keep,
    /// A line feed is shown as `\n`, so that a value cannot forge a line of ours.
    Join,
}

/// Shows every control, bidirectional, zero-width and other invisible character of `text`.
pub fn escape(text: &str, lines: Lines) -> Cow<'_, str> {
    if !text.chars().any(|character| must_show(character, lines)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '\n' if lines == Lines::Join => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' if lines == Lines::Join => shown.push_str("\\t"),
            _ if must_show(character, lines) => push_code(&mut shown, character),
            _ => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// Shows bytes: UTF-8 as text, anything else as `\xNN`.
pub fn escape_bytes(bytes: &[u8], lines: Lines) -> String {
    let mut shown = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        shown.push_str(&escape(chunk.valid(), lines));
        for byte in chunk.invalid() {
            push_byte(&mut shown, *byte);
        }
    }
    shown
}

/// Whether a character must not reach a reader as it is.
pub(super) fn is_hidden(character: char) -> bool {
    let code = u32::from(character);
    character.is_control()
        || matches!(
            code,
            0xad | 0x61c | 0x115f | 0x1160 | 0x180e | 0x3164 | 0xffa0 | 0xfeff | 0xfff9..=0xfffb
                | 0x200b..=0x200f
                | 0x2028..=0x202e
                | 0x2060..=0x206f
                | 0xe0000..=0xe007f
        )
        || code & 0xfffe == 0xfffe
        || (0xfdd0..=0xfdef).contains(&code)
}

fn must_show(character: char, lines: Lines) -> bool {
    match character {
        '\n' | '\t' => lines == Lines::Join,
        _ => is_hidden(character),
    }
}

fn push_code(shown: &mut String, character: char) {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() => push_byte(shown, byte),
        _ => {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        }
    }
}

fn push_byte(shown: &mut String, byte: u8) {
    let _ = write!(shown, "\\x{byte:02x}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_acts_or_hides_is_shown() {
        for (text, shown) in [
            ("OK", "OK"),
            ("팝빌 ✓", "팝빌 ✓"),
            ("\x1b]52;c;aGk=\x07OK", "\\x1b]52;c;aGk=\\x07OK"),
            ("a\r\nb\tc", "a\\r\\nb\\tc"),
            ("\u{202e}OK\u{200b}", "\\u{202e}OK\\u{200b}"),
            ("\u{9b}31m\u{7f}", "\\u{9b}31m\\x7f"),
            ("\u{feff}OK", "\\u{feff}OK"),
        ] {
            assert_eq!(escape(text, Lines::Join), shown);
        }
        assert_eq!(escape("a\n\tb\r", Lines::Keep), "a\n\tb\\r");
        assert_eq!(escape_bytes(b"OK\xb0\xa1\x9b", Lines::Join), "OK\\xb0\\xa1\\x9b");
    }

    proptest! {
        #[test]
        fn nothing_hidden_survives(bytes: Vec<u8>) {
            let shown = escape_bytes(&bytes, Lines::Join);
            prop_assert!(!shown.chars().any(is_hidden), "{shown:?}");
        }

        #[test]
        fn no_scalar_survives_hidden(character: char) {
            let text = character.to_string();
            prop_assert!(!escape(&text, Lines::Join).chars().any(is_hidden));
        }
    }
}
