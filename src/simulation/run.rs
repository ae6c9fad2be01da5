//! Making the attempts of a plan: each when it is due, written down before it leaves and after it came back.

mod flight;
mod outbox;
mod past;

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::task::JoinSet;

use super::{Agenda, Journal, Plan};
use crate::clock::{Clock, Speed};
use crate::contract::Judgement;
use crate::delivery::{Attempt, Delivery, Outcome, Summary};
use crate::event::Event;
use crate::history::StoreError;
use crate::transport::{Release, Transport, TransportError};
use crate::wire::Request;

use flight::Landed;
use outbox::Outbox;
pub use past::Past;

/// Gives a delivery its identity, its endpoint and its request.
pub type Prepare<'a> = dyn Fn(u32, &Event) -> (Delivery, Request) + 'a;

/// Is told how a run goes on.
pub trait Progress {
    /// An attempt was made, or it was blocked.
    fn made(&mut self, made: &Made<'_>) -> std::io::Result<()>;
    /// A delivery has ended.
    fn ended(&mut self, number: u32, delivery: &Delivery, summary: &Summary) -> std::io::Result<()>;
}

/// An attempt of a run.
#[derive(Debug)]
pub struct Made<'a> {
    /// The number of the delivery.
    pub number: u32,
    /// The delivery.
    pub delivery: &'a Delivery,
    /// The request.
    pub request: &'a Request,
    /// The attempt, as POPBiLL saw it.
    pub attempt: &'a Attempt,
    /// What the scenario made of it.
    pub fate: Fate,
}

/// What a scenario makes of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was made, and its answer counts.
    Sent,
    /// Nothing of it left this machine.
    Blocked,
    /// It was made, and its answer was thrown away.
    AnswerLost,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// Every delivery has an outcome.
    Complete,
    /// It was interrupted, and can go on later.
    Interrupted,
}

/// Why a run cannot go on now. What is written down stays, and it can go on later.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The journal.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No exchange can be tried.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// Nobody can be told.
    #[error(transparent)]
    Output(#[from] std::io::Error),
}

/// A run of a plan.
pub struct Run<'a> {
    plan: Plan,
    clock: Arc<Clock>,
    transport: Arc<Transport>,
    workers: usize,
    prepare: &'a Prepare<'a>,
    agenda: Agenda,
    states: Vec<State>,
    flights: JoinSet<(u32, Landed)>,
    held: HashMap<u32, Release>,
    outbox: Outbox,
    order: u64,
    reran: bool,
}

/// A delivery and what is sent for it, kept while it is under way.
type Sending = Arc<(Delivery, Request)>;

#[derive(Clone, Default)]
struct State {
    started: u32,
    running: u32,
    acknowledged: bool,
    outcome: Option<Outcome>,
    /// When the next attempt is due, unless this one is acknowledged.
    next: Option<Timestamp>,
    /// Of the last attempt, or of the one that was acknowledged.
    judgement: Option<Judgement>,
    sending: Option<Sending>,
}

/// An attempt that is to be started.
#[derive(Clone, Copy)]
struct Due {
    delivery: u32,
    number: u32,
    at: Timestamp,
}

impl<'a> Run<'a> {
    /// A run from its beginning, or from where `past` leaves it.
    pub fn new(
        plan: Plan,
        past: &HashMap<u32, Past>,
        speed: Speed,
        transport: Transport,
        workers: usize,
        prepare: &'a Prepare<'a>,
    ) -> Self {
        let mut plan = plan;
        let reran = Self::add_past_reruns(&mut plan, past);
        let latest = past.values().map(|past| past.last_start).max();
        let clock = Clock::starting_at(latest.unwrap_or(plan.first_due()).max(plan.first_due()), speed);
        let mut run = Self {
            agenda: Agenda::default(),
            states: vec![State::default(); plan.deliveries.len()],
            plan,
            clock: Arc::new(clock),
            transport: Arc::new(transport),
            workers: workers.max(1),
            prepare,
            flights: JoinSet::new(),
            held: HashMap::new(),
            outbox: Outbox::default(),
            order: 0,
            reran,
        };
        run.agenda = run.due_from(past);
        run
    }

    /// The plan, with the reruns that were added to it.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// How each delivery stands, by its number.
    pub fn outcomes(&self) -> Vec<Option<Outcome>> {
        self.states.iter().map(|state| state.outcome).collect()
    }

    /// Makes every attempt that is due, until none is left or `interrupted` comes.
    pub async fn go(
        &mut self,
        journal: &mut dyn Journal,
        progress: &mut dyn Progress,
        interrupted: impl Future<Output = ()>,
    ) -> Result<RunEnd, RunError> {
        let mut interrupted = std::pin::pin!(interrupted);
        let clock = Arc::clone(&self.clock);
        self.settle_past();
        loop {
            // Blocked attempts wait for nothing, and so many of them must not make us deaf.
            tokio::select! {
                biased;
                () = &mut interrupted => return Ok(RunEnd::Interrupted),
                () = tokio::task::yield_now() => {}
            }
            let due = self.due_now();
            if !due.is_empty() {
                self.start(due, journal, progress)?;
                continue;
            }
            self.outbox.flush(journal, progress)?;
            if self.flights.is_empty() && self.agenda.is_empty() {
                if !self.rerun() {
                    return Ok(RunEnd::Complete);
                }
            } else {
                // An instant clock does not jump over an answer that is on its way.
                let at_rest = self.flights.len() == self.held.len() || self.clock.speed() != Speed::Instant;
                let next =
                    self.agenda.next_due().filter(|_| at_rest && self.flights.len() < self.workers + self.held.len());
                tokio::select! {
                    biased;
                    () = &mut interrupted => return Ok(RunEnd::Interrupted),
                    () = wait(&clock, next) => {}
                    Some(first) = self.flights.join_next() => {
                        let first = first.map_err(|error| std::io::Error::other(error.to_string()))?;
                        let all = self.landed_with(first).await;
                        self.land(all)?;
                    }
                }
            }
        }
    }

    /// Takes what is due and for what there is room.
    fn due_now(&mut self) -> Vec<Due> {
        let now = self.clock.now();
        let mut due = Vec::new();
        while self.agenda.next_due().is_some_and(|at| at <= now) {
            if self.flights.len() + due.len() >= self.workers + self.held.len() {
                break;
            }
            let Some((at, delivery, number)) = self.agenda.pop() else { break };
            let state = &self.states[index(delivery)];
            if state.outcome.is_none() && !state.acknowledged {
                due.push(Due { delivery, number, at });
            }
        }
        due
    }

    /// Adds what is sent again by hand in the end; `false` where nothing is.
    fn rerun(&mut self) -> bool {
        if self.reran || !self.plan.setup().scenario.rerun {
            return false;
        }
        self.reran = true;
        let outcomes = (0..).zip(&self.states);
        let exhausted: Vec<u32> =
            outcomes.filter(|(_, state)| state.outcome == Some(Outcome::Exhausted)).map(|(number, _)| number).collect();
        let first = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        let again = self.plan.reruns(exhausted, self.clock.now());
        for (planned, number) in again.iter().zip(first..) {
            self.agenda.push(planned.due_at, number, 1);
            self.states.push(State::default());
        }
        let is_any = !again.is_empty();
        self.plan.deliveries.extend(again);
        is_any
    }
}

async fn wait(clock: &Clock, next: Option<Timestamp>) {
    match next {
        Some(at) => clock.until(at).await,
        None => std::future::pending().await,
    }
}

fn index(delivery: u32) -> usize {
    usize::try_from(delivery).unwrap_or(usize::MAX)
}
