//! Sentences about checks and what they find.

use std::time::Duration;

/// The subject of a sentence: an event.
pub fn event(id: &str) -> String {
    format!("the event {id}")
}

/// An event with something about it.
pub fn event_that(id: &str, what: &str) -> String {
    format!("the event {id} {what}")
}

/// An event in one edition.
pub fn event_of(id: &str, edition: &str) -> String {
    format!("the event {id} ({edition} edition)")
}

/// What an `accept` check asks for.
pub fn acknowledges(title: &str) -> String {
    format!("acknowledges: {title}")
}

/// An ordinary event after something else.
pub const AFTER: &str = "an ordinary event afterwards";

/// An event with wrong credentials.
pub fn without(header: &str, how: &str) -> String {
    match how {
        "missing" => format!("an event without {header}"),
        "empty" => format!("an event with an empty {header}"),
        "prefix" => format!("an event whose {header} is the right one and one character more"),
        "other-scheme" => format!("an event that has the secret of {header} in another header"),
        _ => format!("an event with a wrong {header}"),
    }
}

/// An event whose credentials are one character short.
pub fn shorter(header: &str) -> String {
    format!("an event whose {header} lacks its last character")
}

/// An event that was written with a fault.
pub fn with_fault(title: &str) -> String {
    format!("an event sent so: {title}")
}

/// One of several at the same moment.
pub fn at_once(count: usize) -> String {
    format!("an event of {count} at once")
}

/// An event of some size.
pub fn sized(what: &str, bytes: usize) -> String {
    format!("{what} ({} KB)", bytes.div_ceil(1000))
}

/// What ought not to be acknowledged was.
pub fn was_acknowledged(role: &str, answer: &str) -> String {
    format!("{role} was acknowledged: {answer}")
}

/// What ought to be acknowledged was not.
pub fn not_acknowledged(role: &str, answer: &str) -> String {
    format!("{role} was not acknowledged: {answer}")
}

/// What receivers do that acknowledge whatever comes, or whoever sends it.
pub fn acknowledges_anything(family: &str) -> &'static str {
    if family == "auth" { TAKES_ANYBODY } else { TAKES_ANYTHING }
}

const TAKES_ANYBODY: &str = "it does not ask who calls";
const TAKES_ANYTHING: &str = "it acknowledges what it cannot have read";

/// What mends all that have this in common.
pub fn remedy(common: &str) -> Option<&'static str> {
    match common {
        TAKES_ANYBODY => Some("Compare the whole credentials on every request, in constant time, and answer 401."),
        TAKES_ANYTHING => Some("Acknowledge only what was read and stored; answer 400 otherwise."),
        _ => None,
    }
}

/// An answer that is only tolerated.
pub fn tolerated(role: &str, slug: &str) -> String {
    format!("{role} was answered in a form that is only tolerated: {slug}")
}

/// Some of several.
pub fn some_answered(count: usize, of: usize, role: &str, answer: &str) -> String {
    format!("{count} of {of} were not acknowledged ({role}): {answer}")
}

/// Too slow.
pub fn slow(count: usize, p95: Duration, limit: Duration) -> String {
    format!(
        "of {count} events at once, 95 in 100 were answered only within {:.1} s; {:.1} s is the limit",
        p95.as_secs_f64(),
        limit.as_secs_f64()
    )
}

/// Nothing is answered beside a slow request.
pub fn one_at_a_time() -> String {
    "an event was not answered while another, slower one was on its way".to_owned()
}

/// Two forms of answers.
pub fn two_forms(first: &str, form: &str, second: &str, other: &str) -> String {
    format!("{first} was answered with {form}, {second} with {other}")
}

/// A GET ended in an error.
pub fn get_failed(status: u16) -> String {
    format!("a GET was answered {status}")
}

/// A GET got no answer.
pub fn get_unanswered(error: &str) -> String {
    format!("a GET got no answer: {error}")
}

/// A port that POPBiLL does not call.
pub fn odd_port(port: u16) -> String {
    format!("the URL names port {port}")
}

/// Nothing is known of it.
pub fn not_observed(why: &str) -> String {
    format!("not observed: {why}")
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

/// On this machine it says nothing.
pub fn on_loopback() -> String {
    "the receiver is on this machine; POPBiLL will call another address".to_owned()
}

/// Not over TLS.
pub fn not_https() -> String {
    "the URL is not https".to_owned()
}

/// No credentials are known.
pub fn no_credentials() -> String {
    "no credentials were given (--basic, --api-key), so none can be wrong".to_owned()
}

/// The secret cannot be sent in another way.
pub fn no_other_scheme() -> String {
    "the secret has characters that the other header cannot carry".to_owned()
}

/// Not run, because another failed.
pub fn after_failure() -> String {
    "not run: an earlier check failed (--fail-fast)".to_owned()
}

/// Not run, because nobody answers.
pub fn nothing_reached(check: &str) -> String {
    format!("not run: the receiver gives no answer at all ({check})")
}

/// Not run, because nothing is acknowledged.
pub fn nothing_acknowledged(check: &str) -> String {
    format!("not run: the receiver acknowledges no event at all ({check})")
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

/// No check of this name.
pub fn unknown_check(name: &str) -> String {
    format!("there is no check named '{name}'")
}

/// Where all of them are.
pub fn list_checks_hint() -> String {
    "`popbill-hook verify --list-checks` lists them; globs such as 'repeat.*' are taken too".to_owned()
}

/// No check is left.
pub fn no_check_chosen() -> String {
    "no check fits; nothing was sent".to_owned()
}

/// How to say where the receiver is.
pub fn no_endpoint_hint() -> String {
    "popbill-hook verify http://localhost:8080/pbconnect, or a URL for each product in popbill-hook.toml; --products says \
     which there are".to_owned()
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

/// A report without a place.
pub fn report_without_file(form: &str) -> String {
    format!("say where it goes: {form}=FILE")
}

/// No report of this name.
pub fn unknown_report(names: &[&str], nearest: Option<&str>) -> String {
    let guess = nearest.map(|nearest| format!("; did you mean '{nearest}'?")).unwrap_or_default();
    format!("a report is {}=FILE, or github{guess}", names.join("=FILE, "))
}
