//! The text of a JSON string or member name, compared without being copied.

use std::str::Chars;

/// How much of a string inside a string is looked at, in bytes.
pub(super) const DECODED_LIMIT: usize = 256;

/// What stands between the quotes of a string that the reader has found to be well formed; escapes still in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Text<'a> {
    raw: &'a str,
}

impl<'a> Text<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        Self { raw }
    }

    /// The characters meant.
    pub(super) fn chars(self) -> Unescaped<'a> {
        Unescaped { rest: self.raw.chars() }
    }

    /// Whether the string means exactly `text`.
    pub(super) fn is(self, text: &str) -> bool {
        self.chars().eq(text.chars())
    }

    /// Whether both mean the same.
    pub(super) fn same(self, other: Self) -> bool {
        self.raw == other.raw || self.chars().eq(other.chars())
    }

    /// Writes the beginning of what is meant into `buffer`; also says whether that is all of it.
    pub(super) fn decode(self, buffer: &mut [u8; DECODED_LIMIT]) -> (&[u8], bool) {
        let mut length = 0;
        for character in self.chars() {
            let Some(place) = buffer.get_mut(length..length + character.len_utf8()) else {
                return (&buffer[..length], false);
            };
            length += character.encode_utf8(place).len();
        }
        (&buffer[..length], true)
    }
}

/// The characters of a string, escapes resolved.
#[derive(Clone, Debug)]
pub(super) struct Unescaped<'a> {
    rest: Chars<'a>,
}

impl Unescaped<'_> {
    fn hex(&mut self) -> u32 {
        (0..4).fold(0, |code, _| code << 4 | self.rest.next().and_then(|digit| digit.to_digit(16)).unwrap_or_default())
    }

    /// The character of a `\u` escape; the reader has made sure that surrogates come in pairs.
    fn code_point(&mut self) -> char {
        let first = self.hex();
        let code = if (0xd800..0xdc00).contains(&first) {
            self.rest.nth(1);
            0x10000 + ((first - 0xd800) << 10) + self.hex().wrapping_sub(0xdc00)
        } else {
            first
        };
        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
    }
}

impl Iterator for Unescaped<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self.rest.next()? {
            '\\' => Some(match self.rest.next()? {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => self.code_point(),
                itself => itself,
            }),
            plain => Some(plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_mean_what_json_says() {
        for (raw, meant) in [
            ("OK", "OK"),
            (r"\u004f\u004B", "OK"),
            (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r"\ud83c\udd97", "🆗"),
            (r"\ud55c글", "한글"),
        ] {
            assert!(Text::new(raw).is(meant), "{raw}");
            assert!(Text::new(raw).same(Text::new(raw)));
        }
        assert!(!Text::new("OK").is("O") && !Text::new("O").is("OK"));
        assert!(Text::new(r"\u0061").same(Text::new("a")) && !Text::new("a").same(Text::new("b")));
    }

    #[test]
    fn decoding_stops_where_the_buffer_does() {
        let mut buffer = [0; DECODED_LIMIT];
        assert_eq!(Text::new(r"\u004fK").decode(&mut buffer), (b"OK".as_slice(), true));
        let long = "가".repeat(100);
        let (decoded, complete) = Text::new(&long).decode(&mut buffer);
        assert_eq!((decoded.len(), complete), (255, false));
    }
}
