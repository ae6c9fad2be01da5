//! Runs that are killed, interrupted, starved of disk or compressed, and go on.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use crate::simulate::{captured, keeping, of_type, simulate};
use crate::support::{Listener, OK, Receiver, Scratch, Step, Tool};

#[cfg(unix)]
#[test]
fn an_interrupted_run_goes_on_where_it_was() {
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let hanging = Receiver::playing(vec![Step::Read, Step::Hang]);
    let line = "simulate lifecycle --seed 5 --documents 3 -m 60s --json --workers 1 --store";
    let started = Tool::line(line).arg(&store).arg(hanging.url()).start();
    hanging.request();
    started.interrupt();
    let outcome = started.end();
    assert_eq!((outcome.code, &outcome.json_of("simulation")["complete"]), (130, &json!(false)), "{outcome:?}");
    let listed = Tool::line("simulate runs --store").arg(&store).run();
    assert!(listed.stdout.contains("can go on"), "{listed:?}");
    // The run goes to where it went before, and there is nobody any more: the deliveries end all the same.
    drop(hanging);
    let resumed = Tool::line("simulate --resume --json --store").arg(&store).run();
    assert_eq!(resumed.json_of("simulation")["complete"], true, "{resumed:?}");
    assert!(Tool::line("simulate runs --json --store").arg(&store).run().json_of("run")["outcome"] == "complete");
    Tool::line("simulate --resume --store").arg(&store).run().is_usage_error(&["no run"]);
    let id = outcome.json_of("simulation")["run"].as_str().unwrap().to_owned();
    Tool::line("simulate --resume").arg(&id).arg("--store").arg(&store).run().is_usage_error(&["complete"]);
    Tool::line("simulate --resume ffff --store").arg(&store).run().is_usage_error(&["ffff", "runs"]);
}

