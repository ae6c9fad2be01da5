//! The byte table of the answer reader: complete answers, broken ones, and every way of cutting them.

use proptest::prelude::*;

use super::answer::{AnswerReader, End, Step};
use super::answer_fault::AnswerFault;
use crate::wire::{BODY_LIMIT, FailureKind, Oddity, Response};

/// Reads `bytes` in pieces of `piece` bytes, then `end`.
fn read(bytes: &[u8], piece: usize, end: End) -> Result<Response, AnswerFault> {
    let mut reader = AnswerReader::default();
    for part in bytes.chunks(piece) {
        if reader.push(part)? == Step::Complete {
            return Ok(reader.into_response());
        }
    }
    reader.end(end)?;
    Ok(reader.into_response())
}

fn kind(bytes: &[u8], end: End) -> Option<FailureKind> {
    read(bytes, usize::MAX, end).err().map(|fault| fault.kind())
}

#[test]
fn complete_answers() {
    use Oddity::*;
    for (bytes, status, body, oddities) in [
        (&b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"[..], 200, &b"OK"[..], &[][..]),
        (b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nOK", 200, b"OK", &[]),
        (b"HTTP/1.0 200 OK\r\n\r\nOK", 200, b"OK", &[]),
        (b"HTTP/1.1 200 \xec\x84\xb1\xea\xb3\xb5\r\nContent-Length: 2\r\n\r\nOK", 200, b"OK", &[]),
        (b"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK", 200, b"OK", &[LeadingBlankLines]),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nOK", 200, b"OK", &[RepeatedContentLength]),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nOK", 200, b"OK", &[RepeatedContentLength]),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK\r\n", 200, b"OK", &[ExtraBytes]),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nOK", 200, b"O", &[ExtraBytes]),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nOK", 200, b"", &[ExtraBytes]),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 2\r\n\r\nOK", 200, b"OK", &[IdentityCoding]),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nOK\r\n0\r\n\r\n", 200, b"OK", &[]),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n2\r\nOK\r\n0\r\n\r\n", 200, b"OK", &[RepeatedChunked]),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nContent-Length: 9\r\n\r\n2\r\nOK\r\n0\r\n\r\n", 200, b"OK", &[LengthBesideChunked]),
        (b"HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n", 204, b"", &[]),
        (b"HTTP/1.1 205 Reset\r\nContent-Length: 2\r\n\r\nOK", 205, b"OK", &[]),
        (b"HTTP/1.1 999 Far out\r\nContent-Length: 0\r\n\r\n", 999, b"", &[]),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK", 200, b"OK", &[]),
        (b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", 101, b"", &[]),
    ] {
        let response = read(bytes, usize::MAX, End::Fin).unwrap();
        assert_eq!((response.status, response.body.as_slice(), response.oddities.as_slice()), (status, body, oddities));
        // Cut to single bytes, the answer is the same, but what follows it is no longer seen.
        let dripped = read(bytes, 1, End::Fin).unwrap();
        assert_eq!((dripped.status, dripped.body.as_slice()), (status, body));
    }
}

#[test]
fn broken_answers() {
    use FailureKind::*;
    let head = |fields: &str| format!("HTTP/1.1 200 OK\r\n{fields}\r\n\r\nOK").into_bytes();
    for (bytes, end, expected) in [
        (b"".to_vec(), End::Fin, ClosedWithoutResponse),
        (b"".to_vec(), End::Unfinished, ClosedWithoutResponse),
        (b"".to_vec(), End::Reset, ConnectionReset),
        (b"HTTP/1.1 200 OK\r\n".to_vec(), End::Reset, ConnectionReset),
        (b"HTTP/1.1 20".to_vec(), End::Fin, TruncatedResponse),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n".to_vec(), End::Fin, TruncatedResponse),
        (b"HTTP/1.1 100 Continue\r\n\r\n".to_vec(), End::Fin, TruncatedResponse),
        (head("Content-Length: 10"), End::Fin, TruncatedResponse),
        (head("Content-Length: 10"), End::Reset, TruncatedResponse),
        (head("Connection: close"), End::Unfinished, TruncatedResponse),
        (head("Connection: close"), End::Reset, TruncatedResponse),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nOK\r\n".to_vec(), End::Fin, TruncatedResponse),
        (b"<html>OK</html>".to_vec(), End::Fin, MalformedResponse),
        (b"SSH-2.0-OpenSSH_9.2\r\n".to_vec(), End::Fin, MalformedResponse),
        (b"ICY 200 OK\r\n\r\n".to_vec(), End::Fin, MalformedResponse),
        (b"HTTP/2 200 OK\r\n\r\n".to_vec(), End::Fin, MalformedResponse),
        (b"http/1.1 200 OK\r\n\r\n".to_vec(), End::Fin, MalformedResponse),
        (b"HTTP/1.1 099 Low\r\n\r\n".to_vec(), End::Fin, MalformedResponse),
        (b"HTTP/1.1 20x OK\r\n\r\n".to_vec(), End::Fin, MalformedResponse),
        (b"HTTP/1.1 200 \x1b[31m\r\n\r\n".to_vec(), End::Fin, MalformedResponse),
        (head("no colon here"), End::Fin, MalformedResponse),
        (head("Name : value"), End::Fin, MalformedResponse),
        (head("X: a\0b"), End::Fin, MalformedResponse),
        (head("X: a\x1b]52;c;x\x07"), End::Fin, MalformedResponse),
        (head("X: a\rY"), End::Fin, MalformedResponse),
        (head("Content-Length: -2"), End::Fin, MalformedResponse),
        (head("Content-Length: +2"), End::Fin, MalformedResponse),
        (head("Content-Length: 0x2"), End::Fin, MalformedResponse),
        (head("Content-Length: 2 x"), End::Fin, MalformedResponse),
        (head("Content-Length: 99999999999999999999"), End::Fin, MalformedResponse),
        (head("Content-Length: 2\r\nContent-Length: 3"), End::Fin, MalformedResponse),
        (head("Content-Length:"), End::Fin, MalformedResponse),
        (head("Transfer-Encoding: gzip, chunked"), End::Fin, MalformedResponse),
    ] {
        assert_eq!(kind(&bytes, end), Some(expected), "{}", bytes.escape_ascii());
    }
}

