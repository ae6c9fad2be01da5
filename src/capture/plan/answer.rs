//! The bytes of an action, exactly as they leave.

use std::fmt::Write as _;

use http::StatusCode;

use super::{Action, OK_BODY, TEXT};

/// How long the answer of [`Action::Truncate`] says its body is, in bytes. What comes of it reads `OK`, because a
/// sender that does not count would take that for an acknowledgement.
const ANNOUNCED: usize = 64;

/// What [`Action::Garbage`] sends. It ends like a head, so that a sender finds out at once and not by a timeout.
const GARBAGE: &[u8] = b"\xff\xfe\x00 this is not HTTP\r\n\r\n";

impl Action {
    /// The HTTP/1.1 answer: status line with the registered reason, `Content-Type` where there is one,
    /// `Content-Length`, and `Connection: close` unless the connection stays open (`keep_alive`).
    ///
    /// 204 and 304 have neither length nor body. [`Action::Truncate`] always closes, and [`Action::Garbage`] has
    /// no head to say so. [`Action::Hang`] and [`Action::Reset`] send nothing.
    pub fn bytes(&self, keep_alive: bool) -> Vec<u8> {
        match self {
            Self::Answer { status, body, .. } if has_no_body(*status) => head(*status, None, None, keep_alive),
            Self::Answer { status, content_type, body } => {
                [head(*status, *content_type, Some(body.len()), keep_alive), body.clone()].concat()
            }
            Self::Truncate => [head(200, Some(TEXT), Some(ANNOUNCED), false), OK_BODY.to_vec()].concat(),
            Self::Garbage => GARBAGE.to_vec(),
            Self::Hang | Self::Reset => Vec::new(),
        }
    }
}

/// Whether HTTP forbids a body: a sender would take its bytes for the next answer.
pub(super) fn has_no_body(status: u16) -> bool {
    matches!(status, 204 | 304)
}

fn head(status: u16, content_type: Option<&str>, length: Option<usize>, keep_alive: bool) -> Vec<u8> {
    let reason = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or_default();
    let mut head = format!("HTTP/1.1 {status} {reason}\r\n");
    if let Some(content_type) = content_type {
        let _ = write!(head, "Content-Type: {content_type}\r\n");
    }
    if let Some(length) = length {
        let _ = write!(head, "Content-Length: {length}\r\n");
    }
    if !keep_alive {
        head.push_str("Connection: close\r\n");
    }
    head.push_str("\r\n");
    head.into_bytes()
}
