//! `simulate`: scenarios at real receivers, plans, files of one's own, the picture and the page.

use std::io::Read as _;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::support::{Listener, OK, Outcome, Receiver, Scratch, Tool};

const FAILING: &[u8] = b"HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops";

pub fn simulate(line: &str, store: &Path, receiver: &str) -> Outcome {
    Tool::line(&format!("simulate {line} --json --store")).arg(store).arg(receiver).run()
}

pub fn of_type(outcome: &Outcome, kind: &str) -> Vec<Value> {
    outcome.json().into_iter().filter(|line| line["type"] == kind).collect()
}

fn minutes(attempt: &Value, first: Timestamp) -> i64 {
    let at: Timestamp = attempt["due_at"].as_str().unwrap().parse().unwrap();
    at.duration_since(first).as_mins()
}

fn first_due(attempts: &[Value]) -> Timestamp {
    attempts.iter().map(|attempt| attempt["due_at"].as_str().unwrap().parse().unwrap()).min().unwrap()
}

/// A receiver that keeps what it gets in a store and prints nothing about it.
pub fn keeping(store: &Path) -> Listener {
    Listener::start_on(store, &["--events", "statement.cancel"])
}

pub fn captured(store: &Path) -> Vec<Value> {
    let mut captures = Tool::line("history --json -n 100000 --direction in --store").arg(store).run().json();
    captures.reverse();
    captures
}

#[test]
fn every_built_in_scenario_runs_as_written_at_a_good_receiver() {
    for (scenario, deliveries) in [
        ("lifecycle", 16),
        ("outage", 12),
        ("lost-answer", 8),
        ("slow-receiver", 4),
        ("exhausted", 8),
        ("out-of-order", 14),
        ("hourly-nts", 240),
        ("month-end", 400),
        ("mixed", 88),
    ] {
        let scratch = Scratch::new();
        let listener = keeping(&scratch.path().join("in.db"));
        let outcome = simulate(&format!("{scenario} --seed 7"), &scratch.path().join("out.db"), &listener.url());
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{scenario}: {}", outcome.stderr);
        let summary = outcome.json_of("simulation");
        assert_eq!((&summary["deliveries"], &summary["missed"]), (&json!(deliveries), &json!(0)), "{scenario}");
        assert_eq!(summary["complete"], true);
        assert_eq!(of_type(&outcome, "delivery").len(), deliveries, "{scenario}");
    }
}

#[test]
fn an_outage_keeps_attempts_from_the_receiver_and_the_next_one_gets_through() {
    let scratch = Scratch::new();
    let (inbox, outbox) = (scratch.path().join("in.db"), scratch.path().join("out.db"));
    let listener = keeping(&inbox);
    let outcome = simulate("outage --seed 7 --documents 3", &outbox, &listener.url());
    let attempts = of_type(&outcome, "attempt");
    let first = first_due(&attempts);
    assert_eq!(attempts.len(), 12);
    for attempt in &attempts {
        let (at, number) = (minutes(attempt, first), attempt["attempt"].as_i64().unwrap());
        assert_eq!(at, (number - 1) * 5);
        let expected = if at < 12 { "connect-timeout" } else { "string" };
        assert_eq!(attempt["slug"], expected, "{attempt}");
        assert!(at >= 12 || attempt["category"] == "communication-error");
    }
    assert_eq!(captured(&inbox).len(), 3, "only what the outage let through");
}

#[test]
fn a_lost_answer_makes_the_receiver_see_the_message_again() {
    let scratch = Scratch::new();
    let inbox = scratch.path().join("in.db");
    let listener = keeping(&inbox);
    let outcome = simulate("lost-answer --seed 7 --documents 20", &scratch.path().join("out.db"), &listener.url());
    let lost = of_type(&outcome, "attempt").iter().filter(|attempt| attempt["slug"] == "read-timeout").count();
    assert!(lost > 3, "{lost}");
    let captures = captured(&inbox);
    assert_eq!(captures.len(), 20 + lost, "every attempt was really made");
    let again = captures.iter().filter(|capture| capture["duplicate_of"].is_string()).count();
    assert_eq!(again, lost);
}

