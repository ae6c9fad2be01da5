//! A flag wins over a variable, also over one that contradicts it.

use serde_json::json;

use crate::support::listener::post;
use crate::support::{Listener, OK, Receiver, Scratch, Tool};

#[test]
fn a_typed_flag_wins_over_a_variable_it_contradicts() {
    let receiver = Receiver::answering(OK);
    let scratch = Scratch::new();
    let store = scratch.path().join("h.db");
    let sent =
        Tool::line("send cashbill.issue --no-history").arg(receiver.url()).env("POPBILL_HOOK_STORE", &store).run();
    assert_eq!(sent.code, 0, "{sent:?}");
    assert!(!store.exists(), "--no-history was typed");
    for no in ["1", "0"] {
        let tool = Tool::line("send cashbill.issue --store").arg(&store).arg(receiver.url());
        let sent = tool.env("POPBILL_HOOK_NO_HISTORY", no).run();
        assert_eq!(sent.code, 0, "{sent:?}");
    }
    assert_eq!(Tool::line("history --json --store").arg(&store).run().json().len(), 2, "--store was typed");
    for (line, variable, value, part) in [
        ("send cashbill.issue :1 --curl", "POPBILL_HOOK_DRY_RUN", "1", "curl "),
        ("send cashbill.issue :1 --dry-run", "POPBILL_HOOK_CURL", "1", "POST / HTTP/1.1"),
        ("history prune --keep 1 --yes", "POPBILL_HOOK_ALL", "1", "deleted 0 captures and 1 deliver"),
        ("listen :0 --expect-none --within 1ms", "POPBILL_HOOK_EXPECT", "cashbill.issue", "none"),
        ("listen :0 --forward-to :1 --within 1ms", "POPBILL_HOOK_RESPOND", "status:500", "passes requests on"),
        ("listen :0 --respond status:500 --within 1ms", "POPBILL_HOOK_FORWARD_TO", ":1", "answers: status:500"),
    ] {
        let outcome = Tool::line(line).env(variable, value).env("POPBILL_HOOK_STORE", &store).run();
        assert!(outcome.code == 0 && outcome.stdout.contains(part), "{line} with {variable}: {outcome:?}");
    }
}

#[test]
fn a_variable_that_says_no_contradicts_nothing() {
    let scratch = Scratch::new();
    let receiver = Receiver::answering(OK);
    for no in ["0", "false", "off", "no", ""] {
        let tool = Tool::line("send cashbill.issue").arg(receiver.url());
        let tool = tool.env("POPBILL_HOOK_NO_HISTORY", no).env("POPBILL_HOOK_STORE", scratch.path().join("h.db"));
        assert_eq!(tool.run().code, 0, "{no:?}");
    }
}

#[test]
fn what_is_contradicted_on_the_line_or_between_variables_stays_an_error() {
    Tool::line("send cashbill.issue :1 --curl --dry-run").run().is_usage_error(&["--curl", "--dry-run"]);
    let both =
        Tool::line("send cashbill.issue :1").env("POPBILL_HOOK_CURL", "1").env("POPBILL_HOOK_DRY_RUN", "1").run();
    both.is_usage_error(&["--curl", "--dry-run"]);
    let other = Tool::line("send cashbil.issue :1 --curl").env("POPBILL_HOOK_DRY_RUN", "1").run();
    other.is_usage_error(&["cashbil.issue", "cashbill.issue"]);
}

#[test]
fn json_by_a_variable_holds_for_usage_errors_too() {
    for (value, lines) in [("1", 1), ("true", 1), ("0", 0), ("", 0)] {
        let outcome = Tool::line("bogus").env("POPBILL_HOOK_JSON", value).run();
        assert_eq!((outcome.code, outcome.json().len()), (2, lines), "{value:?}");
        assert!(outcome.stderr.starts_with("error: "), "{outcome:?}");
    }
    let outcome = Tool::line("bogus").env("POPBILL_HOOK_JSON", "1").run();
    assert_eq!(outcome.json_of("error")["code"], json!(2));
}

#[test]
fn an_address_to_listen_on_may_be_a_url() {
    let listener = Listener::start(&[]);
    assert!(listener.say(&post("{}")).ends_with("OK"));
    let taken = Tool::line("listen --no-history").arg(format!("http://localhost:{}/pbconnect", listener.port)).run();
    assert!(taken.code == 5 && taken.stderr.contains("cannot listen on 127.0.0.1:"), "{taken:?}");
    Tool::line("listen --no-history http://localhost:9854 --tls self-signed").run().is_usage_error(&["https"]);
}

#[test]
fn a_variable_that_is_set_to_nothing_is_not_set() {
    let receiver = Receiver::answering(OK);
    let empty = ["MAX_TIME", "RETRY", "SEED", "AT", "PROXY", "CONFIG", "STORE", "HEADER", "API_KEY", "FAULT", "DATA"];
    let line = Tool::line("send cashbill.issue --json").arg(receiver.url());
    let run = empty.iter().fold(line, |tool, name| tool.env(&format!("POPBILL_HOOK_{name}"), "")).run();
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.json_of("attempt")["corp_num"].is_string() && receiver.request_parts().1.starts_with(b"{"), "{run:?}");
}
