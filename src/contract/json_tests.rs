//! The reader against a table of texts, in the manner of the well-known JSON test suites.

use serde_json::Value as Tree;

use super::*;

/// Valid by RFC 8259, each for another reason.
const VALID: [&str; 52] = [
    "[]",
    "{}",
    "[ ]",
    "{ }",
    " [] ",
    "\t\n\r[]\r\n",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "123",
    "0.1",
    "-0.1",
    "1e1",
    "1E+1",
    "1e-1",
    "1.5e300",
    "1e-999999999",
    "0e+1",
    "20e1",
    "\"\"",
    "\" \"",
    "\"a\"",
    "\"가\"",
    "\"🆗\"",
    "\"\\u0000\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
    "\"\\u00e9\"",
    "\"\\ud83c\\udd97\"",
    "\"\\uD800\\uDC00\"",
    "\"\u{7f}\"",
    "\"\u{2028}\"",
    "\"\u{feff}\"",
    "\"'\"",
    "[1]",
    "[1,2]",
    "[1 , 2]",
    "[[],[[]]]",
    "[null,true,\"a\"]",
    "{\"a\":1}",
    "{\"a\" : 1 }",
    "{\"a\":{}}",
    "{\"a\":[]}",
    "{\"\":0}",
    "{\"a\":1,\"b\":2}",
    "{\"\\u0061\":1}",
    "{\"a\":1,\"a\":2}",
    "[{\"a\":[{\"b\":\"c\"}]}]",
    "{\"a\":\n\"b\"\n}",
];

/// Invalid, each for another reason.
const INVALID: [&[u8]; 92] = [
    b"",
    b" ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"[1",
    b"[1,",
    b"[1,]",
    b"[,1]",
    b"[,]",
    b"[1 2]",
    b"[1]]",
    b"[]x",
    b"[]#",
    b"[1:2]",
    b"[\"a\"",
    b"[\"a\",",
    b"[\"a\" \"b\"]",
    b"{,}",
    b"{1:1}",
    b"{\"a\"}",
    b"{\"a\":}",
    b"{\"a\":1",
    b"{\"a\":1,",
    b"{\"a\":1,}",
    b"{\"a\":1,,\"b\":2}",
    b"{\"a\"1}",
    b"{\"a\"::1}",
    b"{\"a\":1 \"b\":2}",
    b"{\"a\":1;\"b\":2}",
    b"{[]:1}",
    b"{null:1",
    b"{\"a\":1}}",
    b"{\"a\":1}x",
    b"{\"a\":1}//x",
    b"{\"a\":1}/**/",
    b"/**/{}",
    b"#{}",
    b"{}{}",
    b"nul",
    b"nulll",
    b"True",
    b"TRUE",
    b"NaN",
    b"Infinity",
    b"-Infinity",
    b"undefined",
    b"-",
    b"+1",
    b"--1",
    b"01",
    b"-01",
    b"00",
    b"1.",
    b".1",
    b"1.e1",
    b"1e",
    b"1e+",
    b"1ee1",
    b"1e1.5",
    b"0x1",
    b"1_000",
    b"1a",
    b"- 1",
    b"\"",
    b"\"a",
    b"\"\\\"",
    b"\"\\x41\"",
    b"\"\\'\"",
    b"\"\\0\"",
    b"\"\\u\"",
    b"\"\\u12\"",
    b"\"\\u12G4\"",
    b"\"\\uD800\"",
    b"\"\\uD800\\n\"",
    b"\"\\uD800\\uD800\"",
    b"\"\\uDC00\"",
    b"\"\\U0041\"",
    b"\"a\nb\"",
    b"\"a\tb\"",
    b"\"a\0b\"",
    b"\"\xff\"",
    b"\"\xc0\x80\"",
    b"\"\xed\xa0\x80\"",
    b"\"\xed\x95\"",
    b"\xef\xbb\xbf[]",
    b"\x0c[]",
    b"[\x0b]",
    b"\xc2\xa0[]",
    b"`a`",
    b"[1,\xe3\x80\x80]",
];

/// Valid only with the two liberties.
const LENIENT: [&str; 9] =
    ["'OK'", "''", "'\\''", "'\"'", "{'a':1}", "{a:1}", "{ a : 'b' }", "{\"a\":'b',_c$1:[\"d\",'e']}", "[{a:{b:'c'}}]"];

/// Not even valid with them.
const BEYOND_LENIENT: [&str; 10] =
    ["OK", "'a\"", "\"a'", "'a\n'", "{a b:1}", "{a-b:1}", "{1a:1}", "{가:1}", "{result=OK}", "{'a':b}"];

fn is_strict(bytes: &[u8]) -> bool {
    read(bytes).is_ok_and(|document| !document.lenient)
}

#[test]
fn valid_texts_are_read() {
    for text in VALID {
        assert!(is_strict(text.as_bytes()), "{text}");
    }
}

#[test]
fn invalid_texts_are_not() {
    for text in INVALID {
        assert!(read(text).is_err(), "{}", text.escape_ascii());
    }
    for text in BEYOND_LENIENT {
        assert!(read(text.as_bytes()).is_err(), "{text}");
    }
}

#[test]
fn the_two_liberties_are_taken_and_told() {
    for text in LENIENT {
        assert!(read(text.as_bytes()).is_ok_and(|document| document.lenient), "{text}");
    }
}

#[test]
fn the_tables_agree_with_a_reader_of_others() {
    for text in VALID {
        assert!(serde_json::from_str::<Tree>(text).is_ok(), "{text}");
    }
    for text in INVALID {
        assert!(serde_json::from_slice::<Tree>(text).is_err(), "{}", text.escape_ascii());
    }
}

#[test]
fn faults_name_the_byte() {
    for (text, offset) in [
        (b"{\"result\":\"OK\",}".as_slice(), 15),
        (b"{\"result\":\"OK\"}x", 15),
        (b"{\"result\":\"OK\"", 14),
        (b"{result=OK}", 7),
        (b"\"a\xffb\"", 2),
        (b"\"\\ud800x\"", 2),
        (b"", 0),
    ] {
        assert_eq!(read(text).err(), Some(Fault::Malformed(offset)), "{}", text.escape_ascii());
    }
}

#[test]
fn depth_ends_at_its_limit() {
    let nested = |depth: usize| [b"[".repeat(depth), b"]".repeat(depth)].concat();
    assert!(is_strict(&nested(DEPTH_LIMIT)));
    assert_eq!(read(&nested(DEPTH_LIMIT + 1)).err(), Some(Fault::TooDeep));
    assert_eq!(read(&b"{\"a\":".repeat(10_000)).err(), Some(Fault::TooDeep));
}

#[test]
fn a_success_is_seen_wherever_it_hides() {
    for (text, hidden) in [
        ("[\"OK\"]", true),
        ("[[{\"a\":[\"OK\"]}]]", true),
        ("[{\"result\":\"FAIL\"}]", true),
        ("[{\"results\":\"NOK\"}]", false),
        ("[\"ok\",1,null]", false),
    ] {
        assert_eq!(read(text.as_bytes()).is_ok_and(|document| document.value.has_ok()), hidden, "{text}");
    }
}
