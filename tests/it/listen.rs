//! `listen`: what is answered, shown, demanded, forwarded and expected.

use std::process::Command;

use serde_json::{Value, json};

use crate::support::listener::{Listener, post};
use crate::support::{Receiver, Scratch, Step, Tool};

fn send(listener: &Listener, flags: &str) -> crate::support::Outcome {
    Tool::line(&format!("send {flags} --json --no-history")).arg(listener.url()).run()
}

#[test]
fn a_capture_has_everything_and_ends_in_a_summary() {
    let mut listener = Listener::start(&[]);
    let sent = send(&listener, "cashbill.nts-failure --seed 1 --corp-num 1234567891 --mid m-1");
    assert_eq!((sent.code, &sent.json_of("attempt")["slug"]), (0, &json!("string")));
    let capture = listener.line();
    for (field, value) in [
        ("method", json!("POST")),
        ("path", json!("/pbconnect")),
        ("event", json!("cashbill.nts-failure")),
        ("webhook_type", json!("CASHBILL.STATE")),
        ("event_type", json!("NTS")),
        ("mid", json!("m-1")),
        ("corp_num", json!("1234567891")),
        ("auth", json!("none")),
        ("duplicate_of", Value::Null),
        ("findings", json!([])),
        ("forwarded", Value::Null),
    ] {
        assert_eq!(capture[field], value, "{field}");
    }
    assert_eq!(capture["reply"], json!({ "status": 200, "body": "OK", "body_base64": null }));
    send(&listener, "cashbill.nts-failure --seed 1 --corp-num 1234567891 --mid m-1");
    assert_eq!(listener.line()["duplicate_of"], capture["id"]);
    let outcome = listener.interrupt();
    assert_eq!((outcome.code, &outcome.json_of("summary")["captured"]), (0, &json!(2)));
}

#[test]
fn problems_in_a_body_are_found() {
    let mut listener = Listener::start(&[]);
    send(&listener, "cashbill.issue --set stateCode=300");
    let finding = &listener.line()["findings"][0];
    assert_eq!(finding["path"], "/stateCode");
    assert!(finding["problem"].as_str().unwrap().contains("number"), "{finding}");
}

#[test]
fn plans_are_answered_in_order() {
    let listener = Listener::start(&["--respond", "status:500*2,body:ok,truncate,garbage,reset,empty,json"]);
    for slug in [
        "server-error",
        "server-error",
        "wrong-case",
        "truncated-response",
        "malformed-response",
        "connection-reset",
        "empty-body",
        "json",
        "json",
    ] {
        let sent = send(&listener, "cashbill.issue");
        assert_eq!(sent.json_of("attempt")["slug"], slug);
    }
    let slow = Listener::start(&["--respond", "delay:400ms+ok,hang"]);
    let attempt = send(&slow, "cashbill.issue").json_of("attempt");
    assert!(attempt["elapsed_ms"].as_f64().unwrap() >= 400.0 && attempt["slug"] == "string", "{attempt}");
    assert_eq!(send(&slow, "cashbill.issue -m 500ms").json_of("attempt")["slug"], "read-timeout");
}

#[test]
fn wrong_plans_are_explained() {
    for (plan, parts) in
        [("okay", &["okay", "ok"][..]), ("status:99", &["99"]), ("hang+ok", &["hang", "ok"]), ("ok,,ok", &["4"])]
    {
        Tool::new(["listen", ":0", "--respond", plan]).run().is_usage_error(parts);
    }
}

#[test]
fn credentials_are_demanded_and_never_kept() {
    let mut listener = Listener::start(&["--basic", "user:hunter2"]);
    for (flags, slug, auth) in [
        ("", "unauthorized", "missing"),
        ("-u user:wrong", "unauthorized", "wrong"),
        ("--api-key hunter2", "unauthorized", "missing"),
        ("-u user:hunter2", "string", "ok"),
    ] {
        assert_eq!(send(&listener, &format!("cashbill.issue {flags}")).json_of("attempt")["slug"], slug);
        assert_eq!(listener.line()["auth"], auth, "{flags}");
    }
    let store = listener.store.clone();
    let scratch = std::fs::read_dir(store.parent().unwrap()).unwrap();
    let bytes: Vec<u8> = scratch.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    for secret in [&b"hunter2"[..], b"dXNlcjpodW50ZXIy"] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
    assert_eq!(listener.interrupt().code, 0);
}

