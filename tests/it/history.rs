//! `history`: list, show, diff, export, resend, prune, path, and its trouble.

use serde_json::{Value, json};

use crate::support::{OK, Outcome, Receiver, Scratch, Tool};

/// A store with what these sends left in it.
struct Kept {
    scratch: Scratch,
}

impl Kept {
    fn new() -> Self {
        Self { scratch: Scratch::new() }
    }

    fn run(&self, line: &str) -> Outcome {
        self.tool(line).run()
    }

    fn tool(&self, line: &str) -> Tool {
        Tool::line(line).env("POPBILL_HOOK_STORE", self.scratch.path().join("history.db"))
    }

    fn send(&self, line: &str, receiver: &Receiver) -> Value {
        let outcome = self.tool(&format!("send {line} --json")).arg(receiver.url()).run();
        assert_eq!(outcome.stderr, "", "{outcome:?}");
        outcome.json_of("attempt")
    }
}

const FAILING: &[u8] = b"HTTP/1.1 500 Oops\r\nX-Why: \xb0\xa1\r\nContent-Length: 4\r\n\r\noops";

#[test]
fn what_was_sent_is_listed_newest_first_and_shown() {
    let (kept, receiver) = (Kept::new(), Receiver::answering_in_turn(&[OK, FAILING]));
    let first = kept.send("cashbill.issue --seed 1", &receiver);
    let second = kept.send("nts.sales --seed 2 --api-key hunter2", &receiver);
    let listed = kept.run("history --json").json();
    let ids: Vec<_> = listed.iter().map(|line| line["delivery"].clone()).collect();
    assert_eq!(ids, [second["delivery"].clone(), first["delivery"].clone()]);
    assert_eq!((&listed[0]["outcome"], &listed[0]["slug"]), (&json!("exhausted"), &json!("server-error")));
    let text = kept.run("history list").stdout;
    assert!(text.lines().next().unwrap().contains("nts.sales") && text.contains("string"), "{text}");
    let shown = kept.run("history show latest").stdout;
    for part in ["nts.sales", "Pb-Webhook-Type: HT.TAXINVOICEXML", "X-Api-Key: ***", "rejected server-error", "oops"] {
        assert!(shown.contains(part), "no {part:?} in {shown}");
    }
    assert!(!shown.contains("hunter2"));
    let prefix = &first["delivery"].as_str().unwrap()[..6];
    let by_prefix = kept.run(&format!("history show {prefix} --json")).json();
    assert_eq!(by_prefix[0]["delivery"], first["delivery"]);
    assert_eq!(kept.run("history show latest~1 --json").json(), by_prefix);
}

#[test]
fn filters_pick() {
    let (kept, receiver) = (Kept::new(), Receiver::answering_in_turn(&[OK, FAILING, OK]));
    kept.send("cashbill.issue --corp-num 1234567891", &receiver);
    kept.send("cashbill.nts-success", &receiver);
    kept.send("taxinvoice.issue", &receiver);
    for (flags, count) in [
        ("", 3),
        ("--event cashbill.*", 2),
        ("--event cashbill.issue", 1),
        ("--verdict rejected", 1),
        ("--verdict server-error", 1),
        ("--corp-num 1234567891", 1),
        ("--since 1h", 3),
        ("--until 1h", 0),
        ("--direction in", 0),
        ("--direction out", 3),
        ("-n 2", 2),
    ] {
        let listed = kept.run(&format!("history list --json {flags}"));
        assert_eq!((listed.code, listed.json().len()), (0, count), "{flags}");
    }
}

#[test]
fn unknown_and_ambiguous_ids_are_named() {
    let (kept, receiver) = (Kept::new(), Receiver::answering(OK));
    let empty = kept.run("history list");
    assert_eq!((empty.code, empty.stdout.as_str()), (0, ""));
    for _ in 0..40 {
        kept.send("cashbill.issue", &receiver);
    }
    kept.run("history show latest~99").is_usage_error(&["latest~99"]);
    kept.run("history show xyz").is_usage_error(&["xyz"]);
    kept.run("history show 0123456789abcdef").is_usage_error(&["0123456789abcdef"]);
    let digits = "0123456789abcdef".chars();
    let ambiguous = digits.map(|digit| kept.run(&format!("history show {digit}"))).filter(|shown| shown.code == 2);
    assert!(
        ambiguous
            .into_iter()
            .any(|shown| shown.stderr.matches("hint").count() + shown.stderr.matches(',').count() >= 1)
    );
}

