//! Bytes that are not UTF-8, and the charset a label promises.

use crate::wire::Headers;

/// An encoding that bytes look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextEncoding {
    /// Two bytes for each ASCII character, one of them zero; or its byte order mark.
    Utf16,
    /// The two-byte Hangul of Korean Windows (CP949, which holds EUC-KR).
    EucKr,
}

impl TextEncoding {
    /// Its usual name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "UTF-16",
            Self::EucKr => "EUC-KR (CP949)",
        }
    }

    /// What bytes look like that are not plain UTF-8 text.
    pub(super) fn guess(bytes: &[u8]) -> Option<Self> {
        if is_utf16(bytes) { Some(Self::Utf16) } else { is_euc_kr(bytes).then_some(Self::EucKr) }
    }
}

/// Whether bytes are UTF-16, by their mark or by a zero in every ASCII character.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    let zero_at = |parity: usize| bytes.iter().skip(parity).step_by(2).all(|&byte| byte == 0);
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    marked || (!bytes.is_empty() && bytes.len().is_multiple_of(2) && zero_at(0) != zero_at(1))
}

/// Whether every byte beyond ASCII belongs to a pair of CP949, and there is one.
fn is_euc_kr(bytes: &[u8]) -> bool {
    let mut pairs = 0;
    let mut rest = bytes.iter();
    while let Some(&byte) = rest.next() {
        if byte < 0x80 {
            continue;
        }
        let trail = rest.next().copied().unwrap_or_default();
        if !matches!(byte, 0x81..=0xfe) || !matches!(trail, 0x41..=0x5a | 0x61..=0x7a | 0x81..=0xfe) {
            return false;
        }
        pairs += 1;
    }
    pairs > 0
}

/// The `charset` of a Content-Type, without quotes.
pub(super) fn label(headers: &Headers) -> Option<&str> {
    let content_type = headers.text("content-type")?;
    content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']))
    })
}

/// What a charset label means for the bytes of a success, which are ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelMeaning {
    /// ASCII bytes are the same under it.
    Ascii,
    /// ASCII bytes mean something else under it.
    Wide,
    /// No charset of this name is known.
    Unknown,
}

/// Charsets a Korean receiver may name, and the usual Western ones.
const ASCII_CHARSETS: [&str; 17] = [
    "utf-8",
    "utf8",
    "us-ascii",
    "ascii",
    "iso-8859-1",
    "iso8859-1",
    "latin1",
    "windows-1252",
    "euc-kr",
    "euckr",
    "ks_c_5601-1987",
    "ksc5601",
    "cp949",
    "ms949",
    "x-windows-949",
    "windows-949",
    "uhc",
];

/// What a label means.
pub(super) fn meaning(label: &str) -> LabelMeaning {
    let label = label.to_ascii_lowercase();
    if ASCII_CHARSETS.contains(&label.as_str()) {
        LabelMeaning::Ascii
    } else if label.starts_with("utf-16") || label.starts_with("utf-32") {
        LabelMeaning::Wide
    } else {
        LabelMeaning::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_guessed_by_their_shape() {
        for (bytes, guess) in [
            (b"\xff\xfeO\0K\0".as_slice(), Some(TextEncoding::Utf16)),
            (b"\0O\0K", Some(TextEncoding::Utf16)),
            (b"O\0K\0", Some(TextEncoding::Utf16)),
            (b"\xbc\xba\xb0\xf8 OK", Some(TextEncoding::EucKr)),
            (b"OK\xff", None),
            (b"OK\0", None),
            (b"\0\0", None),
            (b"OK", None),
            (b"", None),
        ] {
            assert_eq!(TextEncoding::guess(bytes), guess, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn labels_are_found_and_weighed() {
        let headers = |value: &str| [("Content-Type", value)].into_iter().collect::<Headers>();
        assert_eq!(label(&headers("text/plain; Charset=\"EUC-KR\"")), Some("EUC-KR"));
        assert_eq!(label(&headers("text/plain; boundary=x; charset=utf-16le")), Some("utf-16le"));
        assert_eq!(label(&headers("text/plain")), None);
        assert_eq!(meaning("EUC-KR"), LabelMeaning::Ascii);
        assert_eq!(meaning("UTF-16LE"), LabelMeaning::Wide);
        assert_eq!(meaning("no-such"), LabelMeaning::Unknown);
    }
}
