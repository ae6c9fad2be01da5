//! The two catalogue documents against their official meta-schemas.

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::*;
use crate::event::find;

const OPENAPI: &str = include_str!("../../../tests/meta-schemas/openapi-3.1.json");
const ASYNCAPI: &str = include_str!("../../../tests/meta-schemas/asyncapi-3.0.0.json");

/// Compiling AsyncAPI's takes seconds without optimisation, so each is compiled once.
fn validator(meta_schema: &str) -> &'static Validator {
    static COMPILED: [OnceLock<Validator>; 2] = [const { OnceLock::new() }; 2];
    COMPILED[usize::from(meta_schema == ASYNCAPI)].get_or_init(|| {
        let meta_schema: Value = serde_json::from_str(meta_schema).unwrap();
        jsonschema::options().offline().build(&meta_schema).unwrap()
    })
}

fn complaints(meta_schema: &str, document: &Value) -> Vec<String> {
    let errors = validator(meta_schema).iter_errors(document);
    errors.map(|error| format!("{error} at {}", error.instance_path())).collect()
}

fn example(kind: &'static Kind) -> Option<Value> {
    (kind.id != "kakao.result").then(|| json!({"example": kind.id}))
}

/// Every reference in a document leads to something in it.
fn dangling(document: &Value, node: &Value) -> Vec<String> {
    let inner: Vec<&Value> = match node {
        Value::Object(members) => members.values().collect(),
        Value::Array(elements) => elements.iter().collect(),
        _ => vec![],
    };
    let own = node.get("$ref").and_then(Value::as_str).into_iter();
    let own = own.filter(|target| document.pointer(target.trim_start_matches('#')).is_none()).map(str::to_owned);
    own.chain(inner.into_iter().flat_map(|node| dangling(document, node))).collect()
}

#[test]
fn openapi_is_valid() {
    let document = openapi(&example);
    assert_eq!(complaints(OPENAPI, &document), Vec::<String>::new());
    assert_eq!(dangling(&document, &document), Vec::<String>::new());
}

#[test]
fn a_broken_openapi_document_is_refused() {
    for (place, value) in [
        ("/openapi", json!("3.0.0")),
        ("/info/version", json!(1)),
        ("/webhooks/cashbill.issue/post/responses/200", json!({"content": {}})),
        ("/webhooks/cashbill.issue/post/parameters/0/in", json!("body")),
        ("/components/securitySchemes/basic/type", json!("password")),
    ] {
        let mut document = openapi(&example);
        *document.pointer_mut(place).unwrap() = value;
        assert!(!complaints(OPENAPI, &document).is_empty(), "{place}");
    }
    let lost = json!({"a": {"$ref": "#/components/schemas/none"}});
    assert_eq!(dangling(&lost, &lost), ["#/components/schemas/none"]);
}

#[test]
fn asyncapi_is_valid() {
    let document = asyncapi(&example);
    assert_eq!(complaints(ASYNCAPI, &document), Vec::<String>::new());
    assert_eq!(dangling(&document, &document), Vec::<String>::new());
}

#[test]
fn a_broken_asyncapi_document_is_refused() {
    for (place, value) in [
        ("/asyncapi", json!("2.6.0")),
        ("/operations/cashbill/action", json!("publish")),
        ("/channels/cashbill/messages", json!([])),
        ("/components/messages/cashbill.issue/examples/0", json!({"name": "no payload"})),
        ("/components/securitySchemes/apiKey/type", json!("password")),
    ] {
        let mut document = asyncapi(&example);
        *document.pointer_mut(place).unwrap() = value;
        assert!(!complaints(ASYNCAPI, &document).is_empty(), "{place}");
    }
}

#[test]
fn both_documents_hold_every_event_once() {
    let (open, asynchronous) = (openapi(&example), asyncapi(&example));
    let names = |node: &Value| node.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let ids: Vec<_> = CATALOG.iter().map(|kind| kind.id.to_owned()).collect();
    assert_eq!(names(&open["webhooks"]), ids);
    let answers = ["answer.string".to_owned(), "answer.json".to_owned()];
    assert_eq!(names(&asynchronous["components"]["messages"]), [ids.clone(), answers.to_vec()].concat());
    let in_channels =
        CATALOG.iter().filter(|kind| !asynchronous["channels"][kind.product.name()]["messages"][kind.id].is_null());
    assert_eq!(in_channels.count(), ids.len());
}

#[test]
fn examples_are_the_callers() {
    let (open, asynchronous) = (openapi(&example), asyncapi(&example));
    let body = |id: &str| &open["webhooks"][id]["post"]["requestBody"]["content"]["application/json"];
    assert_eq!(body("cashbill.issue")["examples"]["cashbill.issue"]["value"], json!({"example": "cashbill.issue"}));
    assert!(body("kakao.result").get("examples").is_none());
    let message = |id: &str| &asynchronous["components"]["messages"][id];
    assert_eq!(message("nts.sales")["examples"][0]["payload"], json!({"example": "nts.sales"}));
    assert!(message("kakao.result").get("examples").is_none());
}

#[test]
fn headers_follow_family_and_edition() {
    let document = openapi(&example);
    let parameters = |id: &str| {
        let list = document["webhooks"][id]["post"]["parameters"].as_array().unwrap();
        list.iter().map(|node| (node["name"].as_str().unwrap(), node["schema"]["enum"].clone())).collect::<Vec<_>>()
    };
    let nts = parameters("nts.sales");
    assert!(nts.contains(&("Pb-Webhook-Type", json!(["HT.TAXINVOICEXML", "TAXINVOICE.STATE"]))));
    assert!(!nts.iter().any(|(name, _)| *name == EVENT_TYPE));
    let cash = parameters("cashbill.nts-success");
    assert!(cash.contains(&("Pb-Webhook-Type", json!(["CASHBILL.STATE"]))));
    assert!(cash.contains(&(EVENT_TYPE, json!(["NTS", "MANUAL"]))));
    assert!(!parameters("kakao.result").iter().any(|(name, _)| *name == EVENT_TYPE));
    assert_eq!(editions(find("nts.sales").unwrap())["classic"]["Pb-Webhook-Type"], "TAXINVOICE.STATE");
}

#[test]
fn crawled_invoices_may_come_in_an_array() {
    assert!(body_schema(Family::NtsTaxInvoice).get("oneOf").is_some());
    assert!(body_schema(Family::Cashbill).get("oneOf").is_none());
}