#[test]
fn differences_have_a_place() {
    let (kept, receiver) = (Kept::new(), Receiver::answering(OK));
    kept.send("cashbill.issue --seed 1 --mid a", &receiver);
    kept.send("cashbill.issue --seed 1 --mid b --set confirmNum=TB0000009", &receiver);
    let differing = kept.run("history diff latest~1 latest --json");
    let lines = differing.json();
    assert_eq!((differing.code, lines.len()), (1, 2), "{lines:?}");
    assert_eq!(
        (&lines[0]["place"], &lines[0]["left"], &lines[0]["right"]),
        (&json!("Pb-Webhook-MID"), &json!("a"), &json!("b"))
    );
    assert_eq!(lines[1]["place"], "/confirmNum");
    let same = kept.run("history diff latest latest");
    assert_eq!((same.code, same.stdout.as_str()), (0, "no difference\n"));
    kept.tool("send cashbill.issue --seed 1 --mid b --json -d").arg("{\"a\":1,\"b\":2}").arg(receiver.url()).run();
    kept.tool("send cashbill.issue --seed 1 --mid b --json -d").arg("{\"b\":2,\"a\":1}").arg(receiver.url()).run();
    assert!(kept.run("history diff latest~1 latest").stdout.contains("same content, other bytes"));
}

#[test]
fn entries_are_sent_again_with_the_same_bytes() {
    let (kept, receiver) = (Kept::new(), Receiver::answering_in_turn(&[FAILING, FAILING, OK]));
    let other = Receiver::answering(OK);
    let first = kept.send("cashbill.issue --seed 1 -H X-Custom:1 --api-key hunter2", &receiver);
    kept.send("nts.sales --seed 1", &receiver);
    let originals = [receiver.request_parts(), receiver.request_parts()];
    let resent = kept.run("history resend latest~1 --json --api-key other");
    assert_eq!(resent.code, 0, "{resent:?}");
    let (head, body) = receiver.request_parts();
    assert_eq!(body, originals[0].1);
    let expected = originals[0].0.replace("X-Api-Key: hunter2", "X-Api-Key: other");
    let sorted = |text: &str| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&head), sorted(&expected));
    let stored = kept.run("history show latest --json").json().remove(0);
    assert_eq!((&stored["origin"], &stored["mid"]), (&first["delivery"], &first["mid"]));
    let failed = kept.tool("history resend --failed --json --to").arg(other.url()).run();
    assert_eq!(failed.json().iter().filter(|line| line["type"] == "attempt").count(), 1, "the first was sent again");
    assert_eq!(other.connections(), 1);
    let manual = kept.tool("history resend latest~2 --manual --json --to").arg(other.url()).run();
    assert_eq!(manual.code, 2, "{manual:?}");
}

#[test]
fn what_failed_is_sent_again_until_it_is_acknowledged_and_then_no_more() {
    let kept = Kept::new();
    let (failing, good) = (Receiver::answering(FAILING), Receiver::answering(OK));
    let attempts = |outcome: &Outcome| outcome.json().iter().filter(|line| line["type"] == "attempt").count();
    let none = kept.run("history resend --failed");
    assert_eq!((none.code, none.stdout.as_str()), (4, ""), "{none:?}");
    for seed in 1..=60 {
        kept.send(&format!("cashbill.issue --seed {seed}"), &failing);
    }
    assert_eq!(kept.run("history --json").json().len(), 50, "a list has an end");
    assert_eq!(kept.run("history export --as jsonl").json().len(), 60, "an export has everything");
    assert_eq!(kept.run("history export --as jsonl -n 7").json().len(), 7);
    for round in 1..=2 {
        let again = kept.run("history resend --failed --json");
        assert_eq!((again.code, attempts(&again)), (1, 60), "round {round} does not double");
    }
    let some = kept.tool("history resend --failed --json -n 10 --to").arg(good.url()).run();
    assert_eq!((some.code, attempts(&some)), (0, 10));
    let rest = kept.tool("history resend --failed --json --to").arg(good.url()).run();
    assert_eq!((rest.code, attempts(&rest)), (0, 50));
    let settled = kept.run("history resend --failed");
    assert_eq!(settled.code, 4, "{settled:?}");
    assert!(settled.stderr.contains("no delivery waits to be acknowledged"), "{settled:?}");
}

