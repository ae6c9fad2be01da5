//! Clients that misbehave on raw sockets: each is refused or taken as the table says, and the receiver goes on.

use std::io::Write as _;
use std::time::{Duration, Instant};

use crate::support::Listener;
use crate::support::listener::{post, read_all};

/// Name, bytes, the status of each answer in order, how many events they make.
type Row = (&'static str, Vec<u8>, &'static [u16], usize);

fn with(line: &str, fields: &str, body: &str) -> Vec<u8> {
    format!("{line}\r\nHost: localhost\r\n{fields}\r\n\r\n{body}").into_bytes()
}

fn fields(fields: &str, body: &str) -> Vec<u8> {
    with("POST /cb HTTP/1.1", fields, body)
}

#[expect(clippy::too_many_lines, reason = "it is a table")]
fn rows() -> Vec<Row> {
    let close = "Connection: close\r\nContent-Length: 2";
    vec![
        // Request lines
        ("CA02 lower-case post", with("post /cb HTTP/1.1", close, "{}"), &[405], 0),
        ("CA03 an endless method", with(&format!("{} / HTTP/1.1", "A".repeat(10_000)), close, ""), &[400], 0),
        ("CA04 ESC in the method", with("P\x1bT / HTTP/1.1", close, ""), &[400], 0),
        ("CA06 GET with a body", with("GET / HTTP/1.1", close, "{}"), &[405], 0),
        ("CA07 OPTIONS", with("OPTIONS / HTTP/1.1", "Origin: http://evil.example", ""), &[405], 0),
        ("CA08 TRACE", with("TRACE / HTTP/1.1", "X: y", ""), &[405], 0),
        ("CA08b CONNECT", with("CONNECT evil.example:443 HTTP/1.1", "X: y", ""), &[405], 0),
        ("CA10 an HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), &[], 0),
        ("CA11 an upgrade", fields(&format!("Upgrade: h2c\r\n{close}"), "{}"), &[200], 1),
        ("CA12 HTTP/1.2", with("POST / HTTP/1.2", close, "{}"), &[505], 0),
        ("CA12b HTTP/2.0", with("POST / HTTP/2.0", close, "{}"), &[505], 0),
        ("CA14 HTTP/1.0 without host", b"POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}".to_vec(), &[200], 1),
        ("CA15 a TLS hello", b"\x16\x03\x01\x00\x2f\x01\x00".to_vec(), &[], 0),
        ("CA16 random bytes", b"\x00\xff\x80\r\n\r\n".to_vec(), &[400], 0),
        ("CA18 no host", b"POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n".to_vec(), &[400], 0),
        ("CA19 two hosts", fields("Host: b\r\nContent-Length: 0", ""), &[400], 0),
        (
            "CA20 a foreign host",
            b"POST / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}".to_vec(),
            &[200],
            1,
        ),
        ("CA22 a long target", with(&format!("POST /{} HTTP/1.1", "a".repeat(9000)), close, "{}"), &[414], 0),
        ("CA23 a blank in the target", with("POST /a b HTTP/1.1", close, "{}"), &[400], 0),
        ("CA24 hangul in the target", with("POST /팝빌 HTTP/1.1", close, "{}"), &[200], 1),
        ("CA26 dots in the target", with("POST /../../etc/passwd HTTP/1.1", close, "{}"), &[200], 1),
        ("CA28 blank lines first", [b"\r\n\r\n".to_vec(), fields(close, "{}")].concat(), &[200], 1),
        // Fields and framing
        ("CB01 100 fields", fields(&format!("{}{close}", "X: y\r\n".repeat(97)), "{}"), &[200], 1),
        ("CB02 101 fields", fields(&format!("{}{close}", "X: y\r\n".repeat(98)), "{}"), &[431], 0),
        ("CB03 a head of 100 kB", fields(&format!("X: {}\r\n{close}", "y".repeat(100_000)), "{}"), &[431], 0),
        ("CB05 NUL in a value", fields(&format!("X: a\0b\r\n{close}"), "{}"), &[400], 0),
        ("CB05b bare CR in a value", fields(&format!("X: a\rb\r\n{close}"), "{}"), &[400], 0),
        ("CB07 a folded value", fields(&format!("X: a\r\n b\r\n{close}"), "{}"), &[400], 0),
        (
            "CB10 two message ids",
            fields(&format!("Pb-Webhook-MID: a\r\nPb-Webhook-MID: b\r\n{close}"), "{}"),
            &[200],
            1,
        ),
        ("CB11 no length", fields("X: y", "{}"), &[411], 0),
        ("CB13 a length beyond 2^64", fields("Content-Length: 99999999999999999999", ""), &[400], 0),
        ("CB14 two equal lengths", fields("Content-Length: 2\r\nContent-Length: 2", "{}"), &[400], 0),
        ("CB15 two lengths", fields("Content-Length: 2\r\nContent-Length: 3", "{}"), &[400], 0),
        ("CB17 over the limit", fields("Content-Length: 2097152", ""), &[413], 0),
        ("CB18 cut within the body", fields("Content-Length: 100", "{\"a\":1}"), &[400], 0),
        ("CB19 more than counted", fields("Content-Length: 2", "{}GARBAGE"), &[200, 400], 1),
        (
            "CB21 coding and length",
            fields("Transfer-Encoding: chunked\r\nContent-Length: 2", "2\r\n{}\r\n0\r\n\r\n"),
            &[400],
            0,
        ),
        (
            "CB22 a coding on HTTP/1.0",
            b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".to_vec(),
            &[400],
            0,
        ),
        ("CB23 an unknown coding", fields("Transfer-Encoding: xchunked", "0\r\n\r\n"), &[400], 0),
        ("CB23b chunked, gzip", fields("Transfer-Encoding: chunked, gzip", "0\r\n\r\n"), &[400], 0),
        ("CB25 a space before the colon", fields("Transfer-Encoding : chunked", "0\r\n\r\n"), &[400], 0),
        (
            "CB26 extensions and trailers",
            fields("Connection: close\r\nTransfer-Encoding: chunked", "2;a=b\r\n{}\r\n0\r\nT: 1\r\n\r\n"),
            &[200],
            1,
        ),
        ("CB27 a bad chunk size", fields("Transfer-Encoding: chunked", "-2\r\n{}\r\n"), &[400], 0),
        (
            "CB29 a million one-byte chunks",
            fields("Transfer-Encoding: chunked", &"1\r\nx\r\n".repeat(1_000_000)),
            &[413],
            0,
        ),
        (
            "CB30 an endless extension",
            fields("Transfer-Encoding: chunked", &format!("1;{}", "x".repeat(20_000))),
            &[400],
            0,
        ),
        (
            "CB31 endless trailers",
            fields("Transfer-Encoding: chunked", &format!("0\r\n{}", "T: 1\r\n".repeat(5_000))),
            &[400],
            0,
        ),
        ("CB33 no last chunk", fields("Transfer-Encoding: chunked", "2\r\n{}\r\n"), &[400], 0),
        (
            "CB34 endless chunks",
            fields("Transfer-Encoding: chunked", &format!("10000\r\n{}\r\n", "x".repeat(0x10000)).repeat(20)),
            &[413],
            0,
        ),
        (
            "CB35 three in a row",
            [fields("Content-Length: 2", "{}"), fields("Content-Length: 2", "[]"), fields(close, "{}")].concat(),
            &[200, 200, 200],
            3,
        ),
        (
            "CB37 one behind a chunked one",
            [fields("Transfer-Encoding: chunked", "0\r\n\r\n"), fields(close, "{}")].concat(),
            &[200, 200],
            2,
        ),
        // Connections and bodies
        ("CC12 the sending side ends", post("{}"), &[200], 1),
        ("CC14 another expectation", fields("Expect: 200-maybe\r\nContent-Length: 2", "{}"), &[417], 0),
        (
            "CC17 exactly the limit",
            fields("Connection: close\r\nContent-Length: 1048576", &"x".repeat(1_048_576)),
            &[200],
            1,
        ),
        ("CC17b one more", fields("Content-Length: 1048577", &"x".repeat(1_048_577)), &[413], 0),
        ("CC18 an empty body", fields("Connection: close\r\nContent-Length: 0", ""), &[200], 1),
        ("CD01 a gzip label", fields(&format!("Content-Encoding: gzip\r\n{close}"), "{}"), &[200], 1),
        ("CD05 deep JSON", fields("Connection: close\r\nContent-Length: 500000", &"[".repeat(500_000)), &[200], 1),
        (
            "CD06 wide JSON",
            fields(
                "Connection: close\r\nContent-Length: 899991",
                &format!("[{}0]", "{\"a\":0},".repeat(112_498) + "{\"a\"},"),
            ),
            &[200],
            1,
        ),
        ("CD09 lone surrogates", fields("Connection: close\r\nContent-Length: 14", "{\"a\":\"\\ud800\"}"), &[200], 1),
        (
            "CD10 EUC-KR",
            [fields("Connection: close\r\nContent-Length: 4", ""), b"\xb0\xa1\xb0\xa2".to_vec()].concat(),
            &[200],
            1,
        ),
        (
            "CD11 escapes in every field",
            fields("Connection: close\r\nContent-Length: 30", "{\"itemKey\":\"\\u001b]52;c;x\\u0007\"}"),
            &[200],
            1,
        ),
        (
            "CD14 a form",
            fields("Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: 3", "a=b"),
            &[200],
            1,
        ),
    ]
}

fn statuses(answers: &str) -> Vec<u16> {
    answers.split("HTTP/1.1 ").skip(1).filter_map(|answer| answer.get(..3)?.parse().ok()).collect()
}

#[test]
fn every_client_is_served_or_refused_as_the_table_says() {
    let mut listener = Listener::start(&[]);
    let rows = rows();
    let mut wrong = Vec::new();
    let mut events = 0;
    for (name, bytes, expected, made) in &rows {
        let answers = listener.say(bytes);
        let got = statuses(&answers);
        let oks = answers.matches("\r\n\r\nOK").count();
        if got != *expected || oks != *made {
            wrong.push(format!("{name}: {got:?}, {oks} events; expected {expected:?}, {made}"));
        }
        events += made;
        // After each of them a healthy client is served at once.
        let started = Instant::now();
        let healthy = listener.say(&post("{}"));
        assert!(healthy.ends_with("OK") && started.elapsed() < Duration::from_secs(1), "after {name}: {healthy}");
        events += 1;
    }
    assert!(wrong.is_empty(), "of {}: {wrong:#?}", rows.len());
    for _ in 0..events {
        assert_eq!(listener.line()["type"], "capture");
    }
    let outcome = listener.interrupt();
    let summary = outcome.json_of("summary");
    assert_eq!((outcome.code, summary["captured"].as_u64()), (0, Some(events as u64)));
}

#[test]
fn a_refused_method_says_which_one_is_allowed() {
    let listener = Listener::start(&[]);
    let answer = listener.say(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert!(answer.contains("\r\nAllow: POST\r\n") && !answer.to_lowercase().contains("access-control"), "{answer}");
}

#[test]
fn a_waiting_client_is_told_to_go_on() {
    let mut listener = Listener::start(&[]);
    let mut stream = listener.connect();
    stream.write_all(&fields("Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2", "")).unwrap();
    let mut told = [0; 25];
    std::io::Read::read_exact(&mut stream, &mut told).unwrap();
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(b"{}").unwrap();
    assert!(read_all(stream).ends_with("OK"));
    assert_eq!(listener.line()["body"], "{}");
}

#[test]
fn a_client_that_vanishes_leaves_no_event() {
    let listener = Listener::start(&[]);
    for bytes in [&b"POST / HT"[..], b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf"] {
        let mut stream = listener.connect();
        stream.write_all(bytes).unwrap();
        drop(stream);
    }
    assert!(listener.say(&post("{}")).ends_with("OK"));
    let outcome = listener.interrupt();
    assert_eq!(outcome.json_of("summary")["captured"], 1, "{outcome:?}");
}

/// The time limits of heads and idle connections are ten and more seconds, so this waits once for all of them.
#[test]
fn slow_and_silent_clients_are_cut_by_their_deadlines() {
    let listener = Listener::start(&[]);
    let started = Instant::now();
    let silent = listener.connect();
    let mut half_head = listener.connect();
    half_head.write_all(b"POST / HTTP/1.1\r\nHost: a\r\n").unwrap();
    let waiting = std::thread::spawn(move || read_all(half_head));
    assert_eq!(read_all(silent), "");
    let refused = waiting.join().unwrap();
    assert!(refused.starts_with("HTTP/1.1 408 "), "{refused}");
    assert!((9..14).contains(&started.elapsed().as_secs()), "{:?}", started.elapsed());
    assert!(listener.say(&post("{}")).ends_with("OK"));
}

#[test]
fn many_half_open_connections_do_not_keep_a_healthy_client_out() {
    let listener = Listener::start(&[]);
    let mut held: Vec<_> = (0..500).map(|_| listener.connect()).collect();
    for stream in &mut held {
        stream.write_all(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf").unwrap();
    }
    let started = Instant::now();
    assert!(listener.say(&post("{}")).ends_with("OK"));
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
}
