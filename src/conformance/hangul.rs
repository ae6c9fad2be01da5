//! What became of Korean text on its way into a receiver: found whole, or damaged in a way that tells how.

use std::fmt::Write as _;

use encoding_rs::EUC_KR;

/// Syllables of KS X 1001, which even old character sets have.
pub(super) const COMMON: &str = "국세청 전송 확인 힝";
/// Syllables outside of KS X 1001: a column or a file in EUC-KR cannot hold them.
pub(super) const RARE: &str = "똠방각하 펲시콜라 뷁";

/// How text was damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    /// Its bytes were read as ISO-8859-1.
    Latin1,
    /// Its bytes were read as windows-1252 and encoded again.
    DoubleUtf8,
    /// Its bytes were read as CP949.
    Cp949,
    /// Every byte that is not ASCII was replaced.
    Ascii,
    /// It was written into something that has no Hangul.
    NoHangul,
    /// Only the rare syllables are gone.
    NoRareHangul,
    /// It was decoded in pieces, and a character that was cut is gone.
    Cut,
    /// Its escapes were never read as the characters they stand for.
    Escapes,
}

/// What a look at stored text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// The text, as it was sent.
    Whole,
    /// The text, damaged.
    Damaged(Damage),
    /// Nothing that could be the text.
    Nothing,
}

/// Looks for `text` in the texts that were stored.
pub(super) fn look(text: &str, stored: &[&str]) -> Sight {
    if stored.iter().any(|one| one.contains(text)) {
        return Sight::Whole;
    }
    let damages = [
        (Damage::Latin1, as_latin1(text)),
        (Damage::DoubleUtf8, as_windows_1252(text)),
        (Damage::DoubleUtf8, as_latin1(&as_latin1(text))),
        (Damage::Cp949, as_cp949(text)),
        (Damage::Cp949, as_cp949_by_pairs(text)),
        (Damage::Escapes, as_escapes(text)),
        (Damage::Ascii, replaced_bytes(text, '\u{fffd}')),
        (Damage::Ascii, replaced_bytes(text, '?')),
        (Damage::NoHangul, replaced(text, |_| true)),
        (Damage::NoRareHangul, replaced(text, is_rare)),
    ];
    for (damage, damaged) in &damages {
        if damaged != text && stored.iter().any(|one| one.contains(damaged.as_str())) {
            return Sight::Damaged(*damage);
        }
    }
    if stored.iter().any(|one| is_cut(text, one)) { Sight::Damaged(Damage::Cut) } else { Sight::Nothing }
}

/// The text as JSON escapes write it.
pub(super) fn as_escapes(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        if letter.is_ascii() {
            escaped.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}

/// Each byte as the character of its number.
fn as_latin1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

fn as_windows_1252(text: &str) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

fn as_cp949(text: &str) -> String {
    EUC_KR.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

/// As Java, Python and iconv read it: a pair of bytes that is no character becomes a mark for its first byte, and reading
/// goes on with the second.
fn as_cp949_by_pairs(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = String::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair = bytes.get(at..at + 2).filter(|_| !byte.is_ascii());
        let letter = pair.and_then(|pair| EUC_KR.decode_without_bom_handling_and_without_replacement(pair));
        match letter {
            Some(letter) if letter.chars().count() == 1 => {
                decoded.push_str(&letter);
                at += 2;
            }
            _ => {
                decoded.push(if byte.is_ascii() { char::from(byte) } else { '\u{fffd}' });
                at += 1;
            }
        }
    }
    decoded
}

/// Every byte of a character that is not ASCII becomes a mark.
fn replaced_bytes(text: &str, mark: char) -> String {
    text.bytes().map(|byte| if byte.is_ascii() { char::from(byte) } else { mark }).collect()
}

/// Every syllable of this kind becomes a question mark.
fn replaced(text: &str, which: impl Fn(char) -> bool) -> String {
    text.chars().map(|letter| if !letter.is_ascii() && which(letter) { '?' } else { letter }).collect()
}

/// Whether KS X 1001 does not have it: its codes have two bytes above 0xA0.
fn is_rare(letter: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, is_unknown) = EUC_KR.encode(letter.encode_utf8(&mut buffer));
    is_unknown || !bytes.iter().all(|byte| *byte > 0xa0)
}

/// Whether the text is there but for a few replacement characters in place of one of its own.
fn is_cut(text: &str, stored: &str) -> bool {
    let places = text.char_indices().filter(|(_, letter)| !letter.is_ascii());
    places.map(|(at, letter)| (&text[..at], &text[at + letter.len_utf8()..])).any(|(before, after)| {
        stored.match_indices(before).any(|(at, _)| {
            let rest = stored[at + before.len()..].trim_start_matches('\u{fffd}');
            rest.len() < stored[at + before.len()..].len() && rest.starts_with(after)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str, stored: &str) -> Sight {
        look(text, &["other", stored])
    }

    #[test]
    fn each_wrong_decoding_is_named() {
        assert_eq!(seen(COMMON, &format!("memo: {COMMON}")), Sight::Whole);
        for (stored, damage) in [
            (COMMON.bytes().map(char::from).collect::<String>(), Damage::Latin1),
            (EUC_KR.decode(COMMON.as_bytes()).0.into_owned(), Damage::Cp949),
            ("??? ?? ?? ?".to_owned(), Damage::NoHangul),
            ("국\u{fffd}\u{fffd}청 전송 확인 힝".to_owned(), Damage::Cut),
            ("국세청 전송 확인 \u{fffd}".to_owned(), Damage::Cut),
            (
                COMMON.bytes().map(|byte| if byte.is_ascii() { char::from(byte) } else { '\u{fffd}' }).collect(),
                Damage::Ascii,
            ),
        ] {
            assert_eq!(seen(COMMON, &stored), Sight::Damaged(damage), "{stored}");
        }
        // As Java 17 reads it by MS949.
        let java = "\u{63f4}\u{fffd}\u{fffd}\u{af6d}\u{f9e3}\u{fffd} \u{fffd}\u{c7fe}\u{fffd}\u{b11a} \u{fffd}\u{c197}\u{fffd}\u{c524} \u{fffd}\u{c617}";
        assert_eq!(seen(COMMON, java), Sight::Damaged(Damage::Cp949));
        assert_eq!(seen("한글 발행", "í•œê¸€ ë°œí–‰"), Sight::Damaged(Damage::DoubleUtf8));
        assert_eq!(seen(RARE, "?방각하 ?시콜라 ?"), Sight::Damaged(Damage::NoRareHangul));
        assert_eq!(seen(COMMON, "something else"), Sight::Nothing);
    }

    #[test]
    fn the_texts_are_what_they_are_said_to_be() {
        assert!(COMMON.chars().filter(|letter| !letter.is_ascii()).all(|letter| !is_rare(letter)));
        assert!(['똠', '펲', '뷁'].into_iter().all(is_rare));
    }
}
