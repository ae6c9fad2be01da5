//! `verify` held against receivers: a correct one, and one for each classic mistake.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Mistake, Model, Outcome, Receiver, Setup, Step, Tool};

/// What each check found, by id.
pub fn findings(outcome: &Outcome) -> BTreeMap<String, Value> {
    let checks = outcome.json().into_iter().filter(|line| line["type"] == "check");
    checks.map(|check| (check["id"].as_str().unwrap().to_owned(), check)).collect()
}

/// The ids that ended so.
pub fn ids(outcome: &Outcome, how: &str) -> Vec<String> {
    findings(outcome).into_iter().filter(|(_, check)| check["outcome"] == how).map(|(id, _)| id).collect()
}

pub fn verify(model: &Model) -> Tool {
    Tool::line("verify --json --seed 7").arg(model.url()).arg("--probe-url").arg(model.probe())
}

#[test]
fn a_correct_receiver_passes_everything_that_can_be_known() {
    for (setup, flags) in [
        (Setup::default(), ""),
        (Setup { json: true, ..Setup::default() }, "--jobs 8"),
        (Setup { api_key: Some("k3y"), ..Setup::default() }, "--api-key k3y --edition classic"),
        (Setup::default(), "--products statement,kakao"),
        (Setup::default(), "--products nts"),
    ] {
        let outcome = verify(&Model::start(setup)).args(flags.split_whitespace()).arg("--strict").run();
        assert_eq!(outcome.code, 0, "{flags}: {outcome:?}");
        assert_eq!(ids(&outcome, "fail"), [""; 0], "{flags}");
        assert_eq!(ids(&outcome, "warn"), [""; 0], "{flags}");
        let mut unknown = ids(&outcome, "skip");
        unknown.retain(|id| !(id.starts_with("auth.") && setup.api_key.is_none()));
        assert_eq!(unknown, ["reach.port", "reach.tls"], "{flags}");
    }
}

#[test]
fn without_a_probe_what_an_ok_cannot_show_is_skipped_and_never_passed() {
    let model = Model::making(Mistake::StoresTwice);
    let outcome = Tool::line("verify --json").arg(model.url()).run();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let found = findings(&outcome);
    for id in [
        "reach.probe",
        "body.hangul",
        "body.rare-hangul",
        "body.escapes",
        "repeat.same-mid",
        "repeat.same-moment",
        "repeat.after-lost-answer",
        "repeat.by-hand",
        "order.result-before-issue",
        "order.same-second",
        "tenant.same-mgt-key",
        "transport.split-hangul",
    ] {
        assert_eq!(found[id]["outcome"], "skip", "{id}");
        assert!(found[id]["reason"].as_str().unwrap().contains("not observed"), "{id}");
    }
}

#[test]
fn a_receiver_that_refuses_everything_has_one_cause_and_not_eighty() {
    let run = verify(&Model::making(Mistake::Csrf)).run();
    assert_eq!((run.code, ids(&run, "fail"), ids(&run, "warn").len()), (1, vec!["reach.acknowledged".to_owned()], 0));
    let skipped = findings(&run).into_iter().filter(|(id, _)| !id.starts_with("reach."));
    for (id, check) in skipped {
        assert!(check["reason"].as_str().unwrap().contains("acknowledges no event at all"), "{id}: {check}");
    }
    // Also where that check was not asked for.
    let run = verify(&Model::making(Mistake::Csrf)).args(["--check", "repeat.*"]).run();
    assert_eq!((run.code, ids(&run, "fail")), (1, vec!["reach.acknowledged".to_owned()]));
}

#[test]
fn many_shortfalls_of_one_cause_have_a_headline() {
    let run = Tool::line("verify --json --check reject.*").arg(Model::making(Mistake::OkToEverything).url()).run();
    let headline = run.json_of("verify")["headline"].as_str().unwrap().to_owned();
    assert!(headline.contains("all 5") && headline.contains("cannot have read"), "{headline}");
    let run = Tool::line("verify --json --check form.*").arg(Model::making(Mistake::TwoForms).url()).run();
    assert_eq!(run.json_of("verify")["headline"], Value::Null);
}

#[test]
fn exit_codes_are_those_of_the_contract() {
    let model = Model::correct();
    let quoted = Model::making(Mistake::QuotedOk);
    let failing = Model::making(Mistake::OkToEverything);
    for (line, url, code) in [
        ("verify --check accept.*", model.url(), 0),
        ("verify --check reject.*", failing.url(), 1),
        ("verify --check form.*", quoted.url(), 0),
        ("verify --check form.* --strict", quoted.url(), 1),
        ("verify --check form.exakt", model.url(), 2),
        ("verify", "127.0.0.1:1".to_owned(), 3),
        ("verify --check nothing.*", model.url(), 4),
        ("verify --check auth.*", model.url(), 4),
        ("verify --report html=/no/such/folder/x.html", model.url(), 5),
    ] {
        let run = Tool::line(line).arg(&url).run();
        assert_eq!(run.code, code, "{line}: {run:?}");
    }
}

