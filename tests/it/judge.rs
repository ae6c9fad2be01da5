//! `judge`: verdicts offline.

use serde_json::{Value, json};

use crate::support::{Scratch, Tool};

#[test]
fn answers_are_judged_from_stdin_and_files() {
    let scratch = Scratch::new();
    for (body, flags, code, verdict, slug) in [
        ("OK", "", 0, "accepted", "string"),
        ("{\"result\":\"OK\"}", "", 0, "accepted", "json"),
        ("OK\n", "", 0, "tolerated", "surrounding-whitespace"),
        ("OK\n", "--strict", 1, "tolerated", "surrounding-whitespace"),
        ("ok", "", 1, "rejected", "wrong-case"),
        ("OK", "--status 201", 1, "rejected", "not-200"),
        ("", "--status 302 --header Location:/login", 1, "rejected", "login-redirect"),
        ("OK", "--header Content-Encoding:gzip", 1, "rejected", "content-encoding"),
        ("", "", 1, "rejected", "empty-body"),
    ] {
        let file = scratch.write("answer", body);
        let from_file = Tool::line(&format!("judge --json {flags}")).arg(file).run();
        let from_stdin = Tool::line(&format!("judge --json {flags}")).input(body).run();
        assert_eq!(from_file.stdout, from_stdin.stdout);
        let line = from_file.json_of("judgement");
        assert_eq!(
            (from_file.code, &line["verdict"], &line["slug"]),
            (code, &json!(verdict), &json!(slug)),
            "{body:?} {flags}"
        );
        assert_eq!(line["category"] == Value::Null, verdict != "rejected");
        assert_eq!(line["fix"] == Value::Null, verdict == "accepted", "{line}");
    }
}

#[test]
fn a_body_beyond_the_limit_is_cut_as_on_the_wire() {
    let outcome = Tool::line("judge --json").input("x".repeat(70_000)).run();
    assert_eq!((outcome.code, &outcome.json_of("judgement")["slug"]), (1, &json!("body-too-large")));
}

#[test]
fn hostile_answers_reach_the_terminal_escaped() {
    let outcome = Tool::line("judge --status 302 --header").arg("Location: /\u{202e}login").run();
    assert_eq!(outcome.code, 2);
    let outcome = Tool::line("judge").input("\x1b]52;c;x\x07\u{202e}OK").run();
    assert_eq!(outcome.code, 1);
    assert!(!outcome.stdout.contains('\x1b') && !outcome.stdout.contains('\u{202e}'), "{:?}", outcome.stdout);
}

#[test]
fn impossible_inputs_are_named() {
    Tool::line("judge --status 99").run().is_usage_error(&["99", "100 to 999"]);
    Tool::line("judge --status OK").run().is_usage_error(&["OK"]);
    Tool::line("judge missing.txt").run().is_usage_error(&["missing.txt"]);
    Tool::line("judge --header nonsense").run().is_usage_error(&["colon"]);
}
