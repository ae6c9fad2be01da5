//! `events`: list, show, new, check, schema, catalog.

use serde_json::{Value, json};

use popbill_hook::event::CATALOG;

use crate::support::{Scratch, Tool};

#[test]
fn the_list_has_every_event_in_both_languages() {
    let outcome = Tool::line("events list").run();
    assert_eq!((outcome.code, outcome.stdout.lines().count()), (0, CATALOG.len()));
    for (line, kind) in outcome.stdout.lines().zip(&CATALOG) {
        assert!(line.starts_with(kind.id) && line.contains(kind.title) && line.contains(kind.title_ko), "{line}");
    }
    let lines = Tool::line("events list --json --edition classic").run().json();
    assert_eq!(lines.len(), CATALOG.len());
    let sales = lines.iter().find(|line| line["id"] == "nts.sales").unwrap();
    assert_eq!((&sales["webhook_type"], &sales["event_type"]), (&json!("TAXINVOICE.STATE"), &Value::Null));
}

#[test]
fn an_event_is_shown_with_fields_codes_sources_and_an_example() {
    let outcome = Tool::line("events show cashbill.nts-failure").run();
    for part in [
        "Pb-Webhook-Type: CASHBILL.STATE",
        "stateCode: 305",
        "franchiseCorpNum",
        "ntsresultCode",
        "cashbill page",
        "\"stateCode\": 305",
    ] {
        assert!(outcome.stdout.contains(part), "{part}: {}", outcome.stdout);
    }
    let partly = Tool::line("events show kakao.result").run();
    assert!(partly.stdout.contains("documented in part"), "{}", partly.stdout);
    let line = Tool::line("events show nts.sales --json").run().json_of("event");
    let fields = line["fields"].as_array().unwrap();
    let send_date = fields.iter().find(|field| field["path"] == "sendDate").unwrap();
    assert_eq!(send_date["required"], json!(true));
    let classic = Tool::line("events show nts.sales --json --edition classic").run().json_of("event");
    assert!(!classic["fields"].to_string().contains("\"sendDate\""));
}

#[test]
fn new_payloads_are_valid_and_the_seed_is_told() {
    for kind in &CATALOG {
        for edition in ["current", "classic"] {
            let payload = Tool::line(&format!("events new {} --edition {edition} --seed 5", kind.id)).run();
            assert!(payload.code == 0 && payload.stderr.contains("--seed 5"), "{payload:?}");
            let webhook_type = kind.family.webhook_type(edition.parse().unwrap());
            let checked = Tool::line(&format!("events check --json --edition {edition} --webhook-type {webhook_type}"))
                .input(payload.stdout)
                .run();
            let line = checked.json_of("payload");
            assert_eq!((checked.code, &line["valid"]), (0, &json!(true)), "{} {edition}: {line}", kind.id);
        }
    }
}

#[test]
fn a_random_seed_is_told_and_makes_the_payload_again() {
    let first = Tool::line("events new taxinvoice.issue --at 20260301120000").run();
    let seed = first.stderr.split("--seed ").nth(1).unwrap().split(' ').next().unwrap();
    let second = Tool::line(&format!("events new taxinvoice.issue --at 20260301120000 --seed {seed}")).run();
    assert_eq!(first.stdout, second.stdout);
}

#[test]
fn all_sixteen_invoice_types_can_be_made() {
    for number in [101, 102, 103, 104, 105, 201, 202, 203, 204, 205, 301, 303, 304, 401, 403, 404] {
        let made = ["nts.sales", "nts.purchase", "nts.revised", "nts.consigned", "nts.exempt", "nts.foreigner"]
            .iter()
            .any(|event| {
                let outcome = Tool::line(&format!("events new {event} --seed 1 --invoice-type {number}")).run();
                outcome.code == 0 && serde_json::from_str::<Value>(&outcome.stdout).unwrap()["invoiceType"] == number
            });
        assert!(made, "{number}");
    }
}

#[test]
fn problems_have_a_place_a_rule_and_a_sentence() {
    let scratch = Scratch::new();
    let payload = Tool::line("events new cashbill.nts-success --seed 1").run().stdout;
    let mut body: Value = serde_json::from_str(&payload).unwrap();
    body["itemKey"] = json!("12");
    body["stateCode"] = json!("304");
    body["unheardOf"] = json!(1);
    let file = scratch.write("bad.json", body.to_string());
    let outcome = Tool::line("events check --json").arg(&file).run();
    let line = outcome.json_of("payload");
    assert_eq!((outcome.code, &line["valid"], &line["event"]), (1, &json!(false), &json!("cashbill.nts-success")));
    let paths: Vec<_> =
        line["findings"].as_array().unwrap().iter().map(|finding| finding["path"].as_str().unwrap()).collect();
    for path in ["/itemKey", "/stateCode", "/unheardOf"] {
        assert!(paths.contains(&path), "{path} in {paths:?}");
    }
    let codes = line["codes"].to_string();
    assert!(codes.contains("/ntsresultCode"), "{codes}");
    let text = Tool::line("events check").arg(&file).run();
    assert!(text.code == 1 && text.stdout.starts_with("invalid") && text.stdout.contains("/itemKey"), "{text:?}");
}

#[test]
fn what_is_no_payload_is_said() {
    for (input, part) in
        [(&b"{\"a\":"[..], "line 1"), (b"\xb0\xa1", "UTF-8"), (b"", "empty"), (b"[]", "array"), (b"{}", "event")]
    {
        let outcome = Tool::line("events check").input(input).run();
        assert!(outcome.code == 1 && outcome.stdout.contains(part), "{part}: {outcome:?}");
    }
    Tool::line("events check missing.json").run().is_usage_error(&["missing.json"]);
}

#[test]
fn hostile_payloads_reach_the_terminal_escaped() {
    let outcome =
        Tool::line("events check").input("{\"itemKey\":\"\u{1b}\",\"\\u001b]52;c;x\\u0007\":\"\\u202e\"}").run();
    assert!(!outcome.stdout.contains('\u{1b}') && !outcome.stdout.contains('\u{202e}'), "{:?}", outcome.stdout);
    let outcome = Tool::line("events check").input("{\"corpNum\":\"\\u001b[31m\\u202e\",\"\\u001b]52;c;x\\u0007\":\"\\u202e\",\"itemKey\":\"\\u009b\",\"confirmNum\":1}").run();
    assert!(!outcome.stdout.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{:?}", outcome.stdout);
}

#[test]
fn schemas_and_catalogues_are_json_documents() {
    for kind in &CATALOG {
        let schema: Value =
            serde_json::from_str(&Tool::line(&format!("events schema {}", kind.id)).run().stdout).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
    let openapi: Value = serde_json::from_str(&Tool::line("events catalog --as openapi").run().stdout).unwrap();
    assert_eq!(openapi["webhooks"].as_object().unwrap().len(), CATALOG.len());
    let asyncapi: Value = serde_json::from_str(&Tool::line("events catalog --as asyncapi").run().stdout).unwrap();
    assert!(asyncapi["asyncapi"].as_str().unwrap().starts_with("3."));
}
