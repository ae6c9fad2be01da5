//! AsyncAPI 3.0: the receiver as the application, one channel for each product.

use serde_json::{Value, json};

use super::{
    CATALOG, Examples, Kind, basic_scheme, body_schema, description, editions, headers, info, object, reference,
};
use crate::event::Product;
use crate::words::documents as words;

/// The catalogue as an AsyncAPI 3.0 document, from the receiver's side. `examples` gives the body shown for each
/// event. The schemas use only keywords that draft-07 has too, so they stand as they are.
pub fn asyncapi(examples: Examples<'_>) -> Value {
    let channels = Product::ALL.into_iter().map(|product| (product.name().to_owned(), channel(product)));
    let operations = Product::ALL.into_iter().map(|product| (product.name().to_owned(), operation(product)));
    let messages = CATALOG.iter().map(|kind| (kind.id.to_owned(), message(kind, examples)));
    json!({
        "asyncapi": "3.0.0",
        "info": info(),
        "defaultContentType": "application/json",
        "servers": {"receiver": {
            "host": "receiver.example",
            "protocol": "https",
            "description": words::receiver(),
            "security": [reference("securitySchemes", "basic"), reference("securitySchemes", "apiKey")],
        }},
        "channels": object(channels.chain([("answer".to_owned(), answers())])),
        "operations": object(operations),
        "components": {
            "schemas": super::schemas(),
            "messages": object(messages.chain(answer_messages())),
            "securitySchemes": {
                "basic": basic_scheme(),
                "apiKey": {"type": "httpApiKey", "in": "header", "name": "X-Api-Key", "description": words::api_key()},
            },
        },
    })
}

fn events(product: Product) -> impl Iterator<Item = &'static Kind> {
    CATALOG.iter().filter(move |kind| kind.product == product)
}

/// A channel has no address of its own: the callback URL is whatever was registered.
fn channel(product: Product) -> Value {
    let messages = events(product).map(|kind| (kind.id.to_owned(), reference("messages", kind.id)));
    json!({"address": null, "description": words::channel(product.name()), "messages": object(messages)})
}

fn operation(product: Product) -> Value {
    let name = product.name();
    let messages: Vec<_> = events(product).map(|kind| channel_message(name, kind.id)).collect();
    json!({
        "action": "receive",
        "channel": {"$ref": format!("#/channels/{name}")},
        "description": words::answer_due(),
        "messages": messages,
        "reply": {
            "channel": {"$ref": "#/channels/answer"},
            "messages": [channel_message("answer", "string"), channel_message("answer", "json")],
        },
        "bindings": {"http": {"method": "POST", "bindingVersion": "0.3.0"}},
    })
}

fn channel_message(channel: &str, message: &str) -> Value {
    json!({"$ref": format!("#/channels/{channel}/messages/{message}")})
}

fn message(kind: &'static Kind, examples: Examples<'_>) -> Value {
    let headers = headers(kind);
    let required: Vec<_> = headers.iter().filter(|header| header.required).map(|header| header.name).collect();
    let properties = headers.into_iter().map(|header| {
        let mut schema = header.schema;
        schema["description"] = header.description.into();
        (header.name.to_owned(), schema)
    });
    let mut message = json!({
        "name": kind.id,
        "title": kind.title,
        "x-title-ko": kind.title_ko,
        "description": description(kind),
        "x-basis": kind.basis.name(),
        "x-editions": editions(kind),
        "contentType": "application/json",
        "headers": {"type": "object", "required": required, "properties": object(properties)},
        "payload": body_schema(kind.family),
    });
    if let Some(example) = examples(kind) {
        message["examples"] = json!([{"name": kind.id, "summary": kind.title, "payload": example}]);
    }
    message
}

fn answers() -> Value {
    json!({
        "address": null,
        "description": words::answers(),
        "messages": {"string": reference("messages", "answer.string"), "json": reference("messages", "answer.json")},
    })
}

/// The two answers that POPBiLL takes as success (overview, "Response Result").
fn answer_messages() -> [(String, Value); 2] {
    let answer = |content_type: &str, payload: Value, example: Value| {
        json!({
            "contentType": content_type,
            "summary": words::success(),
            "payload": payload,
            "examples": [{"payload": example}],
            "bindings": {"http": {"statusCode": 200, "bindingVersion": "0.3.0"}},
        })
    };
    let object = json!({"type": "object", "required": ["result"], "properties": {"result": {"const": "OK"}},
        "additionalProperties": false});
    let text = json!({"type": "string", "const": "OK"});
    [
        ("answer.string".to_owned(), answer("text/plain", text, json!("OK"))),
        ("answer.json".to_owned(), answer("application/json", object, json!({"result": "OK"}))),
    ]
}
