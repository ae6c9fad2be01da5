//! One connection: requests in, answers out, each by a deadline.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::connections;
use super::handler::{Handled, Handler};
use super::memory::Held;
use super::plan::Action;
use super::rejects::Reject;
use super::server::Shared;
use crate::clock::{self, Deadline};
use crate::transport::{Inbound, InboundReader, Progress, Refusal, ServerStream};
use crate::wire::Response;

/// The time for a head, from its first byte, and for the first byte of a connection.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// The time for a body, from the end of its head.
const BODY_TIME: Duration = Duration::from_secs(30);
/// The time a client has to take an answer.
const WRITE_TIME: Duration = Duration::from_secs(10);
/// How long a kept connection may be idle.
const IDLE_TIME: Duration = Duration::from_secs(15);
/// After a refusal the client may still be sending: so much, for so long, is read and thrown away, or a reset
/// would overtake the answer.
const LINGER_BYTES: usize = 256 * 1024;
const LINGER_TIME: Duration = Duration::from_secs(2);

const READ_BYTES: usize = 16 * 1024;

/// How reading a request ended without one.
enum NoRequest {
    /// The client is done; nothing was under way.
    Done,
    /// It must be told, or at least noted, why not.
    Refused(Refusal),
    /// It went away within a request.
    Gone,
}

/// Serves one connection to its end. `idle` says while nothing of a request is under way.
pub(super) async fn serve(mut stream: ServerStream, peer: SocketAddr, shared: Arc<Shared>, idle: Arc<AtomicBool>) {
    let mut reader = InboundReader::new(shared.limits);
    let mut buffer = vec![0; READ_BYTES];
    let mut first = true;
    loop {
        let (inbound, held) = match next(&mut stream, &mut reader, &mut buffer, &shared, &idle, first).await {
            Ok(whole) => whole,
            Err(NoRequest::Done) => return,
            Err(NoRequest::Gone) => return shared.rejects.push(&Reject::new(peer, "incomplete")),
            Err(NoRequest::Refused(refusal)) => {
                shared.rejects.push(&Reject::new(peer, refusal.reason));
                return refuse(stream, &refusal).await;
            }
        };
        first = false;
        let keep_alive = inbound.parsed.keep_alive && !shared.is_stopping();
        let handled = Handler::new(&shared).handle(*inbound, held, peer).await;
        match answer(stream, handled, keep_alive, &shared, &idle).await {
            Some(open) => stream = open,
            None => return,
        }
    }
}

/// The next request of the connection.
async fn next(
    stream: &mut ServerStream,
    reader: &mut InboundReader,
    buffer: &mut [u8],
    shared: &Shared,
    idle: &AtomicBool,
    first: bool,
) -> Result<(Box<Inbound>, Held), NoRequest> {
    // What a pipelining client sent early is already here.
    let mut progress = reader.push(&[]).map_err(NoRequest::Refused)?;
    let mut deadline = Deadline::after(if first { HEAD_TIME } else { IDLE_TIME });
    let mut in_body = false;
    let mut held = shared.memory.hold();
    loop {
        match progress {
            Progress::Complete(inbound) => return Ok((inbound, held)),
            Progress::Continue => {
                let told = Deadline::after(WRITE_TIME).bound(stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")).await;
                told.ok().and_then(Result::ok).ok_or(NoRequest::Gone)?;
                (deadline, in_body) = (Deadline::after(BODY_TIME), true);
            }
            Progress::Body if !in_body => (deadline, in_body) = (Deadline::after(BODY_TIME), true),
            Progress::Head | Progress::Body => {}
        }
        let is_idle = reader.is_idle();
        if is_idle && shared.is_stopping() {
            return Err(NoRequest::Done);
        }
        idle.store(is_idle, Ordering::Release);
        let read = deadline.bound(stream.read(buffer)).await;
        idle.store(false, Ordering::Release);
        let count = match read {
            Err(_) | Ok(Ok(0) | Err(_)) if is_idle => return Err(NoRequest::Done),
            Err(_) => return Err(NoRequest::Refused(Refusal::new(408, "too-slow"))),
            Ok(Ok(0)) => return Err(NoRequest::Refused(Refusal::new(400, "incomplete"))),
            Ok(Ok(count)) => count,
            Ok(Err(_)) => return Err(NoRequest::Gone),
        };
        if is_idle {
            deadline = Deadline::after(HEAD_TIME);
        }
        if !held.grow(count) {
            return Err(NoRequest::Refused(Refusal::new(503, "too-much-in-flight")));
        }
        progress = reader.push(&buffer[..count]).map_err(NoRequest::Refused)?;
    }
}

/// Gives the answer; the connection comes back if it may carry another request.
async fn answer(
    mut stream: ServerStream,
    handled: Handled,
    keep_alive: bool,
    shared: &Shared,
    idle: &AtomicBool,
) -> Option<ServerStream> {
    // Whoever is made to wait longer than a stop takes need not be waited for.
    idle.store(handled.delay > connections::DRAIN_TIME, Ordering::Release);
    clock::pause(handled.delay).await;
    idle.store(false, Ordering::Release);
    let bytes = match handled.action {
        Action::Hang => {
            shared.answered(handled.seq, false);
            // Whoever is left hanging has nothing to lose when we stop.
            idle.store(true, Ordering::Release);
            hang(&mut stream).await;
            return None;
        }
        Action::Reset => {
            shared.answered(handled.seq, false);
            stream.reset();
            return None;
        }
        ref action => handled.bytes.unwrap_or_else(|| action.bytes(keep_alive)),
    };
    let whole = matches!(handled.action, Action::Answer { .. });
    let written = Deadline::after(WRITE_TIME).bound(write(&mut stream, &bytes)).await;
    let taken = matches!(written, Ok(Ok(())));
    shared.answered(handled.seq, taken && whole);
    if taken && keep_alive && whole {
        return Some(stream);
    }
    Deadline::after(WRITE_TIME).bound(stream.shutdown()).await.ok();
    linger(&mut stream).await;
    None
}

async fn write(stream: &mut ServerStream, bytes: &[u8]) -> std::io::Result<()> {
    stream.write_all(bytes).await?;
    stream.flush().await
}

/// Says nothing until the client goes away.
async fn hang(stream: &mut ServerStream) {
    let mut sink = [0; 1024];
    while stream.read(&mut sink).await.is_ok_and(|count| count > 0) {}
}

pub(super) async fn refuse(mut stream: ServerStream, refusal: &Refusal) {
    let Some(status) = refusal.status else { return };
    let allow = (status == 405).then_some(("Allow", "POST"));
    let answer = Response::plain(status, allow, refusal.reason).to_bytes(false);
    if Deadline::after(WRITE_TIME).bound(write(&mut stream, &answer)).await.is_ok_and(|sent| sent.is_ok()) {
        Deadline::after(LINGER_TIME).bound(stream.shutdown()).await.ok();
        linger(&mut stream).await;
    }
}

async fn linger(stream: &mut ServerStream) {
    let mut sink = [0; 4096];
    let mut left = LINGER_BYTES;
    let drain = async {
        while let Ok(count @ 1..) = stream.read(&mut sink).await {
            left = left.saturating_sub(count);
            if left == 0 {
                return;
            }
        }
    };
    Deadline::after(LINGER_TIME).bound(drain).await.ok();
}
