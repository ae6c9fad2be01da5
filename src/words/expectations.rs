//! What is wrong with an expectation (`--expect`, `--events`), and how a capture differs from one.

use super::findings::quoted;

/// A sentence with the place it is about, counted in characters from 1.
pub fn located(position: usize, sentence: &str) -> String {
    format!("at character {position}: {sentence}")
}

/// No event.
pub fn no_event() -> &'static str {
    "an event id or a glob is missing here"
}

/// An event that is not in the catalogue, or a glob that fits none.
pub fn unknown_event(found: &str) -> String {
    if found.contains('*') {
        format!("no event of the catalogue fits {}", quoted(found))
    } else {
        format!("there is no event {}", quoted(found))
    }
}

/// A condition where the event belongs.
pub fn condition_first(name: &str) -> String {
    format!("an event stands first, then conditions such as {}=…; * is any event", shown(name))
}

/// Neither a condition nor a count.
pub fn not_a_condition(word: &str) -> String {
    format!("{} is neither a condition nor a count", quoted(word))
}

/// No path.
pub fn bad_path(name: &str) -> String {
    format!("{} before = is not a field; paths look like a.b[0].c", quoted(name))
}

/// Another spelling of a known name.
pub fn misspelt_field(name: &str) -> String {
    format!("no payload has a field {}; case and hyphens count", quoted(name))
}

/// Two conditions on one field.
pub fn repeated_field(name: &str) -> String {
    format!("there already is a condition on {}", shown(name))
}

/// No verdict on credentials.
pub fn bad_auth(found: &str) -> String {
    format!("auth is never {}", quoted(found))
}

/// A quote that is not closed.
pub fn open_quote() -> &'static str {
    "the closing quote of this value is missing"
}

/// A backslash before something it does not escape.
pub fn bad_escape(found: &str) -> String {
    format!("{} means nothing inside quotes; a backslash itself is written \\\\", quoted(found))
}

/// Something right behind a closing quote.
pub fn after_quote(found: &str) -> String {
    format!("{} follows a closing quote without a space; a quote inside quotes is written \\\"", quoted(found))
}

/// No count.
pub fn bad_count(word: &str) -> String {
    format!("{} is not a count; xN is exactly N, xN+ at least N", quoted(word))
}

/// A count that is not at the end.
pub fn count_not_last(word: &str) -> String {
    format!("the count {} belongs at the end", shown(word))
}

/// Another value than the expected.
pub fn differs(field: &str, found: &str, expected: &str) -> String {
    format!("{} was {}, expected {}", shown(field), shown(found), shown(expected))
}

/// No value.
pub fn absent(field: &str, expected: &str, nearest: Option<&str>) -> String {
    let meant = nearest.map(|name| format!(" (there is {})", shown(name))).unwrap_or_default();
    format!("{} was absent{meant}, expected {}", shown(field), shown(expected))
}

/// No body that could have a value.
pub fn no_body(field: &str, expected: &str) -> String {
    format!("the body was not JSON, expected {} {}", shown(field), shown(expected))
}

/// An event nobody knows.
pub fn unidentified(expected: &str) -> String {
    format!("the event was not identified, expected {}", shown(expected))
}

/// What arrived where nothing should.
pub fn arrived(event: Option<&str>) -> String {
    event.map_or("a request that is no known event arrived".to_owned(), |event| format!("{} arrived", shown(event)))
}

/// What stands for `--expect-none` among expectations.
pub fn none() -> &'static str {
    "none"
}

/// A plain name or number as it is, anything else in quotes.
fn shown(text: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || "._-*[]:/+".contains(character);
    if !text.is_empty() && text.len() <= 48 && text.chars().all(plain) { text.to_owned() } else { quoted(text) }
}
