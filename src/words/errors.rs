//! Sentences about inputs, outputs and command lines.

/// An input cannot be read.
pub fn cannot_read(name: &str, reason: &str) -> String {
    if name.is_empty() {
        return "a file name is missing after the @".to_owned();
    }
    format!("cannot read {name}: {reason}")
}

/// An output cannot be written.
pub fn cannot_write(name: &str, reason: &str) -> String {
    format!("cannot write {name}: {reason}")
}

/// What this machine does not let us do, and what it says.
pub fn local(what: &str, reason: &str) -> String {
    format!("{what}: {reason}")
}

/// A command cannot be started.
pub fn cannot_run(command: &str, reason: &str) -> String {
    format!("cannot run {}: {reason}", command.escape_debug())
}

/// The name of stdout.
pub fn standard_output() -> String {
    "standard output".to_owned()
}

/// The name of stdin.
pub fn standard_input() -> String {
    "standard input".to_owned()
}

/// A bug of ours.
pub fn bug(place: &str, message: &str) -> String {
    format!(
        "popbill-hook stopped because of a bug of its own at {place}: {message}\n\
         Nothing is known to be wrong with your receiver. Please report the command and these lines."
    )
}

/// Neither a URL nor a configuration.
pub fn no_endpoint() -> String {
    "there is no URL to send to".to_owned()
}

/// How to name an endpoint.
pub fn no_endpoint_hint(event: &str) -> String {
    format!(
        "give the URL (`popbill-hook send {event} http://localhost:8080/pbconnect`), or write it in popbill-hook.toml (`popbill-hook init`)"
    )
}

/// A configuration without this environment.
pub fn no_environment(environment: &str, file: &str) -> String {
    format!("{file} has no [{environment}] table")
}

/// `init` would overwrite.
pub fn exists(path: &str) -> String {
    format!("{path} exists; nothing was written")
}

/// `--force` for `init`.
pub fn exists_hint() -> String {
    "give another path, or --force to replace it".to_owned()
}

/// A limit of nothing.
pub fn no_time_at_all() -> String {
    "no exchange takes no time at all; to wait long, give a long time, such as 1h".to_owned()
}

/// Not a time.
pub fn bad_time(text: &str) -> String {
    format!(
        "\"{}\" is neither RFC 3339 (2026-01-05T10:00:00+09:00) nor yyyyMMddHHmmss in Korean time",
        text.escape_debug()
    )
}

/// Not a status.
pub fn bad_status(text: &str) -> String {
    format!("\"{}\" is not a status code from 100 to 999", text.escape_debug())
}

/// An input beyond its limit.
pub fn too_large(name: &str, limit: u64) -> String {
    format!("{name} has more than {} MiB", limit / (1024 * 1024))
}

/// The machinery that waits for sockets cannot be had.
pub fn runtime() -> String {
    "cannot set up the system's event queue".to_owned()
}

/// The demo has no port.
pub fn demo_port() -> String {
    "cannot listen on a loopback port for the demo's receiver".to_owned()
}

/// The server stopped without being asked.
pub fn server_ended() -> String {
    "the server ended unexpectedly".to_owned()
}

/// The server stopped.
pub fn server() -> String {
    "cannot go on listening".to_owned()
}

/// Signals cannot be heard.
pub fn signals() -> String {
    "this machine does not let signals be heard".to_owned()
}

/// No state directory is known.
pub fn no_state_directory() -> String {
    "this user has no state directory; name a place with --store".to_owned()
}
