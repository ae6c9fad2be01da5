//! Ctrl-C, and readers of our output that go away.

#![cfg(unix)]

use std::io::{BufRead as _, BufReader};
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::command::Started;
use crate::support::listener::{Listener, post, read_all};
use crate::support::{Receiver, Scratch, Step, Tool};

/// Presses Ctrl-C again and again; signals of one kind that wait together are one.
fn interrupt_until_it_ends(started: &mut Started) -> Option<i32> {
    loop {
        started.interrupt();
        std::thread::sleep(Duration::from_millis(20));
        if let Some(status) = started.child.try_wait().unwrap() {
            return status.code();
        }
    }
}

#[test]
fn an_interrupted_send_is_told_and_recorded() {
    for json in [false, true] {
        let (scratch, receiver) = (Scratch::new(), Receiver::playing(vec![Step::Read, Step::Hang]));
        let store = scratch.path().join("h.db");
        let tool = Tool::line("send cashbill.issue -m 60s --store").arg(&store).arg(receiver.url());
        let started = if json { tool.arg("--json") } else { tool }.start();
        receiver.request();
        started.interrupt();
        let outcome = started.end();
        assert_eq!(outcome.code, 130, "{outcome:?}");
        if json {
            let delivery = outcome.json_of("delivery");
            let facts = (&delivery["outcome"], &delivery["attempts"], &delivery["verdict"]);
            assert_eq!(facts, (&json!("interrupted"), &json!(1), &Value::Null));
        } else {
            assert!(outcome.stdout.contains("interrupted before an answer came"), "{outcome:?}");
        }
        let kept = Tool::line("history --json --store").arg(&store).run().json().remove(0);
        assert_eq!((&kept["outcome"], &kept["made"][0]["verdict"]), (&json!("interrupted"), &Value::Null));
        let better = Receiver::answering(crate::support::OK);
        let again = Tool::line("history resend --failed --to").arg(better.url());
        assert_eq!(again.arg("--store").arg(&store).run().code, 0);
    }
}

#[test]
fn a_resend_of_several_stops_at_an_interruption() {
    let (scratch, receiver) = (Scratch::new(), Receiver::playing(vec![Step::Read, Step::Hang]));
    let store = scratch.path().join("h.db");
    for _ in 0..2 {
        Tool::line("send cashbill.issue -m 200ms --store").arg(&store).arg(receiver.url()).run();
        receiver.request();
    }
    let started = Tool::line("history resend --failed -m 60s --json --store").arg(&store).start();
    receiver.request();
    started.interrupt();
    let outcome = started.end();
    assert_eq!((outcome.code, outcome.json().len()), (130, 1), "{outcome:?}");
}

#[test]
fn a_second_interruption_ends_a_receiver_whose_output_nobody_reads() {
    let mut started = Tool::line("listen 127.0.0.1:0 --no-history --json").start();
    let mut stdout = BufReader::new(started.child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    let port: u16 = ready["url"].as_str().unwrap().rsplit(':').next().unwrap().parse().unwrap();
    // Bodies of a megabyte fill the pipe at once, and then what may be held in memory.
    let request = post(&"x".repeat(1_000_000));
    loop {
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        std::io::Write::write_all(&mut stream, &request).ok();
        if read_all(stream).contains("too-much-in-flight") {
            break;
        }
    }
    assert_eq!(interrupt_until_it_ends(&mut started), Some(130));
}

#[test]
fn a_reader_that_goes_away_ends_it_at_once() {
    let mut started = Tool::line("listen 127.0.0.1:0 --no-history --json --expect cashbill.issue --within 60s").start();
    let mut line = String::new();
    BufReader::new(started.child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("ready"), "{line}");
    assert_eq!(started.end().code, 0, "a closed pipe is a success");
}

#[test]
fn a_listener_that_is_interrupted_ends_in_order() {
    let mut listener = Listener::start(&[]);
    assert!(listener.say(&post("{}")).ends_with("OK"));
    listener.line();
    let outcome = listener.interrupt();
    assert_eq!((outcome.code, &outcome.json_of("summary")["captured"]), (0, &json!(1)));
}

#[test]
fn once_the_answer_is_there_a_first_interruption_ends_a_send_that_nobody_reads() {
    let long = "x\u{1}".repeat(30_000);
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{long}", long.len());
    let receiver = Receiver::answering(answer.as_bytes());
    let mut started = Tool::line("send cashbill.issue --json --no-history").arg(receiver.url()).start();
    receiver.request();
    // It writes more than a pipe holds, and nobody reads; a first signal may still come before the answer.
    assert_eq!(interrupt_until_it_ends(&mut started), Some(130));
}

#[test]
fn a_second_interruption_leaves_no_command_behind() {
    let script = "trap '' INT TERM; echo started >&2; sleep 30 & sleep 30; sleep 30";
    let mut started = Tool::line("listen 127.0.0.1:0 --no-history --json -- sh -c").arg(script).start();
    let mut stderr = BufReader::new(started.child.stderr.take().unwrap());
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    let begun = std::time::Instant::now();
    assert_eq!(interrupt_until_it_ends(&mut started), Some(130));
    // A survivor would keep its stderr open.
    std::io::Read::read_to_string(&mut stderr, &mut line).unwrap();
    assert!(begun.elapsed() < Duration::from_secs(15));
}
