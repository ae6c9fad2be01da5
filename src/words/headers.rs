//! Sentences about header fields and addresses that stand in for names.

/// No colon.
pub fn no_colon() -> String {
    "a header is given as 'Name: value'; there is no colon".to_owned()
}

/// A name that is no token.
pub fn bad_name(name: &str) -> String {
    format!("\"{}\" is not a header name: letters, digits and hyphens, at most 64", name.escape_debug())
}

/// A value that no field may have.
pub fn bad_value(name: &str) -> String {
    format!("the value of {name} is not printable ASCII of at most 8 KiB")
}

/// A field of the framing.
pub fn reserved(name: &str) -> String {
    format!("{name} frames the message, so the tool writes it itself")
}

/// Not `HOST:PORT:ADDRESS`.
pub fn bad_resolve() -> String {
    "expected HOST:PORT:ADDRESS, such as receiver.example:443:127.0.0.1".to_owned()
}
