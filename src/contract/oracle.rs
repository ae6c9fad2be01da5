//! The judgement against a second one, written another way: what it accepts is exactly what this accepts.

use std::fmt;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::{Slug, Verdict, body, json, judge, judge_ending};
use crate::wire::{Ending, Failure, FailureKind, Headers, Response};

/// The members of an object in their order, repeats kept.
struct Members(Vec<(String, Value)>);

impl<'de> serde::Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

/// The contract in two lines, by a library.
fn is_success(body: &[u8]) -> bool {
    let members = serde_json::from_slice::<Members>(body).map(|members| members.0);
    body == b"OK" || members.is_ok_and(|members| members == [("result".to_owned(), Value::from("OK"))])
}

fn answer(body: &[u8]) -> Response {
    Response { status: 200, body: body.to_vec(), ..Response::default() }
}

fn is_accepted(body: &[u8]) -> bool {
    judge(&answer(body)).verdict == Verdict::Accepted
}

/// Texts near the contract.
const SEEDS: [&str; 12] = [
    "OK",
    "{\"result\":\"OK\"}",
    "{\"result\" : \"OK\"}",
    "{\n  \"result\": \"OK\"\n}\n",
    "{\"\\u0072esult\":\"\\u004f\\u004b\"}",
    "{\"result\":\"OK\",\"code\":0}",
    "{\"result\":\"FAIL\",\"result\":\"OK\"}",
    "{'result':'OK'}",
    "{result:\"OK\"}",
    "\"OK\"",
    "[{\"result\":\"OK\"}]",
    "\u{feff}OK",
];

/// Pieces that turn one of them into another.
const PIECES: [&[u8]; 30] = [
    b"O",
    b"K",
    b"OK",
    b"ok",
    b"\"",
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b" ",
    b"\t",
    b"\n",
    b"\r",
    b"\x0c",
    b"\0",
    b"result",
    b"\"result\":\"OK\"",
    b"\\",
    b"\\u004f",
    b"\\ud800",
    b"\xef\xbb\xbf",
    b"\xc2\xa0",
    b"\xff",
    b"0",
    b"null",
    b"\xd0\x9e",
    b"\"a\":{}",
];

