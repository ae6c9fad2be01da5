//! The bytes of an action, exactly as they leave.

use super::{Action, OK_BODY, TEXT};
use crate::wire::Response;

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
            Self::Answer { status, .. } if has_no_body(*status) => answer(*status, None, &[]).to_bytes(keep_alive),
            Self::Answer { status, content_type, body } => answer(*status, *content_type, body).to_bytes(keep_alive),
            Self::Truncate => {
                let mut bytes = answer(200, Some(TEXT), &[b'.'; ANNOUNCED]).to_bytes(false);
                bytes.truncate(bytes.len() - ANNOUNCED);
                [&bytes, OK_BODY].concat()
            }
            Self::Garbage => GARBAGE.to_vec(),
            Self::Hang | Self::Reset => Vec::new(),
        }
    }
}

/// Whether HTTP forbids a body: a sender would take its bytes for the next answer.
pub(super) fn has_no_body(status: u16) -> bool {
    matches!(status, 204 | 304)
}

fn answer(status: u16, content_type: Option<&str>, body: &[u8]) -> Response {
    let headers = content_type.map(|content_type| ("Content-Type", content_type)).into_iter().collect();
    Response { status, headers, body: body.to_vec(), ..Response::default() }
}
