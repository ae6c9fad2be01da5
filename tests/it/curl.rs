//! A line that `--curl` prints puts the same bytes on the wire when a shell runs it.

use std::process::Command;

use crate::support::{OK, Receiver, Scratch, Tool};

fn has_curl() -> bool {
    let found = Command::new("curl").arg("--version").output().is_ok();
    if !found {
        eprintln!("SKIPPED: curl is not installed, so printed curl lines were not run");
    }
    found
}

#[test]
fn the_printed_line_sends_the_same_bytes() {
    if !has_curl() {
        return;
    }
    let scratch = Scratch::new();
    let binary = scratch.write("binary", (0..=255).collect::<Vec<u8>>());
    let long = scratch.write("long", "가'나\n".repeat(40_000));
    for flags in [
        vec![],
        vec!["-u".to_owned(), "TEST:it's $x".to_owned()],
        vec!["--api-key".to_owned(), "K'\"$`".to_owned(), "-H".to_owned(), "X-A: 'quoted' $HOME".to_owned()],
        vec!["--set".to_owned(), "mgtKey=it's \"$HOME\" `x` \\ !".to_owned()],
        vec!["-H".to_owned(), "Accept:".to_owned(), "-H".to_owned(), "User-Agent:".to_owned()],
        vec!["-d".to_owned(), r#"{"a":"@b"}"#.to_owned()],
        vec!["-d".to_owned(), String::new()],
        vec!["-d".to_owned(), format!("@{}", binary.display())],
        vec!["-d".to_owned(), format!("@{}", long.display())],
    ] {
        let receiver = Receiver::answering_in_turn(&[OK]);
        let url = format!("http://127.0.0.1:{}/pb%20connect/../x?a=[1]&b={{2}}", receiver.port);
        let base = ["send", "cashbill.issue", "--seed", "1", "--mid", "m"];
        let sent = Tool::new(base).args(&flags).arg(&url).run();
        assert_eq!(sent.code, 0, "{sent:?}");
        let printed = Tool::new(base).args(&flags).arg(&url).arg("--curl").run();
        assert_eq!(printed.code, 0, "{printed:?}");
        let shell = Command::new("sh")
            .arg(scratch.write("line.sh", &printed.stdout))
            .env("POPBILL_HOOK_BASIC", "TEST:it's $x")
            .env("POPBILL_HOOK_API_KEY", "K'\"$`")
            .output()
            .unwrap();
        assert!(shell.status.success(), "{printed:?}\n{shell:?}");
        let (ours, curls) = (receiver.request(), receiver.request());
        assert_eq!(ours.escape_ascii().to_string(), curls.escape_ascii().to_string(), "{flags:?}");
    }
}

#[test]
fn the_printed_line_has_no_secret() {
    let outcome = Tool::line("send cashbill.issue :1 --curl -u user:hunter2").run();
    assert_eq!(outcome.code, 0);
    assert!(
        !outcome.stdout.contains("hunter2") && outcome.stdout.contains("$POPBILL_HOOK_BASIC"),
        "{}",
        outcome.stdout
    );
    let proxy =
        Tool::line("send cashbill.issue http://receiver.example/ --curl -x http://user:hunter2@127.0.0.1:1").run();
    assert!(!proxy.stdout.contains("hunter2"), "{}", proxy.stdout);
}
