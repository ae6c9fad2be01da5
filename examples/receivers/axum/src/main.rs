//! POPBiLL webhook receiver on axum. Start it with: cargo run --release

use std::{
    collections::{HashMap, HashSet},
    env, io,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Query, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use serde_json::{Value, json};
use subtle::ConstantTimeEq;
use tokio::net::TcpListener;

/// axum's own limit is 2 MB; the largest invoices are some hundred kilobytes, and a list of them may be longer.
const MAX_BODY: usize = 8 * 1024 * 1024;

/// A long invoice over a slow line takes its time.
const MAX_TIME: Duration = Duration::from_secs(60);

struct App {
    /// The header every request must have, and its value.
    credential: Option<(&'static str, String)>,
    answer_json: bool,
    store: Store,
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let basic =
        setting("POPBILL_BASIC").map(|pair| ("authorization", format!("Basic {}", BASE64_STANDARD.encode(pair))));
    let app = Arc::new(App {
        credential: basic.or_else(|| setting("POPBILL_API_KEY").map(|key| ("x-api-key", key))),
        answer_json: setting("POPBILL_ANSWER").as_deref() == Some("json"),
        store: Store::default(),
    });
    let mut router = Router::new()
        .route("/pbconnect", post(receive))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn(limit_time))
        // The last layer runs first: a stranger is sent away before the body is read.
        .route_layer(middleware::from_fn_with_state(app.clone(), authenticate));
    if setting("POPBILL_PROBE").as_deref() == Some("1") {
        router = router.route("/probe", get(probe));
    }
    let port = setting("PORT").unwrap_or_else(|| "8080".to_owned());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    axum::serve(listener, router.with_state(app)).await
}

/// axum has no limit of its own: a client that never ends its body would keep its connection for ever. For a request
/// that never ends its headers that is still so; the proxy in front, which does TLS, has a limit for both.
async fn limit_time(request: Request, next: Next) -> Response {
    tokio::time::timeout(MAX_TIME, next.run(request))
        .await
        .unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response())
}

async fn authenticate(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    if let Some((name, expected)) = &app.credential {
        let given = request.headers().get(*name).map_or(&b""[..], |value| value.as_bytes());
        // An ordinary == stops at the first difference, and that time tells how much of a guess was right.
        if !bool::from(given.ct_eq(expected.as_bytes())) {
            return (StatusCode::UNAUTHORIZED, "Unauthorized").into_response();
        }
    }
    next.run(request).await
}

