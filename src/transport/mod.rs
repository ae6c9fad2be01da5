//! One exchange over a socket, byte-exact: a prepared request goes out, an answer or a named failure comes back.
//!
//! The exchange is our own HTTP/1.1, because the ways an answer can fail are what this tool tells apart. It knows
//! nothing of what an answer means. Redirects are not followed, nothing is retried, and each exchange has a
//! connection of its own. No other room names hyper-util, httparse or rustls.

mod answer;
mod answer_fault;
#[cfg(test)]
mod answer_tests;
mod chunked;
mod client;
mod connect;
mod conversation;
mod fault;
mod head;
mod hold;
mod inbound;
mod inbound_head;
#[cfg(test)]
mod inbound_tests;
mod proxy;
mod resolve;
mod serve_tls;
mod tls;
mod writing;

use std::sync::OnceLock;
use std::time::Duration;

pub use client::{Client, Page};
pub use fault::{Fault, NotAFault};
pub use hold::{Hold, Release};
pub use inbound::{Inbound, InboundLimits, InboundReader, Progress, Refusal};
pub use inbound_head::RequestHead;
pub use proxy::{ProxyChoice, without_userinfo};
pub use resolve::{Resolve, ResolveError};
pub use serve_tls::{ServerStream, ServerTls, ServerTlsError};
pub use tls::Certificates;

use crate::clock::{Deadline, Stopwatch};
use crate::wire::{Ending, Failure, FailureKind, Oddity, Request};
use crate::words::{exchange as words, faults};

/// How exchanges are made.
#[derive(Clone, Debug)]
pub struct Options {
    /// The time for name resolution, connection and TLS together. Not documented by POPBiLL; 5 s is ours.
    pub connect_timeout: Duration,
    /// The time for the whole exchange. Not documented by POPBiLL; 10 s is ours.
    pub max_time: Duration,
    /// Accept any certificate.
    pub insecure: bool,
    /// Roots to trust beside the compiled-in ones.
    pub certificates: Certificates,
    /// Which proxy to use, loopback aside.
    pub proxy: ProxyChoice,
    /// Addresses that stand in for name resolution.
    pub resolve: Vec<Resolve>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            max_time: Duration::from_secs(10),
            insecure: false,
            certificates: Certificates::default(),
            proxy: ProxyChoice::default(),
            resolve: Vec::new(),
        }
    }
}

/// Why no exchange could even be tried; the receiver has no part in it.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// The machine has no socket, port or file handle left.
    #[error("{}", words::local(&.0.to_string()))]
    Local(std::io::Error),
    /// The proxy cannot be used.
    #[error("{}", words::unusable_proxy(.0))]
    Proxy(String),
}

/// One finished exchange.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The answer, or how it failed to come.
    pub ending: Ending,
    /// From the first step of connecting to the last byte read.
    pub elapsed: Duration,
}

/// How the bytes of one request are written.
#[derive(Debug, Default)]
pub struct Manner {
    /// The last byte is kept back as long as this says.
    pub hold: Option<Hold>,
    /// A deliberate fault.
    pub fault: Option<Fault>,
}

impl Manner {
    /// With this fault.
    pub fn faulty(fault: Option<Fault>) -> Self {
        Self { hold: None, fault }
    }

    /// With the last byte kept back, where there is a hold.
    pub fn held(hold: Option<Hold>) -> Self {
        Self { hold, fault: None }
    }
}

/// Makes exchanges. TLS is set up at the first https URL, never before: loading roots is half of a start.
#[derive(Debug)]
pub struct Transport {
    options: Options,
    tls: OnceLock<tls::Tls>,
}

impl Transport {
    /// A transport with these options.
    pub fn new(options: Options) -> Self {
        Self { options, tls: OnceLock::new() }
    }

    /// Sends `request` once, in this manner, and reads the answer.
    pub async fn exchange(&self, request: &Request, manner: Manner) -> Result<Exchange, TransportError> {
        let stopwatch = Stopwatch::start();
        let longer = manner.hold.as_ref().map_or(Duration::ZERO, |hold| hold.at_most);
        let deadline = Deadline::after(self.options.max_time.saturating_add(longer));
        let mut ending = match self.connect(request, &manner, deadline).await? {
            Ok(connection) => self.converse(connection, request, manner, deadline).await,
            Err(failure) => Err(failure),
        };
        if let Ok(response) = &mut ending {
            let unverified = request.address.is_https() && self.options.insecure;
            response.oddities.extend(unverified.then_some(Oddity::TlsUnverified));
        }
        Ok(Exchange { ending, elapsed: stopwatch.elapsed() })
    }

    async fn converse(
        &self,
        connection: connect::Connection,
        request: &Request,
        manner: Manner,
        deadline: Deadline,
    ) -> Ending {
        let prepared = connection.prepare(request);
        let moves = writing::plan(&prepared, manner.hold, manner.fault);
        let ending = conversation::converse(connection.stream, moves, deadline, self.options.max_time).await;
        let Some(ending) = ending else {
            let body = prepared.bytes().len() - prepared.head_len();
            let written = if manner.fault == Some(Fault::Reset) { body / 2 } else { body };
            let detail = faults::on_purpose(manner.fault.map_or("", Fault::name), written, body);
            return Err(Failure { kind: FailureKind::ConnectionReset, detail, partial: None });
        };
        ending
    }

    async fn connect(
        &self,
        request: &Request,
        manner: &Manner,
        deadline: Deadline,
    ) -> Result<Result<connect::Connection, Failure>, TransportError> {
        let limit = self.options.connect_timeout.min(self.options.max_time);
        let by = deadline.min(Deadline::after(self.options.connect_timeout));
        let tls = request
            .address
            .is_https()
            .then(|| self.tls.get_or_init(|| tls::Tls::new(self.options.insecure, &self.options.certificates)));
        let aborts = manner.fault == Some(Fault::Reset);
        let work = connect::connect(&request.address, &self.options, tls, aborts);
        let Ok(connected) = by.bound(work).await else {
            let detail = words::connect_timeout(limit);
            return Ok(Err(Failure { kind: FailureKind::ConnectTimeout, detail, partial: None }));
        };
        match connected {
            Ok(connection) => Ok(Ok(connection)),
            Err(connect::ConnectError::Failed(kind, detail)) => Ok(Err(Failure { kind, detail, partial: None })),
            Err(connect::ConnectError::Impossible(error)) => Err(error),
        }
    }
}