/// kill -9 at many points, then going on: nothing is forgotten, nothing is sent more often than the policy says,
/// nothing was sent that was not written down before, and nothing is early.
#[cfg(unix)]
#[test]
fn a_killed_run_forgets_nothing_and_sends_nothing_too_often() {
    for round in 0_u64..6 {
        let scratch = Scratch::new();
        let (inbox, outbox) = (scratch.path().join("in.db"), scratch.path().join("out.db"));
        let listener = Listener::start_on(&inbox, &["--events", "statement.cancel", "--respond", "status:500*40,ok"]);
        let line = format!("simulate mixed --seed {round} --workers 4 --json --store");
        let mut started = Tool::line(&line).arg(&outbox).arg(listener.url()).start();
        // Killed once so many attempts have come back, which is another point in each round.
        let stdout = started.child.stdout.take().unwrap();
        let mut lines = std::io::BufRead::lines(std::io::BufReader::new(stdout));
        for _ in 0..=(round * 23) {
            lines.next();
        }
        started.child.kill().unwrap();
        started.child.wait().unwrap();
        let resumed = Tool::line("simulate --resume --json --store").arg(&outbox).run();
        assert!(resumed.code < 2, "{resumed:?}");
        assert_eq!(resumed.json_of("simulation")["complete"], true);

        let kept = Tool::line("history --json -n 100000 --direction out --store").arg(&outbox).run().json();
        assert_eq!(kept.len(), 88, "round {round}: every delivery is there");
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for capture in captured(&inbox) {
            *seen.entry(capture["mid"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        for delivery in &kept {
            let made = delivery["made"].as_array().unwrap();
            let outcome = delivery["outcome"].as_str().unwrap_or("open");
            assert!(["acknowledged", "exhausted"].contains(&outcome), "round {round}: {delivery}");
            assert!(made.len() <= 5, "round {round}: never more than the policy: {delivery}");
            let received = seen.get(delivery["mid"].as_str().unwrap()).copied().unwrap_or(0);
            assert!(received <= made.len(), "round {round}: {received} received, {} on the record", made.len());
            let unknown = made.iter().filter(|attempt| attempt["verdict"].is_null()).count();
            let numbers: Vec<_> = made.iter().map(|attempt| attempt["attempt"].as_u64().unwrap()).collect();
            assert!(
                numbers.iter().zip(1..).all(|(number, expected)| *number == expected),
                "no number twice: {numbers:?}"
            );
            if outcome == "acknowledged" {
                assert!(unknown <= 1, "round {round}: {delivery}");
            }
            let times: Vec<Timestamp> =
                made.iter().map(|attempt| attempt["sent_at"].as_str().unwrap().parse().unwrap()).collect();
            for pair in times.windows(2) {
                assert!(pair[1].duration_since(pair[0]).as_secs() >= 300, "round {round}: never early: {delivery}");
            }
            for (attempt, sent) in made.iter().zip(&times) {
                let due: Timestamp = attempt["due_at"].as_str().unwrap().parse().unwrap();
                assert!(*sent >= due, "round {round}: not before it is due");
            }
        }
        let twice = Tool::line("simulate --resume --store").arg(&outbox).run();
        assert_eq!(twice.code, 2, "round {round}: what is complete stays so");
    }
}

#[test]
fn without_history_it_runs_and_a_named_store_that_fails_stops_it() {
    let receiver = Receiver::answering(OK);
    let outcome = Tool::line("simulate month-end --documents 2 --no-history --json").arg(receiver.url()).run();
    assert_eq!((outcome.code, receiver.connections()), (0, 2));
    let scratch = Scratch::new();
    let foreign = scratch.write("foreign.db", "this is a text and no store");
    let outcome = Tool::line("simulate month-end --documents 2 --store").arg(&foreign).arg(receiver.url()).run();
    assert_eq!((outcome.code, receiver.connections()), (5, 2), "no byte leaves: {outcome:?}");
}

#[test]
fn a_compressed_clock_keeps_the_schedule_and_overlaps_really() {
    let scratch = Scratch::new();
    let inbox = scratch.path().join("in.db");
    let listener = keeping(&inbox);
    for scenario in ["outage --documents 4", "slow-receiver"] {
        let begun = std::time::Instant::now();
        let line = format!("{scenario} --seed 7 --speed 6000x");
        let outcome = simulate(&line, &scratch.path().join("out.db"), &listener.url());
        assert_eq!(outcome.code, 0, "{outcome:?}");
        // Five minutes are fifty milliseconds.
        assert!(begun.elapsed() >= Duration::from_millis(50), "{scenario} was early");
        for attempt in of_type(&outcome, "attempt") {
            let at = |name: &str| attempt[name].as_str().unwrap().parse::<Timestamp>().unwrap();
            assert!(at("sent_at") >= at("due_at"), "{scenario}: {attempt}");
        }
    }
}

/// The file size limit stands for a full disk: no attempt is started that cannot be written down, and when there is
/// room again the run goes on.
#[cfg(unix)]
#[test]
fn a_full_disk_stops_a_run_that_can_go_on_later() {
    let scratch = Scratch::new();
    let (inbox, outbox) = (scratch.path().join("in.db"), scratch.path().join("out.db"));
    let listener = keeping(&inbox);
    // The store is made while there is room.
    assert_eq!(simulate("month-end --documents 1", &outbox, &listener.url()).code, 0);
    let script = "trap '' XFSZ; ulimit -f 900; exec \"$0\" \"$@\"";
    let small = std::process::Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_popbill-hook")])
        .args(["simulate", "month-end", "--seed", "3", "--documents", "2000", "--json", "--store"])
        .arg(&outbox)
        .arg(listener.url())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&small.stderr).into_owned();
    assert!(small.status.code() == Some(5) && told.contains("simulate --resume"), "{told}");
    let started = captured(&inbox).len();
    assert!(started < 2001, "it did stop");
    let resumed = Tool::line("simulate --resume --json --workers 64 --store").arg(&outbox).run();
    assert_eq!((resumed.code, &resumed.json_of("simulation")["complete"]), (0, &json!(true)), "{}", resumed.stderr);
    let kept = Tool::line("history --json -n 100000 --direction out --store").arg(&outbox).run().json();
    assert_eq!(kept.iter().filter(|delivery| delivery["outcome"] == "acknowledged").count(), 2001);
    // An answer that could not be written down may come once more, never more often.
    let unknown = kept.iter().flat_map(|delivery| delivery["made"].as_array().unwrap().clone());
    let unknown = unknown.filter(|attempt| attempt["verdict"].is_null()).count();
    let received = captured(&inbox).len();
    assert!(received <= 2001 + unknown, "{received} received, {unknown} unknown");
}

#[cfg(unix)]
#[test]
fn a_run_goes_on_in_one_process_at_a_time() {
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let hanging = Receiver::playing(vec![Step::Read, Step::Hang]);
    let line = "simulate month-end --documents 2 -m 60s --json --workers 1 --store";
    let started = Tool::line(line).arg(&store).arg(hanging.url()).start();
    hanging.request();
    let other = Tool::line("simulate --resume --store").arg(&store).run();
    other.is_usage_error(&["under way in another process"]);
    started.interrupt();
    assert_eq!(started.end().code, 130);
    assert_eq!(hanging.connections(), 1, "the other sent nothing");
    let names: Vec<_> = std::fs::read_dir(scratch.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("-run-")), "{names:?}");
}

#[test]
fn an_attempt_waits_for_the_one_before_and_a_run_for_nothing() {
    let slow = Receiver::playing(vec![Step::Read, Step::Wait(Duration::from_millis(500)), Step::send(OK)]);
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let begun = std::time::Instant::now();
    let line = "month-end --seed 1 --documents 1 --speed real --policy 4/200ms";
    let outcome = simulate(line, &store, &slow.url());
    assert_eq!((outcome.code, slow.connections()), (0, 1), "the answer was on its way: {outcome:?}");
    let quick = Receiver::answering(OK);
    let outcome = simulate("month-end --seed 1 --documents 1 --speed real --policy 1/30s", &store, &quick.url());
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(begun.elapsed() < Duration::from_secs(20), "nothing is waited for once all is acknowledged");
}

#[test]
fn what_a_scenario_takes_away_is_not_the_receivers_fault() {
    let receiver = Receiver::answering(OK);
    for line in [
        "simulate mixed --edition classic --seed 3 --no-history --json",
        "simulate lost-answer --seed 1 --policy 0 --no-history --json",
        "simulate slow-receiver --seed 1 --policy 0 --no-history --json",
    ] {
        let outcome = Tool::line(line).arg(receiver.url()).run();
        assert_eq!((outcome.code, &outcome.json_of("simulation")["missed"]), (0, &json!(0)), "{line}");
    }
}

#[test]
fn a_delivery_is_told_after_its_attempts_with_its_last_verdict() {
    let receiver = Receiver::answering(b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
    let outcome = Tool::line("simulate slow-receiver --seed 1 --no-history --json").arg(receiver.url()).run();
    let lines = outcome.json();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line["type"] == "delivery") {
        assert_eq!((&line["verdict"], &line["slug"]), (&json!("rejected"), &json!("server-error")), "{line}");
        let later = lines[at..].iter().any(|other| other["type"] == "attempt" && other["delivery"] == line["delivery"]);
        assert!(!later, "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_resumed_run_is_the_same_run_and_its_sum_is_that_of_all() {
    let tolerated = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nOK ";
    let receiver = Receiver::scripted(vec![
        vec![Step::Read, Step::send(tolerated)],
        vec![Step::Read, Step::Hang],
        vec![Step::Read, Step::send(OK)],
    ]);
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let line = "simulate month-end --seed 1 --documents 3 --workers 1 --speed 600000x -m 60s --json --strict --store";
    let started = Tool::line(line).arg(&store).arg(receiver.url()).start();
    receiver.request();
    receiver.request();
    started.interrupt();
    assert_eq!(started.end().code, 130);
    for flag in ["--documents 1", "--policy 0", "--businesses 1", "--edition classic", "--route nts=:1"] {
        let refused = Tool::line(&format!("simulate --resume {flag} --store")).arg(&store).run();
        assert_eq!(refused.code, 2, "{flag} would make it another run: {refused:?}");
    }
    let resumed = Tool::line("simulate --resume --strict --json --store").arg(&store).run();
    let sum = resumed.json_of("simulation");
    assert_eq!(resumed.code, 1, "the tolerated answer of before counts: {resumed:?}");
    assert_eq!((&sum["deliveries"], &sum["outcomes"]["acknowledged"]), (&json!(3), &json!(3)), "{sum}");
}