#[test]
fn requests_are_passed_on_byte_for_byte_and_answers_back() {
    let upstream = Receiver::answering_in_turn(&[
        b"HTTP/1.1 200 OK\r\nX-From: upstream\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n\"OK\"",
        b"HTTP/1.1 500 Oops\r\nContent-Length: 3\r\n\r\n\xff\x00x",
    ]);
    let mut listener = Listener::start(&["--forward-to", &format!("http://127.0.0.1:{}/hook?x=1", upstream.port)]);
    let sent = send(&listener, "cashbill.issue --seed 1 --mid m -H X-Custom:abc -u a:b");
    assert_eq!((sent.code, &sent.json_of("attempt")["slug"]), (0, &json!("json-quoted-string")));
    let (head, body) = upstream.request_parts();
    assert!(head.starts_with("POST /hook?x=1 HTTP/1.1\r\n"), "{head}");
    for part in ["Pb-Webhook-MID: m\r\n", "X-Custom: abc\r\n", "Authorization: Basic YTpi\r\n"] {
        assert!(head.contains(part), "{part}: {head}");
    }
    let capture = listener.line();
    assert_eq!(capture["body"].as_str().unwrap().as_bytes(), body);
    assert_eq!((&capture["forwarded"]["verdict"], &capture["forwarded"]["status"]), (&json!("tolerated"), &json!(200)));
    let failed = send(&listener, "cashbill.issue");
    assert_eq!(failed.json_of("attempt")["body_base64"], "/wB4");
    assert_eq!(listener.line()["forwarded"]["slug"], "server-error");
}

#[test]
fn an_upstream_that_is_down_or_slow_is_answered_for() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut down = Listener::start(&["--forward-to", &format!(":{port}")]);
    let attempt = send(&down, "cashbill.issue").json_of("attempt");
    assert_eq!((&attempt["status"], &attempt["body"]), (&json!(502), &json!("connection-refused")));
    let forwarded = down.line()["forwarded"].clone();
    assert_eq!((&forwarded["status"], &forwarded["slug"]), (&Value::Null, &json!("connection-refused")));
    let hanging = Receiver::playing(vec![Step::Read, Step::Hang]);
    let slow = Listener::start(&["--forward-to", &hanging.url(), "-m", "300ms"]);
    let attempt = send(&slow, "cashbill.issue").json_of("attempt");
    assert_eq!((&attempt["status"], &attempt["body"]), (&json!(504), &json!("read-timeout")));
}

#[test]
fn expectations_end_it_and_decide() {
    let expecting = |flags: &[&str], events: &[&str]| {
        let mut listener = Listener::start(flags);
        for event in events {
            send(&listener, event);
        }
        listener.wait()
    };
    let met = expecting(
        &["--expect", "cashbill.issue corpNum=1234567891 x2"],
        &["cashbill.issue --corp-num 1234567891", "taxinvoice.issue", "cashbill.issue --corp-num 1234567891"],
    );
    assert_eq!((met.code, &met.json_of("expectation")["matched"]), (0, &json!(2)));
    let nothing = expecting(&["--expect", "cashbill.*", "--within", "300ms"], &[]);
    assert_eq!((nothing.code, &nothing.json_of("expectation")["met"]), (4, &json!(false)));
    let other = expecting(&["--expect", "cashbill.issue stateCode=305", "--within", "1s"], &["cashbill.issue"]);
    assert_eq!(other.code, 1);
    assert!(other.json_of("expectation")["nearest"].as_str().unwrap().contains("305"), "{other:?}");
    let none = expecting(&["--expect-none", "--within", "300ms"], &[]);
    assert_eq!(none.code, 0);
    assert_eq!(expecting(&["--expect-none", "--within", "5s"], &["cashbill.issue"]).code, 1);
    let filtered = expecting(&["--events", "nts.*", "--expect", "*", "--within", "500ms"], &["cashbill.issue"]);
    assert_eq!(filtered.code, 4);
    assert_eq!(expecting(&["--max", "2"], &["cashbill.issue", "cashbill.issue"]).code, 0);
}

#[test]
fn what_was_refused_meets_no_expectation() {
    let mut listener = Listener::start(&["--basic", "u:p", "--expect", "cashbill.issue", "--within", "20s"]);
    assert_eq!(send(&listener, "cashbill.issue -u u:wrong").code, 1);
    assert_eq!(listener.line()["auth"], "wrong");
    assert_eq!(send(&listener, "cashbill.issue -u u:p").code, 0);
    let outcome = listener.wait();
    assert_eq!((outcome.code, &outcome.json_of("expectation")["matched"]), (0, &json!(1)));
    let mut listener = Listener::start(&["--basic", "u:p", "--expect", "cashbill.issue", "--within", "1s"]);
    send(&listener, "cashbill.issue");
    let outcome = listener.wait();
    let nearest = outcome.json_of("expectation")["nearest"].clone();
    assert_eq!((outcome.code, nearest), (1, json!("auth was missing, expected ok")));
}

