//! The messages of checks: an event, what is changed of it, and how the same one is sent by hand.

use serde_json::{Map, Value};

use super::hangul::as_escapes;
use super::probe::Keys;
use super::scene::{Scene, known};
use crate::event::{self, Edition, EventTime, Kind, MessageId, SampleRequest, sample};
use crate::wire::{Credentials, CustomHeader, Request, encode};

/// A document that events are about. Equal seeds are the same document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Document {
    pub(super) seed: u64,
    pub(super) at: EventTime,
}

impl Document {
    /// An event of it.
    pub(super) fn event(self, kind: &'static Kind) -> Draft {
        Draft {
            kind,
            document: self,
            edition: None,
            manual: false,
            message_id: None,
            body: Body::Generated,
            headers: Vec::new(),
            given: Given::Right,
        }
    }
}

/// An event in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: &'static Kind,
    document: Document,
    edition: Option<Edition>,
    manual: bool,
    message_id: Option<MessageId>,
    body: Body,
    headers: Vec<CustomHeader>,
    given: Given,
}

/// The body of a draft.
#[derive(Clone, Debug)]
enum Body {
    Generated,
    Exact(Vec<u8>),
}

/// The credentials of a draft.
#[derive(Clone, Debug)]
pub(super) enum Given {
    /// The receiver's.
    Right,
    /// None at all.
    None,
    /// Others.
    Other(Credentials),
}

impl Draft {
    pub(super) fn edition(self, edition: Edition) -> Self {
        Self { edition: Some(edition), ..self }
    }

    pub(super) fn manual(self) -> Self {
        Self { manual: true, ..self }
    }

    pub(super) fn message_id(self, id: Option<MessageId>) -> Self {
        Self { message_id: id, ..self }
    }

    pub(super) fn given(self, given: Given) -> Self {
        Self { given, ..self }
    }

    pub(super) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push(CustomHeader { name: name.to_owned(), value: Some(value.to_owned()) });
        self
    }

    /// These bytes in place of a payload.
    pub(super) fn bytes(self, bytes: impl Into<Vec<u8>>) -> Self {
        Self { body: Body::Exact(bytes.into()), ..self }
    }

    /// Another body, made from the generated one.
    pub(super) fn body(self, scene: &Scene, change: impl FnOnce(&mut Map<String, Value>)) -> Self {
        let mut event = self.sample(scene);
        change(&mut event.body);
        self.bytes(event::encode(&event))
    }

    /// Other bytes, made from those of the generated body.
    pub(super) fn bytes_of(self, scene: &Scene, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Self {
        let bytes = change(event::encode(&self.sample(scene)));
        self.bytes(bytes)
    }

    /// The same, with every character beyond ASCII as an escape.
    pub(super) fn escaped(self, scene: &Scene) -> Self {
        let bytes = match &self.body {
            Body::Exact(bytes) => bytes.clone(),
            Body::Generated => event::encode(&self.sample(scene)),
        };
        self.bytes(as_escapes(&String::from_utf8_lossy(&bytes)))
    }

    /// The generated body.
    pub(super) fn fields(&self, scene: &Scene) -> Map<String, Value> {
        self.sample(scene).body
    }

    fn edition_in(&self, scene: &Scene) -> Edition {
        self.edition.unwrap_or(scene.edition)
    }

    fn sample(&self, scene: &Scene) -> event::Event {
        sample(&SampleRequest {
            kind: self.kind,
            edition: self.edition_in(scene),
            seed: self.document.seed,
            at: self.document.at,
            manual: self.manual,
            corp_num: None,
            message_id: self.message_id.clone(),
            invoice_type: None,
        })
        .expect("a check sends MANUAL only where there is an eventType, and names no invoice type")
    }

    /// The finished message.
    pub(super) fn compose(self, scene: &Scene) -> Message {
        let mut event = self.sample(scene);
        let exact = match &self.body {
            Body::Generated => None,
            Body::Exact(bytes) => Some(bytes.clone()),
        };
        let endpoint = scene.endpoint(self.kind.product);
        let credentials = match &self.given {
            Given::Right => &endpoint.credentials,
            Given::None => &Credentials::None,
            Given::Other(other) => other,
        };
        let headers: Vec<CustomHeader> = scene.headers.iter().chain(&self.headers).cloned().collect();
        let body = exact.clone().unwrap_or_else(|| event::encode(&event));
        let request = encode(&event, body, &endpoint.address, credentials, &headers);
        let by_hand = ByHand {
            event: self.kind.id,
            seed: self.document.seed,
            at: (self.document.at != EventTime::SEEDED).then_some(self.document.at),
            edition: self.edition_in(scene),
            manual: self.manual,
            message_id: self.message_id,
            body: exact,
            headers: self.headers,
            is_without_credentials: matches!(self.given, Given::None),
            has_other_credentials: matches!(self.given, Given::Other(_)),
        };
        // A probe is asked by what was sent, and not by what would have been.
        if let Some(Ok(Value::Object(sent))) = by_hand.body.as_deref().map(serde_json::from_slice) {
            event.body = sent;
        }
        Message { keys: Keys::of(&event), request, by_hand }
    }
}

/// A message ready to be posted.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub(super) keys: Keys,
    pub(super) request: Request,
    pub(super) by_hand: ByHand,
}

impl Message {
    /// The kind of its event.
    pub(super) fn kind(&self) -> &'static Kind {
        known(self.by_hand.event)
    }

    /// Its message id.
    pub(super) fn message_id(&self) -> Option<MessageId> {
        self.keys.get("mid").and_then(|id| id.parse().ok())
    }
}

/// What `send` would have to be told to send the same message.
#[derive(Clone, Debug)]
pub(super) struct ByHand {
    pub(super) event: &'static str,
    pub(super) seed: u64,
    pub(super) at: Option<EventTime>,
    pub(super) edition: Edition,
    pub(super) manual: bool,
    pub(super) message_id: Option<MessageId>,
    pub(super) body: Option<Vec<u8>>,
    pub(super) headers: Vec<CustomHeader>,
    pub(super) is_without_credentials: bool,
    pub(super) has_other_credentials: bool,
}
