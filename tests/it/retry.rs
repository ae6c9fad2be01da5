//! `send --retry`: POPBiLL's schedule in an instant, attempts on the record before they leave.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::support::{OK, Outcome, Receiver, Scratch, Step, Tool};

const FAILING: &[u8] = b"HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops";
const QUOTED: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n\"OK\"";

fn send(flags: &str, receiver: &Receiver) -> Outcome {
    Tool::line(&format!("send cashbill.issue --no-history {flags}")).arg(receiver.url()).run()
}

fn attempts(outcome: &Outcome) -> Vec<Value> {
    outcome.json().into_iter().filter(|line| line["type"] == "attempt").collect()
}

fn instant(value: &Value) -> Timestamp {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn attempts_are_five_minutes_apart_with_the_same_bytes_and_stop_at_success() {
    let receiver = Receiver::answering_in_turn(&[FAILING, FAILING, OK, OK]);
    let outcome = send("--retry --speed instant --json", &receiver);
    let made = attempts(&outcome);
    assert_eq!((outcome.code, made.len(), receiver.connections()), (0, 3, 3), "{outcome:?}");
    let first = instant(&made[0]["due_at"]);
    for (k, attempt) in made.iter().enumerate() {
        let minutes = i64::try_from(k).unwrap() * 5;
        assert_eq!(instant(&attempt["due_at"]).duration_since(first).as_mins(), minutes);
        assert_eq!(attempt["sent_at"], attempt["due_at"], "an instant clock is never late");
        assert_eq!((&attempt["attempt"], &attempt["of"]), (&json!(k + 1), &json!(5)));
    }
    let requests = [receiver.request(), receiver.request(), receiver.request()];
    assert!(requests[0] == requests[1] && requests[1] == requests[2], "same MID, same bytes");
    let delivery = outcome.json_of("delivery");
    assert_eq!((&delivery["outcome"], &delivery["attempts"]), (&json!("acknowledged"), &json!(3)));
}

#[test]
fn the_policy_is_the_documents_the_files_or_ones_own() {
    let scratch = Scratch::new();
    scratch.write("own.toml", "[test]\npolicy = { retries = 1, interval = \"7m\" }\n");
    for (event, flags, count, apart, source) in [
        ("cashbill.issue", "--retry", 5, 5, "4 retries, 5 minutes apart (overview)"),
        ("cashbill.issue", "--retry popbill --edition classic", 4, 5, "3 retries, 5 minutes apart (cashbill page)"),
        ("nts.sales", "--retry --edition classic", 3, 5, "2 retries, 5 minutes apart (NTS page)"),
        ("cashbill.issue", "--retry 2", 3, 5, "2 retries, 5 minutes apart (your policy)"),
        ("cashbill.issue", "--retry 0", 1, 0, "one attempt and no retry (your policy)"),
        ("cashbill.issue", "--retry --retry-interval 90s", 5, 1, "4 retries, 1 min 30 s apart (your policy)"),
        ("cashbill.issue", "--retry --config own.toml", 2, 7, "1 retry, 7 minutes later (your policy)"),
        ("cashbill.issue", "--retry popbill --config own.toml", 5, 5, "(overview)"),
    ] {
        let receiver = Receiver::answering(FAILING);
        let line = format!("send {event} --no-history --speed instant {flags}");
        let tool = || Tool::line(&line).dir(scratch.path()).arg(receiver.url());
        let outcome = tool().arg("--json").run();
        let made = attempts(&outcome);
        assert_eq!((outcome.code, made.len()), (1, count), "{flags}: {outcome:?}");
        if let [first, second, ..] = &made[..] {
            assert_eq!(instant(&second["due_at"]).duration_since(instant(&first["due_at"])).as_mins(), apart);
        }
        let text = tool().run().stdout;
        assert!(text.contains(source), "{flags}: {text}");
    }
}

#[test]
fn every_ending_has_its_exit_code() {
    let down = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let unreachable = Tool::line("send cashbill.issue --no-history --retry 2 --speed instant").arg(format!(":{down}"));
    let unreachable = unreachable.run();
    assert_eq!(unreachable.code, 3);
    assert!(unreachable.stdout.contains("exhausted after 3 attempts: your policy"), "{}", unreachable.stdout);
    let tolerated =
        |flags: &str| send(&format!("--retry --speed instant --json {flags}"), &Receiver::answering(QUOTED));
    for (flags, code) in [("", 0), ("--strict", 1)] {
        let outcome = tolerated(flags);
        assert_eq!((outcome.code, attempts(&outcome).len()), (code, 1), "tolerated is not sent again: {outcome:?}");
    }
    let exhausted = send("--retry --speed instant", &Receiver::answering(FAILING));
    assert_eq!(exhausted.code, 1);
    for part in ["support center", "MANUAL", "attempt 5 of 5", "rejected: server-error", "as before"] {
        assert!(exhausted.stdout.contains(part), "no {part:?} in {}", exhausted.stdout);
    }
    assert_eq!(exhausted.stdout.matches("cause:").count(), 1, "the same cause is explained once");
}

#[test]
fn a_real_clock_waits_and_a_compressed_one_says_how_long() {
    let receiver = Receiver::answering_in_turn(&[FAILING, OK]);
    let begun = Instant::now();
    let outcome = send("--retry 1 --retry-interval 600ms --json", &receiver);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(begun.elapsed() >= Duration::from_millis(600), "never early");
    let receiver = Receiver::answering_in_turn(&[FAILING, OK]);
    let text = send("--retry --speed 600x", &receiver).stdout;
    assert!(text.contains("attempt 2 of 5 · due ") && text.contains(" ms (600x)"), "{text}");
}

#[test]
fn what_cannot_be_a_policy_or_a_speed_is_explained() {
    for (flags, parts) in [
        ("--retry=often", &["--retry", "popbill"][..]),
        ("--retry=-1", &["--retry"]),
        ("--retry --speed fast", &["--speed", "60x"]),
        ("--retry --retry-interval 5", &["--retry-interval", "unit"]),
    ] {
        Tool::line(&format!("send cashbill.issue :1 {flags}")).run().is_usage_error(parts);
    }
    let unused = Tool::line("send cashbill.issue :1 --dry-run --speed instant").run();
    assert!(unused.code == 0 && unused.stderr.contains("no effect without --retry"), "{unused:?}");
}

#[cfg(unix)]
#[test]
fn an_interruption_leaves_a_truthful_record() {
    let (scratch, receiver) = (Scratch::new(), Receiver::answering(FAILING));
    let store = scratch.path().join("h.db");
    let mut started = Tool::line("send cashbill.issue --retry --json --store").arg(&store).arg(receiver.url()).start();
    let mut line = String::new();
    let stdout = started.child.stdout.as_mut().unwrap();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(stdout), &mut line).unwrap();
    assert!(line.contains("\"attempt\":1"), "{line}");
    started.interrupt();
    assert_eq!(started.end().code, 130);
    let kept = Tool::line("history --json --store").arg(&store).run().json().remove(0);
    let facts = (&kept["outcome"], &kept["attempts"], &kept["made"][0]["slug"], &kept["of"]);
    assert_eq!(facts, (&json!("interrupted"), &json!(1), &json!("server-error"), &json!(5)));
}

