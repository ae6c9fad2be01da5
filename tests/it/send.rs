//! `send`: the request on the wire, the answer on the screen.

use serde_json::{Value, json};

use crate::support::{OK, Receiver, Scratch, Tool};

const JSON_OK: &[u8] =
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"result\":\"OK\"}";
const QUOTED: &[u8] =
    b"HTTP/1.1 200 OK\r\nServer: uvicorn\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n\"OK\"";
const FAIL: &[u8] = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\n\r\noops";

fn body_of(receiver: &Receiver) -> Value {
    serde_json::from_slice(&receiver.request_parts().1).unwrap()
}

#[test]
fn the_request_is_popbills_to_the_letter() {
    let receiver = Receiver::answering(OK);
    let outcome = Tool::line(
        "send cashbill.issue --seed 1 --mid 016120000002-1777d55c2c41492ab06826d --corp-num 1234567891 -u TEST:123",
    )
    .arg(receiver.url())
    .run();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let (head, body) = receiver.request_parts();
    assert_eq!(
        head,
        format!(
            "POST /pbconnect HTTP/1.1\r\n\
             Host: 127.0.0.1:{}\r\n\
             Accept: text/plain, */*\r\n\
             User-Agent: Popbill Webhook executor (CASHBILL.STATE)\r\n\
             Pb-Webhook-Type: CASHBILL.STATE\r\n\
             Pb-Webhook-EventType: Issue\r\n\
             Pb-Webhook-MID: 016120000002-1777d55c2c41492ab06826d\r\n\
             Pb-Webhook-Corpnum: 1234567891\r\n\
             Content-Type: application/json\r\n\
             Authorization: Basic VEVTVDoxMjM=\r\n\
             Connection: keep-alive\r\n\
             Content-Length: {}\r\n\r\n",
            receiver.port,
            body.len()
        )
    );
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(
        (&body["corpNum"], &body["stateCode"], &body["eventType"]),
        (&json!("1234567891"), &json!(300), &json!("Issue"))
    );
}

#[test]
fn headers_follow_product_and_edition() {
    for (event, edition, webhook_type, event_type) in [
        ("nts.sales", "current", "HT.TAXINVOICEXML", None),
        ("nts.sales", "classic", "TAXINVOICE.STATE", None),
        ("nts.cashbill", "current", "HT.CASHBILL", None),
        ("taxinvoice.nts-success", "current", "TAXINVOICE.STATE", Some("NTS")),
        ("statement.cancel", "current", "STATEMENT.STATE", Some("Cancel")),
        ("kakao.result", "current", "KAKAO.STATE", None),
    ] {
        let receiver = Receiver::answering(OK);
        let outcome = Tool::line(&format!("send {event} --edition {edition}")).arg(receiver.url()).run();
        assert_eq!(outcome.code, 0, "{outcome:?}");
        let (head, _) = receiver.request_parts();
        assert!(head.contains(&format!("Pb-Webhook-Type: {webhook_type}\r\n")), "{head}");
        assert!(head.contains(&format!("Popbill Webhook executor ({webhook_type})\r\n")), "{head}");
        let found = head.lines().find_map(|line| line.strip_prefix("Pb-Webhook-EventType: "));
        assert_eq!(found, event_type, "{event}");
    }
}

#[test]
fn manual_is_said_in_body_and_header() {
    let receiver = Receiver::answering(OK);
    Tool::line("send cashbill.nts-success --manual").arg(receiver.url()).run();
    let (head, body) = receiver.request_parts();
    assert!(head.contains("Pb-Webhook-EventType: MANUAL\r\n"), "{head}");
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap()["eventType"], "MANUAL");
    Tool::line("send nts.sales :1 --manual").run().is_usage_error(&["nts.sales"]);
}

#[test]
fn an_accepted_answer_on_the_screen() {
    let receiver = Receiver::answering(JSON_OK);
    let outcome = Tool::line("send cashbill.issue --seed 1").arg(receiver.url()).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let lines: Vec<_> = outcome.stdout.lines().collect();
    assert_eq!(lines[0], format!("cashbill.issue → {}", receiver.url()));
    assert!(lines[1].starts_with("  CASHBILL.STATE Issue · MID ") && lines[1].ends_with(" · --seed 1"), "{}", lines[1]);
    assert!(lines[2].starts_with("  200 OK in ") && lines[2].ends_with(", 15 bytes, application/json"), "{}", lines[2]);
    assert_eq!(lines[3], "  | {\"result\":\"OK\"}");
    assert_eq!(lines[4], "accepted: json");
}

