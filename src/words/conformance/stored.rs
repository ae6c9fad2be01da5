//! Sentences about what a receiver stored, and about probes that read it back.

/// Every document looks the same to the probe.
pub fn probe_is_blind() -> String {
    "the probe says of a document that was never sent that it is there".to_owned()
}

/// Nobody reads back.
pub fn no_probe() -> String {
    "an OK does not show what was stored; --probe-url or --probe-cmd would".to_owned()
}

/// The probe does not know what was acknowledged.
pub fn probe_does_not_know(how: &str) -> String {
    format!("the probe does not know an event that was acknowledged: {how}")
}

/// The probe's answer is no JSON.
pub fn probe_not_json() -> String {
    "the probe's answer is no JSON".to_owned()
}

/// The probe's answer lacks something.
pub fn probe_without(pointer: &str) -> String {
    format!("the probe's answer has no number at {pointer}")
}

/// The probe's answer does not show the text.
pub fn probe_without_text() -> String {
    "the probe's answer does not show the text that was sent, damaged or not".to_owned()
}

/// The event has no such key.
pub fn probe_without_key(name: &str) -> String {
    format!("the event has no {{{name}}} to ask the probe for")
}

/// The probe said no.
pub fn probe_status(status: u16) -> String {
    format!("it answered {status}")
}

/// The probe's command said no.
pub fn probe_exit(code: &str) -> String {
    format!("its command ended with {code}")
}

/// Acknowledged, and not there.
pub fn acknowledged_not_stored(how: &str) -> String {
    format!("what was acknowledged was not stored: the probe does not know it ({how})")
}

/// A probe's page that is there and empty.
pub fn probe_says_nothing() -> String {
    "its answer is empty, or counts none".to_owned()
}

/// Why something is not there, and what to do.
pub fn not_stored_remedy() -> (&'static str, &'static str) {
    (
        "The event was acknowledged before, or without, being stored; or the probe asks in the wrong place.",
        "Store first, then acknowledge; try the probe by hand with the keys of an event that you sent.",
    )
}

/// Why something is there more than once, and what to do.
pub fn duplicate_remedy() -> (&'static str, &'static str) {
    (
        "The message was handled more than once, or the probe counts something else than its MID.",
        "Give the MID a unique key; let the probe count what is stored under {mid}.",
    )
}

/// Why a probe does not work, and what to do.
pub fn probe_remedy() -> (&'static str, &'static str) {
    (
        "The probe itself does not work: its URL or command, its credentials, or the page behind it.",
        "Try it by hand with the keys of an event that you sent; an unknown document is 404, a known one 200 with JSON.",
    )
}

/// The probe tells nothing.
pub fn probe_of_no_use(reason: &str) -> String {
    format!("the probe does not work (reach.probe): {reason}")
}

/// Stored more than once.
pub fn stored_often(count: i64) -> String {
    format!("the same event was stored {count} times")
}

/// The state is another.
pub fn wrong_state(state: i64, wanted: u16) -> String {
    format!("the document's state is {state} and ought to be {wanted}")
}

/// The text was damaged.
pub fn damaged(how: &str) -> String {
    match how {
        "no Hangul" => "the Korean text was stored as question marks".to_owned(),
        "EUC-KR" => "the syllables that EUC-KR lacks were stored as question marks".to_owned(),
        "pieces" => "a Hangul character was stored as replacement characters".to_owned(),
        "escapes" => "the Korean text was stored as escapes".to_owned(),
        "double UTF-8" => "the Korean text was stored damaged, as double UTF-8 makes it".to_owned(),
        _ => format!("the Korean text was stored damaged, as decoding in {how} makes it"),
    }
}

/// Why text was damaged, and what to do.
pub fn damage(how: &str) -> (&'static str, &'static str) {
    match how {
        "ISO-8859-1" => (
            "The body was decoded as ISO-8859-1: a servlet's getReader(), and Spring's String converter, do so where Content-Type names no charset.",
            "Take the raw bytes (byte[], getInputStream()) and decode them as UTF-8, or set the request's encoding to UTF-8 before it is read.",
        ),
        "double UTF-8" => (
            "The text was encoded as UTF-8 twice (double UTF-8): a connection or a column says latin1 while it is given UTF-8.",
            "Say utf8mb4 in the connection and for the column (MySQL: characterEncoding=UTF-8, SET NAMES utf8mb4).",
        ),
        "CP949" => (
            "The body was decoded as CP949 (MS949, EUC-KR), the default of a Korean Windows.",
            "Decode as UTF-8 and do not rely on the platform's default (Java: new String(bytes, UTF_8); .NET: Encoding.UTF8).",
        ),
        "US-ASCII" => (
            "The body was decoded as US-ASCII, the default of a process without a locale.",
            "Decode as UTF-8, and set LANG=C.UTF-8 for the process.",
        ),
        "no Hangul" => (
            "It was written into a column or a file whose charset has no Hangul.",
            "Use UTF-8 for it (utf8mb4, NVARCHAR, AL32UTF8).",
        ),
        "escapes" => (
            "The escapes of JSON were stored as they stand, and not as the characters they mean.",
            "Read the body with a JSON reader, and store what it gives you.",
        ),
        "EUC-KR" => (
            "It was written into a column or a file in EUC-KR (KS X 1001), which has 2,350 of 11,172 syllables.",
            "Use UTF-8 for it (utf8mb4, NVARCHAR, AL32UTF8).",
        ),
        _ => (
            "The body was decoded piece by piece, and a character that lay in two pieces was lost.",
            "Collect the bytes of the whole body, then decode them once (Node: Buffer.concat(chunks).toString()).",
        ),
    }
}

/// No placeholder of this name.
pub fn unknown_placeholder(name: &str, known: &[&str]) -> String {
    format!("there is no placeholder {{{name}}}; there are {}", placeholders(known))
}

/// Not one placeholder.
pub fn no_placeholder(known: &[&str]) -> String {
    format!("it names no document; use one of {}", placeholders(known))
}

fn placeholders(known: &[&str]) -> String {
    known.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
}

/// A text that is no JSON pointer.
pub fn bad_pointer(text: &str) -> String {
    format!("a JSON pointer begins with a slash: /{text}")
}

/// A probe that cannot be asked.
pub fn bad_probe(flag: &str, reason: &str) -> String {
    format!("{flag} cannot be used: {reason}")
}

/// The probe did not answer.
pub fn probe_failed(error: &str) -> String {
    format!("the probe did not answer: {error}")
}

/// Beyond its time.
pub fn too_long() -> String {
    "it took too long".to_owned()
}
