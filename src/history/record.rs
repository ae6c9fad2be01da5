//! What is kept: captures, deliveries and their attempts, as values.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

/// The identity of a capture or delivery: random, shown as sixteen lower-case hexadecimal digits, named by a prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(u64);

impl RecordId {
    /// An id from random bits.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Its bits.
    pub fn bits(self) -> u64 {
        self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for RecordId {
    type Err = ();

    /// Reads all sixteen digits; a prefix is a `Selector`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        u64::from_str_radix(text, 16).ok().filter(|_| digits).map(Self).ok_or(())
    }
}

/// A request that was received, with what was answered. Body bytes and header values are exact, except that the
/// values of `Authorization` and `X-Api-Key` are masked before they get here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureRecord {
    /// Its identity.
    pub id: RecordId,
    /// When its last byte arrived.
    pub received_at: Timestamp,
    /// The peer's address and port, or what a trusted proxy said of it.
    pub peer: String,
    /// The head as it came, request line to empty line, at most 64 KiB; credentials masked.
    pub head: Vec<u8>,
    /// The body, transfer coding removed.
    pub body: Vec<u8>,
    /// The event's id in the catalogue, where it is one of them.
    pub event: Option<String>,
    /// `Pb-Webhook-Type`.
    pub webhook_type: Option<String>,
    /// `eventType` of the body, else `Pb-Webhook-EventType`.
    pub event_type: Option<String>,
    /// `Pb-Webhook-MID`.
    pub message_id: Option<String>,
    /// `Pb-Webhook-Corpnum`.
    pub corp_num: Option<String>,
    /// Whether it authenticated as demanded.
    pub auth: Auth,
    /// What was odd about the request, as slugs.
    pub flags: Vec<String>,
    /// What was answered.
    pub reply: Reply,
    /// The upstream's answer, where the request was passed on.
    pub forwarded: Option<Forwarded>,
}

/// Whether a request authenticated as demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Auth {
    /// Nothing was demanded.
    None,
    /// As demanded.
    Ok,
    /// No credentials came.
    Missing,
    /// Other credentials came.
    Wrong,
}

impl Auth {
    /// Every value.
    pub const ALL: [Self; 4] = [Self::None, Self::Ok, Self::Missing, Self::Wrong];

    /// The word used in JSON and in the store.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Ok => "ok",
            Self::Missing => "missing",
            Self::Wrong => "wrong",
        }
    }
}

/// What was answered to a capture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status; nothing where the plan was to answer nothing.
    pub status: Option<u16>,
    /// The body.
    pub body: Vec<u8>,
}

/// What an upstream answered, and what POPBiLL would make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forwarded {
    /// Where the request was passed on to.
    pub url: String,
    /// The upstream's status, if it answered.
    pub status: Option<u16>,
    /// The verdict's name.
    pub verdict: String,
    /// The verdict's slug.
    pub slug: String,
    /// How long it took, in microseconds.
    pub elapsed_us: u64,
}

/// Whether the answer to a capture went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answered {
    /// The peer took it.
    Delivered,
    /// The peer was gone.
    NotDelivered,
    /// It has not left yet, or the process ended before it could tell.
    Unknown,
}

impl Answered {
    /// The word used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::NotDelivered => "not-delivered",
            Self::Unknown => "unknown",
        }
    }
}

/// A stored capture: the record and what the store knows beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCapture {
    /// The record.
    pub record: CaptureRecord,
    /// The first capture with the same message id and business number, if there is an earlier one.
    pub duplicate_of: Option<RecordId>,
    /// Whether the answer went out.
    pub answered: Answered,
}

/// A delivery that was made: one event to one endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryRecord {
    /// Its identity.
    pub id: RecordId,
    /// When it began.
    pub created_at: Timestamp,
    /// The event's id in the catalogue, where it is one of them.
    pub event: Option<String>,
    /// `Pb-Webhook-MID`.
    pub message_id: String,
    /// `Pb-Webhook-Corpnum`.
    pub corp_num: String,
    /// The endpoint.
    pub url: String,
    /// The request's head as it went out, credentials masked.
    pub head: Vec<u8>,
    /// The request's body.
    pub body: Vec<u8>,
    /// The most attempts the policy allows.
    pub of: u32,
    /// The seed of the payload, where it came from one.
    pub seed: Option<u64>,
    /// The capture or delivery it sends again, where it does.
    pub origin: Option<RecordId>,
    /// How it ended: acknowledged, exhausted, interrupted; nothing while it is open.
    pub outcome: Option<String>,
}

/// One attempt of a delivery that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptRecord {
    /// Counted from 1.
    pub number: u32,
    /// When it was due.
    pub due_at: Timestamp,
    /// When it began.
    pub sent_at: Timestamp,
    /// What came of it; nothing where the process ended before it could tell.
    pub result: Option<AttemptResult>,
}

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptResult {
    /// How long it took, in microseconds.
    pub elapsed_us: u64,
    /// The status, if a head of an answer came.
    pub status: Option<u16>,
    /// The verdict's name.
    pub verdict: String,
    /// The verdict's slug.
    pub slug: String,
    /// POPBiLL's category of a rejected attempt.
    pub category: Option<String>,
    /// The answer's header fields, one `Name: value` line each; secrets masked.
    pub head: Vec<u8>,
    /// The answer's body, secrets masked.
    pub body: Vec<u8>,
    /// What the operating system, TLS or the peer said of a failure.
    pub detail: Option<String>,
}

/// A delivery with its attempts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDelivery {
    /// The delivery.
    pub record: DeliveryRecord,
    /// Its attempts, first to last.
    pub attempts: Vec<AttemptRecord>,
}

/// One entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Something that came in.
    Capture(Box<StoredCapture>),
    /// Something that went out.
    Delivery(Box<StoredDelivery>),
}

impl Entry {
    /// Its identity.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Capture(capture) => capture.record.id,
            Self::Delivery(delivery) => delivery.record.id,
        }
    }

    /// When it arrived or began.
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Capture(capture) => capture.record.received_at,
            Self::Delivery(delivery) => delivery.record.created_at,
        }
    }
}

impl Entry {
    /// The event's id in the catalogue, where it is one of them.
    pub fn event(&self) -> Option<&str> {
        match self {
            Self::Capture(stored) => stored.record.event.as_deref(),
            Self::Delivery(stored) => stored.record.event.as_deref(),
        }
    }

    /// The endpoint it went to; a capture has none.
    pub fn url(&self) -> Option<&str> {
        match self {
            Self::Capture(_) => None,
            Self::Delivery(stored) => Some(&stored.record.url),
        }
    }

    /// The head and the body of its request.
    pub fn request(&self) -> (&[u8], &[u8]) {
        match self {
            Self::Capture(stored) => (&stored.record.head, &stored.record.body),
            Self::Delivery(stored) => (&stored.record.head, &stored.record.body),
        }
    }
}