#[test]
fn what_is_exhausted_is_sent_again_by_hand() {
    let scratch = Scratch::new();
    let inbox = scratch.path().join("in.db");
    let listener = keeping(&inbox);
    let outcome = simulate("exhausted --seed 7", &scratch.path().join("out.db"), &listener.url());
    let outcomes: Vec<_> = of_type(&outcome, "delivery").iter().map(|line| line["outcome"].clone()).collect();
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == "exhausted").count(), 4);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == "acknowledged").count(), 4);
    let captures = captured(&inbox);
    assert_eq!(captures.len(), 4);
    for capture in captures {
        assert_eq!(capture["event_type"], "MANUAL");
    }
    let kept = Tool::line("history --json -n 100 --store").arg(scratch.path().join("out.db")).run().json();
    assert_eq!(kept.iter().filter(|line| line["origin"].is_string()).count(), 4, "each names what it sends again");
}

/// The receiver's own view: the second request is there while the first one is not whole yet.
#[test]
fn a_slow_receiver_has_both_attempts_under_way() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let receiver = std::thread::spawn(move || {
        let read_some = |stream: &mut TcpStream, until: Duration| {
            stream.set_read_timeout(Some(until)).unwrap();
            let (mut all, mut buffer) = (Vec::new(), [0; 4096]);
            while let Ok(count @ 1..) = stream.read(&mut buffer) {
                all.extend_from_slice(&buffer[..count]);
            }
            all
        };
        let whole = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            let (head, body) = text.split_once("\r\n\r\n").unwrap();
            let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap();
            (body.len(), length.parse::<usize>().unwrap(), head.to_owned())
        };
        let (mut first, _) = listener.accept().unwrap();
        let (mut second, _) = listener.accept().unwrap();
        // Both are connected now; whatever is read of the first was sent before or beside the second.
        let mut bytes = read_some(&mut first, Duration::from_millis(300));
        let other = read_some(&mut second, Duration::from_millis(300));
        bytes.extend(read_some(&mut first, Duration::from_millis(300)));
        let (one, two) = (whole(&bytes), whole(&other));
        for stream in [&mut first, &mut second] {
            std::io::Write::write_all(stream, OK).unwrap();
        }
        (one, two)
    });
    let scratch = Scratch::new();
    let url = format!("http://127.0.0.1:{port}/x");
    let outcome = simulate("slow-receiver --seed 7 --documents 1 --speed instant", &scratch.path().join("h.db"), &url);
    let (one, two) = receiver.join().unwrap();
    assert_eq!((one.0, two.0), (one.1, two.1), "both were whole in the end");
    let mid = |head: &str| head.lines().find(|line| line.starts_with("Pb-Webhook-MID")).unwrap().to_owned();
    assert_eq!(mid(&one.2), mid(&two.2), "the same message twice");
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let slugs: Vec<_> = of_type(&outcome, "attempt").iter().map(|attempt| attempt["slug"].clone()).collect();
    assert!(slugs.contains(&json!("read-timeout")) && slugs.contains(&json!("string")), "{slugs:?}");
}

#[test]
fn a_plan_is_shown_and_nothing_is_sent() {
    let receiver = Receiver::answering(OK);
    let scratch = Scratch::new();
    let planned = |line: &str| simulate(line, &scratch.path().join("h.db"), &receiver.url());
    let one = planned("outage --plan --seed 7 --documents 2");
    assert_eq!((one.code, of_type(&one, "planned").len()), (0, 8));
    assert_eq!(one.stdout, planned("outage --plan --seed 7 --documents 2").stdout, "the same for a seed");
    assert_ne!(one.stdout, planned("outage --plan --seed 8 --documents 2").stdout);
    assert_eq!(receiver.connections(), 0);
    assert!(!scratch.path().join("h.db").exists());
    let by_hand = planned("exhausted --plan --seed 7");
    let count = of_type(&by_hand, "planned").iter().filter(|line| line["fate"] == "by-hand").count();
    assert_eq!(count, 4, "the plan knows what is sent again by hand");
    let fates: Vec<_> = of_type(&one, "planned").iter().map(|line| line["fate"].clone()).collect();
    assert_eq!(fates.iter().filter(|fate| **fate == "blocked").count(), 6);
}

