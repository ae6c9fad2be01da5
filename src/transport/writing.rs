//! How the bytes of a request leave: a plan of moves over one prepared run of bytes.

use std::borrow::Cow;
use std::time::Duration;

use super::fault::Fault;
use super::hold::Hold;
use crate::wire::Prepared;

/// The pause between two pieces: long enough to arrive alone, short enough for a suite of checks.
const PAUSE: Duration = Duration::from_millis(6);
/// The pieces of a slow body.
const PIECES: usize = 10;
/// How long a word of the receiver is waited for: leave to continue, without which the body is sent all the same, as
/// RFC 9110 has it; or the answer that is going to be lost.
const A_WORD: Duration = Duration::from_secs(1);

/// One move of the sender.
#[derive(Debug)]
pub(super) enum Move<'a> {
    /// Writes bytes and flushes.
    Write(Cow<'a, [u8]>),
    /// Waits.
    Pause(Duration),
    /// Waits until the receiver has said anything, at most so long.
    UntilHeard(Duration),
    /// Waits until it is let go.
    Hold(Hold),
    /// Ends the sending side and goes on hearing.
    End,
    /// Leaves; the connection is gone with it.
    Leave,
}

/// The moves that write `request`, kept back by `hold` before its last byte.
pub(super) fn plan(request: &Prepared, hold: Option<Hold>, fault: Option<Fault>) -> Vec<Move<'_>> {
    let (head, body) = request.bytes().split_at(request.head_len());
    let whole = || Move::Write(Cow::Borrowed(request.bytes()));
    let (first, last) = body.split_at(body.len().saturating_sub(1));
    let Some(fault) = fault else {
        return match hold {
            None => vec![whole()],
            Some(hold) => vec![write(&[head, first]), Move::Hold(hold), write(&[last])],
        };
    };
    let half = body.len() / 2;
    match fault {
        Fault::Chunked => {
            let mut moves = vec![write(&[&in_chunks(head)])];
            let (first, second) = body.split_at(half);
            moves.extend([first, second].into_iter().filter(|chunk| !chunk.is_empty()).map(chunk));
            moves.push(write(&[b"0\r\n\r\n"]));
            moves
        }
        Fault::SlowBody => {
            let mut moves = vec![write(&[head])];
            for piece in body.chunks(body.len().div_ceil(PIECES).max(1)) {
                moves.extend([Move::Pause(PAUSE), write(&[piece])]);
            }
            moves
        }
        Fault::SplitHangul => {
            let (first, second) = body.split_at(inside_hangul(body).unwrap_or(half));
            vec![write(&[head, first]), Move::Pause(PAUSE), write(&[second])]
        }
        Fault::ExpectContinue => {
            vec![write(&[&with_field(head, b"Expect: 100-continue")]), Move::UntilHeard(A_WORD), write(&[body])]
        }
        Fault::LowerCaseHeaders => vec![write(&[&recased(head, <[u8]>::make_ascii_lowercase), body])],
        Fault::UpperCaseHeaders => vec![write(&[&recased(head, <[u8]>::make_ascii_uppercase), body])],
        Fault::Http10 => vec![write(&[&as_http10(head), body])],
        Fault::CutBody => vec![write(&[head, &body[..half]]), Move::End],
        Fault::Reset => vec![write(&[head, &body[..half]]), Move::Pause(PAUSE), Move::Leave],
        Fault::HangUp => vec![whole(), Move::UntilHeard(A_WORD), Move::Leave],
    }
}

fn write<'a>(parts: &[&[u8]]) -> Move<'a> {
    Move::Write(Cow::Owned(parts.concat()))
}

