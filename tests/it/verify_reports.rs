//! Reports of `verify`: all from one result, all agreeing, and none broken by what a receiver answers.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::support::{Mistake, Model, OK, Outcome, Receiver, Scratch, Tool};

const FORMS: [&str; 5] = ["junit", "tap", "json", "markdown", "html"];

/// A run with a report in every form.
struct Reported {
    outcome: Outcome,
    folder: Scratch,
}

impl Reported {
    fn run(tool: Tool) -> Self {
        let folder = Scratch::new();
        let path = |form: &str| format!("{form}={}", folder.path().join(form).display());
        let tool = FORMS.into_iter().fold(tool, |tool, form| tool.arg("--report").arg(path(form)));
        Self { outcome: tool.run(), folder }
    }

    fn text(&self, form: &str) -> String {
        let path: PathBuf = self.folder.path().join(form);
        std::fs::read_to_string(path).unwrap()
    }

    /// How many checks ended how, from stdout.
    fn counts(&self) -> BTreeMap<&'static str, usize> {
        let sum = self.outcome.json_of("verify");
        let count = |name: &str| usize::try_from(sum[name].as_u64().unwrap()).unwrap();
        ["passed", "failed", "warned", "skipped"].into_iter().map(|name| (name, count(name))).collect()
    }
}

/// What a receiver says that would like to be read as something else.
const HOSTILE: &str =
    "<script>alert(1)</script>]]>\r\n::error title=x::y%0A\n\x1b[31m\u{202e}` ``` | @all # \u{0}not ok 1 - x\n--> &lt;";

fn hostile() -> Receiver {
    let location = HOSTILE.replace(['\r', '\n', '\0', '\x1b'], "");
    let answer = format!(
        "HTTP/1.1 302 Moved\r\nLocation: {location}\r\nX-Powered-By: {location}\r\nContent-Length: {}\r\n\r\n{HOSTILE}",
        HOSTILE.len()
    );
    Receiver::answering(answer.as_bytes())
}

#[test]
fn every_form_agrees_with_the_result_and_the_exit_code() {
    for (mistake, code) in [(Mistake::OkToEverything, 1), (Mistake::TrailingNewline, 0), (Mistake::Csrf, 1)] {
        let model = Model::making(mistake);
        let run = Reported::run(Tool::line("verify --json").arg(model.url()));
        assert_eq!(run.outcome.code, code, "{mistake:?}");
        let counts = run.counts();
        let all: usize = counts.values().sum();
        assert!(all > 60, "{counts:?}");
        let junit = run.text("junit");
        let attribute = |name: &str| {
            let part = junit.split_once("<testsuites ").unwrap().1;
            part.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap().parse::<usize>().unwrap()
        };
        assert_eq!((attribute("tests"), attribute("failures")), (all, counts["failed"]), "{mistake:?}");
        assert_eq!(junit.matches("<skipped").count(), counts["skipped"]);
        assert_eq!(junit.matches("warning: ").count(), counts["warned"]);
        let tap = run.text("tap");
        let lines = |start: &str| tap.lines().filter(|line| line.starts_with(start)).count();
        assert_eq!((lines("not ok "), lines("ok ")), (counts["failed"], all - counts["failed"]));
        assert_eq!(
            (tap.matches(" # SKIP ").count(), tap.lines().nth(1).unwrap()),
            (counts["skipped"], &*format!("1..{all}"))
        );
        assert_eq!(run.text("json"), run.outcome.stdout);
        let markdown = run.text("markdown");
        let html = run.text("html");
        // Several of one cause are told once, and each is named.
        let also = |text: &str, mark: &str| {
            let lines = text.lines().filter(|line| line.contains(mark));
            lines.map(|line| line.split(", ").count()).sum::<usize>()
        };
        let short = counts["failed"] + counts["warned"];
        assert_eq!(markdown.matches("\n### ").count() + also(&markdown, "- **also**: "), short, "{markdown}");
        assert_eq!(html.matches("<section class=").count() + also(&html, "<dt>also</dt>"), short, "{html}");
        assert_eq!(html.contains("<section class=\"fail\">"), counts["failed"] > 0);
        assert_eq!(html.matches("<tr class=").count(), all);
    }
}

#[test]
fn hostile_answers_break_no_form() {
    let receiver = hostile();
    let run = Reported::run(Tool::line("verify --json --report github").arg(receiver.url()));
    assert_eq!(run.outcome.code, 1, "{:?}", run.outcome);
    for form in FORMS {
        let text = run.text(form);
        let acts = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
        assert!(!text.contains(acts), "{form}: {text:?}");
    }
    let junit = run.text("junit");
    assert!(!junit.contains("<script>") && !junit.contains("]]>"), "{junit}");
    assert!(!run.text("html").contains("<script"), "{}", run.text("html"));
    assert!(!run.text("markdown").contains("<script"), "{}", run.text("markdown"));
    let forged =
        |text: &str| text.lines().any(|line| line.starts_with("::error title=x") || line.starts_with("not ok 1 - x"));
    assert!(!forged(&run.text("tap")) && !forged(&run.outcome.stdout) && !forged(&run.outcome.stderr));
}

