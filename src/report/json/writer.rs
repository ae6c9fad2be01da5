//! One JSON value a line, with hidden characters escaped, so that a later look at the file is safe.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

use crate::report::escape::is_hidden;

/// Writes `value` as one line and flushes, so that a reader of a pipe sees it at once.
pub fn write_line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut line = to_vec(value)?;
    line.push(b'\n');
    out.write_all(&line)?;
    out.flush()
}

/// `value` as compact JSON without hidden characters.
pub fn to_vec(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = Vec::with_capacity(512);
    value.serialize(&mut Serializer::with_formatter(&mut line, Visible(CompactFormatter)))?;
    Ok(line)
}

/// JSON itself escapes only C0; this also escapes DEL, C1, bidirectional and zero-width characters.
struct Visible(CompactFormatter);

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        for (at, character) in fragment.char_indices().filter(|(_, character)| is_hidden(*character)) {
            self.0.write_string_fragment(writer, &fragment[plain..at])?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            plain = at + character.len_utf8();
        }
        self.0.write_string_fragment(writer, &fragment[plain..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hidden_characters_are_escaped_and_hangul_is_not() {
        let line = to_vec(&"팝빌\u{202e}\u{9b}\u{7f}\u{e0041}\n").unwrap();
        assert_eq!(String::from_utf8(line).unwrap(), r#""팝빌\u202e\u009b\u007f\udb40\udc41\n""#);
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text: String) {
            let line = String::from_utf8(to_vec(&text).unwrap()).unwrap();
            prop_assert!(!line.chars().any(is_hidden));
            prop_assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
        }
    }
}