#[test]
fn several_that_are_sent_again_are_unreachable_only_together() {
    let (kept, receiver) = (Kept::new(), Receiver::answering(FAILING));
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    for _ in 0..2 {
        kept.tool("send cashbill.issue").arg(format!(":{port}")).run();
    }
    assert_eq!(kept.run("history resend latest latest~1").code, 3);
    kept.send("cashbill.issue", &receiver);
    assert_eq!(kept.run("history resend latest latest~1").code, 1, "one of them got an answer");
}

#[test]
fn ids_in_a_history_that_does_not_exist_yet_are_unknown() {
    let kept = Kept::new();
    for line in ["history show latest", "history show zzz", "history resend latest", "history diff latest latest~1"] {
        kept.run(line).is_usage_error(&["there is no history at"]);
    }
    assert_eq!(kept.run("history resend --failed").code, 4);
}

#[test]
fn a_history_that_does_not_exist_yet_has_no_entries_and_says_so() {
    let kept = Kept::new();
    let outcome = kept.run("history");
    let told = outcome.stderr.contains("there is no history at") && outcome.stderr.contains("history.db yet");
    assert!(outcome.code == 0 && outcome.stdout.is_empty() && told, "{outcome:?}");
    assert!(!kept.scratch.path().join("history.db").exists(), "reading makes nothing");
}

#[test]
fn captures_are_sent_again_where_a_url_is_given() {
    let kept = Kept::new();
    let store = kept.scratch.path().join("history.db");
    let mut listener = crate::support::Listener::start_on(&store, &["--max", "1"]);
    Tool::line("send cashbill.issue --seed 4 --mid m --no-history").arg(listener.url()).run();
    assert_eq!(listener.line()["mid"], "m");
    assert_eq!(listener.wait().code, 0);
    kept.run("history resend latest").is_usage_error(&["--to URL"]);
    kept.run("history resend latest http://127.0.0.1:1/").is_usage_error(&["names no entry", "give one with --to URL"]);
    let receiver = Receiver::answering(OK);
    let resent = kept.tool("history resend latest --manual --json --to").arg(receiver.url()).run();
    assert_eq!(resent.code, 0, "{resent:?}");
    let (head, body) = receiver.request_parts();
    assert!(head.contains("Pb-Webhook-EventType: MANUAL\r\n") && head.contains("Pb-Webhook-MID: m\r\n"), "{head}");
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap()["eventType"], "MANUAL");
}

#[test]
fn exports_are_complete() {
    let (kept, receiver) = (Kept::new(), Receiver::answering_in_turn(&[FAILING, OK]));
    kept.send("cashbill.issue --seed 1 -u a:hunter2", &receiver);
    kept.send("nts.sales --seed 1", &receiver);
    let lines = kept.run("history export --as jsonl").json();
    assert_eq!((lines.len(), &lines[1]["made"][0]["slug"]), (2, &json!("server-error")));
    let har = kept.run("history export --as har").json().remove(0);
    let entries = har["log"]["entries"].as_array().unwrap();
    assert_eq!((har["log"]["version"].as_str(), entries.len()), (Some("1.2"), 2));
    assert_eq!(entries[1]["response"]["status"], 500);
    let curl = kept.run("history export latest~1 --as curl").stdout;
    assert!(curl.starts_with("curl ") && curl.contains("$POPBILL_HOOK_BASIC") && !curl.contains("hunter2"), "{curl}");
}

