//! `send --fault`: what a receiver sees of each.

use crate::support::{OK, Receiver, Scratch, Step, Tool};

fn send(fault: &str, receiver: &Receiver) -> Tool {
    Tool::line("send taxinvoice.issue --seed 7 --set stateMemo=한글 --json --fault").arg(fault).arg(receiver.url())
}

/// The head and body that arrived.
fn seen(fault: &str) -> (String, Vec<u8>) {
    let receiver = Receiver::answering(OK);
    let run = send(fault, &receiver).run();
    assert_eq!((run.code, run.json_of("attempt")["slug"].as_str()), (0, Some("string")), "{fault}: {run:?}");
    receiver.request_parts()
}

#[test]
fn the_same_message_arrives_whatever_the_framing() {
    let (plain, body) = {
        let receiver = Receiver::answering(OK);
        Tool::line("send taxinvoice.issue --seed 7 --set stateMemo=한글").arg(receiver.url()).run();
        receiver.request_parts()
    };
    for fault in ["slow-body", "split-hangul", "lower-case-headers", "upper-case-headers", "http10"] {
        let (head, same) = seen(fault);
        assert_eq!(same, body, "{fault}");
        let lower = |head: &str| {
            head.to_lowercase()
                .lines()
                .skip(1)
                .filter(|line| !line.starts_with("host"))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(lower(&head), lower(&plain), "{fault}");
        match fault {
            "lower-case-headers" => assert!(head.contains("\r\npb-webhook-mid: "), "{head}"),
            "upper-case-headers" => assert!(head.contains("\r\nPB-WEBHOOK-MID: "), "{head}"),
            "http10" => assert!(head.starts_with("POST /pbconnect HTTP/1.0\r\n"), "{head}"),
            _ => assert!(head.contains("\r\nPb-Webhook-MID: "), "{head}"),
        }
    }
}

#[test]
fn a_chunked_body_has_no_length_and_says_the_same() {
    let receiver = Receiver::playing(vec![Step::ReadUntil(b"0\r\n\r\n".to_vec()), Step::Send(OK.to_vec())]);
    let run = send("chunked", &receiver).run();
    assert_eq!(run.code, 0, "{run:?}");
    let request = receiver.request();
    let text = String::from_utf8(request).unwrap();
    assert!(
        text.contains("Transfer-Encoding: chunked\r\n") && !text.to_lowercase().contains("content-length"),
        "{text}"
    );
    assert_eq!(text.matches("\r\n").count(), text.lines().count(), "every line of a chunk ends as HTTP lines do");
}

#[test]
fn a_body_waits_for_leave() {
    let leave = "HTTP/1.1 100 Continue\r\n\r\n";
    let head = vec![Step::ReadUntil(b"\r\n\r\n".to_vec()), Step::send(leave)];
    let receiver = Receiver::playing([head, vec![Step::ReadSome(100), Step::Send(OK.to_vec())]].concat());
    let run = send("expect-continue", &receiver).run();
    assert_eq!(run.code, 0, "{run:?}");
    let head = String::from_utf8(receiver.request()).unwrap();
    assert!(head.ends_with("Expect: 100-continue\r\n\r\n"), "the body was not sent before leave: {head}");
}

#[test]
fn a_cut_request_is_half_and_its_answer_is_heard() {
    let receiver =
        Receiver::playing(vec![Step::ReadToEnd, Step::send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")]);
    let run = send("cut-body", &receiver).run();
    assert_eq!((run.code, run.json_of("attempt")["slug"].as_str()), (1, Some("client-error")), "{run:?}");
    let (head, body) = receiver.request_parts();
    let length: usize = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap().parse().unwrap();
    assert_eq!(body.len(), length / 2);
}

#[test]
fn a_sender_that_leaves_says_that_it_did_so_on_purpose() {
    for fault in ["reset", "hang-up"] {
        let receiver = Receiver::playing(vec![Step::ReadToEnd]);
        let run = send(fault, &receiver).run();
        let attempt = run.json_of("attempt");
        assert_eq!(
            (run.code, attempt["slug"].as_str(), attempt["status"].as_u64()),
            (3, Some("connection-reset"), None)
        );
        let text = Tool::line("send cashbill.issue --fault").arg(fault).arg(receiver.url()).run().stdout;
        assert!(text.contains("on purpose") && text.contains(fault), "{text}");
    }
}

#[test]
fn a_fault_holds_for_every_attempt_and_every_wrong_name_is_told() {
    let receiver = Receiver::answering(b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
    let store = Scratch::new();
    let run = send("lower-case-headers", &receiver)
        .args("--retry 1 --speed instant".split(' '))
        .env("POPBILL_HOOK_STORE", store.path().join("h.db"))
        .run();
    assert_eq!(run.code, 1, "{run:?}");
    for _ in 0..2 {
        assert!(receiver.request_parts().0.contains("pb-webhook-mid"), "both attempts are written so");
    }
    Tool::line("send cashbill.issue :1 --fault slow").run().is_usage_error(&["slow", "slow-body"]);
    Tool::line("send cashbill.issue :1 --fault reset --dry-run").run().is_usage_error(&["--dry-run"]);
    let run = Tool::line("send cashbill.issue --fault split-hangul").arg(Receiver::answering(OK).url()).run();
    assert!(run.stderr.contains("no Hangul"), "{run:?}");
}