#[test]
fn a_receiver_that_is_down_still_gets_its_report() {
    let scratch = crate::support::Scratch::new();
    let file = scratch.path().join("verify.json");
    let run = Tool::line("verify :1 --report").arg(format!("json={}", file.display())).run();
    assert_eq!(run.code, 3, "{run:?}");
    let report = std::fs::read_to_string(file).unwrap();
    assert_eq!(report.matches(r#""outcome":"skip""#).count() + 2, report.lines().count(), "{report}");
    assert!(report.contains("connection-refused") && report.contains(r#""type":"verify""#), "{report}");
}

#[test]
fn what_a_check_finds_does_not_depend_on_what_else_runs() {
    let found = |flags: &str| {
        let model = Model::making(Mistake::LastStateWins);
        let run = verify(&model).args(flags.split_whitespace()).run();
        findings(&run)
            .into_iter()
            .map(|(id, check)| (id, check["outcome"].clone(), check["reason"].clone()))
            .collect::<Vec<_>>()
    };
    let alone = found("--jobs 1");
    assert_eq!(found("--jobs 64"), alone);
    let order = alone.iter().find(|(id, ..)| id == "order.result-before-issue").unwrap();
    assert_eq!(&found("--check order.result-before-issue")[0], order);
}

#[test]
fn the_same_seed_sends_the_same_bytes() {
    let bytes = |seed: &str| {
        let receiver = Receiver::answering(crate::support::OK);
        let run = Tool::line("verify --check accept.nts.sales --seed").arg(seed).arg(receiver.url()).run();
        assert_eq!(run.code, 0, "{run:?}");
        let port = receiver.port.to_string();
        (0..3).map(|_| String::from_utf8(receiver.request()).unwrap().replace(&port, "PORT")).collect::<Vec<_>>()
    };
    assert_eq!(bytes("7"), bytes("7"));
    assert_ne!(bytes("7"), bytes("8"));
}

#[test]
fn the_line_that_reproduces_does_so_by_itself() {
    for (mistake, id) in [
        (Mistake::RefusesUnknownFields, "body.unknown-field"),
        (Mistake::ConflictsOnRepeat, "repeat.same-mid"),
        (Mistake::NeedsContentLength, "transport.chunked"),
        (Mistake::LastStateWins, "order.result-before-issue"),
        (Mistake::Latin1, "body.hangul"),
        (Mistake::LossyDecoding, "reject.wrong-charset"),
        (Mistake::ConflictsOnRepeat, "repeat.after-lost-answer"),
        (Mistake::SmallBodies, "body.largest"),
    ] {
        let model = Model::making(mistake);
        let run = verify(&model).args(["--check", id]).run();
        let line = findings(&run)[id]["reproduce"].as_str().unwrap().to_owned();
        let binary = env!("CARGO_BIN_EXE_popbill-hook");
        let line = line.replace("popbill-hook ", &format!("'{binary}' --no-history "));
        let strict = if line.contains(" verify ") { format!("{line} --strict") } else { line };
        let again = std::process::Command::new("sh").args(["-c", &strict]).output().unwrap();
        let code = again.status.code().unwrap();
        // A check of what must be refused is shown by its acknowledgement.
        assert_eq!(code, i32::from(!id.starts_with("reject.") || strict.contains(" verify ")), "{strict}: {again:?}");
    }
}

#[test]
fn a_headline_names_the_cause_and_its_own_remedy() {
    let key = "k3y-0f-a-receiver";
    let headline = |model: &Model, line: &str| {
        let run = verify(model).args(line.split(' ')).env("POPBILL_HOOK_API_KEY", key).run();
        run.json_of("verify")["headline"].as_str().unwrap_or_default().to_owned()
    };
    let open = Model::start(Setup { mistake: Some(Mistake::NoAuth), api_key: Some(key), ..Setup::default() });
    let told = headline(&open, "--check auth.*");
    assert!(told.contains("does not ask who calls") && told.contains("answer 401"), "{told}");
    let newline = Model::making(Mistake::TrailingNewline);
    let told = headline(&newline, "--check accept.* --check reject.*");
    assert!(told.contains("surrounding-whitespace") && !told.contains("400"), "{told}");
}

#[test]
fn a_receiver_that_works_after_its_answer_is_right() {
    let model = Model::making(Mistake::StoresLater);
    let run = verify(&model).args(["--skip", "load.*"]).run();
    assert_eq!((run.code, ids(&run, "fail"), ids(&run, "warn")), (0, vec![], vec![]), "{run:?}");
}

#[test]
fn a_receiver_that_takes_its_time_does_not_serve_one_at_a_time() {
    let run = verify(&Model::making(Mistake::TakesItsTime)).args(["--check", "load.parallel"]).run();
    assert_eq!(ids(&run, "pass"), ["load.parallel"], "{run:?}");
    let run = verify(&Model::making(Mistake::OneAtATime)).args(["--check", "load.parallel", "-m", "500ms"]).run();
    let found = findings(&run).remove("load.parallel").unwrap();
    assert!(found["cause"].as_str().unwrap().contains("one request after the other"), "{found}");
}

#[test]
fn a_document_can_be_asked_for_by_the_key_of_its_business() {
    for seed in 1..7 {
        let model = Model::correct();
        let probe = format!("http://127.0.0.1:{}/probe?corpNum={{corpNum}}&mgtKey={{mgtKey}}", model.port);
        let line = format!("verify --json --seed {seed} --check tenant.same-mgt-key --probe-url");
        let run = Tool::line(&line).arg(probe).arg(model.url()).run();
        let outcome = findings(&run)["tenant.same-mgt-key"]["outcome"].clone();
        // The greeting may be of a document that has no such key; then the probe is known to be of no use.
        assert!(outcome == "pass" || run.stdout.contains("{mgtKey}"), "{seed}: {run:?}");
    }
}

#[test]
fn the_first_failure_is_the_last_where_that_is_wanted() {
    let run = Tool::line("verify --json --fail-fast --check reject.*")
        .arg(Model::making(Mistake::OkToEverything).url())
        .run();
    assert_eq!((ids(&run, "fail").len(), ids(&run, "skip").len(), run.code), (1, 4, 1));
    assert!(findings(&run)["reject.empty"]["reason"].as_str().unwrap().contains("--fail-fast"));
}

#[test]
fn a_receiver_may_come_up_late() {
    let free = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let run = Tool::line("verify --wait 300ms --check accept.cashbill.issue").arg(format!(":{port}")).run();
    assert_eq!(run.code, 3, "{run:?}");
    // The listener is there and says nothing for the first second: the wait sees it as soon as it answers.
    let receiver = Receiver::scripted(vec![
        vec![Step::Reset],
        vec![Step::Reset],
        vec![Step::Read, Step::send("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")],
        vec![Step::Read, Step::Send(crate::support::OK.to_vec())],
    ]);
    let run =
        Tool::line("verify --wait 30s --products cashbill --check accept.cashbill.issue").arg(receiver.url()).run();
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn a_probe_may_be_a_command() {
    let model = Model::making(Mistake::StoresTwice);
    let probe = format!("curl -sf 'http://127.0.0.1:{}/probe?mid={{mid}}'", model.port);
    if std::process::Command::new("curl").arg("--version").output().is_err() {
        eprintln!("SKIPPED: curl is not there to be a probe");
        return;
    }
    let run = Tool::line("verify --json --check repeat.same-mid").arg(model.url()).arg("--probe-cmd").arg(&probe).run();
    assert!(findings(&run)["repeat.same-mid"]["reason"].as_str().unwrap().contains("2 times"), "{run:?}");
    let run = Tool::line("verify --json --check repeat.same-mid --probe-cmd")
        .arg("echo {mid}; exit 3")
        .arg(model.url())
        .run();
    let reason = findings(&run)["repeat.same-mid"]["reason"].as_str().unwrap().to_owned();
    assert!(reason.contains("not observed") && reason.contains('3'), "{reason}");
}

#[test]
fn wrong_flags_are_told_with_the_right_ones() {
    for (line, parts) in [
        ("verify --check body.unknwon-field :1", &["body.unknwon-field", "body.unknown-field", "--list-checks"][..]),
        ("verify --check repeat :1", &["repeat.*"]),
        ("verify --skip nothing :1", &["nothing"]),
        ("verify --probe-url http://a/{itemkey} :1", &["{itemkey}", "{itemKey}"]),
        ("verify --probe-url http://a/ :1", &["{mid}"]),
        ("verify --probe-pointer stateCode :1", &["/stateCode"]),
        ("verify --report junti=x :1", &["junit"]),
        ("verify --report html :1", &["html=FILE"]),
        ("verify --products cash :1", &["cashbill"]),
        ("verify", &["popbill-hook verify http://localhost:8080/pbconnect"]),
    ] {
        Tool::line(line).run().is_usage_error(parts);
    }
}
