//! The accept loop: many connections at once, one of which never stops the others.

use std::collections::BTreeMap;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use super::admission::Admission;
use super::connection;
use super::connections::Connections;
use super::forward::Upstream;
use super::ids::Ids;
use super::memory::{Held, Memory};
use super::plan::ResponsePlan;
use super::quota::Quota;
use super::rejects::{NOT_ALLOWED, Reject, Rejects};
use crate::clock::{self, Deadline};
use crate::history::{Answered, CaptureRecord, RecordId, StoredCapture, Writer};
use crate::transport::{InboundLimits, Refusal, ServerStream, ServerTls};

/// The most connections at once; more wait in the system's queue.
const CONNECTIONS: usize = 1024;
/// How long a TLS handshake may take.
const HANDSHAKE_TIME: Duration = Duration::from_secs(10);

/// What a receiver does with what it receives.
pub struct Settings {
    /// What it answers.
    pub plan: ResponsePlan,
    /// Whom it lets in.
    pub admission: Admission,
    /// Where it passes requests on to.
    pub upstream: Option<Upstream>,
    /// Serves https.
    pub tls: Option<ServerTls>,
    /// Takes no more captures than this.
    pub max: Option<u64>,
    /// Where captures are kept before they are answered; without one they are only shown.
    pub writer: Option<Writer>,
    /// Counts every capture, after it is stored and before it is answered.
    pub count: Box<dyn Fn(&CaptureRecord) + Send + Sync>,
    /// Is shown captures.
    pub show: Show,
    /// Is told of requests that are not taken.
    pub rejected: Box<dyn Fn(&Reject) + Send + Sync>,
}

/// Where captures go to be shown.
pub struct Show {
    /// The queue; nothing where nobody looks.
    pub queue: Option<mpsc::Sender<Shown>>,
    /// Whether an answer waits for a place in the queue. Data for a program is never left out; what is for the eye
    /// is, and [`Attention::left_out`] counts it.
    pub lossless: bool,
    /// How much the eye takes.
    pub attention: Arc<Attention>,
}

/// A capture on its way to be shown. It counts as held until it is dropped.
#[derive(Debug)]
pub struct Shown {
    /// The capture.
    pub stored: Arc<StoredCapture>,
    _held: Held,
}

/// Whether whoever looks can take more, and what was left out meanwhile.
#[derive(Debug, Default)]
pub struct Attention {
    /// Set while there is more than can be read.
    pub paused: AtomicBool,
    /// How many captures were not shown.
    pub left_out: AtomicU64,
}

/// What a receiver took and did not take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Captures.
    pub captured: u64,
    /// Refused requests by reason.
    pub rejected: BTreeMap<&'static str, u64>,
}

/// What all connections share.
pub(super) struct Shared {
    pub(super) plan: ResponsePlan,
    pub(super) admission: Admission,
    pub(super) upstream: Option<Upstream>,
    pub(super) writer: Option<Writer>,
    count_capture: Box<dyn Fn(&CaptureRecord) + Send + Sync>,
    show: Show,
    pub(super) limits: InboundLimits,
    pub(super) rejects: Rejects,
    pub(super) memory: Memory,
    pub(super) local: SocketAddr,
    stopping: AtomicBool,
    pub(super) quota: Quota,
    ids: Ids,
}

impl Shared {
    /// Whether no further request is to be taken.
    pub(super) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Acquire)
    }

    /// An identity nobody else has.
    pub(super) fn new_id(&self) -> RecordId {
        self.ids.next()
    }

    /// Tells of a capture that is stored.
    pub(super) async fn tell(&self, record: Arc<CaptureRecord>, duplicate_of: Option<RecordId>, held: Held) {
        (self.count_capture)(&record);
        let Some(queue) = &self.show.queue else { return };
        let attention = &self.show.attention;
        let stored = || {
            let record = Arc::unwrap_or_clone(record);
            let stored = Arc::new(StoredCapture { record, duplicate_of, answered: Answered::Unknown });
            Shown { stored, _held: held }
        };
        if self.show.lossless {
            // Nobody looks any more: that is no reason to stop receiving.
            queue.send(stored()).await.ok();
        } else if attention.paused.load(Ordering::Relaxed) || queue.try_send(stored()).is_err() {
            attention.left_out.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Notes whether an answer went out.
    pub(super) fn answered(&self, seq: Option<i64>, delivered: bool) {
        if let (Some(writer), Some(seq)) = (&self.writer, seq) {
            writer.answered(seq, delivered);
        }
    }
}

/// Receives until `stop`, then lets what is under way finish.
pub async fn serve(listener: TcpListener, settings: Settings, stop: impl Future<Output = ()>) -> io::Result<Totals> {
    let tls = settings.tls;
    let shared = Arc::new(Shared {
        plan: settings.plan,
        admission: settings.admission,
        upstream: settings.upstream,
        writer: settings.writer,
        count_capture: settings.count,
        show: settings.show,
        limits: InboundLimits::default(),
        rejects: Rejects::new(settings.rejected),
        memory: Memory::default(),
        local: listener.local_addr()?,
        stopping: AtomicBool::new(false),
        ids: Ids::default(),
        quota: Quota::new(settings.max),
    });
    let mut connections = Connections::default();
    tokio::select! {
        () = accept(&listener, &shared, tls.as_ref(), &mut connections) => {}
        () = stop => {}
    }
    drop(listener);
    shared.stopping.store(true, Ordering::Release);
    connections.drain().await;
    Ok(Totals { captured: shared.quota.taken(), rejected: shared.rejects.counts() })
}

/// Accepts for ever. A failing accept (no file handle is left, say) is waited out, never a reason to end.
async fn accept(listener: &TcpListener, shared: &Arc<Shared>, tls: Option<&ServerTls>, connections: &mut Connections) {
    loop {
        connections.make_room(CONNECTIONS).await;
        match listener.accept().await {
            Ok((stream, peer)) => {
                let (shared, tls) = (Arc::clone(shared), tls.cloned());
                connections.spawn(|idle| open(stream, peer, shared, tls, idle));
            }
            Err(_) => clock::pause(Duration::from_millis(50)).await,
        }
    }
}

async fn open(stream: TcpStream, peer: SocketAddr, shared: Arc<Shared>, tls: Option<ServerTls>, idle: Arc<AtomicBool>) {
    stream.set_nodelay(true).ok();
    // A handshake is nothing that a stop would have to wait for.
    idle.store(true, Ordering::Release);
    let stream = match tls {
        None => ServerStream::Plain(stream),
        Some(tls) => match Deadline::after(HANDSHAKE_TIME).bound(tls.accept(stream)).await {
            Ok(Ok(stream)) => stream,
            _ => return shared.rejects.push(&Reject::new(peer, "tls-handshake")),
        },
    };
    // Where no proxy speaks for others, nothing of a request needs to be read to know who calls.
    if shared.admission.trust_proxy.is_empty() && !shared.admission.allow.admits(peer.ip()) {
        shared.rejects.push(&Reject::new(peer, NOT_ALLOWED));
        return connection::refuse(stream, &Refusal::new(403, NOT_ALLOWED)).await;
    }
    connection::serve(stream, peer, shared, idle).await;
}
