//! Passing a request on: the same bytes to an upstream, and its answer back.

use crate::contract::{Judgement, judge_ending};
use crate::history::Forwarded;
use crate::transport::{Inbound, Manner, Transport};
use crate::wire::{Address, Ending, FailureKind, Field, FieldValue, Headers, Request, Response};

/// Where requests are passed on to.
pub struct Upstream {
    address: Address,
    transport: Transport,
}

/// What came of passing a request on.
pub(super) struct Relayed {
    /// The answer for the sender, byte for byte.
    pub(super) status: u16,
    /// The whole answer as bytes.
    pub(super) bytes: Vec<u8>,
    /// Its body as it may be kept and shown: without the credentials that the request carried.
    pub(super) shown: Vec<u8>,
    /// For the record.
    pub(super) forwarded: Forwarded,
}

/// Fields that belong to one hop, and those that are written anew.
const NOT_PASSED_ON: [&str; 12] = [
    "host",
    "content-length",
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "expect",
];

impl Upstream {
    /// Posts to exactly this URL.
    pub fn new(address: Address, transport: Transport) -> Self {
        Self { address, transport }
    }

    /// Passes a request on. An upstream that is down is answered for with 502, one that is too slow with 504.
    pub(super) async fn relay(&self, inbound: &Inbound, keep_alive: bool) -> Relayed {
        let request = self.request(inbound);
        let (ending, elapsed) = match self.transport.exchange(&request, Manner::default()).await {
            Ok(exchange) => (exchange.ending, exchange.elapsed),
            Err(error) => {
                let detail = error.to_string();
                let failure = crate::wire::Failure { kind: FailureKind::ConnectionRefused, detail, partial: None };
                (Err(failure), std::time::Duration::ZERO)
            }
        };
        let judgement = judge_ending(&ending);
        let (answer, is_theirs) = answer(ending, &judgement);
        Relayed {
            status: answer.status,
            bytes: answer.to_bytes(keep_alive),
            forwarded: Forwarded {
                url: self.address.to_string(),
                status: Some(answer.status).filter(|_| is_theirs),
                verdict: judgement.verdict.name().to_owned(),
                slug: judgement.slug.name().to_owned(),
                elapsed_us: u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX),
            },
            shown: request.echoes().mask(&answer.body),
        }
    }

    /// All fields but those of one hop, in their order and case, credentials included.
    fn request(&self, inbound: &Inbound) -> Request {
        let nominated = nominated(&inbound.parsed.headers);
        let own = |name: &str, value: String| Field { name: name.to_owned(), value: FieldValue::Plain(value) };
        let mut fields = vec![own("Host", self.address.authority().to_owned())];
        let passed = inbound
            .parsed
            .headers
            .iter()
            .filter(|(name, _)| !NOT_PASSED_ON.iter().any(|hop| name.eq_ignore_ascii_case(hop)))
            .filter(|(name, _)| !is_in(&nominated, name));
        fields.extend(
            passed.map(|(name, value)| Field { name: name.to_owned(), value: FieldValue::Raw(value.to_vec()) }),
        );
        fields.push(own("Connection", "close".to_owned()));
        fields.push(own("Content-Length", inbound.body.len().to_string()));
        Request { address: self.address.clone(), fields, body: inbound.body.clone() }
    }
}

/// The fields that `Connection` names: they belong to one hop too (RFC 9110, 7.6.1).
fn nominated(headers: &Headers) -> Vec<String> {
    let lists = headers.all("connection").map(|value| String::from_utf8_lossy(value).into_owned());
    lists.flat_map(|list| list.split(',').map(|name| name.trim().to_ascii_lowercase()).collect::<Vec<_>>()).collect()
}

fn is_in(names: &[String], name: &str) -> bool {
    names.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// Marks an answer that the upstream did not give.
const OUR_ANSWER: &str = "X-Popbill-Hook";

/// The answer for the sender, and whether it is the upstream's own.
fn answer(ending: Ending, judgement: &Judgement) -> (Response, bool) {
    match ending {
        // What was cut cannot be passed on as if it were whole, and a change of protocol is for one hop.
        Ok(response) if !response.body_cut && response.status != 101 => {
            let nominated = nominated(&response.headers);
            let kept = response.headers.iter().filter(|(name, _)| !is_in(&nominated, name));
            let headers = kept.map(|(name, value)| (name.to_owned(), value.to_vec())).collect();
            (Response { headers, ..response }, true)
        }
        other => {
            let slow = other.is_err_and(|failure| {
                matches!(
                    failure.kind,
                    FailureKind::ReadTimeout | FailureKind::WriteTimeout | FailureKind::ConnectTimeout
                )
            });
            let slug = judgement.slug.name();
            let mut answer = Response::plain(if slow { 504 } else { 502 }, None, slug);
            answer.headers.push(OUR_ANSWER, slug);
            (answer, false)
        }
    }
}
