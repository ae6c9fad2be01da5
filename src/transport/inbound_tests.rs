//! The byte table of the request reader: what is taken, what is refused, and every way of cutting it.

use proptest::prelude::*;

use super::inbound::{Inbound, InboundLimits, InboundReader, Progress, Refusal};

/// Reads every request of `bytes`, in pieces; stops at a refusal.
fn read(bytes: &[u8], piece: usize) -> (Vec<Inbound>, Option<Refusal>) {
    let mut reader = InboundReader::new(InboundLimits { body: 1000 });
    let mut requests = Vec::new();
    for part in bytes.chunks(piece) {
        let mut part = part;
        loop {
            match reader.push(part) {
                Ok(Progress::Complete(inbound)) => requests.push(*inbound),
                Ok(_) => break,
                Err(refusal) => return (requests, Some(refusal)),
            }
            part = b"";
        }
    }
    (requests, None)
}

fn post(fields: &str, body: &str) -> Vec<u8> {
    format!("POST /cb HTTP/1.1\r\nHost: a\r\n{fields}\r\n\r\n{body}").into_bytes()
}

#[test]
fn requests_that_are_taken() {
    for (name, bytes, bodies) in [
        ("counted", post("Content-Length: 2", "{}"), &["{}"][..]),
        ("empty", post("Content-Length: 0", ""), &[""]),
        ("chunked", post("Transfer-Encoding: Chunked", "2;x=y\r\n{}\r\n0\r\nT: 1\r\n\r\n"), &["{}"]),
        ("pipelined", post("Content-Length: 1", "a").repeat(3), &["a", "a", "a"]),
        ("old, without host", b"POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\na".to_vec(), &["a"]),
        ("blank lines first", [b"\r\n\r\n".to_vec(), post("Content-Length: 1", "a")].concat(), &["a"]),
        (
            "raw hangul in the target",
            "POST /팝빌 HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n".as_bytes().to_vec(),
            &[""],
        ),
        (
            "C1 in a value",
            b"POST / HTTP/1.1\r\nHost: a\r\nX: \x9b\xb0\xa1\r\nContent-Length: 0\r\n\r\n".to_vec(),
            &[""],
        ),
        ("an upgrade, ignored", post("Upgrade: h2c\r\nConnection: Upgrade\r\nContent-Length: 0", ""), &[""]),
        ("at the limit", post("Content-Length: 1000", &"x".repeat(1000)), &[&"x".repeat(1000)]),
    ] {
        for piece in [usize::MAX, 7, 1] {
            let (requests, refusal) = read(&bytes, piece);
            assert_eq!(refusal, None, "{name}");
            let got: Vec<_> = requests.iter().map(|inbound| std::str::from_utf8(&inbound.body).unwrap()).collect();
            assert_eq!(got, bodies, "{name}");
        }
    }
}

