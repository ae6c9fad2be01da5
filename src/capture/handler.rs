//! A request becomes a capture: admitted, recognised, stored, and only then answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use super::admission;
use super::memory::Held;
use super::plan::Action;
use super::rejects::{NOT_ALLOWED, NOT_STORED, Reject};
use super::server::Shared;
use crate::clock;
use crate::event::{Hint, glance};
use crate::history::{Auth, CaptureRecord, Reply, StoreError};
use crate::transport::Inbound;
use crate::wire::{CredentialKind, Response, mask_head};

/// What to do about a request.
pub(super) struct Handled {
    /// Wait so long first.
    pub(super) delay: Duration,
    /// How to answer.
    pub(super) action: Action,
    /// The answer's bytes, where they are not the action's own.
    pub(super) bytes: Option<Vec<u8>>,
    /// The place of the capture in the store.
    pub(super) seq: Option<i64>,
}

/// Turns requests into captures.
pub(super) struct Handler<'a> {
    shared: &'a Arc<Shared>,
}

impl<'a> Handler<'a> {
    pub(super) fn new(shared: &'a Arc<Shared>) -> Self {
        Self { shared }
    }

    /// Stores the request and says how to answer it. What cannot be stored is never acknowledged.
    pub(super) async fn handle(&self, inbound: Inbound, mut held: Held, peer: SocketAddr) -> Handled {
        let headers = &inbound.parsed.headers;
        let address = self.shared.admission.peer(peer.ip(), headers);
        if !self.shared.admission.allow.admits(address) {
            let detail = Some(address.to_string());
            self.shared.rejects.push(&Reject { detail, ..Reject::new(peer, NOT_ALLOWED) });
            return Handled::plain(403, NOT_ALLOWED, None);
        }
        let Some(ticket) = self.shared.quota.take() else {
            self.shared.rejects.push(&Reject::new(peer, "enough"));
            return Handled::plain(503, "enough captures were taken", None);
        };
        let auth = self.auth(&inbound);
        let answer = self.choose(&inbound, ticket.number(), auth, &mut held).await;
        let mut record = self.record(inbound, peer, address, auth);
        record.reply = answer.reply;
        record.forwarded = answer.forwarded;
        match self.store(record, held).await {
            Ok(seq) => {
                ticket.keep();
                Handled { delay: answer.delay, action: answer.action, bytes: answer.bytes, seq }
            }
            Err(error) => {
                // Why not is for whoever runs the receiver: it names a path of this machine.
                let detail = Some(error.to_string());
                self.shared.rejects.push(&Reject { detail, ..Reject::new(peer, NOT_STORED) });
                Handled::plain(503, NOT_STORED, None)
            }
        }
    }

    fn auth(&self, inbound: &Inbound) -> Auth {
        match self.shared.admission.authenticate(&inbound.parsed.headers) {
            admission::Verdict::NotDemanded => Auth::None,
            admission::Verdict::Ok => Auth::Ok,
            admission::Verdict::Missing => Auth::Missing,
            admission::Verdict::Wrong => Auth::Wrong,
        }
    }

    fn record(&self, inbound: Inbound, peer: SocketAddr, address: std::net::IpAddr, auth: Auth) -> CaptureRecord {
        let headers = &inbound.parsed.headers;
        let text = |name: &str| headers.text(name).map(str::to_owned);
        let (webhook_type, corp_num) = (text("pb-webhook-type"), text("pb-webhook-corpnum"));
        let header_type = text("pb-webhook-eventtype");
        let hint = Hint {
            webhook_type: webhook_type.as_deref(),
            event_type: header_type.as_deref(),
            corp_num: corp_num.as_deref(),
            edition: None,
        };
        let seen = glance(&inbound.body, hint);
        let peer = if address == peer.ip() { peer.to_string() } else { address.to_string() };
        CaptureRecord {
            id: self.shared.new_id(),
            received_at: clock::now(),
            peer,
            flags: super::flags::flags(&inbound, seen.is_json, self.shared.local),
            head: mask_head(inbound.head),
            event: seen.identity.kind.map(|kind| kind.id.to_owned()),
            webhook_type,
            event_type: seen.event_type.or(header_type),
            message_id: text("pb-webhook-mid"),
            corp_num,
            auth,
            body: inbound.body,
            reply: Reply { status: None, body: Vec::new() },
            forwarded: None,
        }
    }

    async fn choose(&self, inbound: &Inbound, number: u64, auth: Auth, held: &mut Held) -> Chosen {
        if matches!(auth, Auth::Missing | Auth::Wrong) {
            return Chosen::unauthorized(self.shared.admission.credentials.kind());
        }
        if let Some(upstream) = &self.shared.upstream {
            // The body is there twice from now on. A request that is already whole is not refused for that.
            let _ = held.grow(inbound.body.len());
            let relayed = upstream.relay(inbound, inbound.parsed.keep_alive).await;
            return Chosen {
                delay: Duration::ZERO,
                action: Action::Answer { status: relayed.status, content_type: None, body: Vec::new() },
                bytes: Some(relayed.bytes),
                reply: Reply { status: Some(relayed.status), body: relayed.shown },
                forwarded: Some(relayed.forwarded),
            };
        }
        let step = self.shared.plan.step(number);
        let reply = match &step.action {
            Action::Answer { status, body, .. } => Reply { status: Some(*status), body: body.clone() },
            _ => Reply { status: None, body: Vec::new() },
        };
        Chosen { delay: step.delay, action: step.action.clone(), bytes: None, reply, forwarded: None }
    }

    async fn store(&self, record: CaptureRecord, held: Held) -> Result<Option<i64>, StoreError> {
        let record = Arc::new(record);
        let (seq, duplicate_of) = match &self.shared.writer {
            None => (None, None),
            Some(writer) => {
                let stored = writer.submit(Arc::clone(&record)).await?;
                (Some(stored.seq), stored.duplicate_of)
            }
        };
        self.shared.tell(record, duplicate_of, held).await;
        Ok(seq)
    }
}

/// The answer that was chosen, and what the record says of it.
struct Chosen {
    delay: Duration,
    action: Action,
    bytes: Option<Vec<u8>>,
    reply: Reply,
    forwarded: Option<crate::history::Forwarded>,
}

impl Chosen {
    fn unauthorized(demanded: Option<CredentialKind>) -> Self {
        let handled = Handled::plain(401, "unauthorized", demanded);
        let reply = Reply { status: Some(401), body: b"unauthorized".to_vec() };
        Self { delay: Duration::ZERO, action: handled.action, bytes: handled.bytes, reply, forwarded: None }
    }
}

impl Handled {
    /// A plain answer of our own; the connection goes on.
    fn plain(status: u16, text: &str, demanded: Option<CredentialKind>) -> Self {
        let is_basic = demanded == Some(CredentialKind::Basic);
        let challenge = is_basic.then_some(("WWW-Authenticate", "Basic realm=\"popbill-hook\""));
        let bytes = Response::plain(status, challenge, text).to_bytes(true);
        let action = Action::Answer { status, content_type: None, body: Vec::new() };
        Self { delay: Duration::ZERO, action, bytes: Some(bytes), seq: None }
    }
}
