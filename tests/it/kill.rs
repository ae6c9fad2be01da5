//! kill -9 of the real binary under load, repeatedly: what was acknowledged is in the store, byte for byte.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::support::{Listener, Scratch, Tool};

/// Posts numbered bodies over one connection until it breaks; returns the numbers that were acknowledged.
fn post_until_broken(port: u16, lane: usize, round: usize, stop: &AtomicBool) -> Vec<String> {
    let mut acknowledged = Vec::new();
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else { return acknowledged };
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let mark = format!("{round}-{lane}-{number}");
        let body = format!("{{\"mark\":\"{mark}\",\"fill\":\"{}\"}}", "가".repeat(200));
        let head = format!("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n", body.len());
        if stream.write_all(format!("{head}{body}").as_bytes()).is_err() {
            break;
        }
        let mut answer = Vec::new();
        let mut buffer = [0; 512];
        while !answer.ends_with(b"OK") {
            match stream.read(&mut buffer) {
                Ok(count @ 1..) => answer.extend_from_slice(&buffer[..count]),
                _ => return acknowledged,
            }
        }
        acknowledged.push(mark);
    }
    acknowledged
}

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    let scratch = Scratch::new();
    let store = scratch.path().join("history.db");
    let mut acknowledged = BTreeSet::new();
    let rounds = 8;
    for round in 0..rounds {
        // Lines nobody reads would fill the pipe and stop the receiver, so it is quiet about what it stores.
        let listener = Listener::start_on(&store, &["--events", "kakao.*"]);
        let (port, stop) = (listener.port, Arc::new(AtomicBool::new(false)));
        let lanes: Vec<_> = (0..8)
            .map(|lane| {
                let stop = Arc::clone(&stop);
                std::thread::spawn(move || post_until_broken(port, lane, round, &stop))
            })
            .collect();
        std::thread::sleep(Duration::from_millis(60 + 37 * round as u64));
        listener.kill();
        for lane in lanes {
            acknowledged.extend(lane.join().unwrap());
        }
    }
    let exported = Tool::line("history export --as jsonl -n 1000000 --store").arg(&store).run();
    assert_eq!(exported.code, 0, "{}", exported.stderr);
    let mut stored = BTreeSet::new();
    for line in exported.json() {
        let body: serde_json::Value = serde_json::from_str(line["body"].as_str().unwrap()).unwrap();
        assert_eq!(body["fill"].as_str().unwrap().chars().count(), 200);
        assert!(stored.insert(body["mark"].as_str().unwrap().to_owned()), "one capture each");
    }
    let lost: Vec<_> = acknowledged.difference(&stored).collect();
    assert!(lost.is_empty(), "{} of {} lost in {rounds} rounds: {lost:?}", lost.len(), acknowledged.len());
    assert!(acknowledged.len() > 100, "there was load: {}", acknowledged.len());
}
