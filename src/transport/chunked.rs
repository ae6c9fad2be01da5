//! The chunked transfer coding, read under limits.

use super::answer_fault::AnswerFault;

/// The most bytes of chunk extensions over the whole body, and of trailers.
const EXTENSION_LIMIT: usize = 16 * 1024;

/// Reads chunks, however the bytes are cut.
#[derive(Debug, Default)]
pub(super) struct ChunkDecoder {
    state: State,
    extensions: usize,
    trailers: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    SizeStart,
    Size(u64),
    Extension(u64),
    SizeEnd(u64),
    Data(u64),
    DataEnd,
    DataEndFeed,
    TrailerStart,
    Trailer,
    TrailerEnd,
    LastEnd,
}

impl ChunkDecoder {
    /// Decodes into `body`; returns how many bytes were used and whether the body is complete.
    /// Stops early once the body is longer than `limit` bytes.
    pub(super) fn push(
        &mut self,
        bytes: &[u8],
        body: &mut Vec<u8>,
        limit: usize,
    ) -> Result<(usize, bool), AnswerFault> {
        let mut at = 0;
        while at < bytes.len() && body.len() <= limit {
            if let State::Data(left) = self.state {
                let take = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len() - at);
                body.extend_from_slice(&bytes[at..at + take]);
                at += take;
                let left = left - take as u64;
                self.state = if left == 0 { State::DataEnd } else { State::Data(left) };
                continue;
            }
            let last = self.state == State::LastEnd;
            self.state = self.step(bytes[at])?;
            at += 1;
            if last {
                return Ok((at, true));
            }
        }
        Ok((at, false))
    }

    /// Whether the chunks carried extensions or trailers.
    pub(super) fn had_extras(&self) -> bool {
        self.extensions > 0 || self.trailers > 0
    }

    fn step(&mut self, byte: u8) -> Result<State, AnswerFault> {
        Ok(match (self.state, byte) {
            (State::SizeStart, _) => State::Size(digit(byte).ok_or_else(|| AnswerFault::chunk_size(byte))?),
            (State::Size(size) | State::Extension(size), b'\r') => State::SizeEnd(size),
            (State::Size(size), b';' | b' ' | b'\t') => State::Extension(size),
            (State::Size(size), _) => {
                let digit = digit(byte).ok_or_else(|| AnswerFault::chunk_size(byte))?;
                let grown = size.checked_mul(16).and_then(|size| size.checked_add(digit));
                State::Size(grown.ok_or_else(AnswerFault::chunk_overflow)?)
            }
            (State::Extension(size), byte) if byte != b'\n' => {
                self.extensions += 1;
                if self.extensions > EXTENSION_LIMIT {
                    return Err(AnswerFault::chunk_extensions());
                }
                State::Extension(size)
            }
            (State::SizeEnd(0) | State::TrailerEnd, b'\n') => State::TrailerStart,
            (State::SizeEnd(size), b'\n') => State::Data(size),
            (State::DataEnd, b'\r') => State::DataEndFeed,
            (State::DataEndFeed, b'\n') => State::SizeStart,
            (State::TrailerStart, b'\r') | (State::LastEnd, b'\n') => State::LastEnd,
            (State::TrailerStart | State::Trailer, byte) if byte != b'\n' => {
                self.trailers += 1;
                if self.trailers > EXTENSION_LIMIT {
                    return Err(AnswerFault::trailers());
                }
                if byte == b'\r' { State::TrailerEnd } else { State::Trailer }
            }
            (_, byte) => return Err(AnswerFault::chunk_framing(byte)),
        })
    }
}

fn digit(byte: u8) -> Option<u64> {
    char::from(byte).to_digit(16).map(u64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &[u8]) -> Result<(Vec<u8>, usize, bool), AnswerFault> {
        let mut body = Vec::new();
        let (used, done) = ChunkDecoder::default().push(text, &mut body, 1000)?;
        Ok((body, used, done))
    }

    #[test]
    fn whole_bodies() {
        for (text, body) in [
            (&b"2\r\nOK\r\n0\r\n\r\n"[..], &b"OK"[..]),
            (b"1\r\nO\r\n1;name=value\r\nK\r\n0\r\n\r\n", b"OK"),
            (b"02\r\nOK\r\n000\r\nX-Trailer: 1\r\nY: 2\r\n\r\n", b"OK"),
            (b"0\r\n\r\n", b""),
        ] {
            assert_eq!(decode(text), Ok((body.to_vec(), text.len(), true)), "{text:?}");
        }
    }

    #[test]
    fn broken_bodies_are_malformed() {
        for text in [
            &b"2\nOK\n0\n\n"[..],
            b"x\r\n",
            b"-2\r\nOK\r\n",
            b"\r\n",
            b"2\r\nOKK\r\n",
            b"fffffffffffffffff\r\n",
            b"2\r\nOK\r\r",
            b"0\r\n\rX",
        ] {
            assert!(matches!(decode(text), Err(AnswerFault::Malformed(_))), "{text:?}");
        }
    }

    #[test]
    fn endless_extensions_and_trailers_are_cut() {
        let mut extension = b"2;".to_vec();
        extension.resize(EXTENSION_LIMIT + 3, b'x');
        assert_eq!(decode(&extension), Err(AnswerFault::chunk_extensions()));
        let mut trailer = b"0\r\n".to_vec();
        trailer.resize(EXTENSION_LIMIT + 4, b'x');
        assert_eq!(decode(&trailer), Err(AnswerFault::trailers()));
    }

    #[test]
    fn unfinished_bodies_want_more() {
        for text in [&b"2\r\nO"[..], b"2\r\nOK\r\n", b"2", b"0\r\n", b"0\r\n\r"] {
            assert!(!decode(text).unwrap().2, "{text:?}");
        }
    }
}
