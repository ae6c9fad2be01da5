//! From bytes to JSON, with a reason for every byte that stands in the way.

use serde_json::Value;

use super::{Finding, rule, strict};
use crate::words::findings as words;

/// What the bytes were: the JSON value if there is one, and what was odd about them.
pub(super) struct Decoded {
    pub(super) body: Option<Value>,
    pub(super) findings: Vec<Finding>,
}

/// Reads a body. A byte order mark is a finding and then skipped; everything else that is not UTF-8 JSON ends
/// the reading.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let mut findings = Vec::new();
    let body = read(bytes, &mut findings);
    Decoded { body, findings }
}

fn read(bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Value> {
    let mut fail = |rule, problem| findings.push(Finding::problem("", rule, problem));
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        fail(rule::NOT_UTF8, words::utf16());
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let guess = looks_like_ms949(bytes).then_some("EUC-KR or CP949 (MS949)");
            fail(rule::NOT_UTF8, words::not_utf8(error.valid_up_to(), guess));
            return None;
        }
    };
    let plain = text.strip_prefix('\u{feff}');
    if plain.is_some() {
        fail(rule::BYTE_ORDER_MARK, words::byte_order_mark());
    }
    let text = plain.unwrap_or(text);
    if text.trim().is_empty() {
        fail(rule::EMPTY_BODY, words::empty_body());
        return None;
    }
    match strict::read(text) {
        Ok((value, duplicates)) => {
            let notes = duplicates.into_iter();
            findings.extend(notes.map(|duplicate| {
                Finding::note(duplicate.path, rule::DUPLICATE_MEMBER, words::duplicate_member(&duplicate.name))
            }));
            Some(value)
        }
        Err(error) => {
            let column = character_column(text, error.line(), error.column());
            fail(rule::BROKEN_JSON, words::broken_json(&reason(&error), error.line(), column));
            None
        }
    }
}

/// The parser's reason without the place it appends, which counts bytes.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

/// The parser counts bytes from 1; an editor counts characters.
fn character_column(text: &str, line: usize, column: usize) -> usize {
    let bytes = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default().as_bytes();
    let until = &bytes[..column.min(bytes.len())];
    until.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

/// Whether every byte beyond ASCII belongs to a pair as Windows' Korean code page (a superset of EUC-KR) forms
/// them. Random bytes rarely do.
fn looks_like_ms949(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter().copied();
    let mut pairs = 0;
    while let Some(lead) = rest.next() {
        if lead.is_ascii() {
            continue;
        }
        let trail = rest.next().unwrap_or(0);
        let paired = (0x81..=0xfe).contains(&lead) && matches!(trail, 0x41..=0x5a | 0x61..=0x7a | 0x81..=0xfe);
        if !paired {
            return false;
        }
        pairs += 1;
    }
    pairs > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(bytes: &[u8]) -> (&'static str, String) {
        let mut found = decode(bytes).findings;
        assert_eq!(found.len(), 1, "{found:?}");
        let finding = found.remove(0);
        (finding.rule, finding.problem)
    }

    #[test]
    fn bytes_that_are_no_json() {
        let euc_kr = b"{\"name\":\"\xbc\xbc\xb1\xdd\"}";
        for (bytes, rule, part) in [
            (&b""[..], rule::EMPTY_BODY, "empty"),
            (b" \r\n", rule::EMPTY_BODY, "empty"),
            (euc_kr, rule::NOT_UTF8, "byte 9 (counted from 0) is not UTF-8; the text looks like EUC-KR"),
            (b"{\"a\":\"\xff\"}", rule::NOT_UTF8, "byte 6 (counted from 0) is not UTF-8"),
            (b"\xff\xfe{\0}\0", rule::NOT_UTF8, "UTF-16"),
            (b"{\"a\":1,}", rule::BROKEN_JSON, "line 1, column 8"),
            ("{\"a\":\"가나\",\n \"나\":x}".as_bytes(), rule::BROKEN_JSON, "line 2, column 6"),
            (b"{} {}", rule::BROKEN_JSON, "trailing characters, at line 1"),
            (b"{\"a\":", rule::BROKEN_JSON, "EOF"),
        ] {
            let (found, problem) = only(bytes);
            assert_eq!(found, rule);
            assert!(problem.contains(part), "{problem}");
            assert!(decode(bytes).body.is_none());
        }
    }

    #[test]
    fn a_guess_needs_pairs_throughout() {
        assert!(looks_like_ms949(b"\xbc\xbc\xb1\xdd"));
        for bytes in [&b"ascii"[..], b"\xbc", b"\xbc ", b"\xff\xff"] {
            assert!(!looks_like_ms949(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn odd_but_readable() {
        let (rule, _) = only(b"\xef\xbb\xbf{}");
        assert_eq!(rule, rule::BYTE_ORDER_MARK);
        assert!(decode(b"\xef\xbb\xbf{}").body.is_some());
        let (rule, _) = only(b"{\"a\":1,\"a\":2}");
        assert_eq!(rule, rule::DUPLICATE_MEMBER);
        assert!(decode(b" {} \n").findings.is_empty());
    }
}
