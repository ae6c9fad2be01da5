//! Short words around values.

/// A size in bytes.
pub fn bytes(count: usize) -> String {
    if count == 1 { "1 byte".to_owned() } else { format!("{count} bytes") }
}

/// The line under an event's name: what identifies it.
pub fn identity(webhook_type: &str, event_type: Option<&str>, mid: &str, corp_num: &str, size: usize) -> String {
    let event_type = event_type.map(|event_type| format!(" {event_type}")).unwrap_or_default();
    format!("{webhook_type}{event_type} · MID {mid} · business {corp_num} · {}", bytes(size))
}

/// The seed that makes the same payload again, together with the time where one belongs to it.
pub fn seed(seed: u64, at: Option<&str>) -> String {
    let at = at.map(|at| format!(" --at {at}")).unwrap_or_default();
    format!(" · --seed {seed}{at}")
}

/// What came back: status, time, size, type.
pub fn answer(status: &str, elapsed: &str, size: usize, content_type: Option<&str>) -> String {
    let content_type = content_type.map(|content_type| format!(", {content_type}")).unwrap_or_default();
    format!("{status} in {elapsed}, {}{content_type}", bytes(size))
}

/// That nothing complete came back.
pub fn no_answer(elapsed: &str, detail: &str) -> String {
    format!("no complete answer, after {elapsed}: {detail}")
}

/// What had come of an answer that was cut off.
pub fn partial(status: u16, size: usize) -> String {
    format!("until then: status {status}, {} of body", bytes(size))
}

/// That a shown text goes on.
pub fn more_bytes(count: usize) -> String {
    format!("… {} more", bytes(count))
}

/// The label of a cause.
pub const CAUSE: &str = "cause";
/// The label of a fix.
pub const FIX: &str = "fix";
/// The label of a note.
pub const NOTE: &str = "note";
/// The label of a hint.
pub const HINT: &str = "hint";
/// The label of an error.
pub const ERROR: &str = "error";
/// The label of what happens next.
pub const NEXT: &str = "next";

/// POPBiLL's four words for a failure (overview, "Failure and Retransmission").
pub fn category(name: &str) -> &'static str {
    match name {
        "no-response" => "no response result returned",
        "format-mismatch" => "response body format mismatch",
        "communication-error" => "HTTP communication error",
        _ => "other",
    }
}

/// What follows a rejected attempt; a policy without a document is the configuration's own.
pub fn would_retry(retries: u32, interval: &str, document: Option<&str>) -> String {
    let (who, source) = match document {
        Some(document) => ("POPBiLL would send it again", document),
        None => ("it would be sent again", "your policy"),
    };
    match retries {
        0 => format!("no further attempt would follow ({source})"),
        1 => format!("{who} once, {interval} later ({source})"),
        _ => format!("{who} up to {retries} times, {interval} apart ({source})"),
    }
}

/// A stretch of time in a word or two.
pub fn span(time: std::time::Duration) -> String {
    let minutes = time.as_secs() / 60;
    match minutes {
        0 => format!("{} s", time.as_secs()),
        1..120 => format!("{minutes} min"),
        120..2880 => format!("{} h {} min", minutes / 60, minutes % 60),
        _ => format!("{} d {} h", minutes / 1440, minutes % 1440 / 60),
    }
}

/// A wait as people say it.
pub fn interval(wait: std::time::Duration) -> String {
    let seconds = wait.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, _) => format!("{wait:?}"),
        (1, 0) => "1 minute".to_owned(),
        (minutes, 0) => format!("{minutes} minutes"),
        (minutes, rest) => format!("{minutes} min {rest} s"),
    }
}

/// Events, schemas and so on, for headings.
pub fn documented(basis: &str) -> &'static str {
    match basis {
        "documented" => "documented by POPBiLL",
        "inferred" => "the event is documented or promised, its code or form is inferred",
        _ => "documented in part: only the documented fields are sent",
    }
}
