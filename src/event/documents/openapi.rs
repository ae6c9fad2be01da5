//! OpenAPI 3.1: one webhook for each event of the catalogue.

use serde_json::{Value, json};

use super::{
    CATALOG, Examples, Kind, basic_scheme, body_schema, description, editions, headers, info, object, reference,
};
use crate::event::Product;
use crate::words::documents as words;

/// The catalogue as an OpenAPI 3.1 document. `examples` gives the body shown for each event.
pub fn openapi(examples: Examples<'_>) -> Value {
    let webhooks = CATALOG.iter().map(|kind| (kind.id.to_owned(), json!({"post": operation(kind, examples)})));
    let tags: Vec<_> = Product::ALL.into_iter().map(|product| json!({"name": product.name()})).collect();
    json!({
        "openapi": "3.1.0",
        "info": info(),
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "security": [{}, {"basic": []}, {"apiKey": []}],
        "tags": tags,
        "webhooks": object(webhooks),
        "components": {
            "schemas": super::schemas(),
            "responses": {"success": success(), "failure": {"description": words::failure()}},
            "securitySchemes": {
                "basic": basic_scheme(),
                "apiKey": {"type": "apiKey", "in": "header", "name": "X-Api-Key", "description": words::api_key()},
            },
        },
    })
}

fn operation(kind: &'static Kind, examples: Examples<'_>) -> Value {
    let parameters: Vec<_> = headers(kind)
        .into_iter()
        .map(|header| {
            json!({"name": header.name, "in": "header", "required": header.required,
                "description": header.description, "schema": header.schema})
        })
        .collect();
    let mut content = json!({"schema": body_schema(kind.family)});
    if let Some(example) = examples(kind) {
        content["examples"] = object([(kind.id.to_owned(), json!({"summary": kind.title, "value": example}))]);
    }
    json!({
        "operationId": kind.id,
        "tags": [kind.product.name()],
        "summary": kind.title,
        "x-summary-ko": kind.title_ko,
        "description": description(kind),
        "x-basis": kind.basis.name(),
        "x-editions": editions(kind),
        "parameters": parameters,
        "requestBody": {"required": true, "content": {"application/json": content}},
        "responses": {"200": reference("responses", "success"), "default": reference("responses", "failure")},
    })
}

/// The two answers that POPBiLL takes as success (overview, "Response Result").
fn success() -> Value {
    json!({
        "description": words::success(),
        "content": {
            "text/plain": {"schema": {"type": "string", "const": "OK"}, "example": "OK"},
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["result"],
                    "properties": {"result": {"type": "string", "const": "OK"}},
                    "additionalProperties": false,
                },
                "example": {"result": "OK"},
            },
        },
    })
}
