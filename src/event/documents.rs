//! The catalogue in the formats other tools read: OpenAPI 3.1 (`webhooks`) and AsyncAPI 3.0.
//!
//! Both are made from the catalogue and the schemas, so they cannot say anything else than the checks do.

mod asyncapi;
mod openapi;

use serde_json::{Map, Value, json};

pub use asyncapi::asyncapi;
pub use openapi::openapi;

use super::schema::schema;
use super::{CATALOG, Edition, Family, Kind};
use crate::words::documents as words;

/// Gives an example body for an event, if there is one.
pub type Examples<'a> = &'a dyn Fn(&'static Kind) -> Option<Value>;

const EVENT_TYPE: &str = "Pb-Webhook-EventType";

/// Name, version and purpose, the same in both documents.
fn info() -> Value {
    json!({"title": words::title(), "version": env!("CARGO_PKG_VERSION"), "description": words::about()})
}

/// A reference inside the document.
fn reference(kind: &str, name: &str) -> Value {
    json!({"$ref": format!("#/components/{kind}/{name}")})
}

/// Each family's schema under its name. Inside another document a schema must not bring its own base, or its
/// neighbours' references would be read against it.
fn schemas() -> Value {
    let entries = Family::ALL.into_iter().map(|family| {
        let mut node = schema(family).clone();
        if let Some(members) = node.as_object_mut() {
            members.shift_remove("$schema");
            if let Some(id) = members.shift_remove("$id") {
                members.insert("x-schema-id".to_owned(), id);
            }
        }
        (family.name().to_owned(), node)
    });
    Value::Object(entries.collect())
}

/// The schema of a request body: crawled invoices may come in an array.
fn body_schema(family: Family) -> Value {
    let one = reference("schemas", family.name());
    if family == Family::NtsTaxInvoice {
        json!({"description": words::one_or_many(), "oneOf": [one, {"type": "array", "minItems": 1, "items": one}]})
    } else {
        one
    }
}

/// The credentials a POPBiLL member can choose between.
fn basic_scheme() -> Value {
    json!({"type": "http", "scheme": "basic", "description": words::basic()})
}

/// One header: its name, schema, whether it is always there, and what it says.
struct Header {
    name: &'static str,
    schema: Value,
    required: bool,
    description: &'static str,
}

/// The headers that tell an event from another; those that every HTTP request has are left out.
fn headers(kind: &Kind) -> Vec<Header> {
    let types = webhook_types(kind.family);
    let agents: Vec<_> = types.iter().map(|name| format!("Popbill Webhook executor ({name})")).collect();
    let mut headers = vec![
        header("User-Agent", json!({"type": "string", "examples": agents}), false, words::user_agent()),
        header("Pb-Webhook-Type", json!({"type": "string", "enum": types}), true, words::webhook_type()),
    ];
    if let Some(event_type) = kind.event_type.filter(|_| kind.family.has_event_type_header()) {
        let values = json!({"type": "string", "enum": [event_type, "MANUAL"]});
        headers.push(header(EVENT_TYPE, values, false, words::event_type()));
    }
    let mid = json!({"type": "string", "examples": ["016120000002-1777d55c2c41492ab06826d"]});
    headers.push(header("Pb-Webhook-MID", mid, true, words::message_id()));
    headers.push(header(
        "Pb-Webhook-Corpnum",
        json!({"type": "string", "pattern": "^[0-9]{10}$"}),
        true,
        words::corp_num(),
    ));
    headers
}

fn header(name: &'static str, schema: Value, required: bool, description: &'static str) -> Header {
    Header { name, schema, required, description }
}

/// The values of `Pb-Webhook-Type`, the default edition's first.
fn webhook_types(family: Family) -> Vec<&'static str> {
    let mut types: Vec<_> = Edition::ALL.into_iter().map(|edition| family.webhook_type(edition)).collect();
    types.dedup();
    types
}

/// What the editions say of this event.
fn editions(kind: &Kind) -> Value {
    let entries = Edition::ALL.into_iter().map(|edition| {
        let event_type = kind.event_type.filter(|_| kind.family.has_event_type_header());
        let entry = json!({"Pb-Webhook-Type": kind.family.webhook_type(edition), EVENT_TYPE: event_type});
        (edition.name().to_owned(), entry)
    });
    Value::Object(entries.collect())
}

/// A paragraph on an event: how well it is documented, and what a receiver owes.
fn description(kind: &Kind) -> String {
    format!("{} {}", words::basis(kind.basis.name()), words::answer_due())
}

/// An object from its members.
fn object(members: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Object(members.into_iter().collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests;
