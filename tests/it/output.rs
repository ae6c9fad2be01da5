//! Output: JSON against its schema, colours, closed pipes, secrets.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::{OK, Receiver, Scratch, Step, Tool};

const ECHO: &str = "HTTP/1.1 200 OK\r\nX-Echo: hunter2\r\nContent-Length: 33\r\n\r\nyou sent hunter2 dXNlcjpodW50ZXIy";

#[test]
fn every_json_line_fits_the_published_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../fixtures/schemas/output.schema.json")).unwrap();
    let validator = jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap();
    let receiver = Receiver::answering_in_turn(&[OK, b"HTTP/1.1 500 Oops\r\nContent-Length: 2\r\n\r\n\xff\xfe"]);
    let broken = Receiver::playing(vec![Step::Read]);
    let scratch = Scratch::new();
    let mut lines = Vec::new();
    for tool in [
        Tool::line("send cashbill.issue --json").arg(receiver.url()),
        Tool::line("send nts.sales --json").arg(receiver.url()),
        Tool::line("send cashbill.issue --json -d x").arg(broken.url()),
        Tool::line("send cashbill.issue :1 --json"),
        Tool::line("send cashbill.issue :1 --json --dry-run -u a:b"),
        Tool::line("send cashbill.issue :1 --json --curl"),
        Tool::line("history path --json"),
        Tool::line("send cashbil.issue :1 --json"),
        Tool::line("send cashbill.issue --json"),
        Tool::line("judge --json").input("OK"),
        Tool::line("judge --json").input("{\"code\":1,\"message\":\"OK\"}"),
        Tool::line("events list --json"),
        Tool::line("events show nts.sales --json"),
        Tool::line("events check --json").input("{\"corpNum\":1}"),
        Tool::line("init --json").dir(scratch.path()),
        Tool::line("init --json missing/x.toml").dir(scratch.path()),
        Tool::line("demo --json"),
        Tool::line("verify --json --list-checks"),
        Tool::line("verify --json").arg(receiver.url()),
    ] {
        lines.extend(tool.run().json());
    }
    let store = scratch.path().join("history.db");
    for line in [
        "listen :0 --json --expect * -- sh -c",
        "send cashbill.issue --json",
        "send nts.sales --json",
        "simulate outage --documents 1 --json --policy 3",
        "simulate outage --documents 1 --json --plan",
        "simulate runs --json",
        "history --json",
        "history show latest --json",
        "history export --as jsonl",
        "history export --as curl --json",
        "history diff latest latest~1 --json",
        "history prune --all --yes --json",
    ] {
        let tool = Tool::line(line).env("POPBILL_HOOK_STORE", &store);
        let tool = match line.split(' ').next().unwrap() {
            "listen" => tool.arg(format!(
                "'{}' send cashbill.issue \"$POPBILL_HOOK_URL\" >/dev/null",
                env!("CARGO_BIN_EXE_popbill-hook")
            )),
            "send" => tool.arg(receiver.url()),
            "simulate" if line.contains("policy") => tool.arg(receiver.url()),
            _ => tool,
        };
        lines.extend(tool.run().json());
    }
    let mut kinds: Vec<_> = lines.iter().map(|line| line["type"].as_str().unwrap()).collect();
    for line in &lines {
        let errors: Vec<_> = validator.iter_errors(line).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{line}: {errors:?}");
    }
    kinds.sort_unstable();
    kinds.dedup();
    let mut published: Vec<_> = schema["oneOf"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["$ref"].as_str().unwrap().rsplit('/').next().unwrap())
        .collect();
    published.sort_unstable();
    assert_eq!(kinds, published, "every published type was seen");
}

#[test]
fn the_schema_refuses_lines_that_lack_a_field() {
    let schema: Value = serde_json::from_str(include_str!("../../fixtures/schemas/output.schema.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let receiver = Receiver::answering(OK);
    let attempt = Tool::line("send cashbill.issue --json").arg(receiver.url()).run().json_of("attempt");
    assert!(validator.is_valid(&attempt));
    for field in attempt.as_object().unwrap().keys() {
        let mut poorer = attempt.clone();
        poorer.as_object_mut().unwrap().shift_remove(field);
        assert!(!validator.is_valid(&poorer), "{field}");
    }
}

#[test]
fn colour_is_asked_for_or_absent() {
    let judge = |flags: &str| Tool::line(&format!("judge {flags}")).input("nope");
    assert!(!judge("").run().stdout.contains('\u{1b}'));
    assert!(judge("--color always").run().stdout.contains("\u{1b}["));
    assert!(judge("--color always").env("NO_COLOR", "1").run().stdout.contains("\u{1b}["));
    assert!(!judge("--color never").run().stdout.contains('\u{1b}'));
    assert!(!judge("--color always --json").run().stdout.contains('\u{1b}'));
    assert!(Tool::line("judge missing --color always").run().stderr.contains("\u{1b}["));
}

#[test]
fn a_closed_pipe_is_a_success() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_popbill-hook"))
        .args(["events", "catalog", "--as", "openapi"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_local_failure() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let output =
        Command::new(env!("CARGO_BIN_EXE_popbill-hook")).args(["events", "list"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(5));
    assert!(String::from_utf8(output.stderr).unwrap().contains("standard output"));
}

#[test]
fn quiet_leaves_only_data() {
    let outcome = Tool::line("events new cashbill.issue -q").run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
}

#[test]
fn an_echoed_secret_is_masked_everywhere() {
    let receiver = Receiver::answering(ECHO.as_bytes());
    for flags in ["", "--json", "-v", "-v --json"] {
        for credentials in [["-u", "user:hunter2"], ["--api-key", "hunter2"]] {
            let outcome =
                Tool::line(&format!("send cashbill.issue {flags}")).args(credentials).arg(receiver.url()).run();
            let shown = format!("{}{}", outcome.stdout, outcome.stderr);
            assert!(outcome.code == 1 && shown.contains("***"), "{outcome:?}");
            assert!(!shown.contains("hunter2"), "{shown}");
        }
    }
}

#[test]
fn a_secret_in_a_header_that_a_note_quotes_is_masked_too() {
    let redirect = b"HTTP/1.1 302 Found\r\nLocation: /login?key=hunter2\r\nContent-Length: 0\r\n\r\n";
    let receiver = Receiver::answering(redirect);
    for flags in ["", "--json"] {
        let outcome = Tool::line(&format!("send cashbill.issue --api-key hunter2 {flags}")).arg(receiver.url()).run();
        assert!(outcome.stdout.contains("login-redirect") && outcome.stdout.contains("/login?key=***"), "{outcome:?}");
        assert!(!outcome.stdout.contains("hunter2"));
    }
}

#[test]
fn strangers_text_cannot_act_on_a_terminal_or_forge_a_line() {
    let hostile = "\x1b]0;x\x07\naccepted: string\r\u{202e}\u{9b}";
    let answer =
        format!("HTTP/1.1 500 Oops\r\nContent-Type: \u{9b}text\r\nContent-Length: {}\r\n\r\n{hostile}", hostile.len());
    let receiver = Receiver::answering(answer.as_bytes());
    for flags in ["", "-v"] {
        let outcome = Tool::line(&format!("send cashbill.issue {flags}")).arg(receiver.url()).run();
        assert!(!outcome.stdout.contains(['\u{1b}', '\u{7}', '\r', '\u{202e}', '\u{9b}']), "{:?}", outcome.stdout);
        assert!(!outcome.stdout.lines().any(|line| line.starts_with("accepted")), "{}", outcome.stdout);
    }
}
