//! `popbill-hook.toml`: found upward, routing, precedence, `init`.

use crate::support::{OK, Receiver, Scratch, Tool};

#[test]
fn init_writes_a_file_that_works_and_never_over_another() {
    let scratch = Scratch::new();
    let outcome = Tool::line("init").dir(scratch.path()).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (0, "wrote popbill-hook.toml\n"));
    let path = scratch.path().join("popbill-hook.toml");
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.contains("[test]"), "{written}");
    assert_eq!(Tool::line("send cashbill.issue --dry-run").dir(scratch.path()).run().code, 0);
    std::fs::write(&path, "mine").unwrap();
    Tool::line("init").dir(scratch.path()).run().is_usage_error(&["popbill-hook.toml exists", "--force"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(Tool::line("init --force").dir(scratch.path()).run().code, 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), written);
    let json = Tool::line("init other.toml --json").dir(scratch.path()).run();
    assert_eq!(json.json_of("file")["path"], "other.toml");
}

#[test]
fn init_where_nothing_can_be_written_is_a_local_failure() {
    let outcome = Tool::line("init missing/dir/x.toml").run();
    assert_eq!(outcome.code, 5, "{outcome:?}");
}

#[test]
fn events_find_their_receiver() {
    let [integrated, cash, acme, production] = [(); 4].map(|()| Receiver::answering(OK));
    let scratch = Scratch::new();
    scratch.write(
        "popbill-hook.toml",
        format!(
            "[test]\nurl = \"{}\"\napi_key_env = \"PB_KEY\"\nmax_time = \"3s\"\n\
             [test.cashbill]\nurl = \"{}\"\nbasic_env = \"PB_BASIC\"\n\
             [test.cashbill.individual]\n\"1234567891\" = \"{}\"\n\
             [production]\nurl = \"{}\"\n",
            integrated.url(),
            cash.url(),
            acme.url(),
            production.url()
        ),
    );
    let below = scratch.path().join("deep/er");
    std::fs::create_dir_all(&below).unwrap();
    let send = |line: &str| {
        let outcome = Tool::line(line).dir(&below).env("PB_KEY", "K").env("PB_BASIC", "a:b").run();
        assert_eq!(outcome.code, 0, "{outcome:?}");
    };
    send("send taxinvoice.issue");
    assert!(integrated.request_parts().0.contains("\r\nX-Api-Key: K\r\n"));
    send("send cashbill.issue --corp-num 6798700433");
    assert!(cash.request_parts().0.contains("\r\nAuthorization: Basic YTpi\r\n"));
    send("send cashbill.issue --corp-num 1234567891");
    assert!(acme.request_parts().0.contains("\r\nPb-Webhook-Corpnum: 1234567891\r\n"));
    send("send cashbill.issue --env production --corp-num 1234567891");
    let (head, _) = production.request_parts();
    assert!(!head.contains("Authorization") && !head.contains("X-Api-Key"), "{head}");
}

#[test]
fn a_files_secret_is_not_sent_to_another_url() {
    let elsewhere = Receiver::answering(OK);
    let scratch = Scratch::new();
    scratch.write("popbill-hook.toml", "[test]\nurl = \"http://127.0.0.1:9\"\napi_key_env = \"PB_KEY\"\n");
    Tool::line("send cashbill.issue").arg(elsewhere.url()).dir(scratch.path()).env("PB_KEY", "K").run();
    assert!(!elsewhere.request_parts().0.contains("X-Api-Key"));
    let same = format!("[test]\nurl = \"http://127.0.0.1:{}/a\"\napi_key_env = \"PB_KEY\"\n", elsewhere.port);
    scratch.write("popbill-hook.toml", same);
    Tool::line("send cashbill.issue").arg(elsewhere.url()).dir(scratch.path()).env("PB_KEY", "K").run();
    assert!(elsewhere.request_parts().0.contains("\r\nX-Api-Key: K\r\n"));
}

#[test]
fn flags_come_before_variables_before_the_file() {
    let receiver = Receiver::answering(OK);
    let scratch = Scratch::new();
    let text = format!("[test]\nurl = \"{}\"\nedition = \"classic\"\napi_key_env = \"PB_KEY\"\n", receiver.url());
    let config = scratch.write("conf/mine.toml", text);
    let tool = |line: &str| Tool::line(line).arg("--config").arg(&config).env("PB_KEY", "file");
    tool("send nts.sales").run();
    let (head, _) = receiver.request_parts();
    assert!(head.contains("TAXINVOICE.STATE") && head.contains("X-Api-Key: file"), "{head}");
    tool("send nts.sales").env("POPBILL_HOOK_EDITION", "current").env("POPBILL_HOOK_API_KEY", "variable").run();
    let (head, _) = receiver.request_parts();
    assert!(head.contains("HT.TAXINVOICEXML") && head.contains("X-Api-Key: variable"), "{head}");
    tool("send nts.sales --edition classic --api-key flag").env("POPBILL_HOOK_EDITION", "current").run();
    let (head, _) = receiver.request_parts();
    assert!(head.contains("TAXINVOICE.STATE") && head.contains("X-Api-Key: flag"), "{head}");
}

#[test]
fn wrong_files_are_named_with_line_and_nearest() {
    let scratch = Scratch::new();
    for (text, parts) in [
        ("[test]\nulr = \"http://a\"\n", &["popbill-hook.toml", "2", "ulr", "`url`"][..]),
        ("[tset]\n", &["1", "tset", "`test`"]),
        ("[test]\nmax_time = \"10\"\n", &["2", "max_time"]),
        ("[test]\nurl = \"ftp://a\"\n", &["2", "neither http nor https"]),
        ("[test]\napi_key = \"hunter2\"\n", &["2", "api_key_env"]),
        ("[test]\nurl = \n", &["2"]),
        ("[test.cashbill.individual]\n\"12\" = \"http://a\"\n", &["2", "12"]),
    ] {
        scratch.write("popbill-hook.toml", text);
        let outcome = Tool::line("send cashbill.issue :1").dir(scratch.path()).run();
        outcome.is_usage_error(parts);
        assert!(!outcome.stderr.contains("hunter2"), "{outcome:?}");
    }
}

#[test]
fn missing_routes_tables_and_variables_are_named() {
    let scratch = Scratch::new();
    scratch.write("popbill-hook.toml", "[test.cashbill]\nurl = \"http://127.0.0.1:9\"\napi_key_env = \"PB_UNSET\"\n");
    let run = |line: &str| Tool::line(line).dir(scratch.path()).run();
    run("send taxinvoice.issue").is_usage_error(&["[test]", "taxinvoice"]);
    run("send taxinvoice.issue --env production").is_usage_error(&["[production]"]);
    run("send cashbill.issue").is_usage_error(&["PB_UNSET", "popbill-hook.toml"]);
    run("send cashbill.issue --env staging").is_usage_error(&["staging"]);
}

#[test]
fn the_files_policy_is_what_follows_a_rejection() {
    let receiver = Receiver::answering(b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
    let scratch = Scratch::new();
    scratch.write("popbill-hook.toml", "[test]\npolicy = { retries = 2, interval = \"90s\" }\n");
    let outcome = Tool::line("send cashbill.issue").arg(receiver.url()).dir(scratch.path()).run();
    assert!(outcome.stdout.contains("up to 2 times, 1 min 30 s apart (your policy)"), "{}", outcome.stdout);
}