#[test]
fn a_tolerated_answer_is_a_success_unless_strict() {
    let receiver = Receiver::answering(QUOTED);
    let outcome = Tool::line("send cashbill.issue").arg(receiver.url()).run();
    assert_eq!(outcome.code, 0);
    for part in ["tolerated: json-quoted-string", "FastAPI", "cause: ", "fix: "] {
        assert!(outcome.stdout.contains(part), "{}", outcome.stdout);
    }
    let strict = Tool::line("send cashbill.issue --strict --json").arg(receiver.url()).run();
    assert_eq!((strict.code, &strict.json_of("delivery")["outcome"]), (1, &json!("acknowledged")));
}

#[test]
fn a_rejected_answer_says_what_popbill_would_do() {
    let receiver = Receiver::answering(FAIL);
    let outcome = Tool::line("send cashbill.issue").arg(receiver.url()).run();
    assert_eq!(outcome.code, 1);
    for part in [
        "rejected: server-error",
        "| oops",
        "next: POPBiLL would send it again up to 4 times, 5 minutes apart (overview)",
    ] {
        assert!(outcome.stdout.contains(part), "{}", outcome.stdout);
    }
    let classic = Tool::line("send nts.sales --edition classic").arg(receiver.url()).run();
    assert!(classic.stdout.contains("up to 2 times, 5 minutes apart (NTS page)"), "{}", classic.stdout);
}