#[test]
fn limits_of_heads_and_interim_answers() {
    let fields = |count: usize| format!("HTTP/1.1 200 OK\r\n{}Content-Length: 0\r\n\r\n", "X: y\r\n".repeat(count));
    assert_eq!(kind(fields(99).as_bytes(), End::Fin), None);
    assert_eq!(kind(fields(100).as_bytes(), End::Fin), Some(FailureKind::HeadTooLarge));
    let long = |length: usize| format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "y".repeat(length));
    assert_eq!(kind(long(60_000).as_bytes(), End::Fin), None);
    for piece in [usize::MAX, 4096] {
        let fault = read(long(66_000).as_bytes(), piece, End::Fin).unwrap_err();
        assert_eq!(fault.kind(), FailureKind::HeadTooLarge);
    }
    let interim = |count: usize| {
        format!("{}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK", "HTTP/1.1 102 Processing\r\n\r\n".repeat(count))
    };
    assert_eq!(kind(interim(16).as_bytes(), End::Fin), None);
    assert_eq!(kind(interim(17).as_bytes(), End::Fin), Some(FailureKind::InterimFlood));
    let fat = format!("HTTP/1.1 103 Early\r\nX: {}\r\n\r\n", "y".repeat(40_000)).repeat(2);
    assert_eq!(kind(fat.as_bytes(), End::Fin), Some(FailureKind::InterimFlood));
}

#[test]
fn bodies_are_cut_at_their_limit() {
    let body = |length: usize| "x".repeat(length);
    for (head, exact) in [
        (format!("Content-Length: {BODY_LIMIT}"), true),
        ("Content-Length: 9223372036854775807".to_owned(), false),
        ("Connection: close".to_owned(), true),
    ] {
        let head = format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n");
        let long = read(format!("{head}{}", body(BODY_LIMIT + 1)).as_bytes(), 1000, End::Fin).unwrap();
        assert_eq!(long.body.len(), BODY_LIMIT);
        if exact {
            let whole = read(format!("{head}{}", body(BODY_LIMIT)).as_bytes(), 1000, End::Fin).unwrap();
            assert_eq!((whole.body.len(), whole.body_cut), (BODY_LIMIT, false));
        } else {
            assert!(long.body_cut);
        }
    }
    let chunk = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n{}", body(BODY_LIMIT + 1));
    let cut = read(chunk.as_bytes(), 1000, End::Fin).unwrap();
    assert_eq!((cut.body.len(), cut.body_cut), (BODY_LIMIT, true));
}

proptest! {
    /// Where the bytes are cut never changes what is read.
    #[test]
    fn pieces_do_not_matter(body in prop::collection::vec(any::<u8>(), 0..200), piece in 1_usize..50, chunked: bool) {
        let mut bytes = b"HTTP/1.1 200 OK\r\nX-Field: value\r\n".to_vec();
        if chunked {
            bytes.extend_from_slice(b"Transfer-Encoding: chunked\r\n\r\n");
            for part in body.chunks(7) {
                bytes.extend_from_slice(format!("{:x}\r\n", part.len()).as_bytes());
                bytes.extend_from_slice(part);
                bytes.extend_from_slice(b"\r\n");
            }
            bytes.extend_from_slice(b"0\r\n\r\n");
        } else {
            bytes.extend_from_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
            bytes.extend_from_slice(&body);
        }
        let response = read(&bytes, piece, End::Fin);
        prop_assert_eq!(response.map(|response| response.body), Ok(body));
    }

    /// No bytes make the reader panic or loop, whatever they are and however they are cut.
    #[test]
    fn anything_can_be_read(bytes: Vec<u8>, piece in 1_usize..20) {
        let whole = read(&bytes, usize::MAX, End::Fin).is_ok();
        let pieces = read(&bytes, piece, End::Fin).is_ok();
        prop_assert_eq!(whole, pieces);
    }

    #[test]
    fn anything_after_a_status_line_can_be_read(rest: Vec<u8>, chunked: bool, piece in 1_usize..20) {
        let mut bytes = b"HTTP/1.1 200 OK\r\n".to_vec();
        if chunked {
            bytes.extend_from_slice(b"Transfer-Encoding: chunked\r\n\r\n");
        }
        bytes.extend_from_slice(&rest);
        let _ = (read(&bytes, usize::MAX, End::Reset), read(&bytes, piece, End::Reset));
    }
}