fn chunk<'a>(bytes: &[u8]) -> Move<'a> {
    write(&[format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"])
}

/// The place after the first byte of the first Hangul syllable, if the body has one.
pub(super) fn inside_hangul(body: &[u8]) -> Option<usize> {
    let mut at = 0;
    for chunk in body.utf8_chunks() {
        let found = chunk.valid().char_indices().find(|(_, letter)| ('가'..='힣').contains(letter));
        if let Some((index, _)) = found {
            return Some(at + index + 1);
        }
        at += chunk.valid().len() + chunk.invalid().len();
    }
    None
}

/// The lines of a head, without the empty one.
fn lines(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    head.split_inclusive(|byte| *byte == b'\n').filter(|line| *line != b"\r\n")
}

fn in_chunks(head: &[u8]) -> Vec<u8> {
    let is_length = |line: &[u8]| line.to_ascii_lowercase().starts_with(b"content-length:");
    let kept: Vec<u8> = lines(head).filter(|line| !is_length(line)).collect::<Vec<_>>().concat();
    [&kept, &b"Transfer-Encoding: chunked\r\n\r\n"[..]].concat()
}

fn with_field(head: &[u8], field: &[u8]) -> Vec<u8> {
    let kept: Vec<u8> = lines(head).collect::<Vec<_>>().concat();
    [&kept, field, b"\r\n\r\n"].concat()
}

fn recased(head: &[u8], recase: impl Fn(&mut [u8])) -> Vec<u8> {
    let mut head = head.to_vec();
    for line in head.split_inclusive_mut(|byte| *byte == b'\n').skip(1) {
        if let Some(colon) = line.iter().position(|byte| *byte == b':') {
            recase(&mut line[..colon]);
        }
    }
    head
}

fn as_http10(head: &[u8]) -> Vec<u8> {
    let mut head = head.to_vec();
    let version = head.windows(10).position(|part| part == b" HTTP/1.1\r");
    if let Some(at) = version {
        head[at + 8] = b'0';
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{Field, FieldValue, Request};

    fn prepared(body: &str) -> Prepared {
        let field = |name: &str, value: &str| Field { name: name.into(), value: FieldValue::Plain(value.into()) };
        let length = body.len().to_string();
        let fields = vec![field("Host", "a"), field("Pb-Webhook-MID", "7: X"), field("Content-Length", &length)];
        Request { address: "http://a/b".parse().unwrap(), fields, body: body.as_bytes().to_vec() }.prepare()
    }

    /// What is written, with a bar at every pause and a name at every other move.
    fn shown(body: &str, fault: Fault) -> String {
        let prepared = prepared(body);
        let moves = plan(&prepared, None, Some(fault));
        let show = |step: &Move<'_>| match step {
            Move::Write(bytes) => String::from_utf8_lossy(bytes).replace("\r\n", "~"),
            Move::Pause(_) => "|".to_owned(),
            Move::UntilHeard(_) => "?".to_owned(),
            Move::Hold(_) => "hold".to_owned(),
            Move::End => "END".to_owned(),
            Move::Leave => "LEAVE".to_owned(),
        };
        moves.iter().map(show).collect()
    }

    #[test]
    fn each_fault_writes_its_own_bytes() {
        let length = "Host: a~Pb-Webhook-MID: 7: X~Content-Length: 6~";
        for (fault, written) in [
            (
                Fault::Chunked,
                "POST /b HTTP/1.1~Host: a~Pb-Webhook-MID: 7: X~Transfer-Encoding: chunked~~3~abc~3~def~0~~".to_owned(),
            ),
            (Fault::SlowBody, format!("POST /b HTTP/1.1~{length}~|a|b|c|d|e|f")),
            (Fault::SplitHangul, format!("POST /b HTTP/1.1~{length}~abc|def")),
            (Fault::ExpectContinue, format!("POST /b HTTP/1.1~{length}Expect: 100-continue~~?abcdef")),
            (Fault::LowerCaseHeaders, format!("POST /b HTTP/1.1~{}~abcdef", length.to_lowercase().replace('x', "X"))),
            (Fault::Http10, format!("POST /b HTTP/1.0~{length}~abcdef")),
            (Fault::CutBody, format!("POST /b HTTP/1.1~{length}~abcEND")),
            (Fault::Reset, format!("POST /b HTTP/1.1~{length}~abc|LEAVE")),
            (Fault::HangUp, format!("POST /b HTTP/1.1~{length}~abcdef?LEAVE")),
        ] {
            assert_eq!(shown("abcdef", fault), written, "{}", fault.name());
        }
        let upper = "POST /b HTTP/1.1~HOST: a~PB-WEBHOOK-MID: 7: X~CONTENT-LENGTH: 6~~abcdef";
        assert_eq!(shown("abcdef", Fault::UpperCaseHeaders), upper);
    }

    #[test]
    fn a_body_is_cut_inside_its_first_syllable() {
        assert_eq!(inside_hangul("ab가나".as_bytes()), Some(3));
        assert_eq!(inside_hangul("é—".as_bytes()), None);
        assert_eq!(inside_hangul(b"\xff\xea\xb0\x80"), Some(2));
        let body = prepared("{\"m\":\"한글\"}");
        let moves = plan(&body, None, Some(Fault::SplitHangul));
        let Move::Write(first) = &moves[0] else { panic!("{moves:?}") };
        assert_eq!(first.last(), Some(&0xed));
    }

    #[test]
    fn an_empty_body_survives_every_fault() {
        for fault in Fault::ALL {
            assert!(!plan(&prepared(""), None, Some(fault)).is_empty());
        }
    }
}
