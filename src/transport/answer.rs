//! Reads an answer out of bytes, however they are cut. No sockets: bytes go in, a [`Response`] comes out.

use super::answer_fault::AnswerFault;
use super::chunked::ChunkDecoder;
use super::head::{self, Framing, Head};
use crate::wire::{BODY_LIMIT, Oddity, Response};

/// The most bytes of a head, and of all interim answers together.
pub(super) const HEAD_LIMIT: usize = 64 * 1024;
/// The most interim (1xx) answers before the final one.
const INTERIM_LIMIT: usize = 16;

/// Whether an answer is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// More bytes are needed.
    More,
    /// The answer is complete, or long enough to be judged.
    Complete,
}

/// How a stream of bytes ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// In order.
    Fin,
    /// By a reset.
    Reset,
    /// TLS ended without `close_notify`, so bytes may be missing.
    Unfinished,
}

/// The state of reading one answer.
#[derive(Debug, Default)]
pub(super) struct AnswerReader {
    phase: Phase,
    /// Bytes of the head under way.
    pending: Vec<u8>,
    interim: usize,
    interim_bytes: usize,
    response: Response,
    head_done: bool,
}

#[derive(Debug, Default)]
enum Phase {
    #[default]
    Head,
    Counted(u64),
    Chunked(ChunkDecoder),
    UntilClose,
    Done,
}

impl AnswerReader {
    /// Takes the next bytes of the stream.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<Step, AnswerFault> {
        if !matches!(self.phase, Phase::Head) {
            return self.push_body(bytes);
        }
        self.pending.extend_from_slice(bytes);
        // Parsing starts over each time, so a head that drips in is tried only where a line may have ended.
        if self.pending.len() > 256 && !bytes.contains(&b'\n') {
            return self.limit_head();
        }
        while let Some(head) = head::parse(&self.pending)? {
            let rest = self.pending.split_off(head.length);
            self.pending.clear();
            if (100..200).contains(&head.status) && head.status != 101 {
                self.count_interim(head.length)?;
                self.pending = rest;
            } else {
                self.begin_body(head)?;
                return self.push_body(&rest);
            }
        }
        self.limit_head()
    }

    /// The stream ended; says whether the answer was complete by then.
    pub(super) fn end(&mut self, end: End) -> Result<(), AnswerFault> {
        match (&self.phase, end) {
            (Phase::Done, _) | (Phase::UntilClose, End::Fin) => Ok(()),
            (Phase::Head, End::Reset) => Err(AnswerFault::Reset),
            (Phase::Head, _) if self.pending.is_empty() && self.interim == 0 => Err(AnswerFault::Closed),
            _ => Err(AnswerFault::Truncated(end)),
        }
    }

    /// What has been read of the final answer, once its head is complete.
    pub(super) fn into_partial(self) -> Option<Response> {
        self.head_done.then_some(self.response)
    }

    /// The answer, after a step said it is complete or the end was in order.
    pub(super) fn into_response(self) -> Response {
        self.response
    }

    fn limit_head(&self) -> Result<Step, AnswerFault> {
        if self.pending.len() > HEAD_LIMIT { Err(AnswerFault::HeadTooLarge) } else { Ok(Step::More) }
    }

    fn count_interim(&mut self, bytes: usize) -> Result<(), AnswerFault> {
        self.interim += 1;
        self.interim_bytes += bytes;
        let flood = self.interim > INTERIM_LIMIT || self.interim_bytes > HEAD_LIMIT;
        if flood { Err(AnswerFault::InterimFlood) } else { Ok(()) }
    }

    fn begin_body(&mut self, head: Head) -> Result<(), AnswerFault> {
        if head.length > HEAD_LIMIT {
            return Err(AnswerFault::HeadTooLarge);
        }
        let framing = head.framing();
        self.response.status = head.status;
        self.response.reason = head.reason;
        self.response.headers = head.headers;
        self.response.oddities.extend(head.blank_lines.then_some(Oddity::LeadingBlankLines));
        self.head_done = true;
        let (framing, oddities) = framing?;
        self.response.oddities.extend(oddities);
        self.phase = match framing {
            Framing::None | Framing::Counted(0) => Phase::Done,
            Framing::Counted(length) => Phase::Counted(length),
            Framing::Chunked => Phase::Chunked(ChunkDecoder::default()),
            Framing::UntilClose => Phase::UntilClose,
        };
        Ok(())
    }

    fn push_body(&mut self, bytes: &[u8]) -> Result<Step, AnswerFault> {
        match &mut self.phase {
            Phase::Counted(left) => {
                let take = usize::try_from(*left).unwrap_or(usize::MAX).min(bytes.len());
                *left -= take as u64;
                if *left == 0 {
                    self.phase = Phase::Done;
                }
                self.keep(&bytes[..take]);
                Ok(self.after(&bytes[take..]))
            }
            Phase::Chunked(decoder) => {
                let (used, done) = decoder.push(bytes, &mut self.response.body, BODY_LIMIT)?;
                if done {
                    self.phase = Phase::Done;
                }
                self.cut();
                Ok(self.after(&bytes[used..]))
            }
            Phase::UntilClose => {
                self.keep(bytes);
                Ok(self.after(&[]))
            }
            Phase::Done => Ok(self.after(bytes)),
            Phase::Head => self.push(bytes),
        }
    }

    fn keep(&mut self, bytes: &[u8]) {
        self.response.body.extend_from_slice(bytes);
        self.cut();
    }

    /// A body beyond the limit is judged without its rest: no document knows a success longer than a few bytes.
    fn cut(&mut self) {
        if self.response.body.len() > BODY_LIMIT {
            self.response.body.truncate(BODY_LIMIT);
            self.response.body_cut = true;
            self.phase = Phase::Done;
        }
    }

    fn after(&mut self, rest: &[u8]) -> Step {
        if !matches!(self.phase, Phase::Done) {
            return Step::More;
        }
        if !rest.is_empty() && !self.response.body_cut {
            self.response.oddities.push(Oddity::ExtraBytes);
        }
        Step::Complete
    }
}
