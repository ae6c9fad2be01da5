//! Bodies that are neither `OK` nor JSON.

use super::charset::TextEncoding;
use super::note::Note;
use super::reading::Reading;
use super::search::excerpt;
use super::verdict::Slug;
use super::{exception, look_alike, page};

/// Words by which a receiver says no. Whole bodies and whole results are compared with them, case ignored.
const REFUSALS: [&str; 22] = [
    "fail", "failed", "failure", "error", "err", "nok", "nak", "ng", "ko", "no", "not ok", "not_ok", "notok", "false",
    "reject", "rejected", "refused", "denied", "invalid", "실패", "오류", "거부",
];

/// What PHP prints in front of an answer when it is told to display errors.
const PHP_MESSAGES: [&str; 6] =
    ["<b>warning</b>:", "<b>notice</b>:", "<b>deprecated</b>:", "php warning:", "php notice:", "php deprecated:"];

/// Reads a body without white space at its ends; it is not empty.
///
/// The first of these that fits: an exception at its beginning, a web page, bytes that are not UTF-8, a look-alike,
/// a word of refusal, `OK` at either end, an exception further on, `OK` as a word, a piece of a page.
pub(super) fn read(text: &[u8]) -> Reading {
    if exception::begins(text) {
        return Reading::text(Slug::ExceptionText);
    }
    // A page after `OK` was added to the answer, by a host or a filter; it is not the answer.
    if let Some(page) = page::kind(text).filter(|_| !begins_with_ok(text)) {
        return titled(Reading::text(page), text);
    }
    let Ok(words) = std::str::from_utf8(text) else {
        return undecodable(text);
    };
    if look_alike::deceives(words) {
        return Reading::text(Slug::LookAlike).noting(Note::CodePoints(look_alike::deviations(words.chars())));
    }
    if is_refusal(text) {
        return Reading::text(Slug::Refused);
    }
    if begins_with_ok(text) || ends_with_ok(text) || is_ok_repeated(text) {
        return Reading::text(Slug::TextAroundOk);
    }
    Reading::text(if exception::is_traced(text) {
        Slug::ExceptionText
    } else if has_ok(text) {
        Slug::TextAroundOk
    } else if super::search::contains_any(text, &PHP_MESSAGES) {
        Slug::ExceptionText
    } else if page::is_piece(text) {
        Slug::HtmlPage
    } else {
        Slug::OtherText
    })
}

/// Text that is not UTF-8. The trace of an exception is ASCII, whatever its message is written in.
fn undecodable(text: &[u8]) -> Reading {
    if exception::is_traced(text) {
        return Reading::text(Slug::ExceptionText);
    }
    let reading = Reading::text(Slug::UndecodableText);
    match TextEncoding::guess(text) {
        Some(encoding) => reading.noting(Note::LooksLike(encoding)),
        None => reading,
    }
}

fn titled(reading: Reading, text: &[u8]) -> Reading {
    match page::title(text).filter(|title| std::str::from_utf8(title).is_ok()) {
        Some(title) => reading.noting(Note::PageTitle(excerpt(title))),
        None => reading,
    }
}

/// Whether a text says no, and nothing else.
pub(super) fn is_refusal(text: &[u8]) -> bool {
    REFUSALS.iter().any(|word| text.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether `OK` stands in a text as a word: `TOKEN` and `OKAY` have none.
pub(super) fn has_ok(text: &[u8]) -> bool {
    text.windows(2).enumerate().any(|(at, window)| window == b"OK" && is_word(text, at))
}

fn begins_with_ok(text: &[u8]) -> bool {
    text.starts_with(b"OK") && is_word(text, 0)
}

fn ends_with_ok(text: &[u8]) -> bool {
    text.ends_with(b"OK") && is_word(text, text.len() - 2)
}

fn is_word(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    let after = text.get(at + 2);
    [before, after].into_iter().flatten().all(|byte| !byte.is_ascii_alphanumeric())
}

/// `OKOK`: a filter or a handler that ran twice.
fn is_ok_repeated(text: &[u8]) -> bool {
    text.chunks(2).all(|chunk| chunk == b"OK")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ok_is_a_word_or_it_is_not_there() {
        for text in ["OK", "OK!", "NOT OK", "result=OK", "OK입니다", "a\nOK\nb", "<b>OK</b>", "not_OK"] {
            assert!(has_ok(text.as_bytes()), "{text}");
        }
        for text in ["", "O", "TOKEN", "OKAY", "BOOKED", "OK2", "ok", "OKOK"] {
            assert!(!has_ok(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn the_first_rule_that_fits_names_the_text() {
        for (text, slug) in [
            ("OKOK", Slug::TextAroundOk),
            ("OK<html></html>", Slug::TextAroundOk),
            ("<html>OK</html>", Slug::HtmlPage),
            ("<p>OK</p>", Slug::TextAroundOk),
            ("<p>done</p>", Slug::HtmlPage),
            ("java.lang.RuntimeException: not OK", Slug::ExceptionText),
            ("stored\n\tat a.B.c(B.java:1)\nOK", Slug::TextAroundOk),
            ("<br />\n<b>Warning</b>:  x<br />\n{\"result\":\"OK\"}", Slug::TextAroundOk),
            ("<br />\n<b>Warning</b>:  x<br />", Slug::ExceptionText),
            ("Not OK", Slug::Refused),
            ("실패", Slug::Refused),
            ("정상", Slug::OtherText),
            ("BOOKED", Slug::OtherText),
            ("ОК", Slug::LookAlike),
        ] {
            assert_eq!(read(text.as_bytes()).slug, slug, "{text}");
        }
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_named_by_what_they_look_like() {
        let reading = read(b"\xbc\xba\xb0\xf8 OK");
        assert_eq!((reading.slug, reading.notes), (Slug::UndecodableText, vec![Note::LooksLike(TextEncoding::EucKr)]));
        assert_eq!(read(b"\xff OK").notes, []);
        assert_eq!(read(b"x\xb0\xa1\n\tat a.B.c(B.java:1)").slug, Slug::ExceptionText);
    }
}
