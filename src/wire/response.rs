//! What came back: an answer, or the way the exchange ended without one.

use super::Headers;

/// A complete HTTP answer, as far as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The status code, 100 to 999.
    pub status: u16,
    /// The reason that stood behind it; nothing where the registered one will do.
    pub reason: Option<String>,
    /// Its header fields.
    pub headers: Headers,
    /// The body bytes, transfer coding removed, nothing else decoded; at most [`BODY_LIMIT`] of them.
    pub body: Vec<u8>,
    /// Whether the body went on beyond [`BODY_LIMIT`].
    pub body_cut: bool,
    /// What was odd about the message, though it is complete.
    pub oddities: Vec<Oddity>,
}

impl Response {
    /// An answer of ours in plain text; `field` stands first.
    pub fn plain(status: u16, field: Option<(&str, &str)>, text: &str) -> Self {
        let headers = field.into_iter().chain([("Content-Type", "text/plain")]).collect();
        Self { status, headers, body: text.as_bytes().to_vec(), ..Self::default() }
    }

    /// The answer as HTTP/1.1 bytes, its fields in order; the fields of one hop are written anew.
    pub fn to_bytes(&self, keep_alive: bool) -> Vec<u8> {
        let reason = self.reason.as_deref().or_else(|| reason_phrase(self.status)).unwrap_or_default();
        let mut bytes = format!("HTTP/1.1 {} {reason}\r\n", self.status).into_bytes();
        let of_one_hop = ["content-length", "transfer-encoding", "connection", "keep-alive", "trailer", "upgrade"];
        for (name, value) in
            self.headers.iter().filter(|(name, _)| !of_one_hop.iter().any(|hop| name.eq_ignore_ascii_case(hop)))
        {
            for part in [name.as_bytes(), b": ", value, b"\r\n"] {
                bytes.extend_from_slice(part);
            }
        }
        if !matches!(self.status, 100..=199 | 204 | 304) {
            bytes.extend_from_slice(format!("Content-Length: {}\r\n", self.body.len()).as_bytes());
        }
        bytes.extend_from_slice(if keep_alive { b"\r\n" } else { b"Connection: close\r\n\r\n" });
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// The registered reason of a status, where it has one.
pub fn reason_phrase(status: u16) -> Option<&'static str> {
    http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason())
}

/// How much of a body is read, in bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// An irregularity that does not spoil the message but that another reader may take ill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Oddity {
    /// Bytes followed the message.
    ExtraBytes,
    /// `Content-Length` was repeated with one value.
    RepeatedContentLength,
    /// `Content-Length` stood beside `Transfer-Encoding`.
    LengthBesideChunked,
    /// `Transfer-Encoding: identity`.
    IdentityCoding,
    /// `chunked` was named more than once.
    RepeatedChunked,
    /// Empty lines stood before the status line.
    LeadingBlankLines,
    /// The answer was complete before the request was.
    AnsweredEarly,
    /// The receiver's certificate was not verified, as asked by `--insecure`.
    TlsUnverified,
}

/// Why there is no complete answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What happened.
    pub kind: FailureKind,
    /// What the operating system, the TLS library or the peer said. Foreign text.
    pub detail: String,
    /// What had arrived of an answer, if its head had.
    pub partial: Option<Response>,
}

/// The ways an exchange ends without a complete answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FailureKind {
    /// The name could not be resolved.
    Dns,
    /// Nothing accepted the connection, or no route led there.
    ConnectionRefused,
    /// The peer reset the connection before an answer's head was complete.
    ConnectionReset,
    /// No connection (TLS included) within the connect limit.
    ConnectTimeout,
    /// The peer did not take the whole request in time.
    WriteTimeout,
    /// No complete answer in time.
    ReadTimeout,
    /// The certificate's issuer is not trusted (or an intermediate is missing).
    TlsUntrusted,
    /// The certificate is expired or not yet valid.
    TlsExpired,
    /// The certificate names another host.
    TlsHostname,
    /// The TLS handshake failed otherwise.
    TlsHandshake,
    /// What came is not HTTP/1, or contradicts itself.
    MalformedResponse,
    /// The head has more than 64 KiB or 100 fields.
    HeadTooLarge,
    /// More than 16 interim (1xx) answers, or 64 KiB of them.
    InterimFlood,
    /// The message ended before it was complete.
    TruncatedResponse,
    /// The connection was closed before any byte of an answer.
    ClosedWithoutResponse,
}

impl FailureKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Dns,
        Self::ConnectionRefused,
        Self::ConnectionReset,
        Self::ConnectTimeout,
        Self::WriteTimeout,
        Self::ReadTimeout,
        Self::TlsUntrusted,
        Self::TlsExpired,
        Self::TlsHostname,
        Self::TlsHandshake,
        Self::MalformedResponse,
        Self::HeadTooLarge,
        Self::InterimFlood,
        Self::TruncatedResponse,
        Self::ClosedWithoutResponse,
    ];
}

/// How an exchange ended.
pub type Ending = Result<Response, Failure>;
