//! `listen -- COMMAND`: what runs beside the receiver, and how both end.

use std::time::{Duration, Instant};

use crate::support::{Outcome, Tool};

fn sending() -> String {
    format!("'{}' send cashbill.issue \"$POPBILL_HOOK_URL\" --no-history", env!("CARGO_BIN_EXE_popbill-hook"))
}

fn run(flags: &str, script: &str) -> Outcome {
    Tool::line(&format!("listen :0 --no-history {flags}")).args(["--", "sh", "-c", script]).run()
}

#[test]
fn it_runs_with_the_url_and_the_worse_result_counts() {
    let sending = sending();
    assert_eq!(run("--expect cashbill.issue", &sending).code, 0);
    assert_eq!(run("--expect cashbill.issue", &format!("{sending}; exit 7")).code, 7);
    assert_eq!(run("--expect taxinvoice.issue", &sending).code, 1);
    assert_eq!(run("--expect taxinvoice.issue", "true").code, 4);
    let missing = Tool::line("listen :0 --no-history -- no-such-program-here").run();
    assert!(missing.code == 2 && missing.stderr.contains("cannot run no-such-program-here: "), "{missing:?}");
}

#[test]
fn a_command_that_is_cut_off_has_failed() {
    for (flags, script) in [
        ("--within 300ms", "sleep 30".to_owned()),
        ("--within 300ms --expect-none", "sleep 30".to_owned()),
        ("--max 1", format!("{}; sleep 30", sending())),
        ("--max 1 --expect cashbill.issue", format!("{}; sleep 30", sending())),
    ] {
        let begun = Instant::now();
        let outcome = run(flags, &script);
        assert_eq!(outcome.code, 1, "{flags}: {outcome:?}");
        assert!(outcome.stderr.contains("sh still ran and was ended"), "{flags}: {outcome:?}");
        assert!(begun.elapsed() < Duration::from_secs(20), "{flags}");
    }
    let nothing = run("--within 300ms --expect cashbill.issue", "sleep 30");
    assert_eq!(nothing.code, 4, "{nothing:?}");
}

#[cfg(unix)]
#[test]
fn what_it_started_ends_with_it() {
    let begun = Instant::now();
    // A survivor would keep our end of its stderr open.
    let outcome = run("--within 300ms", "trap '' TERM; sleep 40 & (trap '' TERM; sleep 40) & wait; wait");
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn after_its_success_open_expectations_are_waited_for() {
    let later = format!("(sleep 0.4; {}) >/dev/null 2>&1 &", sending());
    assert_eq!(run("--expect cashbill.issue --within 20s", &later).code, 0);
    assert_eq!(run("--expect taxinvoice.issue --within 2s", &later).code, 1);
    let failed = run("--expect cashbill.issue --within 20s", "exit 9");
    assert_eq!(failed.code, 9, "a failure needs no waiting");
    assert_eq!(run("--expect cashbill.issue", "true").code, 4, "without --within its end is the end");
}

#[cfg(unix)]
#[test]
fn an_interruption_is_told_as_one() {
    let tool = Tool::line("listen :0 --no-history --json -- sh -c").arg("echo started >&2; sleep 30");
    let mut started = tool.start();
    let mut line = String::new();
    let stderr = started.child.stderr.as_mut().unwrap();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(stderr), &mut line).unwrap();
    assert_eq!(line, "started\n");
    started.interrupt();
    assert_eq!(started.end().code, 130);
}

#[test]
fn its_words_do_not_mix_with_json() {
    let outcome = run("--json", "echo hello from the command");
    assert_eq!((outcome.code, outcome.json().len()), (0, 2), "{outcome:?}");
    assert_eq!(outcome.stderr, "hello from the command\n");
    assert!(run("", "echo hello from the command").stdout.contains("\nhello from the command\n"));
}
