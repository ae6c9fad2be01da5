//! `history` where something is in the way: what waits beside it, configuration, filters that fit nothing.

use serde_json::json;

use crate::support::{OK, Receiver, Scratch, Tool};

const FAILING: &[u8] = b"HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops";

#[test]
fn a_resend_goes_by_the_configuration_as_a_send_does() {
    let receiver = Receiver::answering(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\"OK\"");
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let config = format!("[test]\nurl = \"{}\"\napi_key_env = \"PB_KEY\"\nstrict = true\n", receiver.url());
    scratch.write("popbill-hook.toml", config);
    let tool =
        |line: &str| Tool::line(line).dir(scratch.path()).env("POPBILL_HOOK_STORE", &store).env("PB_KEY", "topsecret");
    assert_eq!(tool("send cashbill.issue").run().code, 1, "tolerated, and the file is strict");
    assert_eq!(tool("history resend latest").run().code, 1, "the same");
    assert_eq!(tool("history resend latest").env("POPBILL_HOOK_STRICT", "0").run().code, 0, "a variable wins");
    for _ in 0..3 {
        let (head, _) = receiver.request_parts();
        assert!(head.contains("X-Api-Key: topsecret\r\n"), "{head}");
    }
    let elsewhere = Receiver::answering(OK);
    let resent = tool("history resend latest --to").arg(elsewhere.url()).run();
    assert!(!elsewhere.request_parts().0.contains("X-Api-Key"), "a secret of the file stays with its URL");
    assert!(resent.stderr.contains("the recorded credentials are masked"), "{resent:?}");
}

#[test]
fn what_waits_beside_the_history_is_taken_only_from_a_file_of_ours() {
    let receiver = Receiver::answering(OK);
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let send = || Tool::line("send cashbill.issue --store").arg(&store).arg(receiver.url()).run();
    let listed = || Tool::line("history --json --store").arg(&store).run();
    assert_eq!((send().code, listed().json().len()), (0, 1));
    let spool = scratch.path().join("h.db-sends");
    std::fs::remove_file(&spool).ok();

    #[cfg(unix)]
    {
        let victim = scratch.write("victim", "precious");
        std::os::unix::fs::symlink(&victim, &spool).unwrap();
        assert_eq!(send().code, 0, "it goes into the history itself");
        let outcome = listed();
        assert_eq!(outcome.json().len(), 2);
        assert!(outcome.stderr.contains("missing here"), "{outcome:?}");
        assert_eq!(std::fs::read(&victim).unwrap(), b"precious", "nothing is written through a link");
        std::fs::remove_file(&spool).unwrap();
        let fifo = std::process::Command::new("mkfifo").arg(&spool).status().unwrap();
        assert!(fifo.success());
        assert_eq!(send().code, 0, "it waits for nobody");
        std::fs::remove_file(&spool).unwrap();
    }

    assert_eq!(send().code, 0);
    let whole = std::fs::read(&spool).unwrap();
    std::fs::write(&spool, [&whole[..], b"pbs9 of a later version"].concat()).unwrap();
    let before = listed().json().len();
    assert_eq!(before, if cfg!(unix) { 4 } else { 2 });
    let kept = std::fs::read(scratch.path().join("h.db-sends.damaged")).unwrap();
    assert!(kept.ends_with(b"pbs9 of a later version"), "what is not understood is kept");

    assert_eq!(send().code, 0);
    let pruned = Tool::line("history prune --all --yes --json --store").arg(&store).run();
    assert_eq!(pruned.json_of("pruned")["deliveries"], json!(before + 1));
    assert_eq!(listed().stdout, "");
    let absent = scratch.path().join("no/where.db");
    assert_eq!(Tool::line("history prune --all --yes --store").arg(&absent).run().code, 0);
    assert!(!absent.parent().unwrap().exists(), "nothing is made in order to delete from it");
}

#[test]
fn a_named_store_that_cannot_be_used_is_told_before_anything_is_sent() {
    let receiver = Receiver::answering(OK);
    let scratch = Scratch::new();
    let foreign = scratch.write("foreign.db", "this is a text and no store");
    for bad in [foreign.as_path(), scratch.path()] {
        let outcome = Tool::line("send cashbill.issue --store").arg(bad).arg(receiver.url()).run();
        assert_eq!((outcome.code, receiver.connections()), (5, 0), "{outcome:?}");
    }
}

#[test]
fn filters_mean_something_or_are_refused_and_have_variables_of_their_own() {
    let receiver = Receiver::answering(FAILING);
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    Tool::line("send cashbill.issue --store").arg(&store).arg(receiver.url()).run();
    let listed = |flags: &str| Tool::line(&format!("history --json {flags} --store")).arg(&store);
    assert_eq!(listed("").env("POPBILL_HOOK_CORP_NUM", "1234567891").run().json().len(), 1, "that is for sending");
    assert_eq!(listed("").env("POPBILL_HOOK_HISTORY_CORP_NUM", "1234567891").run().json().len(), 0);
    for (flags, parts) in [
        ("--event bad.evnt", &["--event"][..]),
        ("--verdict nope", &["--verdict", "read-timeout"]),
        ("--verdict rejectd", &["rejected"]),
    ] {
        let outcome = listed(flags).run();
        assert_eq!(outcome.code, 2, "{flags}: {outcome:?}");
        for part in parts {
            assert!(outcome.stderr.contains(part), "no {part:?} in {outcome:?}");
        }
    }
    let nothing = Tool::line("history resend --store").arg(&store).env("POPBILL_HOOK_FAILED", "0").run();
    nothing.is_usage_error(&["ids", "--failed"]);
}

#[test]
fn a_note_about_a_seed_makes_the_same_payload_again() {
    let first = Tool::line("events new cashbill.issue").run();
    let flags = first.stderr.split("--seed").nth(1).unwrap().split(" makes").next().unwrap().trim().to_owned();
    let again = Tool::line(&format!("events new cashbill.issue --seed {flags}")).run();
    assert_eq!(again.stdout, first.stdout, "{flags}");
}