#[test]
fn json_lines_are_the_documented_ones() {
    let receiver = Receiver::answering(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nOK\xff");
    let outcome = Tool::line("send taxinvoice.issue --seed 3 --json").arg(receiver.url()).run();
    let (attempt, delivery) = (outcome.json_of("attempt"), outcome.json_of("delivery"));
    assert_eq!(outcome.json().len(), 2);
    assert_eq!(attempt["delivery"], delivery["delivery"]);
    for (field, value) in [
        ("event", json!("taxinvoice.issue")),
        ("url", json!(receiver.url())),
        ("attempt", json!(1)),
        ("of", json!(1)),
        ("status", json!(200)),
        ("verdict", json!("rejected")),
        ("slug", json!("undecodable-text")),
        ("category", json!("format-mismatch")),
        ("body", Value::Null),
        ("body_base64", json!("T0v/")),
        ("seed", json!(3)),
    ] {
        assert_eq!(attempt[field], value, "{field}");
    }
    assert_eq!((&delivery["outcome"], &delivery["attempts"]), (&json!("exhausted"), &json!(1)));
}

#[test]
fn fields_are_set_left_out_and_refused() {
    let receiver = Receiver::answering(OK);
    let outcome =
        Tool::new(["send", "nts.sales", "--seed", "1", "--set", "remark1=비고 = 1", "--set", "invoiceType:=101"])
            .arg("--set=detailList[0].qty=3.5")
            .arg("--set=remark2=x")
            .arg("--unset=remark2")
            .arg(receiver.url())
            .run();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let body = body_of(&receiver);
    assert_eq!(
        (&body["remark1"], &body["invoiceType"], &body["detailList"][0]["qty"]),
        (&json!("비고 = 1"), &json!(101), &json!("3.5"))
    );
    assert_eq!(body.get("remark2"), None);
    Tool::line("send nts.sales :1 --set remrk1=x").run().is_usage_error(&["remrk1", "did you mean `remark1`?"]);
    Tool::line("send nts.sales :1 --set detailList[0].qtty=x").run().is_usage_error(&["detailList[0].qty"]);
    Tool::line("send nts.sales :1 --set remark1").run().is_usage_error(&["no `=`"]);
    Tool::line("send cashbill.issue :1 --set stateCode:=3x").run().is_usage_error(&["stateCode", "not JSON"]);
}

#[test]
fn exact_bytes_are_sent_as_they_are() {
    let scratch = Scratch::new();
    let bytes: Vec<u8> = (0..=255).collect();
    let file = scratch.write("body.bin", &bytes);
    for (data, input, expected) in [
        (format!("@{}", file.display()), &b""[..], bytes.as_slice()),
        ("-".to_owned(), b"\xb0\xa1\n", b"\xb0\xa1\n"),
        ("{\"a\":1}".to_owned(), b"", b"{\"a\":1}"),
        (String::new(), b"", b""),
    ] {
        let receiver = Receiver::answering(OK);
        let outcome = Tool::line("send cashbill.issue --json -d").arg(data).arg(receiver.url()).input(input).run();
        assert_eq!(outcome.code, 0, "{outcome:?}");
        let (head, body) = receiver.request_parts();
        assert_eq!(body, expected);
        assert!(head.contains(&format!("Content-Length: {}\r\n", expected.len())));
        assert_eq!(outcome.json_of("attempt")["seed"], Value::Null);
    }
    Tool::line("send cashbill.issue :1 -d @missing.json").run().is_usage_error(&["missing.json"]);
    Tool::line("send cashbill.issue :1 -d x --set a=b").run().is_usage_error(&["--set", "--data"]);
}

#[test]
fn one_seed_is_one_request_and_no_seed_is_another_each_time() {
    let receiver = Receiver::answering(OK);
    let send = |flags: &str| {
        Tool::line(&format!("send taxinvoice.issue {flags}")).arg(receiver.url()).run();
        receiver.request()
    };
    assert_eq!(send("--seed 9"), send("--seed 9"));
    assert_ne!(send("--seed 9"), send("--seed 10"));
    assert_ne!(send(""), send(""));
}

#[test]
fn headers_are_added_replaced_and_taken_away() {
    let receiver = Receiver::answering(OK);
    Tool::new(["send", "cashbill.issue", "-H", "X-Tenant: acme", "-H", "content-type: text/xml", "-H", "Accept:"])
        .args(["-H", "X-Tenant: twice"])
        .arg(receiver.url())
        .run();
    let (head, _) = receiver.request_parts();
    assert!(head.contains("\r\nX-Tenant: acme\r\nX-Tenant: twice\r\n"), "{head}");
    assert!(head.contains("\r\ncontent-type: text/xml\r\n") && !head.contains("application/json"), "{head}");
    assert!(!head.contains("Accept:"), "{head}");
    for bad in ["no colon", "Content-Length: 3", "X: a\nb", "X: 한글"] {
        Tool::new(["send", "cashbill.issue", ":1", "-H", bad]).run().is_usage_error(&["header"]);
    }
}

#[test]
fn credentials_come_from_flags_before_variables() {
    let receiver = Receiver::answering(OK);
    for (flags, variables, expected) in [
        ("--api-key K1", vec![], "X-Api-Key: K1"),
        ("", vec![("POPBILL_HOOK_API_KEY", "K2")], "X-Api-Key: K2"),
        ("-u a:b", vec![("POPBILL_HOOK_API_KEY", "K2")], "Authorization: Basic YTpi"),
    ] {
        let tool = Tool::line(&format!("send cashbill.issue {flags}")).arg(receiver.url());
        variables.into_iter().fold(tool, |tool, (name, value)| tool.env(name, value)).run();
        let (head, _) = receiver.request_parts();
        assert!(head.contains(&format!("\r\n{expected}\r\n")), "{head}");
        assert_eq!(head.matches("X-Api-Key").count() + head.matches("Authorization").count(), 1);
    }
    Tool::line("send cashbill.issue :1 -u a:b --api-key k").run().is_usage_error(&["--basic", "--api-key"]);
    let both =
        Tool::line("send cashbill.issue :1").env("POPBILL_HOOK_BASIC", "a:b").env("POPBILL_HOOK_API_KEY", "k").run();
    both.is_usage_error(&["POPBILL_HOOK_BASIC", "POPBILL_HOOK_API_KEY"]);
    Tool::line("send cashbill.issue :1 -u nocolon").run().is_usage_error(&["USER:PASSWORD"]);
}

#[test]
fn a_dry_run_prints_the_exact_request_and_sends_nothing() {
    let receiver = Receiver::answering(OK);
    let flags = "send cashbill.issue --seed 1 --mid m";
    let dry = Tool::line(flags).arg(receiver.url()).arg("--dry-run").run();
    assert_eq!((dry.code, receiver.connections()), (0, 0), "{dry:?}");
    Tool::line(flags).arg(receiver.url()).run();
    let sent = String::from_utf8(receiver.request()).unwrap();
    assert_eq!(dry.stdout, sent.replace("\r\n", "\n") + "\n");
    let secret = Tool::line("send cashbill.issue :1 --dry-run --api-key hunter2").run();
    assert!(secret.stdout.contains("X-Api-Key: $POPBILL_HOOK_API_KEY\n") && !secret.stdout.contains("hunter2"));
    let line = Tool::line("send cashbill.issue :1 --dry-run --json -u a:hunter2").run().json_of("request");
    assert!(line["headers"].to_string().contains("Basic $POPBILL_HOOK_BASIC"), "{line}");
}

#[test]
fn ports_popbill_does_not_call_are_noted_but_not_on_loopback() {
    let outcome = Tool::line("send cashbill.issue http://receiver.example:8080/ --dry-run").run();
    assert!(outcome.stderr.contains("8080") && outcome.stderr.contains("9854"), "{}", outcome.stderr);
    for quiet in [
        "http://receiver.example/",
        "https://receiver.example/",
        "http://receiver.example:9854/",
        "http://127.0.0.1:8080/",
    ] {
        assert_eq!(Tool::line("send cashbill.issue --dry-run").arg(quiet).run().stderr, "", "{quiet}");
    }
}

#[test]
fn loopback_is_never_proxied_and_other_hosts_are() {
    let proxy = Receiver::answering(OK);
    let receiver = Receiver::answering(OK);
    let proxy_url = format!("http://user:secret@127.0.0.1:{}", proxy.port);
    Tool::line("send cashbill.issue")
        .arg(receiver.url())
        .env("HTTP_PROXY", &proxy_url)
        .env("http_proxy", &proxy_url)
        .run();
    assert_eq!((proxy.connections(), receiver.connections()), (0, 1));
    for tool in [
        Tool::line("send cashbill.issue http://receiver.example/pb").env("http_proxy", &proxy_url),
        Tool::line("send cashbill.issue http://receiver.example/pb -x").arg(&proxy_url),
    ] {
        let outcome = tool.run();
        assert_eq!(outcome.code, 0, "{outcome:?}");
        let (head, _) = proxy.request_parts();
        assert!(head.starts_with("POST http://receiver.example/pb HTTP/1.1\r\nHost: receiver.example\r\n"), "{head}");
        assert!(head.contains("\r\nProxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n"), "{head}");
        assert!(!format!("{outcome:?}").contains("secret"));
    }
    let spared = Tool::line("send cashbill.issue http://receiver.invalid/ --json")
        .env("http_proxy", &proxy_url)
        .env("no_proxy", "receiver.invalid")
        .run();
    assert_eq!(spared.json_of("attempt")["slug"], "dns");
    let socks = Tool::line("send cashbill.issue http://receiver.example/ -x socks5://127.0.0.1:1").run();
    assert!(socks.code == 2 && socks.stderr.contains("http:// proxy"), "{socks:?}");
}

#[test]
fn a_tunnel_that_is_refused_is_named() {
    let proxy = Receiver::playing(vec![
        crate::support::Step::ReadSome(30),
        crate::support::Step::send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"),
    ]);
    let outcome = Tool::line("send cashbill.issue https://receiver.example/ --json -x")
        .arg(format!("http://127.0.0.1:{}", proxy.port))
        .run();
    let attempt = outcome.json_of("attempt");
    assert_eq!((outcome.code, &attempt["slug"]), (3, &json!("connection-refused")));
    assert!(attempt["detail"].as_str().unwrap().contains("proxy"), "{attempt}");
}

#[test]
fn wrong_check_digits_are_noted_and_sent() {
    let receiver = Receiver::answering(OK);
    let outcome = Tool::line("send cashbill.issue --corp-num 123-45-67890").arg(receiver.url()).run();
    assert!(outcome.code == 0 && outcome.stderr.contains("check digit"), "{outcome:?}");
    assert_eq!(body_of(&receiver)["corpNum"], "1234567890");
}

#[test]
fn verbose_shows_both_heads_without_secrets() {
    let receiver = Receiver::answering(JSON_OK);
    let outcome = Tool::line("send cashbill.issue -v --api-key hunter2").arg(receiver.url()).run();
    for part in ["> POST /pbconnect HTTP/1.1", "> X-Api-Key: $POPBILL_HOOK_API_KEY", "< Content-Type: application/json"]
    {
        assert!(outcome.stdout.contains(part), "{part}: {}", outcome.stdout);
    }
    assert!(!outcome.stdout.contains("hunter2"));
}

#[test]
fn every_event_in_both_editions_is_sent_and_accepted() {
    let receiver = Receiver::answering_in_turn(&[OK]);
    for kind in &popbill_hook::event::CATALOG {
        for edition in ["current", "classic"] {
            let line = format!("send {} --edition {edition} --json", kind.id);
            let outcome = Tool::line(&line).arg(receiver.url()).run();
            assert_eq!((outcome.code, &outcome.json_of("attempt")["event"]), (0, &json!(kind.id)), "{line}");
        }
    }
}
