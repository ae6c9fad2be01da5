//! Sentences about deliberate faults of a sender.

/// No fault of this name.
pub fn unknown() -> String {
    "no fault of this name; `popbill-hook send --help` lists them".to_owned()
}

/// What a fault does, in a phrase.
pub fn title(name: &str) -> &'static str {
    match name {
        "chunked" => "the body in chunks, without a Content-Length",
        "slow-body" => "the body in ten pieces with pauses between them",
        "split-hangul" => "the body in two pieces, cut inside a Hangul character",
        "expect-continue" => "Expect: 100-continue, and the body only after permission",
        "lower-case-headers" => "every header name in lower case",
        "upper-case-headers" => "every header name in upper case",
        "http10" => "the request as HTTP/1.0",
        "cut-body" => "the connection ends in the middle of the body",
        "reset" => "the connection is reset in the middle of the body",
        "hang-up" => "the whole request, and the sender is gone when the answer comes",
        _ => "",
    }
}

/// The tool itself ended the connection.
pub fn on_purpose(fault: &str, written: usize, of: usize) -> String {
    format!("the tool ended the connection on purpose (--fault {fault}) after {written} of {of} bytes")
}

/// What a receiver has to do with a cut request.
pub fn cut_is_right() -> String {
    "the request is cut off on purpose: a receiver that acknowledges it is wrong, one that refuses it or closes is right".to_owned()
}

/// The verdict says nothing of the receiver.
pub fn nobody_to_blame(fault: &str) -> String {
    format!(
        "--fault {fault} ends the connection itself, so the verdict says nothing of the receiver; what counts is the next event"
    )
}

/// There is nothing to cut in two.
pub fn no_hangul() -> String {
    "the body has no Hangul character; it is cut in the middle instead".to_owned()
}
