//! The head of a request: what is taken, and what is refused before any body is read.

use std::mem::MaybeUninit;

use super::inbound::{HEAD_LIMIT, Refusal};
use crate::wire::Headers;

/// A head that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestHead {
    /// The request target as it came; not necessarily UTF-8 in its last bytes.
    pub target: String,
    /// 0 or 1, of HTTP/1.x.
    pub minor_version: u8,
    /// Its fields.
    pub headers: Headers,
    /// Whether the connection may carry another request.
    pub keep_alive: bool,
    /// Whether the client waits for `100 Continue`.
    pub expects_continue: bool,
    /// Whether empty lines stood before the request line.
    pub blank_lines: bool,
    pub(super) framing: BodyFraming,
}

/// How the end of the body is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyFraming {
    Counted(u64),
    Chunked,
}

pub(super) const HEAD_TOO_LARGE: Refusal = Refusal::new(431, "head-too-large");
const MALFORMED: Refusal = Refusal::new(400, "malformed-head");
/// The most header fields.
const FIELD_LIMIT: usize = 100;
/// The most bytes of a target.
const TARGET_LIMIT: usize = 8 * 1024;
/// The most letters of a method.
const METHOD_LIMIT: usize = 16;

/// Parses a head, if `bytes` hold a whole one; returns it and its length.
pub(super) fn parse(bytes: &[u8]) -> Result<Option<(RequestHead, usize)>, Refusal> {
    refuse_other_protocols(bytes)?;
    let mut fields = [const { MaybeUninit::uninit() }; FIELD_LIMIT];
    let mut request = httparse::Request::new(&mut []);
    let length = match request.parse_with_uninit_headers(bytes, &mut fields) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => {
            refuse_long_line(request.method, bytes)?;
            return Ok(None);
        }
        Err(httparse::Error::TooManyHeaders) => return Err(Refusal::new(431, "too-many-fields")),
        Err(httparse::Error::Version) => return refuse_version(bytes),
        Err(_) => return Err(MALFORMED),
    };
    if length > HEAD_LIMIT {
        return Err(HEAD_TOO_LARGE);
    }
    let (Some(method), Some(target), Some(minor_version)) = (request.method, request.path, request.version) else {
        return Err(MALFORMED);
    };
    refuse_line(method, target)?;
    let headers: Headers = request.headers.iter().map(|field| (field.name, field.value)).collect();
    let framing = framing(&headers, minor_version)?;
    refuse_host(&headers, minor_version)?;
    let expects_continue = expectation(&headers)?;
    let head = RequestHead {
        target: target.to_owned(),
        minor_version,
        keep_alive: keeps_alive(&headers, minor_version),
        expects_continue: expects_continue && minor_version == 1,
        blank_lines: matches!(bytes.first(), Some(b'\r' | b'\n')),
        headers,
        framing,
    };
    Ok(Some((head, length)))
}

/// TLS on the plain port, and HTTP/2 by its preface, are told by their first bytes.
fn refuse_other_protocols(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.first() == Some(&0x16) {
        return Err(Refusal { status: None, reason: "tls-on-plain-port" });
    }
    if bytes.starts_with(b"PRI * HTTP/2") {
        return Err(Refusal { status: None, reason: "http2-preface" });
    }
    Ok(())
}

/// A blank in a target also ends in an unknown version; only the whole line tells the two apart.
fn refuse_version(bytes: &[u8]) -> Result<Option<(RequestHead, usize)>, Refusal> {
    let text = bytes.trim_ascii_start();
    match text.iter().position(|byte| *byte == b'\n') {
        None if bytes.len() <= HEAD_LIMIT => Ok(None),
        Some(end) if text[..end].split(|byte| *byte == b' ').count() == 3 => Err(Refusal::new(505, "http-version")),
        _ => Err(MALFORMED),
    }
}

/// A request line that never ends is refused before the whole head limit is used up.
fn refuse_long_line(method: Option<&str>, bytes: &[u8]) -> Result<(), Refusal> {
    let start = bytes.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len());
    let line = bytes[start..].split(|byte| *byte == b'\n').next().unwrap_or_default();
    let word = line.split(|byte| *byte == b' ').next().unwrap_or_default();
    if word.len() > METHOD_LIMIT {
        return Err(MALFORMED);
    }
    if method.is_some() && line.len() > TARGET_LIMIT + 64 {
        return Err(Refusal::new(414, "target-too-long"));
    }
    Ok(())
}

fn refuse_line(method: &str, target: &str) -> Result<(), Refusal> {
    if method.len() > METHOD_LIMIT {
        return Err(MALFORMED);
    }
    if target.len() > TARGET_LIMIT {
        return Err(Refusal::new(414, "target-too-long"));
    }
    if method != "POST" {
        return Err(Refusal::new(405, "method-not-allowed"));
    }
    Ok(())
}

/// A length and a transfer coding together, two lengths, or a coding nobody knows are the raw material of request
/// smuggling: each is refused, though a lenient reader could make something of it.
fn framing(headers: &Headers, minor_version: u8) -> Result<BodyFraming, Refusal> {
    let codings: Vec<&[u8]> = headers.all("transfer-encoding").collect();
    let lengths: Vec<&[u8]> = headers.all("content-length").collect();
    match (codings.as_slice(), lengths.as_slice()) {
        ([], []) => Err(Refusal::new(411, "no-length")),
        ([], [length]) => {
            let digits = !length.is_empty() && length.iter().all(u8::is_ascii_digit);
            let value = std::str::from_utf8(length).ok().filter(|_| digits).and_then(|text| text.parse().ok());
            value.map(BodyFraming::Counted).ok_or(Refusal::new(400, "bad-content-length"))
        }
        ([], _) => Err(Refusal::new(400, "repeated-content-length")),
        ([_, ..], [_, ..]) => Err(Refusal::new(400, "length-beside-chunked")),
        ([coding], []) if coding.eq_ignore_ascii_case(b"chunked") && minor_version == 1 => Ok(BodyFraming::Chunked),
        _ => Err(Refusal::new(400, "transfer-encoding")),
    }
}

fn refuse_host(headers: &Headers, minor_version: u8) -> Result<(), Refusal> {
    match headers.all("host").count() {
        0 if minor_version == 1 => Err(Refusal::new(400, "no-host")),
        0 | 1 => Ok(()),
        _ => Err(Refusal::new(400, "repeated-host")),
    }
}

fn expectation(headers: &Headers) -> Result<bool, Refusal> {
    match headers.first("expect") {
        None => Ok(false),
        Some(value) if value.eq_ignore_ascii_case(b"100-continue") => Ok(true),
        Some(_) => Err(Refusal::new(417, "expectation")),
    }
}

fn keeps_alive(headers: &Headers, minor_version: u8) -> bool {
    let named = |word: &str| {
        headers.all("connection").any(|value| {
            String::from_utf8_lossy(value).split(',').any(|option| option.trim().eq_ignore_ascii_case(word))
        })
    };
    // A client of HTTP/1.0 reads to the end, whatever it asks for.
    minor_version > 0 && !named("close")
}
