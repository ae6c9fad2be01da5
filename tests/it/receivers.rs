//! Receivers that misbehave on real sockets: each gets the right name, in time, with one connection.

use std::time::{Duration, Instant};

use crate::support::{OK, Receiver, Step, Tool};

const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

fn answer(fields: &str, body: &str) -> Vec<Step> {
    vec![Step::Read, Step::send(format!("{HEAD}{fields}\r\n\r\n{body}"))]
}

fn after_request(bytes: &str) -> Vec<Step> {
    vec![Step::Read, Step::send(bytes)]
}

/// Name, script, slug, exit code, status.
type Row = (&'static str, Vec<Step>, &'static str, i32, Option<u16>);

#[expect(clippy::too_many_lines, reason = "it is a table")]
fn rows() -> Vec<Row> {
    let drip = |text: &str, gap| Step::Drip(text.as_bytes().to_vec(), Duration::from_millis(gap));
    let interim = "HTTP/1.1 102 Processing\r\n\r\n";
    vec![
        // TCP
        ("closes at once", vec![Step::Finish, Step::Hang], "closed-without-response", 3, None),
        ("resets at once", vec![Step::Reset], "connection-reset", 3, None),
        ("reads, then closes", vec![Step::Read], "closed-without-response", 3, None),
        ("reads a part, then closes", vec![Step::ReadSome(10)], "connection-reset", 3, None),
        ("reads, then resets", vec![Step::Read, Step::Reset], "connection-reset", 3, None),
        ("reads, then hangs", vec![Step::Read, Step::Hang], "read-timeout", 3, None),
        // Heads
        ("no HTTP", after_request("<html>OK</html>"), "malformed-response", 3, None),
        ("an SSH banner", after_request("SSH-2.0-OpenSSH_9.2\r\n"), "malformed-response", 3, None),
        ("a banner, then silence", vec![Step::send("220 mail ESMTP\r\n"), Step::Hang], "malformed-response", 3, None),
        ("half a head", after_request("HTTP/1.1 200 OK\r\nContent-Le"), "truncated-response", 3, None),
        (
            "half a head, reset",
            vec![
                Step::Read,
                Step::send("HTTP/1.1 200 OK\r\nContent-Le"),
                Step::Wait(Duration::from_millis(50)),
                Step::Reset,
            ],
            "connection-reset",
            3,
            None,
        ),
        ("a head, then silence", vec![Step::Read, Step::send(HEAD), Step::Hang], "read-timeout", 3, None),
        (
            "a head of 500 kB",
            after_request(&format!("{HEAD}X: {}\r\n\r\n", "y".repeat(500_000))),
            "head-too-large",
            3,
            None,
        ),
        (
            "101 fields",
            after_request(&format!("{HEAD}{}Content-Length: 0\r\n\r\n", "X: y\r\n".repeat(100))),
            "head-too-large",
            3,
            None,
        ),
        (
            "a slow head",
            vec![Step::Read, drip("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK", 2)],
            "string",
            0,
            Some(200),
        ),
        (
            "a head that never ends in time",
            vec![Step::Read, drip(&format!("{HEAD}{}", "X: y\r\n".repeat(80)), 50)],
            "read-timeout",
            3,
            None,
        ),
        // Framing
        ("ten bytes declared, two sent", answer("Content-Length: 10", "OK"), "truncated-response", 1, Some(200)),
        (
            "ten bytes declared, two sent, reset",
            vec![
                Step::Read,
                Step::send(format!("{HEAD}Content-Length: 10\r\n\r\nOK")),
                Step::Wait(Duration::from_millis(50)),
                Step::Reset,
            ],
            "truncated-response",
            1,
            Some(200),
        ),
        (
            "ten bytes declared, two sent, open",
            vec![Step::Read, Step::send(format!("{HEAD}Content-Length: 10\r\n\r\nOK")), Step::Hang],
            "read-timeout",
            1,
            Some(200),
        ),
        (
            "nine exabytes declared",
            vec![Step::Read, Step::send(format!("{HEAD}Content-Length: 9223372036854775807\r\n\r\nOK")), Step::Hang],
            "read-timeout",
            1,
            Some(200),
        ),
        ("two lengths", answer("Content-Length: 2\r\nContent-Length: 3", "OK"), "malformed-response", 1, Some(200)),
        (
            "gzip as transfer coding",
            answer("Transfer-Encoding: gzip, chunked", "2\r\nOK\r\n0\r\n\r\n"),
            "malformed-response",
            1,
            Some(200),
        ),
        ("chunked", answer("Transfer-Encoding: chunked", "1\r\nO\r\n1\r\nK\r\n0\r\n\r\n"), "string", 0, Some(200)),
        (
            "chunked without end",
            answer("Transfer-Encoding: chunked", "2\r\nOK\r\n"),
            "truncated-response",
            1,
            Some(200),
        ),
        (
            "a chunk longer than its size",
            answer("Transfer-Encoding: chunked", "1\r\nOK\r\n0\r\n\r\n"),
            "malformed-response",
            1,
            Some(200),
        ),
        (
            "an endless chunk extension",
            vec![
                Step::Read,
                Step::send(format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n2;")),
                Step::Flood(vec![b'x'; 4096]),
            ],
            "malformed-response",
            1,
            Some(200),
        ),
        (
            "endless trailers",
            vec![
                Step::Read,
                Step::send(format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\nOK\r\n0\r\n")),
                Step::Flood(b"X: y\r\n".to_vec()),
            ],
            "malformed-response",
            1,
            Some(200),
        ),
        ("until close", answer("Connection: close", "OK"), "string", 0, Some(200)),
        ("complete, left open", vec![Step::Read, Step::send(OK), Step::Hang], "string", 0, Some(200)),
        ("complete, then reset", vec![Step::Read, Step::send(OK), Step::Reset], "string", 0, Some(200)),
        ("two answers", after_request(&String::from_utf8(OK.repeat(2)).unwrap()), "string", 0, Some(200)),
        (
            "an endless body",
            vec![Step::Read, Step::send(format!("{HEAD}Connection: close\r\n\r\nOK")), Step::Flood(vec![b'x'; 4096])],
            "body-too-large",
            1,
            Some(200),
        ),
        (
            "a hundred MiB",
            vec![
                Step::Read,
                Step::send(format!("{HEAD}Content-Length: 104857600\r\n\r\nOK")),
                Step::Flood(vec![b'x'; 4096]),
            ],
            "body-too-large",
            1,
            Some(200),
        ),
        // Interim answers
        (
            "100, then OK",
            vec![Step::Read, Step::send("HTTP/1.1 100 Continue\r\n\r\n"), Step::send(OK)],
            "string",
            0,
            Some(200),
        ),
        (
            "17 interim answers",
            after_request(&(interim.repeat(17) + std::str::from_utf8(OK).unwrap())),
            "interim-flood",
            3,
            None,
        ),
        (
            "endless interim answers",
            vec![Step::Read, Step::Flood(interim.as_bytes().to_vec())],
            "interim-flood",
            3,
            None,
        ),
        ("100, then closes", after_request("HTTP/1.1 100 Continue\r\n\r\n"), "truncated-response", 3, None),
        // Redirects are shown, never followed.
        (
            "redirects",
            after_request(
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/x\r\nContent-Length: 0\r\n\r\n",
            ),
            "redirect",
            1,
            Some(307),
        ),
        (
            "answers early",
            vec![
                Step::ReadSome(40),
                Step::send("HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\n\r\n"),
                Step::Hang,
            ],
            "payload-too-large",
            1,
            Some(413),
        ),
    ]
}

#[test]
fn every_misbehaviour_has_its_name() {
    let rows = rows();
    let mut wrong = Vec::new();
    for (name, script, slug, code, status) in &rows {
        let receiver = Receiver::playing(script.clone());
        let started = Instant::now();
        let outcome = Tool::line("send cashbill.issue --seed 1 --json -m 1s").arg(receiver.url()).run();
        let took = started.elapsed();
        let attempt = outcome.json_of("attempt");
        let got = (attempt["slug"].as_str().unwrap(), outcome.code, attempt["status"].as_u64());
        // 250 ms past the limit for the exchange, the rest for starting a process on a busy machine.
        if got != (slug, *code, status.map(u64::from)) || receiver.connections() != 1 || took > Duration::from_secs(3) {
            wrong.push(format!("{name}: {got:?} in {took:?}, {} connections", receiver.connections()));
        }
    }
    assert!(wrong.is_empty(), "of {}: {wrong:#?}", rows.len());
}

#[test]
fn the_deadline_holds_within_a_quarter_of_a_second() {
    for script in [vec![Step::Read, Step::Hang], vec![Step::Read, Step::send(HEAD), Step::Hang]] {
        let receiver = Receiver::playing(script);
        let outcome = Tool::line("send cashbill.issue --json -m 600ms").arg(receiver.url()).run();
        let elapsed = outcome.json_of("attempt")["elapsed_ms"].as_f64().unwrap();
        assert!((600.0..850.0).contains(&elapsed), "{elapsed}");
    }
}

#[test]
fn nobody_listens() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let outcome = Tool::line("send cashbill.issue --json").arg(format!(":{port}")).run();
    let attempt = outcome.json_of("attempt");
    assert_eq!(
        (outcome.code, &attempt["slug"], &attempt["status"]),
        (3, &"connection-refused".into(), &serde_json::Value::Null)
    );
}

#[test]
fn nobody_has_the_name() {
    let outcome = Tool::line("send cashbill.issue http://receiver.invalid/ --json").run();
    assert_eq!((outcome.code, &outcome.json_of("attempt")["slug"]), (3, &"dns".into()));
}

/// A large request that nobody takes.
#[test]
fn a_request_that_is_not_taken_is_a_write_timeout() {
    let receiver = Receiver::playing(vec![Step::ReadSome(10), Step::Wait(Duration::from_secs(20))]);
    let body = "x".repeat(16 * 1024 * 1024);
    let outcome = Tool::line("send cashbill.issue --json -m 1s -d -").arg(receiver.url()).input(body).run();
    assert_eq!((outcome.code, &outcome.json_of("attempt")["slug"]), (3, &"write-timeout".into()));
}

/// A peer that never takes the connection: its queue is full, so the system itself does not answer.
#[test]
fn a_connection_that_is_not_taken_is_a_connect_timeout() {
    let socket = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let _guard = socket.enter();
    let full = tokio::net::TcpSocket::new_v4().unwrap();
    full.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = full.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    loop {
        match std::net::TcpStream::connect_timeout(&address, Duration::from_millis(200)) {
            Ok(stream) => waiting.push(stream),
            Err(_) => break,
        }
        assert!(waiting.len() < 64, "the queue fills");
    }
    let outcome =
        Tool::line("send cashbill.issue --json --connect-timeout 400ms").arg(format!("http://{address}/")).run();
    assert_eq!((outcome.code, &outcome.json_of("attempt")["slug"]), (3, &"connect-timeout".into()));
}
