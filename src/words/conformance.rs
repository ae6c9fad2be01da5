//! Sentences about checks and what they find.

mod stored;

use std::time::Duration;

pub use stored::*;

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
    format!("an event sent with a fault ({title})")
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
        "of {count} events at once the quickest 95 % took {:.1} s, and {:.1} s is the limit",
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

/// The receiver takes a GET for an event.
pub fn get_acknowledged() -> String {
    "a GET was acknowledged as if it were an event".to_owned()
}

/// A comment beside a line.
pub fn must_not_be_accepted() -> &'static str {
    "is accepted, and must not be"
}

/// An event of this product is not acknowledged.
pub fn product_refused() -> String {
    "not run: no ordinary event of the products it is about is acknowledged (accept.*)".to_owned()
}

/// Nobody has answered for some time.
pub fn has_gone_silent(count: usize) -> String {
    format!("not run: the receiver gave no answer to {count} checks in a row")
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

/// A variable for credentials is there and empty.
pub fn empty_credentials(variable: &str) -> String {
    format!("{variable} is set to nothing, so no credentials are sent; is a secret missing?")
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
    "no check fits --check, --skip and --products; nothing was sent".to_owned()
}

/// How to say where the receiver is.
pub fn no_endpoint_hint() -> String {
    "popbill-hook verify http://localhost:8080/pbconnect, or a URL for each product in popbill-hook.toml; --products says \
     which there are".to_owned()
}

/// A report without a place.
pub fn report_without_file(form: &str) -> String {
    format!("say where it goes: {form}=FILE")
}

/// Two reports in one file.
pub fn same_report(path: &str) -> String {
    format!("two reports go to {path}; give each a file of its own")
}

/// No report of this name.
pub fn unknown_report(names: &[&str], nearest: Option<&str>) -> String {
    let guess = nearest.map(|nearest| format!("; did you mean '{nearest}'?")).unwrap_or_default();
    format!("a report is {}=FILE, or github{guess}", names.join("=FILE, "))
}