#[test]
fn annotations_are_one_line_each_and_leave_json_alone() {
    let model = Model::making(Mistake::OkToEverything);
    let line = "verify --check reject.*";
    let plain = Tool::line(line).arg(model.url()).run();
    assert!(!plain.stdout.contains("::error"), "{plain:?}");
    for tool in [Tool::line(line).arg("--report").arg("github"), Tool::line(line).env("GITHUB_ACTIONS", "true")] {
        let run = tool.arg(model.url()).run();
        let annotations: Vec<_> = run.stdout.lines().filter(|line| line.starts_with("::")).collect();
        assert_eq!(annotations.len(), 6, "the common cause, three failures and two warnings: {run:?}");
        assert!(annotations[0].starts_with("::error title=popbill-hook verify::One cause"), "{annotations:?}");
        assert!(annotations[1].starts_with("::error title=reject.broken-json%3A "), "{annotations:?}");
        assert_eq!(annotations.iter().filter(|line| line.starts_with("::warning title=")).count(), 2);
        assert!(annotations[1].contains("%0Aagain: popbill-hook send "), "{annotations:?}");
    }
    let run = Tool::line(line).args(["--json", "--report", "github"]).arg(model.url()).run();
    assert_eq!(run.json().len(), 6);
    assert!(run.stderr.contains("::error title="), "{run:?}");
}

#[test]
fn people_see_the_worst_last_and_what_is_not_known_once() {
    let model = Model::making(Mistake::OkToEverything);
    let run = Tool::line("verify --check reject.* --check body.hangul --check repeat.same-mid --seed 3")
        .arg(model.url())
        .run();
    let place = |part: &str| run.stdout.find(part).unwrap_or_else(|| panic!("{part}: {}", run.stdout));
    let order = [
        "verify http://",
        "reject     3 failed, 2 warned",
        "not observed",
        "WARN reject.",
        "FAIL reject.",
        "One cause behind all 5",
        "0 passed, 3 failed, 2 warned, 2 skipped in ",
    ];
    let places = order.map(place);
    assert!(places.is_sorted(), "{places:?}\n{}", run.stdout);
    assert_eq!(run.stdout.matches("not observed").count(), 1);
    assert!(run.stdout.contains("body.hangul, repeat.same-mid"), "{}", run.stdout);
    for part in ["  why    ", "  cause  ", "  fix    ", "  again  popbill-hook send "] {
        assert!(run.stdout.contains(part), "{part}");
    }
}

#[test]
fn secrets_are_in_no_report() {
    let echo = "HTTP/1.1 500 Oops\r\nX-Echo: hunter2\r\nContent-Length: 33\r\n\r\nyou sent hunter2 dXNlcjpodW50ZXIy";
    for (flag, secret) in [("--basic", "user:hunter2"), ("--api-key", "hunter2")] {
        for receiver in [Receiver::answering(echo.as_bytes()), Receiver::answering(OK)] {
            let tool = Tool::line("verify -v --check auth.* --check accept.* --report github").args([flag, secret]);
            let run =
                Reported::run(tool.arg(receiver.url()).args(["--probe-url", "http://u:hunter2@127.0.0.1:1/{mid}"]));
            let reports: String = FORMS.map(|form| run.text(form)).concat();
            let all = format!("{}{}{reports}", run.outcome.stdout, run.outcome.stderr);
            let is_encoded = flag == "--basic" && all.contains("dXNlcjpodW50ZXIy");
            assert!(!all.contains("hunter2") && !is_encoded, "{all}");
        }
    }
}

#[test]
fn the_checks_are_listed_from_one_source() {
    let run = Tool::line("verify --list-checks --json").run();
    let ids: Vec<String> = run.json().iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect();
    assert!(run.code == 0 && ids.len() >= 80 && ids.contains(&"accept.kakao.result".to_owned()), "{ids:?}");
    let text = Tool::line("verify --list-checks -v").run().stdout;
    assert!(ids.iter().all(|id| text.contains(id.as_str())), "{text}");
    let repeat = Tool::line("verify --list-checks --check repeat.*").run().stdout;
    assert!(repeat.lines().all(|line| line.starts_with("repeat.")) && repeat.lines().count() == 5, "{repeat}");
}