/// Takes the bytes, not `Json<T>`: that one answers 415 or 422 to whatever its type did not expect.
async fn receive(State(app): State<Arc<App>>, headers: HeaderMap, body: Bytes) -> Response {
    let Some(mid) = text(&headers, "pb-webhook-mid") else {
        return (StatusCode::BAD_REQUEST, "Pb-Webhook-MID is missing").into_response();
    };
    // A &str is always UTF-8, and serde_json stops at 128 levels of nesting.
    let parsed = str::from_utf8(&body).ok().and_then(|body| serde_json::from_str(body).ok());
    let Some(body) = parsed.filter(is_event) else {
        return (StatusCode::BAD_REQUEST, "The body is not a JSON event").into_response();
    };
    app.store.save(Event {
        mid,
        kind: text(&headers, "pb-webhook-type").unwrap_or_default(),
        corp_num: text(&headers, "pb-webhook-corpnum").unwrap_or_default(),
        body,
    });
    // POPBiLL waits for this answer. Real work (bookkeeping, mail) belongs after it, in another task.
    if app.answer_json {
        ([(header::CONTENT_TYPE, "application/json")], r#"{"result":"OK"}"#).into_response()
    } else {
        // A &str leaves as it is, as text/plain; charset=utf-8. Json("OK") would put quotes around it.
        "OK".into_response()
    }
}

/// One event is an object; a list of invoices collected from `HomeTax` may come as an array of objects.
fn is_event(body: &Value) -> bool {
    body.is_object() || body.as_array().is_some_and(|list| list.iter().all(Value::is_object))
}

#[derive(Deserialize)]
struct ProbeQuery {
    mid: String,
}

/// For `popbill-hook verify` in tests only: it shows what was stored, without authentication.
async fn probe(State(app): State<Arc<App>>, Query(query): Query<ProbeQuery>) -> Response {
    match app.store.find(&query.mid) {
        Some(found) => Json(found).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = String::from_utf8_lossy(headers.get(name)?.as_bytes());
    (!value.is_empty()).then(|| value.into_owned())
}

/// An empty environment variable means that it is not set.
fn setting(name: &str) -> Option<String> {
    let value = env::var_os(name).filter(|value| !value.is_empty())?;
    // Not ignored when it is unreadable: without its password the receiver would let everyone in.
    Some(value.into_string().expect("the environment variable must be UTF-8"))
}

struct Event {
    mid: String,
    #[allow(dead_code, reason = "kept for the work after the answer")]
    kind: String,
    corp_num: String,
    body: Value,
}

/// Every event once, and the current state of every document. In memory to keep the example small: a restart forgets
/// what POPBiLL was told OK for, and every process has its own. In real life (PostgreSQL; in MySQL a MEDIUMTEXT, for a
/// TEXT is too short for a long invoice, and ON DUPLICATE KEY UPDATE state = GREATEST(state, VALUES(state))):
///
/// ```sql
/// CREATE TABLE events (mid TEXT PRIMARY KEY, webhook_type TEXT, corp_num TEXT, body TEXT NOT NULL);
/// CREATE TABLE documents (corp_num TEXT, document_key TEXT, state INT NOT NULL, PRIMARY KEY (corp_num, document_key));
/// ```
///
/// `save` is then one transaction: insert the event, stop at a duplicate key (it is stored already), and raise the
/// state with `INSERT ... ON CONFLICT (corp_num, document_key) DO UPDATE SET state = GREATEST(documents.state,
/// excluded.state)`. When it fails, answer 500 without the cause; POPBiLL sends the event again.
#[derive(Default)]
struct Store(Mutex<Tables>);

#[derive(Default)]
struct Tables {
    mids: HashSet<String>,
    events: Vec<Event>,
    states: HashMap<(String, String), i64>,
}

impl Store {
    /// One lock for all of it, so that the same MID twice at the same moment is stored once.
    fn save(&self, event: Event) {
        let mut tables = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !tables.mids.insert(event.mid.clone()) {
            return;
        }
        for part in event.body.as_array().map_or(std::slice::from_ref(&event.body), Vec::as_slice) {
            if let (Some(key), Some(state)) = (document_key(part), state_code(part)) {
                // Events arrive in any order and several in one second, so neither arrival nor eventDT decides.
                let current = tables.states.entry((event.corp_num.clone(), key)).or_insert(state);
                *current = state.max(*current);
            }
        }
        tables.events.push(event);
    }

    fn find(&self, mid: &str) -> Option<Value> {
        let tables = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut stored = tables.events.iter().filter(|event| event.mid == mid);
        let event = stored.next()?;
        let key = document_key(event.body.get(0).unwrap_or(&event.body));
        let state = key.and_then(|key| tables.states.get(&(event.corp_num.clone(), key)));
        Some(json!({ "n": 1 + stored.count(), "stateCode": state, "event": event.body }))
    }
}

/// An optional field may be absent or null. Invoices collected from `HomeTax` have no itemKey.
fn document_key(event: &Value) -> Option<String> {
    let named = |name| event.get(name).and_then(Value::as_str).filter(|key| !key.is_empty());
    named("itemKey").or_else(|| named("ntsconfirmNum")).map(str::to_owned)
}

/// Statements have the code as a string ("300"), all others as a number.
fn state_code(event: &Value) -> Option<i64> {
    let code = event.get("stateCode")?;
    code.as_i64().or_else(|| code.as_str()?.parse().ok())
}
