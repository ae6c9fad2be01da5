//! Deliberate faults of a sender: the same request, written in a way that a receiver must bear.

use std::str::FromStr;

use super::writing;
use crate::words::faults as words;

/// A way of writing a request. The message is the same; how its bytes are framed, cut or timed differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The body in chunks, without a Content-Length.
    Chunked,
    /// The body in ten pieces with pauses between them.
    SlowBody,
    /// The body in two pieces, cut inside a Hangul character.
    SplitHangul,
    /// The head asks for leave (`Expect: 100-continue`) before the body follows.
    ExpectContinue,
    /// Every header name in lower case, as proxies and HTTP/2 gateways write them.
    LowerCaseHeaders,
    /// Every header name in upper case.
    UpperCaseHeaders,
    /// The request line says HTTP/1.0.
    Http10,
    /// The sender ends the connection in the middle of the body and waits for an answer.
    CutBody,
    /// The sender resets the connection in the middle of the body.
    Reset,
    /// The whole request is sent, and the sender is gone when the answer comes: it is lost.
    HangUp,
}

/// No fault of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", words::unknown())]
pub struct NotAFault;

impl Fault {
    /// Every fault, in the order users see them.
    pub const ALL: [Self; 10] = [
        Self::Chunked,
        Self::SlowBody,
        Self::SplitHangul,
        Self::ExpectContinue,
        Self::LowerCaseHeaders,
        Self::UpperCaseHeaders,
        Self::Http10,
        Self::CutBody,
        Self::Reset,
        Self::HangUp,
    ];

    /// The name users type.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chunked => "chunked",
            Self::SlowBody => "slow-body",
            Self::SplitHangul => "split-hangul",
            Self::ExpectContinue => "expect-continue",
            Self::LowerCaseHeaders => "lower-case-headers",
            Self::UpperCaseHeaders => "upper-case-headers",
            Self::Http10 => "http10",
            Self::CutBody => "cut-body",
            Self::Reset => "reset",
            Self::HangUp => "hang-up",
        }
    }

    /// What it does, in a phrase.
    pub fn title(self) -> &'static str {
        words::title(self.name())
    }

    /// What there is to know of it with this body.
    pub fn note(self, body: &[u8]) -> Option<String> {
        match self {
            Self::SplitHangul if writing::inside_hangul(body).is_none() => Some(words::no_hangul()),
            Self::CutBody => Some(words::cut_is_right()),
            Self::Reset | Self::HangUp => Some(words::nobody_to_blame(self.name())),
            _ => None,
        }
    }
}

impl FromStr for Fault {
    type Err = NotAFault;

    fn from_str(name: &str) -> Result<Self, NotAFault> {
        Self::ALL.into_iter().find(|fault| fault.name() == name).ok_or(NotAFault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_and_explained() {
        for fault in Fault::ALL {
            assert_eq!(fault.name().parse(), Ok(fault));
            assert!(fault.title().len() > 20, "{}", fault.name());
        }
        assert_eq!("slow".parse::<Fault>(), Err(NotAFault));
    }
}