#[test]
fn requests_that_are_refused() {
    let line = |line: &str| format!("{line}\r\nHost: a\r\nContent-Length: 0\r\n\r\n").into_bytes();
    for (name, bytes, status, reason) in [
        ("lower case", line("post / HTTP/1.1"), Some(405), "method-not-allowed"),
        ("GET", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n".to_vec(), Some(405), "method-not-allowed"),
        ("TRACE", line("TRACE / HTTP/1.1"), Some(405), "method-not-allowed"),
        ("OPTIONS", line("OPTIONS * HTTP/1.1"), Some(405), "method-not-allowed"),
        ("CONNECT", line("CONNECT a:1 HTTP/1.1"), Some(405), "method-not-allowed"),
        ("a long method", line(&format!("{} / HTTP/1.1", "A".repeat(10_000))), Some(400), "malformed-head"),
        ("ESC in the method", line("P\x1bST / HTTP/1.1"), Some(400), "malformed-head"),
        ("a space in the target", line("POST /a b HTTP/1.1"), Some(400), "malformed-head"),
        ("HTTP/2 as text", line("POST / HTTP/2.0"), Some(505), "http-version"),
        ("HTTP/9", line("POST / HTTP/9"), Some(505), "http-version"),
        ("a preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), None, "http2-preface"),
        ("a TLS hello", b"\x16\x03\x01\x02\x00\x01".to_vec(), None, "tls-on-plain-port"),
        ("random bytes", b"\x00\x01\x02\r\n\r\n".to_vec(), Some(400), "malformed-head"),
        ("no host", b"POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n".to_vec(), Some(400), "no-host"),
        ("two hosts", post("Host: b\r\nContent-Length: 0", ""), Some(400), "repeated-host"),
        ("a long target", line(&format!("POST /{} HTTP/1.1", "a".repeat(9000))), Some(414), "target-too-long"),
        ("an endless target", format!("POST /{}", "a".repeat(9000)).into_bytes(), Some(414), "target-too-long"),
        ("101 fields", post(&format!("{}Content-Length: 0", "X: y\r\n".repeat(99)), ""), Some(431), "too-many-fields"),
        (
            "a long head",
            post(&format!("X: {}\r\nContent-Length: 0", "y".repeat(70_000)), ""),
            Some(431),
            "head-too-large",
        ),
        ("NUL in a value", post("X: a\0b\r\nContent-Length: 0", ""), Some(400), "malformed-head"),
        ("bare CR in a value", post("X: a\rb\r\nContent-Length: 0", ""), Some(400), "malformed-head"),
        ("a folded value", post("X: a\r\n b\r\nContent-Length: 0", ""), Some(400), "malformed-head"),
        ("a space before the colon", post("X : a\r\nContent-Length: 0", ""), Some(400), "malformed-head"),
        ("no length", post("X: y", "body"), Some(411), "no-length"),
        ("a length beyond 2^64", post("Content-Length: 99999999999999999999", ""), Some(400), "bad-content-length"),
        ("a signed length", post("Content-Length: +2", "{}"), Some(400), "bad-content-length"),
        ("a list of lengths", post("Content-Length: 2, 2", "{}"), Some(400), "bad-content-length"),
        (
            "two equal lengths",
            post("Content-Length: 2\r\nContent-Length: 2", "{}"),
            Some(400),
            "repeated-content-length",
        ),
        ("two lengths", post("Content-Length: 2\r\nContent-Length: 3", "{}"), Some(400), "repeated-content-length"),
        ("beyond the limit", post("Content-Length: 1001", ""), Some(413), "body-too-large"),
        (
            "length and coding",
            post("Content-Length: 2\r\nTransfer-Encoding: chunked", "{}"),
            Some(400),
            "length-beside-chunked",
        ),
        ("an unknown coding", post("Transfer-Encoding: xchunked", ""), Some(400), "transfer-encoding"),
        ("two codings", post("Transfer-Encoding: chunked, gzip", ""), Some(400), "transfer-encoding"),
        ("identity", post("Transfer-Encoding: identity", ""), Some(400), "transfer-encoding"),
        (
            "chunked on HTTP/1.0",
            b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec(),
            Some(400),
            "transfer-encoding",
        ),
        ("a bad chunk size", post("Transfer-Encoding: chunked", "x\r\n"), Some(400), "bad-chunks"),
        ("a negative chunk size", post("Transfer-Encoding: chunked", "-1\r\n"), Some(400), "bad-chunks"),
        (
            "an endless extension",
            post("Transfer-Encoding: chunked", &format!("1;{}", "x".repeat(20_000))),
            Some(400),
            "bad-chunks",
        ),
        (
            "too many chunks",
            post("Transfer-Encoding: chunked", &format!("1f4\r\n{}\r\n", "x".repeat(500)).repeat(3)),
            Some(413),
            "body-too-large",
        ),
        ("another expectation", post("Expect: 200-maybe\r\nContent-Length: 0", ""), Some(417), "expectation"),
    ] {
        for piece in [usize::MAX, 4096, 3] {
            let (requests, refusal) = read(&bytes, piece);
            assert_eq!(refusal, Some(Refusal { status, reason }), "{name} in pieces of {piece}");
            assert_eq!(requests.len(), 0, "{name}");
        }
    }
}

#[test]
fn a_waiting_client_is_told_to_go_on() {
    let mut reader = InboundReader::new(InboundLimits::default());
    let head = post("Expect: 100-continue\r\nContent-Length: 2", "");
    assert_eq!(reader.push(&head), Ok(Progress::Continue));
    assert!(matches!(reader.push(b"{}"), Ok(Progress::Complete(inbound)) if inbound.body == b"{}"));
    assert!(matches!(reader.push(&[head.as_slice(), b"{"].concat()), Ok(Progress::Body)), "the body is on its way");
}

#[test]
fn keep_alive_is_as_asked() {
    for (line, fields, kept) in [
        ("HTTP/1.1", "", true),
        ("HTTP/1.1", "Connection: close\r\n", false),
        ("HTTP/1.1", "Connection: x, Close\r\n", false),
        ("HTTP/1.0", "", false),
        ("HTTP/1.0", "Connection: keep-alive\r\n", false),
    ] {
        let bytes = format!("POST / {line}\r\nHost: a\r\n{fields}Content-Length: 0\r\n\r\n");
        assert_eq!(read(bytes.as_bytes(), usize::MAX).0[0].parsed.keep_alive, kept);
    }
}

proptest! {
    /// Two readers of the same bytes never disagree because of how they were cut.
    #[test]
    fn pieces_do_not_matter(body in prop::collection::vec(any::<u8>(), 0..300), tail: Vec<u8>, piece in 1_usize..40) {
        let mut bytes = format!("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n\r\n", body.len()).into_bytes();
        bytes.extend_from_slice(&body);
        bytes.extend_from_slice(&tail);
        let (whole, _) = read(&bytes, usize::MAX);
        let (pieces, _) = read(&bytes, piece);
        prop_assert_eq!(&whole[0].body, &body);
        prop_assert_eq!(&whole[0], &pieces[0]);
    }

    #[test]
    fn anything_can_be_read(bytes: Vec<u8>, piece in 1_usize..20) {
        let _ = (read(&bytes, usize::MAX), read(&bytes, piece));
    }
}
