//! A correct receiver on a hyper server, and the mistakes that it can be told to make.

mod mistake;
mod reading;

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

pub use mistake::{Mistake, Setup};
use reading::{decoded, header, in_euc_kr, number};

/// A running receiver.
pub struct Model {
    pub port: u16,
    _stop: tokio::sync::oneshot::Sender<()>,
}

impl Model {
    pub fn correct() -> Self {
        Self::start(Setup::default())
    }

    pub fn making(mistake: Mistake) -> Self {
        Self::start(Setup { mistake: Some(mistake), ..Setup::default() })
    }

    pub fn start(setup: Setup) -> Self {
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let (told, port) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
                told.send(listener.local_addr().unwrap().port()).unwrap();
                tokio::select! { () = serve(listener, setup) => {}, _ = stopped => {} }
            });
        });
        Self { port: port.recv().unwrap(), _stop: stop }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/pbconnect", self.port)
    }

    pub fn probe(&self) -> String {
        format!("http://127.0.0.1:{}/probe?mid={{mid}}", self.port)
    }
}

async fn serve(listener: TcpListener, setup: Setup) {
    let (later, mut queue) = tokio::sync::mpsc::unbounded_channel();
    let state = Arc::new(State {
        setup,
        later,
        places: AtomicUsize::new(0),
        is_dead: AtomicBool::new(false),
        books: Mutex::default(),
        turn: tokio::sync::Mutex::new(()),
    });
    let worker = Arc::clone(&state);
    tokio::spawn(async move {
        while let Some((mid, business, event)) = queue.recv().await {
            tokio::time::sleep(Duration::from_millis(60)).await;
            worker.store(&mid, &business, event).await.ok();
        }
    });
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let state = Arc::clone(&state);
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let state = Arc::clone(&state);
                async move { Ok::<_, Infallible>(state.answer(request).await) }
            });
            let mut builder = hyper::server::conn::http1::Builder::new();
            builder.preserve_header_case(true);
            builder.serve_connection(TokioIo::new(stream), service).await.ok();
        });
    }
}

/// What was stored: every event by its MID, and the state of every document.
#[derive(Default)]
struct Books {
    known: HashSet<String>,
    events: Vec<(String, String, Value)>,
    states: HashMap<String, (i64, String)>,
}

/// What one worker stores after the answer, one event after the other.
type Later = tokio::sync::mpsc::UnboundedSender<(String, String, Value)>;

struct State {
    setup: Setup,
    later: Later,
    /// How many requests are under way.
    places: AtomicUsize,
    is_dead: AtomicBool,
    books: Mutex<Books>,
    turn: tokio::sync::Mutex<()>,
}

/// A place among the requests under way.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(places: &'a AtomicUsize) -> Self {
        places.fetch_add(1, Ordering::SeqCst);
        Self(places)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

type Answer = Response<Full<Bytes>>;

