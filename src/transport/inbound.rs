//! Reads a request out of bytes, however they are cut, strictly: what two readers could understand differently is
//! refused. No sockets.

use super::answer_fault::AnswerFault;
use super::chunked::ChunkDecoder;
use super::inbound_head::{self, BodyFraming, RequestHead};

/// How much a request may be (DESIGN, limits: head 64 KiB, 100 fields, target 8 KiB; body as asked).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InboundLimits {
    /// The most bytes of a body.
    pub body: usize,
}

impl Default for InboundLimits {
    fn default() -> Self {
        Self { body: 1024 * 1024 }
    }
}

/// The most bytes of a request's head.
pub(super) const HEAD_LIMIT: usize = 64 * 1024;

/// A whole request, as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbound {
    /// Request line, fields and empty line, byte for byte.
    pub head: Vec<u8>,
    /// The parsed head.
    pub parsed: RequestHead,
    /// The body, transfer coding removed.
    pub body: Vec<u8>,
    /// Whether chunk extensions or trailers came with it.
    pub chunk_extras: bool,
}

/// What the reader is waiting for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// More bytes of the head.
    Head,
    /// More bytes of the body.
    Body,
    /// The head is complete and the client waits for `100 Continue`.
    Continue,
    /// The request is complete.
    Complete(Box<Inbound>),
}

/// Why a request is not taken: the status to answer with, and the reason as a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The status; nothing where no HTTP was spoken.
    pub status: Option<u16>,
    /// A stable name for the reason.
    pub reason: &'static str,
}

impl Refusal {
    /// A refusal with a status.
    pub const fn new(status: u16, reason: &'static str) -> Self {
        Self { status: Some(status), reason }
    }
}

/// Reads the requests of one connection, one after the other.
#[derive(Debug)]
pub struct InboundReader {
    limits: InboundLimits,
    pending: Vec<u8>,
    current: Option<Current>,
}

/// The request whose body is being read.
#[derive(Debug)]
struct Current {
    head: Vec<u8>,
    parsed: RequestHead,
    body: Vec<u8>,
    framing: Reading,
    /// Bytes of the body as they stood on the wire.
    wire: usize,
}

#[derive(Debug)]
enum Reading {
    Counted(usize),
    Chunked(ChunkDecoder),
}

impl InboundReader {
    /// A reader at the start of a connection.
    pub fn new(limits: InboundLimits) -> Self {
        Self { limits, pending: Vec::new(), current: None }
    }

    /// Whether nothing of a next request has come yet.
    pub fn is_idle(&self) -> bool {
        self.current.is_none() && self.pending.is_empty()
    }

    /// Takes bytes; without any, goes on with what a former request left over.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Progress, Refusal> {
        if self.current.is_some() {
            return self.push_body(bytes);
        }
        self.pending.extend_from_slice(bytes);
        if self.pending.is_empty() {
            return Ok(Progress::Head);
        }
        let Some((parsed, length)) = inbound_head::parse(&self.pending)? else {
            return if self.pending.len() > HEAD_LIMIT {
                Err(inbound_head::HEAD_TOO_LARGE)
            } else {
                Ok(Progress::Head)
            };
        };
        let mut head = std::mem::take(&mut self.pending);
        let rest = head.split_off(length);
        let framing = match parsed.framing {
            BodyFraming::Counted(length) if length > self.limits.body as u64 => {
                return Err(Refusal::new(413, "body-too-large"));
            }
            BodyFraming::Counted(length) => Reading::Counted(usize::try_from(length).unwrap_or(usize::MAX)),
            BodyFraming::Chunked => Reading::Chunked(ChunkDecoder::default()),
        };
        if matches!(framing, Reading::Counted(length) if length == rest.len()) {
            // The usual request arrives whole: what was read is its body, and nothing is copied.
            return Ok(Progress::Complete(Box::new(Inbound { head, parsed, body: rest, chunk_extras: false })));
        }
        let waits = parsed.expects_continue && rest.is_empty() && !matches!(framing, Reading::Counted(0));
        self.current = Some(Current { head, parsed, body: Vec::new(), framing, wire: 0 });
        match self.push_body(&rest)? {
            Progress::Body if waits => Ok(Progress::Continue),
            progress => Ok(progress),
        }
    }

    fn push_body(&mut self, bytes: &[u8]) -> Result<Progress, Refusal> {
        let Some(current) = &mut self.current else { return Ok(Progress::Head) };
        let (used, done) = match &mut current.framing {
            Reading::Counted(left) => {
                let take = (*left).min(bytes.len());
                current.body.extend_from_slice(&bytes[..take]);
                *left -= take;
                (take, *left == 0)
            }
            Reading::Chunked(decoder) => {
                let step =
                    decoder.push(bytes, &mut current.body, self.limits.body).map_err(|fault| refuse_chunks(&fault))?;
                current.wire += step.0;
                // One-byte chunks cost six bytes each; a body that is mostly framing is an attack on the reader.
                if current.body.len() > self.limits.body || current.wire > 2 * self.limits.body + HEAD_LIMIT {
                    return Err(Refusal::new(413, "body-too-large"));
                }
                step
            }
        };
        if !done {
            return Ok(Progress::Body);
        }
        self.pending = bytes[used..].to_vec();
        let Some(current) = self.current.take() else { return Ok(Progress::Head) };
        let chunk_extras = matches!(&current.framing, Reading::Chunked(decoder) if decoder.had_extras());
        let Current { head, parsed, body, .. } = current;
        Ok(Progress::Complete(Box::new(Inbound { head, parsed, body, chunk_extras })))
    }
}

fn refuse_chunks(fault: &AnswerFault) -> Refusal {
    match fault {
        AnswerFault::HeadTooLarge => Refusal::new(431, "trailers-too-large"),
        _ => Refusal::new(400, "bad-chunks"),
    }
}
