//! One attempt: an exchange, judged.

use std::time::Duration;

use jiff::Timestamp;

use crate::contract::{Judgement, Verdict, judge_ending};
use crate::transport::{Manner, Transport, TransportError};
use crate::wire::{Ending, Failure, Request};

/// One attempt of a delivery, made and judged.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Counted from 1.
    pub number: u32,
    /// When it was due.
    pub due_at: Timestamp,
    /// When its first step began, by the clock it was due by.
    pub sent_at: Timestamp,
    /// From the first step to the last byte of the answer.
    pub elapsed: Duration,
    /// The answer or the failure, secrets masked.
    pub ending: Ending,
    /// What POPBiLL would make of it.
    pub judgement: Judgement,
}

impl Attempt {
    /// Whether POPBiLL would take it as delivered. A tolerated answer counts: `--strict` only changes the exit code.
    pub fn is_acknowledged(&self) -> bool {
        self.judgement.verdict != Verdict::Rejected
    }

    /// An attempt of which no answer came, because of a failure that was not the transport's.
    pub fn without_answer(number: u32, due_at: Timestamp, sent_at: Timestamp, failure: Failure) -> Self {
        let ending = Err(failure);
        let judgement = judge_ending(&ending);
        Self { number, due_at, sent_at, elapsed: Duration::ZERO, ending, judgement }
    }

    /// The status of the answer, even of one that was cut off.
    pub fn status(&self) -> Option<u16> {
        match &self.ending {
            Ok(response) => Some(response.status),
            Err(failure) => failure.partial.as_ref().map(|partial| partial.status),
        }
    }
}

/// Sends `request` once and judges the answer; `sent_at` is now, by the clock that `due_at` belongs to.
///
/// A refused connection is a finding, not an error; an error means that nothing could be tried at all.
pub async fn attempt(
    transport: &Transport,
    request: &Request,
    number: u32,
    due_at: Timestamp,
    sent_at: Timestamp,
) -> Result<Attempt, TransportError> {
    attempt_in(transport, request, number, due_at, sent_at, Manner::default()).await
}

/// The same, in this manner: kept back before its last byte, or with a deliberate fault.
pub async fn attempt_in(
    transport: &Transport,
    request: &Request,
    number: u32,
    due_at: Timestamp,
    sent_at: Timestamp,
    manner: Manner,
) -> Result<Attempt, TransportError> {
    let exchange = transport.exchange(request, manner).await?;
    let mut judgement = judge_ending(&exchange.ending);
    // The judgement has seen the real bytes; whoever keeps or shows the answer sees the masked ones.
    let echoes = request.echoes();
    let ending = echoes.mask_ending(exchange.ending);
    if !echoes.is_empty() {
        // Notes quote the answer, so they are taken from the masked one; the verdict is the real one's.
        judgement.notes = judge_ending(&ending).notes;
    }
    Ok(Attempt { number, due_at, sent_at, elapsed: exchange.elapsed, ending, judgement })
}