#[test]
fn a_receiver_that_falls_short_or_is_not_there_is_told_apart() {
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let failing = Receiver::answering(FAILING);
    let outcome = simulate("month-end --seed 1 --documents 3", &store, &failing.url());
    assert_eq!((outcome.code, &outcome.json_of("simulation")["missed"]), (1, &json!(3)));
    assert_eq!(failing.connections(), 15);
    let down = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let outcome = simulate("month-end --seed 1 --documents 3 --policy 1", &store, &format!(":{down}"));
    assert_eq!(outcome.code, 3, "{outcome:?}");
    let text = Tool::line("simulate month-end --seed 1 --documents 3 --no-history").arg(failing.url()).run();
    assert!(text.stdout.contains("3 deliveries were never acknowledged"), "{}", text.stdout);
    assert!(text.stdout.contains("15 × server-error"), "{}", text.stdout);
}

#[test]
fn each_product_of_each_business_goes_where_the_configuration_says() {
    let (cash, other) = (Receiver::answering(OK), Receiver::answering(OK));
    let scratch = Scratch::new();
    let config = format!("[test]\nurl = \"{}\"\n[test.cashbill]\nurl = \"{}\"\n", other.url(), cash.url());
    scratch.write("popbill-hook.toml", config);
    let outcome = Tool::line("simulate month-end --seed 2 --documents 6 --no-history --json").dir(scratch.path()).run();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!((cash.connections(), other.connections()), (3, 3));
    let tool = Tool::line("simulate month-end --seed 2 --documents 6 --no-history --json").arg(cash.url());
    let outcome = tool.arg(format!("--route=cashbill={}", other.url())).run();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!((cash.connections(), other.connections()), (6, 6), "a route wins over the URL of all");
    Tool::line("simulate month-end :1 --route cashbil=:2").run().is_usage_error(&["cashbil", "cashbill"]);
    let nowhere = Tool::line("simulate month-end --no-history").run();
    nowhere.is_usage_error(&["URL", "popbill-hook simulate month-end http://"]);
}

#[test]
fn a_scenario_of_ones_own_is_read_and_its_mistakes_have_a_line() {
    let scratch = Scratch::new();
    let receiver = Receiver::answering(OK);
    let own =
        scratch.write("own.toml", "products = [\"kakao\"]\nbusinesses = 1\ndocuments = 2\npolicy = { retries = 1 }\n");
    let outcome = Tool::line("simulate --no-history --json").arg(&own).arg(receiver.url()).run();
    assert_eq!((outcome.code, receiver.connections()), (0, 2), "{outcome:?}");
    for (text, parts) in [
        ("documents = 2\nbusineses = 3\n", &["2", "busineses", "businesses"][..]),
        ("documents = 0\n", &["documents", "1 to 1000000"]),
        ("products = [\"cashbil\"]\n", &["products", "cashbill"]),
        ("products = []\n", &["products"]),
        ("products = \"nts\"\n", &["products", "list"]),
        ("spread = \"5\"\n", &["spread", "unit"]),
        ("outage = [{ from = \"5m\", to = \"5m\" }]\n", &["outage", "end"]),
        ("outage = [{ form = \"5m\" }]\n", &["form", "from"]),
        ("lost_answers = 1.5\n", &["lost_answers", "0 to 1"]),
        ("order = \"backwards\"\n", &["order", "reversed"]),
        ("policy = { interval = \"5m\" }\n", &["retries"]),
        ("start = \"tomorrow\"\n", &["start"]),
        ("events = \"all\"\n", &["events", "life"]),
        ("rerun = \"yes\"\n", &["rerun", "true"]),
        ("documents = \n", &["own.toml"]),
    ] {
        let file = scratch.write("own.toml", text);
        let outcome = Tool::line("simulate --no-history --plan").arg(&file).run();
        outcome.is_usage_error(parts);
        assert!(outcome.stderr.contains("own.toml:"), "the place: {}", outcome.stderr);
    }
    Tool::line("simulate exhaused :1").run().is_usage_error(&["exhaused", "exhausted"]);
    Tool::line("simulate missing.toml :1").run().is_usage_error(&["missing.toml"]);
}