/// One change to a text.
#[derive(Clone, Debug)]
enum Edit {
    Insert(Index, Vec<u8>),
    Delete(Index),
    Replace(Index, u8),
    Swap(Index, Index),
    Double(Index),
    SwitchCase(Index),
    Escape(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let piece = select(PIECES.as_slice()).prop_map(<[u8]>::to_vec);
    let place = any::<Index>;
    prop_oneof![
        4 => (place(), piece).prop_map(|(at, piece)| Edit::Insert(at, piece)),
        2 => place().prop_map(Edit::Delete),
        2 => (place(), any::<u8>()).prop_map(|(at, byte)| Edit::Replace(at, byte)),
        1 => (place(), place()).prop_map(|(one, other)| Edit::Swap(one, other)),
        1 => place().prop_map(Edit::Double),
        1 => place().prop_map(Edit::SwitchCase),
        2 => place().prop_map(Edit::Escape),
    ]
}

fn apply(mut text: Vec<u8>, edit: &Edit) -> Vec<u8> {
    let length = text.len();
    match edit {
        Edit::Insert(at, piece) => {
            let at = at.index(length + 1);
            text.splice(at..at, piece.iter().copied());
        }
        _ if length == 0 => {}
        Edit::Delete(at) => _ = text.remove(at.index(length)),
        Edit::Replace(at, byte) => text[at.index(length)] = *byte,
        Edit::Swap(one, other) => text.swap(one.index(length), other.index(length)),
        Edit::Double(at) => text.extend_from_within(at.index(length)..),
        Edit::SwitchCase(at) => text[at.index(length)] ^= 0x20,
        Edit::Escape(at) => {
            let at = at.index(length);
            let escaped = format!("\\u{:04x}", text[at]);
            text.splice(at..=at, escaped.bytes());
        }
    }
    text
}

fn mutation() -> impl Strategy<Value = Vec<u8>> {
    let edits = prop::collection::vec(edit(), 0..4);
    (select(SEEDS.as_slice()), edits).prop_map(|(seed, edits)| edits.iter().fold(seed.as_bytes().to_vec(), apply))
}

fn any_headers() -> impl Strategy<Value = Headers> {
    let name =
        select(["Content-Type", "Content-Encoding", "Location", "Retry-After", "ContentType", "Allow"].as_slice());
    prop::collection::vec((name, any::<Vec<u8>>()), 0..4).prop_map(|fields| fields.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn mutations_are_accepted_exactly_where_the_oracle_does(text in mutation()) {
        prop_assert_eq!(is_accepted(&text), is_success(&text), "{}", text.escape_ascii());
    }

    #[test]
    fn the_reader_is_as_strict_as_a_library(text in mutation()) {
        let read = json::read(&text).is_ok_and(|document| !document.lenient);
        prop_assert_eq!(read, serde_json::from_slice::<Value>(&text).is_ok(), "{}", text.escape_ascii());
    }

    #[test]
    fn a_mark_in_front_never_accepts(text in mutation()) {
        let marked = [b"\xef\xbb\xbf", text.as_slice()].concat();
        let judgement = judge(&answer(&marked));
        let expected = match judge(&answer(&text)).verdict {
            Verdict::Accepted => Verdict::Tolerated,
            other => other,
        };
        // An empty body, or a text with a mark of its own, is another thing with one more.
        if !text.is_empty() && !text.starts_with(b"\xef\xbb\xbf") {
            prop_assert_eq!(judgement.verdict, expected);
        }
        prop_assert_ne!(judgement.verdict, Verdict::Accepted);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_judged(status in any::<u16>(), headers in any_headers(), text: Vec<u8>, cut: bool) {
        let response = Response { status, headers, body: text, body_cut: cut, ..Response::default() };
        let judgement = judge(&response);
        prop_assert_eq!(judgement.verdict, judgement.slug.verdict());
        prop_assert_eq!(judgement.category, judgement.slug.category());
        let told: usize = judgement.notes.iter().map(|note| note.to_string().len()).sum();
        prop_assert!(told < 8 * 1024, "{told}");
    }

    #[test]
    fn only_200_is_ever_a_success(status in any::<u16>(), text in select(SEEDS.as_slice())) {
        prop_assume!(status != 200);
        let judgement = judge(&Response { status, ..answer(text.as_bytes()) });
        prop_assert_eq!(judgement.verdict, Verdict::Rejected);
    }

    #[test]
    fn what_is_not_complete_is_never_a_success(kind in select(FailureKind::ALL.as_slice()), text in mutation()) {
        let ending: Ending = Err(Failure { kind, detail: String::new(), partial: Some(answer(&text)) });
        prop_assert_eq!(judge_ending(&ending).verdict, Verdict::Rejected);
    }

    #[test]
    fn white_space_around_json_changes_nothing(before in "[ \t\r\n]{0,9}", after in "[ \t\r\n]{0,9}") {
        let text = [before.as_str(), "{\"result\":\"OK\"}", &after].concat();
        prop_assert!(is_accepted(text.as_bytes()));
    }
}

/// Every text of at most `length` bytes of `alphabet` that is accepted.
fn accepted(alphabet: &[u8], length: usize) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut texts = vec![Vec::new()];
    for _ in 0..=length {
        found.extend(texts.iter().filter(|text| is_accepted(text)).cloned());
        texts = texts
            .iter()
            .flat_map(|text| alphabet.iter().map(move |byte| [text, [*byte].as_slice()].concat()))
            .collect();
    }
    found
}

#[test]
fn of_all_short_texts_only_one_is_accepted() {
    let every_byte: Vec<u8> = (0..=255).collect();
    assert_eq!(accepted(&every_byte, 2), [b"OK"]);
    assert_eq!(accepted(b"OKok0\"'{}[]: \n\r\t\0\xef\xbb\xbf", 3), [b"OK"]);
    assert_eq!(accepted(b"OK\" ", 6), [b"OK"]);
}

/// Bodies at the limit, of the kinds that cost a reader most.
#[test]
fn the_costliest_bodies_are_judged_without_a_tree() {
    let object = |unit: &dyn Fn(usize) -> String| {
        let mut text = "{\"result\":\"OK\"".to_owned();
        for number in 0.. {
            let member = unit(number);
            if text.len() + member.len() >= crate::wire::BODY_LIMIT {
                break;
            }
            text += &member;
        }
        text + "}"
    };
    let distinct = object(&|number| format!(",\"{number}\":0"));
    assert_eq!(body::read(distinct.as_bytes()).slug, Slug::ExtraMembers);
    let alike = object(&|number| format!(",\"{}{number}\":0", "a".repeat(500)));
    assert_eq!(body::read(alike.as_bytes()).slug, Slug::ExtraMembers);
    let repeated = object(&|_| ",\"a\":{}".to_owned());
    assert_eq!(body::read(repeated.as_bytes()).slug, Slug::DuplicateKey);
    let array = format!("[{}0]", "{\"a\":0},".repeat(8_000));
    assert_eq!(body::read(array.as_bytes()).slug, Slug::NotAnObject);
    let text = "<".repeat(crate::wire::BODY_LIMIT);
    assert_eq!(body::read(text.as_bytes()).slug, Slug::OtherText);
}
