//! Samples keep the documented forms and lengths, and the order of the documents.

use std::sync::LazyLock;

use jsonschema::Validator;

use super::*;
use crate::event::{Hint, check, schema};

/// The validator of each family's committed schema, compiled once.
static VALIDATORS: LazyLock<Vec<(Family, Validator)>> = LazyLock::new(|| {
    let compiled = |family| jsonschema::validator_for(schema(family)).expect("a valid schema");
    Family::ALL.into_iter().map(|family| (family, compiled(family))).collect()
});

fn schema_of(family: Family) -> (&'static Value, &'static Validator) {
    let (_, validator) = VALIDATORS.iter().find(|(own, _)| *own == family).expect("a schema for each family");
    (schema(family), validator)
}

/// Whether the object's keys are all in the schema and stand in its order.
fn in_order(schema: &Value, object: &Value) -> bool {
    let known: Vec<&String> = schema["properties"].as_object().expect("properties").keys().collect();
    let rows = object.as_object().expect("an object").keys().map(|key| known.iter().position(|own| *own == key));
    rows.collect::<Option<Vec<usize>>>().is_some_and(|rows| rows.is_sorted())
}

fn is(pattern: impl Fn(u8) -> bool, text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(pattern)
}

proptest! {
    #[test]
    fn every_sample_is_valid_by_its_schema(request in requests()) {
        let (schema, validator) = schema_of(request.kind.family);
        let body = Value::Object(made(&request).body);
        let problems: Vec<String> = validator.iter_errors(&body).map(|error| error.to_string()).collect();
        prop_assert!(problems.is_empty(), "{} {:?}", request.kind.id, problems);
        prop_assert!(in_order(schema, &body), "{} {}", request.kind.id, body);
        for row in body["detailList"].as_array().into_iter().flatten() {
            prop_assert!(in_order(&schema["properties"]["detailList"]["items"], row), "{}", row);
        }
    }

    #[test]
    fn the_check_finds_nothing_in_a_sample(request in requests()) {
        let event = made(&request);
        let corp_num = event.corp_num.to_string();
        let hint = Hint {
            webhook_type: Some(event.kind.family.webhook_type(event.edition)),
            event_type: None,
            corp_num: Some(&corp_num),
            edition: Some(event.edition),
        };
        prop_assert_eq!(check(&encode(&event), hint).findings, vec![], "{} {:?}", event.kind.id, event.body);
    }

    #[test]
    fn keys_have_the_forms_of_samples(request in requests()) {
        let body = made(&request).body;
        let digits = |byte: u8| byte.is_ascii_digit();
        let texts = |keys: &[&str]| -> Vec<String> {
            keys.iter().filter_map(|key| body.get(*key)?.as_str().map(str::to_owned)).collect()
        };
        for key in texts(&["itemKey", "receiptNum"]) {
            prop_assert!(is(digits, &key, 18..=18) && key.starts_with('0'), "{}", key);
            // It was created when the document was issued, or some hours before.
            let issued = body.get("issueDT").or(body.get("receiptDT")).and_then(Value::as_str).unwrap_or_default();
            prop_assert!(key[1..13] <= issued[2..], "{} {}", key, issued);
        }
        for key in texts(&["confirmNum"]) {
            prop_assert!(key.starts_with("TB") && is(digits, &key[2..], 7..=7), "{}", key);
        }
        for key in texts(&["ntsconfirmNum", "orgNTSConfirmNum"]) {
            if request.kind.id == "nts.cashbill" {
                prop_assert!(is(digits, &key, 9..=9), "{}", key);
            } else {
                prop_assert!(is(digits, &key[..16], 16..=16), "{}", key);
                prop_assert!(is(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'), &key[16..], 8..=8), "{}", key);
            }
        }
        if request.kind.family == Family::TaxInvoice {
            let number = text(&body, "ntsconfirmNum");
            prop_assert!(number.starts_with(&format!("{}88888888", request.at.day())), "{}", number);
        }
        for key in texts(&["mgtKey", "invoicerMgtKey", "invoiceeMgtKey", "trusteeMgtKey"]) {
            prop_assert!(is(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte), &key, 1..=24), "{}", key);
        }
    }

    #[test]
    fn nothing_is_null_or_empty(request in requests()) {
        let body = Value::Object(made(&request).body);
        let printed = body.to_string();
        prop_assert!(!printed.contains("null") && !printed.contains("\"\"") && !printed.contains("[]"), "{}", printed);
    }

    #[test]
    fn codes_are_of_their_documented_type(request in requests()) {
        let event = made(&request);
        let code = event.kind.state_code.map(|code| match event.kind.family {
            Family::Statement => Value::from(code.to_string()),
            _ => Value::from(code),
        });
        prop_assert_eq!(event.body.get("stateCode"), code.as_ref());
        prop_assert_eq!(event.body.get("eventType").and_then(Value::as_str), event.event_type.as_deref());
    }
}

#[test]
fn a_wrong_body_is_seen_by_the_schema() {
    let mut body = made(&request("nts.sales", 1)).body;
    let (schema, validator) = schema_of(Family::NtsTaxInvoice);
    assert!(validator.is_valid(&Value::Object(body.clone())));
    body.insert("qty".to_owned(), 1.into());
    body.insert("invoiceType".to_owned(), 102.to_string().into());
    assert!(!validator.is_valid(&Value::Object(body.clone())));
    assert!(!in_order(schema, &Value::Object(body)));
}

#[test]
fn keys_of_the_longest_allowed_length_occur() {
    let lengths: Vec<usize> = (0..40)
        .filter_map(|seed| made(&request("cashbill.issue", seed)).body.get("mgtKey")?.as_str().map(str::len))
        .collect();
    assert!(lengths.contains(&24) && lengths.iter().any(|&length| length < 12));
    assert!(lengths.len() < 40);
}
