//! Words around captures.

/// A capture that is none of the catalogue's events.
pub fn unknown_event(webhook_type: Option<&str>) -> String {
    match webhook_type {
        Some(name) => format!("no event of the catalogue (Pb-Webhook-Type {name})"),
        None => "no event of the catalogue (no Pb-Webhook-Type)".to_owned(),
    }
}

/// The business it is about.
pub fn business(number: &str) -> String {
    format!("business {number}")
}

/// Its message id.
pub fn message_id(mid: &str) -> String {
    format!("MID {mid}")
}

/// How it authenticated.
pub fn auth(name: &str) -> &'static str {
    match name {
        "ok" => "auth ok",
        "missing" => "auth missing",
        "wrong" => "auth wrong",
        _ => "no auth demanded",
    }
}

/// It came before.
pub fn duplicate_of(id: &str) -> String {
    format!("duplicate of {id}")
}

/// Where it came from.
pub fn origin(id: &str, peer: &str, line: &str) -> String {
    format!("{id} from {peer} · {line}")
}

/// What was answered.
pub fn reply(status: Option<u16>, body: &str) -> String {
    match status {
        Some(status) if body.is_empty() => format!("answered {status}"),
        Some(status) => format!("answered {status} {body}"),
        None => "answered nothing, as planned".to_owned(),
    }
}

/// What the upstream answered.
pub fn forwarded(url: &str, status: Option<u16>, verdict: &str, slug: &str) -> String {
    let status = status.map_or_else(|| "no answer".to_owned(), |status| format!("status {status}"));
    format!("{url} gave {status}: {verdict} ({slug})")
}

/// The first line of `listen`.
pub fn listening(url: &str) -> String {
    format!("listening on {url}")
}

/// What it answers.
pub fn answering(plan: &str) -> String {
    format!("answers: {plan}")
}

/// Where it passes requests on to.
pub fn forwarding(url: &str) -> String {
    format!("passes requests on to {url} and relays its answers")
}

/// What it demands.
pub fn demanding(header: &str) -> String {
    format!("demands: {header}")
}

/// Where it keeps what it receives.
pub fn storing(place: &str) -> String {
    format!("history: {place}")
}

/// It keeps nothing.
pub fn storing_nothing() -> String {
    "history: off, nothing is kept".to_owned()
}

/// How to end it.
pub fn how_to_end() -> String {
    "Ctrl-C ends it".to_owned()
}

/// At the end.
pub fn totals(count: u64, rejected: u64) -> String {
    let captures = if count == 1 { "1 capture".to_owned() } else { format!("{count} captures") };
    match rejected {
        0 => captures,
        1 => format!("{captures}, 1 request refused"),
        count => format!("{captures}, {count} requests refused"),
    }
}

/// A request that was not taken.
pub fn rejected(peer: &str, reason: &str, detail: Option<&str>) -> String {
    match detail {
        Some(detail) => format!("refused a request from {peer}: {reason}: {detail}"),
        None => format!("refused a request from {peer}: {reason}"),
    }
}

/// The command did not end by itself.
pub fn command_cut(name: &str) -> String {
    format!("{} still ran and was ended", name.escape_debug())
}

/// So many were stored but not shown.
pub fn not_shown(count: u64) -> String {
    format!("… {count} more stored, not shown: too fast to read")
}

/// A body that is too long to be shown as it arrives.
pub fn more_lines(id: &str) -> String {
    format!("… there is more; `popbill-hook history show {id}` shows all of it")
}

/// A port that cannot be had.
pub fn cannot_listen(address: &str) -> String {
    format!("cannot listen on {address}")
}

/// A name that has no address here.
pub fn unknown_host() -> String {
    "this machine knows no address of that name".to_owned()
}

/// Two protocols at once.
pub fn http_with_certificate() -> String {
    "the address is an http URL, but a certificate is for https: write https://, or leave the certificate".to_owned()
}

/// Not an address to listen on.
pub fn bad_address() -> String {
    "expected a port, :port, host:port or a URL, such as 127.0.0.1:9854".to_owned()
}

/// An expectation that is met.
pub const MET: &str = "met";
/// An expectation that is not met.
pub const NOT_MET: &str = "not met";

/// How often an expectation was matched.
pub fn matched(count: u64) -> String {
    if count == 1 { "matched once".to_owned() } else { format!("matched {count} times") }
}

/// What came nearest.
pub const NEAREST: &str = "nearest";