/// A status and a text, of an event that is not acknowledged.
struct Refusal(u16, &'static str);

fn answer(status: u16, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap();
    answer
}

impl State {
    fn makes(&self, mistake: Mistake) -> bool {
        self.setup.mistake == Some(mistake)
    }

    async fn answer(&self, request: Request<Incoming>) -> Answer {
        if request.method() == Method::GET && request.uri().path() == "/probe" {
            return self.probe(request.uri().query().unwrap_or_default());
        }
        if request.method() != Method::POST {
            return answer(if self.makes(Mistake::FailsOnGet) { 500 } else { 405 }, "only POST");
        }
        let _place = Place::take(&self.places);
        if self.makes(Mistake::SmallPool) {
            tokio::time::sleep(Duration::from_millis(20)).await;
            if self.places.load(Ordering::SeqCst) > 8 {
                return answer(503, "too many");
            }
        }
        let _turn = if self.makes(Mistake::OneAtATime) { Some(self.turn.lock().await) } else { None };
        match self.take(request).await {
            Ok(form) => form,
            Err(_) if self.makes(Mistake::OkToEverything) => answer(200, "OK"),
            Err(Refusal(status, text)) => answer(status, text),
        }
    }

    async fn take(&self, request: Request<Incoming>) -> Result<Answer, Refusal> {
        let (parts, body) = request.into_parts();
        self.authenticate(&parts.headers)?;
        self.look_at_the_head(&parts)?;
        if self.makes(Mistake::OkBeforeReading) {
            return Ok(self.success(&parts.headers));
        }
        if self.makes(Mistake::Csrf) {
            return Err(Refusal(403, "<h1>Forbidden (403)</h1><p>CSRF verification failed. Request aborted.</p>"));
        }
        if self.makes(Mistake::NeedsContentLength) && !parts.headers.contains_key("content-length") {
            return Err(Refusal(411, "length required"));
        }
        let text = self.text(self.bytes(body).await?)?;
        let mid = header(&parts.headers, "Pb-Webhook-MID").ok_or(Refusal(400, "no MID"))?;
        let business = header(&parts.headers, "Pb-Webhook-Corpnum").unwrap_or_default();
        if self.makes(Mistake::ReadsByPosition)
            && !text.starts_with(r#"{"corpNum":""#)
            && !text.starts_with(r#"{"writeDate":""#)
        {
            return Err(Refusal(400, "unexpected text"));
        }
        let event: Value = serde_json::from_str(&text).map_err(|_| Refusal(400, "not JSON"))?;
        match &event {
            Value::Array(_) if self.makes(Mistake::ObjectsOnly) => return Err(Refusal(400, "not an object")),
            Value::Object(_) | Value::Array(_) => self.validate(&event)?,
            _ => return Err(Refusal(400, "not an event")),
        }
        if self.makes(Mistake::StoresLater) {
            self.later.send((mid, business, event)).unwrap();
            return Ok(self.success(&parts.headers));
        }
        self.store(&mid, &business, event).await?;
        if self.makes(Mistake::TakesItsTime) {
            tokio::time::sleep(Duration::from_millis(1500)).await;
        }
        if self.makes(Mistake::Slow) {
            tokio::time::sleep(Duration::from_millis(2300)).await;
        }
        Ok(self.success(&parts.headers))
    }

    fn success(&self, headers: &HeaderMap) -> Answer {
        let is_cashbill = headers.get("pb-webhook-type").is_some_and(|value| value == "CASHBILL.STATE");
        let json = self.setup.json || (self.makes(Mistake::TwoForms) && is_cashbill);
        match self.setup.mistake {
            Some(Mistake::QuotedOk) => answer(200, "\"OK\""),
            Some(Mistake::TrailingNewline) => answer(200, "OK\n"),
            _ if json => answer(200, r#"{"result":"OK"}"#),
            _ => answer(200, "OK"),
        }
    }

    fn authenticate(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let Some(key) = self.setup.api_key.filter(|_| !self.makes(Mistake::NoAuth)) else { return Ok(()) };
        let given = headers.get("x-api-key").map(|value| value.to_str().unwrap()).unwrap_or_default();
        let is_right = match self.setup.mistake {
            Some(Mistake::PrefixAuth) => given.starts_with(key),
            Some(Mistake::AnyHeaderAuth) => {
                headers.values().any(|value| decoded(value.to_str().unwrap()).contains(key))
            }
            _ => given == key,
        };
        if is_right { Ok(()) } else { Err(Refusal(401, "who is there?")) }
    }

    fn look_at_the_head(&self, parts: &hyper::http::request::Parts) -> Result<(), Refusal> {
        let has = |name: &str| parts.headers.contains_key(name);
        match self.setup.mistake {
            Some(Mistake::OnlyCashbills) if parts.headers["pb-webhook-type"] != "CASHBILL.STATE" => {
                Err(Refusal(404, "no such handler"))
            }
            Some(Mistake::Redirects) => Err(Refusal(307, "elsewhere")),
            Some(Mistake::RefusesUnknownHeaders) if has("pb-webhook-custom") => Err(Refusal(400, "unknown header")),
            Some(Mistake::RefusesExpect) if has("expect") => Err(Refusal(417, "no expectations")),
            Some(Mistake::RefusesHttp10) if parts.version == hyper::Version::HTTP_10 => Err(Refusal(505, "too old")),
            Some(Mistake::DiesOfBrokenConnections) if self.is_dead.load(Ordering::SeqCst) => Err(Refusal(500, "dead")),
            _ => Ok(()),
        }
    }

    async fn bytes(&self, mut body: Incoming) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| {
                self.is_dead.store(true, Ordering::SeqCst);
                Refusal(400, "cut off")
            })?;
            let Ok(data) = frame.into_data() else { continue };
            if self.makes(Mistake::DecodesPieces) {
                bytes.extend_from_slice(String::from_utf8_lossy(&data).as_bytes());
            } else {
                bytes.extend_from_slice(&data);
            }
            if self.makes(Mistake::ReadsOnce) {
                break;
            }
        }
        if self.makes(Mistake::SmallBodies) && bytes.len() > 100 * 1024 {
            return Err(Refusal(413, "request entity too large"));
        }
        Ok(bytes)
    }

    fn text(&self, bytes: Vec<u8>) -> Result<String, Refusal> {
        match self.setup.mistake {
            Some(Mistake::Latin1) => Ok(bytes.iter().map(|&byte| char::from(byte)).collect()),
            Some(Mistake::Cp949) => Ok(encoding_rs::EUC_KR.decode_without_bom_handling(&bytes).0.into_owned()),
            Some(Mistake::LossyDecoding) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Some(Mistake::KeepsEscapes) => {
                let text = String::from_utf8(bytes).map_err(|_| Refusal(400, "not UTF-8"))?;
                Ok(text.replace("\\u", "\\\\u"))
            }
            _ => String::from_utf8(bytes).map_err(|_| Refusal(400, "not UTF-8")),
        }
    }

    /// What a model with validation refuses.
    fn validate(&self, event: &Value) -> Result<(), Refusal> {
        let text = event.to_string();
        let field = |name: &str| event.get(name);
        let is_wrong = match self.setup.mistake {
            Some(Mistake::RefusesCancellations) => field("eventType").is_some_and(|kind| kind == "CancelIssue"),
            Some(Mistake::RefusesUnknownStates) => field("stateCode").and_then(number) == Some(399),
            Some(Mistake::FewLines) => {
                field("detailList").and_then(Value::as_array).is_some_and(|lines| lines.len() > 50)
            }
            Some(Mistake::RefusesUnknownFields) => field("newField").is_some(),
            Some(Mistake::RefusesNulls) => event.as_object().is_some_and(|event| event.values().any(Value::is_null)),
            Some(Mistake::RefusesManual) => field("eventType").is_some_and(|kind| kind == "MANUAL"),
            Some(Mistake::RefusesUnknownTypes) => field("eventType").is_some_and(|kind| kind == "FutureEvent"),
            Some(Mistake::RequiresOptionals) => field("stateCode").is_some() && field("interOPYN").is_none(),
            Some(Mistake::ShortColumns) => event.as_object().is_some_and(|event| {
                event.values().any(|value| value.as_str().is_some_and(|text| text.chars().count() > 150))
            }),
            Some(Mistake::UnsignedAmounts) => text.contains(r#":"-"#),
            Some(Mistake::NumericConfirmNumbers) => field("ntsconfirmNum")
                .and_then(Value::as_str)
                .is_some_and(|number| number.len() == 24 && number.ends_with("abf")),
            _ => false,
        };
        if is_wrong { Err(Refusal(422, "validation failed")) } else { Ok(()) }
    }

    async fn store(&self, mid: &str, business: &str, event: Value) -> Result<(), Refusal> {
        if self.makes(Mistake::LosesEvents) || self.makes(Mistake::LosesEventsAndCountsThem) {
            return Ok(());
        }
        let is_known = self.books.lock().unwrap().known.contains(mid);
        if self.makes(Mistake::RacesOnRepeat) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        if is_known && self.makes(Mistake::ConflictsOnRepeat) {
            return Err(Refusal(409, "known already"));
        }
        let mut books = self.books.lock().unwrap();
        if self.makes(Mistake::OneEventForEachState) && !is_known {
            let (document, state) = (self.document(business, &event), event.get("stateCode"));
            let is_same =
                |(_, known, other): &(String, String, Value)| *known == document && other.get("stateCode") == state;
            if state.is_some() && books.events.iter().any(is_same) {
                return Err(Refusal(409, "this state is known already"));
            }
        }
        let is_new = books.known.insert(mid.to_owned());
        let stores_again = self.makes(Mistake::StoresTwice) || (self.makes(Mistake::RacesOnRepeat) && !is_known);
        if is_new || stores_again {
            let event = if self.makes(Mistake::EucKrColumn) { in_euc_kr(event) } else { event };
            let document = self.document(business, &event);
            if let Some(state) = event.get("stateCode").and_then(number) {
                self.advance(&mut books, &document, state, event["eventDT"].as_str().unwrap_or_default());
            }
            books.events.push((mid.to_owned(), document, event));
        }
        Ok(())
    }

    fn document(&self, business: &str, event: &Value) -> String {
        let text = |name: &str| event.get(name).and_then(Value::as_str).map(str::to_owned);
        if self.makes(Mistake::KeyWithoutBusiness) {
            return text("mgtKey").or_else(|| text("invoicerMgtKey")).unwrap_or_default();
        }
        format!("{business}/{}", text("itemKey").or_else(|| text("ntsconfirmNum")).unwrap_or_default())
    }

    fn advance(&self, books: &mut Books, document: &str, state: i64, time: &str) {
        let entry = books.states.entry(document.to_owned()).or_insert((state, time.to_owned()));
        let is_later = match self.setup.mistake {
            Some(Mistake::LastStateWins) => true,
            Some(Mistake::NewerTimeWins) => time > entry.1.as_str(),
            _ => state > entry.0,
        };
        if is_later {
            *entry = (state, time.to_owned());
        }
    }

    fn probe(&self, query: &str) -> Answer {
        let asked = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)).unwrap_or_default();
        let (mid, key) = (asked("mid="), asked("mgtKey="));
        let books = self.books.lock().unwrap();
        let is_meant = |(known, document, event): &&(String, String, Value)| {
            let own = event.get("mgtKey").or(event.get("invoicerMgtKey")).and_then(Value::as_str);
            if key.is_empty() { known == mid } else { own == Some(key) && document.starts_with(asked("corpNum=")) }
        };
        let stored: Vec<_> = books.events.iter().filter(is_meant).collect();
        let Some((_, document, event)) = stored.first() else {
            let counts = self.makes(Mistake::LosesEventsAndCountsThem);
            return if counts { answer(200, r#"{"n":0}"#) } else { answer(404, "unknown") };
        };
        let state = books.states.get(document).map(|(state, _)| *state);
        let shown = json!({"n": stored.len(), "stateCode": state, "event": event});
        answer(200, shown.to_string())
    }
}