#[cfg(unix)]
#[test]
fn an_attempt_is_on_the_record_before_it_leaves() {
    let (scratch, receiver) = (Scratch::new(), Receiver::playing(vec![Step::Read, Step::Hang]));
    let store = scratch.path().join("h.db");
    let mut started = Tool::line("send cashbill.issue --retry --json --store").arg(&store).arg(receiver.url()).start();
    receiver.request();
    started.child.kill().unwrap();
    started.child.wait().unwrap();
    let kept = Tool::line("history --json --store").arg(&store).run().json().remove(0);
    let facts = (&kept["outcome"], &kept["attempts"], &kept["made"][0]["verdict"]);
    assert_eq!(facts, (&Value::Null, &json!(1), &Value::Null), "it was started, and what came of it is unknown");
    let shown = Tool::line("history show latest --store").arg(&store).run().stdout;
    assert!(shown.contains("unknown: the process ended before the answer"), "{shown}");
}

#[test]
fn a_named_store_that_fails_stops_the_attempts_and_the_default_one_does_not() {
    let receiver = Receiver::answering_in_turn(&[FAILING, OK]);
    let scratch = Scratch::new();
    let foreign = scratch.write("popbill-hook/history.db", "this is a text and no store");
    let named =
        Tool::line("send cashbill.issue --retry --speed instant --store").arg(&foreign).arg(receiver.url()).run();
    assert_eq!((named.code, receiver.connections()), (5, 0), "no byte leaves: {named:?}");
    let default = Tool::line("send cashbill.issue --retry --speed instant").arg(receiver.url());
    let default = default.env("XDG_STATE_HOME", scratch.path()).run();
    assert_eq!((default.code, default.stderr.matches("not recorded").count()), (0, 1), "{default:?}");
}
