//! Text that looks like the success on a screen and is none: other alphabets, full width, typographic quotes,
//! characters that take no room.
//!
//! A text is folded to what a person would read: invisible characters, white space and quotes fall away, and a
//! letter of another alphabet becomes the Latin one it resembles.

/// How many deviating characters a note names.
const NAMED: usize = 8;

/// Whether a person would read `text` as `wanted`, which is lower case. Case, white space and quotes are ignored.
pub(super) fn reads(text: impl Iterator<Item = char>, wanted: &str) -> bool {
    text.filter_map(fold).eq(wanted.chars())
}

/// The first characters of `text` that are not what they look like.
pub(super) fn deviations(text: impl Iterator<Item = char>) -> Vec<char> {
    text.filter(|&character| deviates(character)).take(NAMED).collect()
}

/// Whether `text` reads as one of the forms of success, by characters that are not what they look like.
pub(super) fn deceives(text: &str) -> bool {
    text.chars().any(deviates) && ["ok", "{result:ok}"].iter().any(|wanted| reads(text.chars(), wanted))
}

/// Whether a value or a name looks like `wanted`, by characters that are not what they look like.
pub(super) fn deceives_as(text: impl Iterator<Item = char> + Clone, wanted: &str) -> bool {
    text.clone().any(deviates) && reads(text, wanted)
}

/// A zero passes for an O; a control character other than ASCII white space shows nothing.
fn deviates(character: char) -> bool {
    !character.is_ascii() || character == '0' || is_hidden_control(character)
}

fn is_hidden_control(character: char) -> bool {
    character.is_ascii_control() && !character.is_ascii_whitespace()
}

fn fold(character: char) -> Option<char> {
    match character {
        '!'..='~' if !is_quote(character) => Some(if character == '0' { 'o' } else { character.to_ascii_lowercase() }),
        _ if is_unseen(character) || is_quote(character) => None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xff01 + u32::from('!')).and_then(fold),
        _ => Some(resembled(character)),
    }
}

fn is_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '\''
            | '´'
            | '«'
            | '»'
            | '‘'..='‟'
            | '′'..='‷'
            | '‹'
            | '›'
            | '「'..='』'
            | '〝'..='〟'
            | '＂'
            | '＇'
            | '｢'
            | '｣'
    )
}

/// White space, controls, and what takes no room: zero width, bidirectional, variation selectors, fillers, tags.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The Latin letter of `ok` and `result` that a letter of another alphabet resembles.
fn resembled(character: char) -> char {
    match character {
        // Cyrillic, Greek and Armenian O, the ideographic zero, the Hangul ieung.
        '\u{41e}' | '\u{43e}' | '\u{39f}' | '\u{3bf}' | '\u{555}' | '\u{585}' | '\u{3007}' | '\u{3147}' => 'o',
        // Cyrillic and Greek Ka, and the sign for kelvin.
        '\u{41a}' | '\u{43a}' | '\u{39a}' | '\u{3ba}' | '\u{212a}' => 'k',
        '\u{435}' | '\u{415}' | '\u{395}' => 'e',
        '\u{455}' | '\u{405}' => 's',
        '\u{3c5}' | '\u{57d}' => 'u',
        '\u{4cf}' | '\u{4c0}' | '\u{217c}' => 'l',
        '\u{422}' | '\u{3a4}' => 't',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_as_the_success_deceives() {
        for text in [
            "ОК",
            "Οκ",
            "ＯＫ",
            "０Ｋ",
            "0K",
            "O\u{200d}K",
            "\u{202e}OK\u{202c}",
            "OK\0",
            "\u{b}OK",
            "\u{a0}OK",
            "“OK”",
            "「OK」",
            "O\u{212a}",
            "OK\u{feff}",
            "{“result”:“OK”}",
            "｛＂ｒｅｓｕｌｔ＂：＂ＯＫ＂｝",
            "\u{feff}{\"result\" : \"OK\"}",
            "{\"r\u{435}sult\":\"OK\"}",
        ] {
            assert!(deceives(text), "{text:?}");
            assert!(!deviations(text.chars()).is_empty(), "{text:?}");
        }
    }

    #[test]
    fn honest_text_does_not() {
        for text in ["OK", "ok", "OK!", " \"OK\"\n", "{\"result\":\"OK\"}", "확인", "OK입니다", "0", "OKК", "", "é"]
        {
            assert!(!deceives(text), "{text:?}");
        }
    }

    #[test]
    fn a_long_text_names_only_its_first_deviations() {
        assert_eq!(deviations("O\u{200b}".repeat(50).chars()), vec!['\u{200b}'; NAMED]);
    }
}