#[test]
fn interrupted_with_an_open_expectation_it_has_failed() {
    let listener = Listener::start(&["--expect", "cashbill.issue"]);
    assert_eq!(listener.interrupt().code, 4);
    let mut listener = Listener::start(&["--expect", "cashbill.issue"]);
    send(&listener, "taxinvoice.issue");
    listener.line();
    assert_eq!(listener.interrupt().code, 1);
}

#[test]
fn https_with_a_certificate_made_on_the_spot() {
    let mut listener = Listener::start(&["--tls", "self-signed"]);
    let url = format!("https://localhost:{}/", listener.port);
    let sent = Tool::line("send cashbill.issue --json --no-history -k").arg(&url).run();
    assert_eq!(sent.code, 0, "{sent:?}");
    assert_eq!(listener.line()["event"], "cashbill.issue");
    let untrusted = Tool::line("send cashbill.issue --json --no-history").arg(&url).run();
    assert_eq!(untrusted.json_of("attempt")["slug"], "tls-untrusted");
}

#[test]
fn addresses_that_are_not_allowed_are_kept_out() {
    let listener = Listener::start(&["--allow-from", "popbill", "--trust-proxy", "127.0.0.1"]);
    assert_eq!(send(&listener, "cashbill.issue").json_of("attempt")["status"], 403);
    let through = |address: &str| {
        send(&listener, &format!("cashbill.issue -H X-Forwarded-For:{address}")).json_of("attempt")["status"].clone()
    };
    assert_eq!(through("54.180.62.221"), 200);
    assert_eq!(through("54.180.62.222"), 403);
    let spoofed = Listener::start(&["--allow-from", "popbill"]);
    let attempt = send(&spoofed, "cashbill.issue -H X-Forwarded-For:54.180.62.221").json_of("attempt");
    assert_eq!(attempt["status"], 403);
}

#[test]
fn a_port_in_use_is_a_local_failure() {
    let listener = Listener::start(&[]);
    let outcome = Tool::line("listen --no-history").arg(format!(":{}", listener.port)).run();
    assert!(outcome.code == 5 && outcome.stderr.contains("cannot listen on 127.0.0.1:"), "{outcome:?}");
}

#[test]
fn the_block_on_the_screen_explains_and_marks() {
    let scratch = Scratch::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_popbill-hook"))
        .args(["listen", "127.0.0.1:0", "--max", "1", "--store"])
        .arg(scratch.path().join("h.db"))
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = std::io::BufReader::new(child.stdout.take().unwrap());
    let mut banner = String::new();
    std::io::BufRead::read_line(&mut stdout, &mut banner).unwrap();
    let url = banner.trim().strip_prefix("listening on ").unwrap().to_owned();
    Tool::line("send cashbill.nts-failure --seed 1 --no-history --set stateCode=305").arg(format!("{url}/x")).run();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut stdout, &mut text).unwrap();
    assert!(child.wait().unwrap().success());
    for part in [
        "answers: ok",
        "history: ",
        "cashbill.nts-failure: NTS refused it · 현금영수증 국세청 전송 실패",
        "POST /x HTTP/1.1",
        "\"stateCode\": \"305\",  ← NTS refused the filing",
        "^ problem \"stateCode\" is the string",
        "answered 200 OK",
    ] {
        assert!(text.contains(part), "no {part:?} in {text}");
    }
}

#[test]
fn floods_are_thinned_for_the_eye_and_never_in_the_store() {
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let mut listener = Listener::start_on(&store, &["--max", "2000"]);
    let mut stream = listener.connect();
    let request = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}".repeat(2000);
    let reader = {
        let stream = stream.try_clone().unwrap();
        std::thread::spawn(move || crate::support::listener::read_all(stream))
    };
    std::io::Write::write_all(&mut stream, &request).unwrap();
    let outcome = listener.wait();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(reader.join().unwrap().matches("OK").count() >= 2000);
    let listed = Tool::line("history --json -n 5000 --store").arg(&store).run();
    assert!(listed.stdout.lines().count() >= 2000, "{}", listed.stdout.lines().count());
}

#[test]
fn without_history_nothing_is_kept_and_everything_else_works() {
    let mut listener = Listener::start(&["--respond", "ok"]);
    assert!(listener.say(&post("{}")).ends_with("OK"));
    listener.line();
    let kept = Tool::line("listen :0 --no-history --within 100ms --json").run();
    assert_eq!((kept.code, &kept.json_of("ready")["store"]), (0, &Value::Null));
}