#[test]
fn an_exported_capture_has_everything() {
    use base64::Engine as _;
    let kept = Kept::new();
    let store = kept.scratch.path().join("history.db");
    let upstream = Receiver::answering(FAILING);
    let listener = crate::support::Listener::start_on(&store, &["--forward-to", &upstream.url()]);
    let request =
        b"POST /a?b HTTP/1.1\r\nHost: shop.test:8443\r\nX-Raw: \xb0\xa1\r\nPb-Webhook-MID: m\r\nContent-Length: 2\r\n\r\n{}";
    for _ in 0..2 {
        assert!(listener.say(request).contains("500 Oops"));
    }
    assert_eq!(listener.interrupt().code, 0);
    let line = kept.run("history export --as jsonl latest").json().remove(0);
    for (field, value) in [
        ("entry", json!("capture")),
        ("method", json!("POST")),
        ("path", json!("/a?b")),
        ("mid", json!("m")),
        ("auth", json!("none")),
        ("reply", json!({ "status": 500, "body": "oops", "body_base64": null })),
        ("answered", json!("delivered")),
        ("body", json!("{}")),
    ] {
        assert_eq!(line[field], value, "{field}");
    }
    assert!(line["duplicate_of"].is_string() && line["flags"].is_array() && line["from"].is_string(), "{line}");
    assert_eq!(line["forwarded"]["slug"], "server-error");
    let head = base64::engine::general_purpose::STANDARD.decode(line["head_base64"].as_str().unwrap()).unwrap();
    assert!(request.starts_with(&head) && head.windows(2).any(|pair| pair == b"\xb0\xa1"), "the head is exact");
    let har = kept.run("history export --as har latest").json().remove(0)["log"]["entries"][0].clone();
    assert_eq!(har["request"]["url"], "http://shop.test:8443/a?b");
    assert!(har["time"].as_f64().unwrap() > 0.0, "{har}");
    let shown = kept.run("history show latest").stdout;
    assert!(shown.ends_with("  the sender took the answer\n"), "{shown}");
}

#[test]
fn pruning_wants_to_be_told_what_and_wants_a_yes() {
    let (kept, receiver) = (Kept::new(), Receiver::answering(OK));
    for _ in 0..3 {
        kept.send("cashbill.issue", &receiver);
    }
    kept.run("history prune").is_usage_error(&["--keep", "--all"]);
    kept.run("history prune --all").is_usage_error(&["--yes"]);
    let pruned = kept.run("history prune --keep 1 --yes --json").json_of("pruned");
    assert_eq!(pruned["deliveries"], 2);
    assert_eq!(kept.run("history --json").json().len(), 1);
    assert_eq!(kept.run("history prune --older-than 1h --yes --json").json_of("pruned")["deliveries"], 0);
    assert_eq!(kept.run("history prune --all --yes").code, 0);
    assert_eq!(kept.run("history").stdout, "");
}

#[test]
fn a_named_store_must_work_and_is_never_overwritten() {
    let receiver = Receiver::answering(OK);
    let scratch = Scratch::new();
    let foreign = scratch.write("foreign.db", "this is a text and no store");
    for line in ["send cashbill.issue", "history", "history show latest"] {
        let tool = Tool::line(line).arg("--store").arg(&foreign);
        let outcome = if line.starts_with("send") { tool.arg(receiver.url()).run() } else { tool.run() };
        assert!(outcome.code == 5 && outcome.stderr.contains("foreign.db"), "{line}: {outcome:?}");
    }
    assert_eq!(std::fs::read(&foreign).unwrap(), b"this is a text and no store");
    Tool::line("history --store postgres://u:hunter2@db/x").run().is_usage_error(&["postgres"]);
}

#[test]
fn trouble_with_the_default_place_never_stops_a_send() {
    let receiver = Receiver::answering(OK);
    let scratch = Scratch::new();
    scratch.write("popbill-hook/history.db", "this is a text and no store");
    let outcome = Tool::line("send cashbill.issue").arg(receiver.url()).env("XDG_STATE_HOME", scratch.path()).run();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(outcome.stderr.matches("not recorded").count(), 1, "{}", outcome.stderr);
    let place = Tool::line("history path").env("XDG_STATE_HOME", scratch.path()).run().stdout;
    assert_eq!(place.trim(), scratch.path().join("popbill-hook/history.db").to_str().unwrap());
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (kept, receiver) = (Kept::new(), Receiver::answering(OK));
    kept.send("cashbill.issue", &receiver);
    for file in std::fs::read_dir(kept.scratch.path()).unwrap().map(Result::unwrap) {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
    }
}

#[test]
fn sending_beside_a_running_listener_on_one_store_works() {
    let kept = Kept::new();
    let store = kept.scratch.path().join("history.db");
    let mut listener = crate::support::Listener::start_on(&store, &[]);
    let sent = kept.tool("send cashbill.issue --json").arg(listener.url()).run();
    assert_eq!((sent.code, sent.stderr.as_str()), (0, ""));
    listener.line();
    let listed = kept.run("history --json").json();
    let kinds: Vec<_> = listed.iter().map(|line| line["type"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"capture") && kinds.contains(&"delivery"), "{kinds:?}");
    assert_eq!(listener.interrupt().code, 0);
}
