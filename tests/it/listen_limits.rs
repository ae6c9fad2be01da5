//! `listen` at its limits: enough, too much at once, a body of many mistakes, a full disk.

use std::io::Write as _;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::listener::{Listener, post, read_all};
use crate::support::{Receiver, Scratch, Step, Tool};

#[test]
fn no_more_are_taken_than_were_asked_for() {
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let mut listener = Listener::start_on(&store, &["--max", "3"]);
    let streams: Vec<_> = (0..40).map(|_| listener.connect()).collect();
    let answers: Vec<_> = streams
        .into_iter()
        .map(|mut stream| {
            std::thread::spawn(move || {
                stream.write_all(&post("{}")).ok();
                read_all(stream)
            })
        })
        .collect();
    let acknowledged = answers.into_iter().map(|answer| answer.join().unwrap());
    assert_eq!(acknowledged.filter(|answer| answer.ends_with("OK")).count(), 3);
    let outcome = listener.wait();
    let lines = outcome.json();
    assert_eq!((outcome.code, &outcome.json_of("summary")["captured"]), (0, &json!(3)));
    assert_eq!(lines.iter().filter(|line| line["type"] == "capture").count(), 3);
    assert_eq!(Tool::line("history --json --store").arg(&store).run().json().len(), 3);
}

#[test]
fn what_waits_for_an_upstream_counts_as_in_flight() {
    let upstream = Receiver::playing(vec![Step::Hang]);
    let listener = Listener::start(&["--forward-to", &upstream.url(), "-m", "4s"]);
    let request = post(&"x".repeat(1_000_000));
    let posts: Vec<_> = (0..80)
        .map(|_| {
            let (mut stream, request) = (listener.connect(), request.clone());
            std::thread::spawn(move || {
                stream.write_all(&request).ok();
                read_all(stream)
            })
        })
        .collect();
    let answers: Vec<String> = posts.into_iter().map(|post| post.join().unwrap()).collect();
    let count = |status: &str| answers.iter().filter(|answer| answer.starts_with(status)).count();
    let (relayed, refused) = (count("HTTP/1.1 504"), count("HTTP/1.1 503"));
    assert!(relayed > 0 && refused > 0, "{relayed} relayed, {refused} refused");
    assert!(relayed <= 64, "{relayed} bodies of a megabyte were held at once");
}

#[test]
fn a_body_of_very_many_mistakes_is_shown_in_part_and_at_once() {
    let event = Tool::line("events new nts.sales").run().stdout;
    let body = format!("[{event},{}]", vec!["{}"; 340_000].join(","));
    let mut listener = Listener::start(&[]);
    let begun = Instant::now();
    assert!(listener.say(&post(&body)).ends_with("OK"));
    let findings = listener.line()["findings"].clone();
    let findings = findings.as_array().unwrap();
    assert_eq!(findings.len(), 101);
    assert!(findings[100]["problem"].as_str().unwrap().contains("more findings"), "{}", findings[100]);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    let store = listener.store.clone();
    let shown = Tool::line("history show latest --store").arg(&store).run().stdout;
    assert!(shown.lines().count() > 340_000, "show leaves nothing out");
    let scratch = Scratch::new();
    let live = Tool::line("listen 127.0.0.1:0 --max 1 --store").arg(scratch.path().join("h.db"));
    let script = format!(
        "printf %s \"$0\" | '{}' send nts.sales \"$POPBILL_HOOK_URL\" -d -",
        env!("CARGO_BIN_EXE_popbill-hook")
    );
    let body = format!("[{}]", vec!["{}"; 20_000].join(","));
    let outcome = live.args(["--", "sh", "-c", &script, &body]).run();
    assert!(outcome.stdout.lines().count() < 800 && outcome.stdout.contains("there is more"), "{outcome:?}");
}

/// The file size limit stands for a full disk.
#[cfg(unix)]
#[test]
fn a_full_disk_is_told_counted_and_ends_in_a_local_failure() {
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let listener = Listener::start_on_a_small_disk(&store, 400, &[]);
    let request = post(&format!("\"{}\"", "x".repeat(20_000)));
    let mut acknowledged = 0;
    let refused = loop {
        let answer = listener.say(&request);
        if !answer.ends_with("OK") {
            break answer;
        }
        acknowledged += 1;
        assert!(acknowledged < 100, "the disk never gets full");
    };
    assert!(acknowledged > 0 && refused.starts_with("HTTP/1.1 503"), "{acknowledged}: {refused}");
    for _ in 0..2 {
        assert!(listener.say(&request).starts_with("HTTP/1.1 503"), "it stays full");
    }
    let outcome = listener.interrupt();
    assert_eq!(outcome.code, 5, "{outcome:?}");
    assert!(outcome.stderr.contains("not-stored: "), "{outcome:?}");
    let summary = outcome.json_of("summary");
    assert_eq!((&summary["captured"], &summary["rejected"]["not-stored"]), (&json!(acknowledged), &json!(3)));
    let kept = Tool::line("history --json --store").arg(&store).run().json();
    assert_eq!(kept.len(), acknowledged, "what was acknowledged is there");
}

#[test]
fn a_long_answer_of_an_upstream_is_never_passed_on_cut() {
    let long = format!("HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n{}", "x".repeat(70_000));
    let upstream = Receiver::answering(long.as_bytes());
    let mut listener = Listener::start(&["--forward-to", &upstream.url()]);
    let answer = listener.say(&post("{}"));
    assert!(answer.starts_with("HTTP/1.1 502 ") && answer.ends_with("\r\n\r\nbody-too-large"), "{answer}");
    let forwarded: Value = listener.line()["forwarded"].clone();
    assert_eq!((&forwarded["slug"], &forwarded["status"]), (&json!("body-too-large"), &Value::Null));
}

#[test]
fn an_upstreams_reason_is_passed_on_as_it_was() {
    for reason in ["Alles Gut", ""] {
        let upstream = Receiver::answering(format!("HTTP/1.1 200 {reason}\r\nContent-Length: 2\r\n\r\nOK").as_bytes());
        let listener = Listener::start(&["--forward-to", &upstream.url()]);
        let answer = listener.say(&post("{}"));
        assert!(answer.starts_with(&format!("HTTP/1.1 200 {reason}\r\n")), "{answer}");
    }
}
