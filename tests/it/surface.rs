//! The command line as a table: lines that are right, and lines that are wrong in one way.

use crate::support::Tool;

#[test]
fn wrong_lines_get_one_sentence_and_the_nearest_right_thing() {
    for (line, parts) in [
        ("send", &["<EVENT>"][..]),
        ("send cashbil.issue :1", &["cashbil.issue", "did you mean `cashbill.issue`?", "events list"]),
        ("send cashbill.issued :1", &["did you mean `cashbill.issue`?"]),
        ("send qqq :1", &["qqq", "events list"]),
        ("sned cashbill.issue", &["sned", "did you mean `send`?"]),
        ("send cashbill.issue :1 --sed 1", &["--sed", "did you mean `--seed`?"]),
        ("send cashbill.issue :1 --seed x", &["x", "--seed"]),
        ("send cashbill.issue :1 --seed 1 --seed 2", &["--seed", "multiple times"]),
        ("send cashbill.issue :1 -m 10", &["10", "--max-time"]),
        ("send cashbill.issue :1 -m -5s", &["-5"]),
        ("send cashbill.issue :1 --at yesterday", &["yesterday", "yyyyMMddHHmmss"]),
        ("send cashbill.issue :1 --edition old", &["old", "--edition", "did you mean"]),
        ("send cashbill.issue :1 --corp-num 123", &["123", "ten digits"]),
        ("send cashbill.issue :1 --resolve a:b", &["HOST:PORT:ADDRESS"]),
        ("send cashbill.issue :1 --invoice-type 101", &["cashbill.issue"]),
        ("send nts.sales :1 --invoice-type 302", &["302"]),
        ("send nts.consigned :1 --invoice-type 101", &["nts.consigned", "101"]),
        ("send cashbill.issue ftp://a/", &["neither http nor https"]),
        ("send cashbill.issue http://u:p@a/", &["--basic"]),
        ("send cashbill.issue :0", &["0"]),
        ("send cashbill.issue http://a/#b", &["#"]),
        ("send cashbill.issue :1 --dry-run --curl", &["--dry-run", "--curl"]),
        ("send cashbill.issue", &["no URL", "popbill-hook.toml", "popbill-hook init"]),
        ("send cashbill.issue :1 --config missing.toml", &["missing.toml"]),
        ("events", &["list", "show"]),
        ("events show nts.sale", &["did you mean `nts.sales`?"]),
        ("events schema nts.sale", &["did you mean `nts.sales`?"]),
        ("events catalog --as swagger", &["swagger", "openapi"]),
        ("completions tcsh", &["tcsh"]),
        ("man nothing", &["nothing", "send"]),
        ("send cashbill.issue :1 --color blue", &["blue"]),
    ] {
        let outcome = Tool::line(line).run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{line}: {outcome:?}");
        for part in parts {
            assert!(outcome.stderr.contains(part), "{line}: no {part:?} in {}", outcome.stderr);
        }
        assert!(!outcome.stderr.contains("panicked"), "{line}");
    }
}

#[test]
fn under_json_an_error_is_also_a_line() {
    for line in ["send cashbil.issue :1 --json", "send cashbill.issue --json", "judge missing --json", "--json send"] {
        let outcome = Tool::line(line).run();
        let error = outcome.json_of("error");
        assert_eq!((outcome.code, &error["code"]), (2, &2.into()), "{line}");
        assert!(outcome.stderr.contains(error["message"].as_str().unwrap()), "{outcome:?}");
        assert!(error["hints"].is_array());
    }
}

#[test]
fn right_lines_are_read() {
    for line in [
        "send cashbill.issue :8080 --dry-run",
        "send cashbill.issue 8080 --dry-run",
        "send cashbill.issue localhost:8080 --dry-run",
        "send cashbill.issue http://[::1]:8080/pbconnect?tenant=1 --dry-run",
        "send cashbill.issue https://receiver.example/ --dry-run",
        "send nts.revised :1 --invoice-type 404 --dry-run",
        "send taxinvoice.issue :1 --at 20260105100000 --seed 18446744073709551615 --dry-run",
        "send taxinvoice.issue :1 --at 2026-01-05T10:00:00+09:00 --dry-run",
        "send cashbill.issue :1 -m 500ms --connect-timeout 1m --dry-run",
        "--json send cashbill.issue :1 --dry-run",
        "events list",
        "events show nts.sales --edition classic",
        "events schema nts.sales",
        "events schema nts-taxinvoice",
        "--help",
        "send --help",
        "--version",
    ] {
        let outcome = Tool::line(line).run();
        assert_eq!(outcome.code, 0, "{line}: {outcome:?}");
        assert_ne!(outcome.stdout, "");
    }
}

#[test]
fn every_flag_has_a_variable() {
    for (name, value, flag) in [
        ("POPBILL_HOOK_SEED", "7", "--seed 7"),
        ("POPBILL_HOOK_EDITION", "classic", "--edition classic"),
        ("POPBILL_HOOK_CORP_NUM", "1234567891", "--corp-num 1234567891"),
        ("POPBILL_HOOK_URL", ":9", ":9"),
        ("POPBILL_HOOK_AT", "20250301090000", "--at 20250301090000"),
    ] {
        let common = "send nts.sales --seed 7 --mid m --dry-run";
        let base = if name == "POPBILL_HOOK_SEED" { common.replace("--seed 7 ", "") } else { common.to_owned() };
        let url = if name == "POPBILL_HOOK_URL" { "" } else { " :9" };
        let by_variable = Tool::line(&format!("{base}{url}")).env(name, value).run();
        let by_flag = Tool::line(&format!("{base}{url} {flag}")).run();
        assert_eq!((by_variable.code, by_variable.stdout), (0, by_flag.stdout), "{name}");
    }
}