#[test]
fn the_picture_fits_the_terminal_and_thousands_are_sampled() {
    let receiver = Receiver::answering(OK);
    for columns in ["60", "100", "160"] {
        let tool = Tool::line("simulate lifecycle --seed 7 --no-history").env("COLUMNS", columns).arg(receiver.url());
        let outcome = tool.run();
        let width: usize = columns.parse().unwrap();
        let rows: Vec<_> = outcome.stdout.lines().filter(|line| line.ends_with('|')).collect();
        assert_eq!(rows.len(), 16, "{}", outcome.stdout);
        for row in rows {
            // A Hangul syllable takes two columns.
            let wide = row.chars().filter(|letter| ('가'..='힣').contains(letter)).count();
            assert_eq!(row.chars().count() + wide, width, "{row}");
        }
    }
    let many = Tool::line("simulate month-end --seed 7 --no-history").arg(receiver.url()).run();
    let rows = many.stdout.lines().filter(|line| line.ends_with('|')).count();
    assert!(rows == 40 && many.stdout.contains("40 of 400 deliveries"), "{}", many.stdout);
}

#[test]
fn the_page_of_a_run_is_whole_and_safe() {
    let hostile = "</pre><script>alert(1)</script>\u{1b}]0;x\u{7}\"'";
    let answer = format!("HTTP/1.1 500 Oops\r\nX-Evil: <b>\r\nContent-Length: {}\r\n\r\n{hostile}", hostile.len());
    let receiver = Receiver::answering(answer.as_bytes());
    let scratch = Scratch::new();
    let page = scratch.path().join("run.html");
    let line = format!("simulate exhausted --seed 7 --no-history --api-key hunter2 --report html={}", page.display());
    let outcome = Tool::line(&line).arg(receiver.url()).run();
    assert!(outcome.code == 1 && outcome.stderr.contains("wrote "), "{outcome:?}");
    let html = std::fs::read_to_string(&page).unwrap();
    assert_eq!(html.matches("<details ").count(), 8);
    assert_eq!(html.matches("<circle ").count(), 40, "a mark for each attempt");
    assert_eq!(html.matches("<script>").count(), 1, "only our own");
    assert!(html.contains("&lt;/pre&gt;&lt;script&gt;alert(1)") && html.contains("X-Evil: &lt;b&gt;"));
    assert!(!html.contains(['\u{1b}', '\u{7}']) && !html.contains("hunter2"));
    for outside in ["src=", "href=", "url(", "@import", "fetch("] {
        assert!(!html.contains(outside), "it needs nothing else, but has {outside}");
    }
    for part in ["server-error", "MANUAL", "default-src 'none'", "세금계산서", "X-Api-Key: ***"] {
        assert!(html.contains(part), "no {part:?}");
    }
    let nowhere = Tool::line("simulate exhausted --report html=/no/such/folder/x.html :1 --no-history").run();
    assert!(nowhere.code == 5 && nowhere.stderr.contains("/no/such/folder/x.html"), "{nowhere:?}");
    Tool::line("simulate exhausted --report pdf=x :1").run().is_usage_error(&["html=FILE"]);
}
