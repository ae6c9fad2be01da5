//! What went wrong on the wire.

/// The head is beyond its limits.
pub fn head_too_large() -> String {
    "the answer's head has more than 64 KiB or 100 fields".to_owned()
}

/// Too many interim answers.
pub fn interim_flood() -> String {
    "more than 16 interim (1xx) answers, or 64 KiB of them, came before the final one".to_owned()
}

/// Closed without a byte.
pub fn closed() -> String {
    "the connection was closed before the first byte of an answer".to_owned()
}

/// Reset before a head.
pub fn reset() -> String {
    "the connection was reset before the answer's head was complete".to_owned()
}

/// Closed within the answer.
pub fn truncated_by_close() -> String {
    "the connection was closed before the answer was complete".to_owned()
}

/// Reset within the answer.
pub fn truncated_by_reset() -> String {
    "the connection was reset before the answer was complete".to_owned()
}

/// TLS ended without `close_notify`.
pub fn truncated_without_close_notify() -> String {
    "TLS ended without close_notify, so the end of the answer is not known to be its end".to_owned()
}

/// The head does not parse.
pub fn malformed_head(error: &str, first: &[u8]) -> String {
    format!("{error}; the answer begins with \"{}\"", first.escape_ascii())
}

/// A transfer coding that was not asked for.
pub fn transfer_coding(coding: &str) -> String {
    format!("Transfer-Encoding names \"{coding}\", which nobody asked for")
}

/// A length that is no length, or two that differ.
pub fn content_length(value: &str) -> String {
    format!("Content-Length \"{value}\" is not a length, or contradicts another one")
}

/// No hexadecimal digit where a chunk's size stands.
pub fn chunk_size(byte: u8) -> String {
    format!("\"{}\" stands where a chunk's size should", byte.escape_ascii())
}

/// A chunk beyond 2^64 bytes.
pub fn chunk_overflow() -> String {
    "a chunk's size is beyond 64 bits".to_owned()
}

/// Endless chunk extensions.
pub fn chunk_extensions() -> String {
    "the chunk extensions are longer than 16 KiB".to_owned()
}

/// A chunk that does not end where it should.
pub fn chunk_framing(byte: u8) -> String {
    format!("\"{}\" stands where a chunk should end its line", byte.escape_ascii())
}

/// Endless trailers.
pub fn trailers() -> String {
    "the trailers are longer than 16 KiB".to_owned()
}

/// No connection in time.
pub fn connect_timeout(limit: std::time::Duration) -> String {
    format!("no connection within {limit:?}")
}

/// The request was not taken in time.
pub fn write_timeout(limit: std::time::Duration) -> String {
    format!("the request was not taken within {limit:?}")
}

/// No complete answer in time.
pub fn read_timeout(limit: std::time::Duration) -> String {
    format!("no complete answer within {limit:?}")
}

/// The proxy did not open a tunnel.
pub fn proxy(error: &str) -> String {
    format!("the proxy did not connect: {error}")
}

/// A proxy URL that cannot be used.
pub fn unusable_proxy(url: &str) -> String {
    format!("`{url}` is not an http:// proxy")
}

/// A certificate file that cannot be used.
pub fn unusable_certificates(path: &str, reason: &str) -> String {
    format!("cannot read certificates from `{path}`: {reason}")
}

/// A file of certificates without one.
pub fn no_certificates() -> String {
    "there is no PEM certificate in it".to_owned()
}

/// The machine, not the receiver, prevented the attempt.
pub fn local(error: &str) -> String {
    format!("this machine could not open a connection: {error}")
}
