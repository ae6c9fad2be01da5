//! What else is worth knowing about an answer: fragments that follow the word "note".

use crate::words::labels;

/// The documents allow a second category.
pub fn also_read_as(category: &str) -> String {
    format!("POPBiLL's documents would also allow the category \"{}\" here", labels::category(category))
}

/// A second irregularity of the body.
pub fn also(slug: &str) -> String {
    match slug {
        "byte-order-mark" => "the body also begins with a UTF-8 byte order mark".to_owned(),
        "surrounding-whitespace" => "there is also white space around OK".to_owned(),
        "json-quoted-string" => "there are also quotes around OK".to_owned(),
        "lenient-json" => "it is also not valid JSON, for its single quotes or bare names".to_owned(),
        "extra-members" => "there are also members beside result".to_owned(),
        other => format!("also {other}"),
    }
}

/// The body is not what spoils the answer.
pub fn body_reads(slug: &str) -> String {
    format!("the body by itself would pass ({slug})")
}

/// The status of an answer that never became complete.
pub fn began_with(status: u16) -> String {
    format!("an answer with status {status} had begun")
}

/// JSON under another label.
pub fn json_labelled(content_type: &str) -> String {
    format!("the body is JSON, but the Content-Type says \"{content_type}\"; POPBiLL asks for no particular one")
}

/// Text under the label of JSON.
pub fn text_labelled(content_type: &str) -> String {
    format!("the body is text, but the Content-Type says \"{content_type}\"; POPBiLL asks for no particular one")
}

/// A charset that nobody knows.
pub fn unknown_charset(charset: &str) -> String {
    format!("the Content-Type names the charset \"{charset}\", which is not a known one")
}

/// A charset in which the bytes would be something else.
pub fn charset_unlike_body(charset: &str) -> String {
    format!("the Content-Type names the charset \"{charset}\", but the body is plain ASCII")
}

/// The charset of a body that is not UTF-8.
pub fn charset_label(charset: &str) -> String {
    format!("the Content-Type names the charset \"{charset}\"; the body is not decoded by it")
}

/// What the bytes look like.
pub fn looks_like(encoding: &str) -> String {
    format!("the bytes look like {encoding}")
}

/// A header named `ContentType`.
pub fn misnamed_content_type() -> String {
    "a header is named ContentType, as in POPBiLL's .NET sample; the one that labels a body is Content-Type".to_owned()
}

/// A compressed body.
pub fn content_encoding(coding: &str) -> String {
    format!("Content-Encoding is \"{coding}\"; the body is not decoded")
}

/// Where a redirect leads.
pub fn location(location: &str) -> String {
    format!("Location is \"{location}\"")
}

/// A wish that nobody grants.
pub fn retry_after(value: &str) -> String {
    format!("Retry-After is \"{value}\"; POPBiLL's documented schedule is fixed, five minutes apart")
}

/// What the path takes instead of POST.
pub fn allow(methods: &str) -> String {
    format!("the path allows \"{methods}\"")
}

/// What credentials are wanted.
pub fn challenge(challenge: &str) -> String {
    format!("the receiver asks for {challenge}")
}

/// 520 to 530.
pub fn from_cdn() -> String {
    "statuses 520 to 530 come from a CDN such as Cloudflare that cannot talk to the server behind it".to_owned()
}

/// The title of a page.
pub fn page_title(title: &str) -> String {
    format!("the page is titled \"{title}\"")
}

/// Characters that are not what they look like.
pub fn code_points(characters: &[char]) -> String {
    let codes: Vec<String> = characters.iter().map(|&character| format!("U+{:04X}", u32::from(character))).collect();
    format!("it contains {}", codes.join(" "))
}

/// Where JSON breaks.
pub fn breaks_at(offset: usize, found: Option<u8>) -> String {
    match found {
        Some(byte) => format!("JSON breaks at byte {offset}, where \"{}\" stands", byte.escape_ascii()),
        None => format!("JSON breaks at byte {offset}, where the body ends"),
    }
}

/// A name that came again.
pub fn repeated_name(name: &str) -> String {
    format!("the name \"{name}\" is repeated")
}

/// `OK` under another name.
pub fn ok_under(name: &str) -> String {
    format!("OK is the value of \"{name}\"")
}

/// Bytes after the message.
pub fn extra_bytes() -> String {
    "more bytes followed the answer; on a kept connection they would spoil the next one".to_owned()
}

/// A repeated length.
pub fn repeated_content_length() -> String {
    "Content-Length is repeated, with one value".to_owned()
}

/// Two framings.
pub fn length_beside_chunked() -> String {
    "Content-Length stands beside Transfer-Encoding; some readers refuse that".to_owned()
}

/// A coding that is none.
pub fn identity_coding() -> String {
    "Transfer-Encoding: identity is no longer part of HTTP; some readers refuse it".to_owned()
}

/// `chunked` twice.
pub fn repeated_chunked() -> String {
    "chunked is named more than once; some readers refuse that".to_owned()
}

/// Blank lines before the head.
pub fn leading_blank_lines() -> String {
    "empty lines stand before the status line; some readers refuse that".to_owned()
}

/// An answer before the request was sent.
pub fn answered_early() -> String {
    "the answer was complete before the whole event was sent, so the receiver cannot have read it".to_owned()
}

/// `--insecure`.
pub fn tls_unverified() -> String {
    "the certificate was not verified, as asked by --insecure; POPBiLL counts an SSL error as a failure".to_owned()
}
