//! What can be wrong with the bytes of an answer.

use super::answer::End;
use crate::wire::FailureKind;
use crate::words::exchange as words;

/// A fault of the message; the connection's own faults are io errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AnswerFault {
    /// Not HTTP/1, or contradictory; the text says where.
    Malformed(String),
    /// The head is beyond its limits.
    HeadTooLarge,
    /// Too many interim answers.
    InterimFlood,
    /// The connection ended without a byte.
    Closed,
    /// It was reset before a head was complete.
    Reset,
    /// It ended within the answer.
    Truncated(End),
}

impl AnswerFault {
    /// The kind of failure the fault amounts to.
    pub(super) fn kind(&self) -> FailureKind {
        match self {
            Self::Malformed(_) => FailureKind::MalformedResponse,
            Self::HeadTooLarge => FailureKind::HeadTooLarge,
            Self::InterimFlood => FailureKind::InterimFlood,
            Self::Closed => FailureKind::ClosedWithoutResponse,
            Self::Reset => FailureKind::ConnectionReset,
            Self::Truncated(_) => FailureKind::TruncatedResponse,
        }
    }

    /// The fault in words.
    pub(super) fn detail(self) -> String {
        match self {
            Self::Malformed(detail) => detail,
            Self::HeadTooLarge => words::head_too_large(),
            Self::InterimFlood => words::interim_flood(),
            Self::Closed => words::closed(),
            Self::Reset => words::reset(),
            Self::Truncated(End::Fin) => words::truncated_by_close(),
            Self::Truncated(End::Reset) => words::truncated_by_reset(),
            Self::Truncated(End::Unfinished) => words::truncated_without_close_notify(),
        }
    }

    pub(super) fn malformed_head(error: httparse::Error, bytes: &[u8]) -> Self {
        Self::Malformed(words::malformed_head(&error.to_string(), &bytes[..bytes.len().min(16)]))
    }

    pub(super) fn transfer_coding(coding: &str) -> Self {
        Self::Malformed(words::transfer_coding(coding))
    }

    pub(super) fn content_length(value: &str) -> Self {
        Self::Malformed(words::content_length(value))
    }

    pub(super) fn chunk_size(byte: u8) -> Self {
        Self::Malformed(words::chunk_size(byte))
    }

    pub(super) fn chunk_overflow() -> Self {
        Self::Malformed(words::chunk_overflow())
    }

    pub(super) fn chunk_extensions() -> Self {
        Self::Malformed(words::chunk_extensions())
    }

    pub(super) fn chunk_framing(byte: u8) -> Self {
        Self::Malformed(words::chunk_framing(byte))
    }

    pub(super) fn trailers() -> Self {
        Self::Malformed(words::trailers())
    }
}
