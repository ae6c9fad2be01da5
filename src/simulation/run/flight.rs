//! An attempt from its start to its landing, written down at both ends.

use std::sync::Arc;

use jiff::Timestamp;

use super::outbox::News;
use super::{Due, Fate, Progress, Run, RunError, Sending, State, index};
use crate::delivery::{Attempt, Outcome, Summary, attempt_in};
use crate::history::{AttemptRecord, RecordId, attempt_record, delivery_record};
use crate::simulation::{Change, Journal, Occasion};
use crate::transport::{Hold, Manner, TransportError};
use crate::wire::{Failure, FailureKind};
use crate::words::simulation as words;

/// An attempt that has come back.
pub(super) struct Landed {
    order: u64,
    number: u32,
    fate: Fate,
    attempt: Result<Attempt, TransportError>,
}

impl Run<'_> {
    /// Writes down that these attempts begin, and then lets them.
    pub(super) fn start(
        &mut self,
        due: Vec<Due>,
        journal: &mut dyn Journal,
        progress: &mut dyn Progress,
    ) -> Result<(), RunError> {
        let sent_at = self.clock.now();
        for Due { delivery, number, at } in &due {
            let attempt = AttemptRecord { number: *number, due_at: *at, sent_at, result: None };
            let sending = self.sending(*delivery);
            let change = match number {
                1 => {
                    let origin = match self.plan.planned(*delivery).occasion {
                        Occasion::Rerun(of) => Some(RecordId::from_bits(self.sending(of).0.id.bits())),
                        Occasion::Event => None,
                    };
                    let record = delivery_record(&sending.0, &sending.1, sent_at, origin, None);
                    Change::Begin(Box::new(record), attempt)
                }
                _ => Change::Start(attempt),
            };
            self.outbox.change(*delivery, change);
        }
        self.outbox.flush(journal, progress)?;
        for due in due {
            self.launch(due, sent_at)?;
        }
        Ok(())
    }

    fn launch(&mut self, due: Due, sent_at: Timestamp) -> Result<(), RunError> {
        let Due { delivery, number, at: due_at } = due;
        let state = &mut self.states[index(delivery)];
        (state.started, state.running) = (number, state.running + 1);
        let planned = self.plan.planned(delivery);
        let next = self.plan.policy(delivery).next_due(number, planned.due_at, sent_at);
        let overlaps = self.plan.setup().scenario.overlap;
        match next {
            // Only where attempts are to overlap does the next one not wait for this one's answer.
            Some(next) if overlaps => self.agenda.push(next, delivery, number + 1),
            next => self.states[index(delivery)].next = next,
        }
        self.order += 1;
        let order = self.order;
        if self.plan.blocks(sent_at) {
            let failure = Failure { kind: FailureKind::ConnectTimeout, detail: words::blocked(), partial: None };
            let attempt = Attempt::without_answer(number, due_at, sent_at, failure);
            let landed = Landed { order, number, fate: Fate::Blocked, attempt: Ok(attempt) };
            return self.land(vec![(delivery, landed)]);
        }
        let hold = next.filter(|_| overlaps && number == 1).map(|next| {
            let (hold, release) = Hold::new(self.clock.wait(next));
            self.held.insert(delivery, release);
            hold
        });
        let lost = (planned.lost || overlaps) && number == 1;
        let (transport, sending) = (Arc::clone(&self.transport), self.sending(delivery));
        self.flights.spawn(async move {
            let made = attempt_in(&transport, &sending.1, number, due_at, sent_at, Manner::held(hold)).await;
            // What was not answered cannot lose its answer.
            let is_lost = lost && made.as_ref().is_ok_and(|attempt| attempt.ending.is_ok());
            let fate = if is_lost { Fate::AnswerLost } else { Fate::Sent };
            let attempt = made.map(|attempt| if is_lost { without_its_answer(&attempt) } else { attempt });
            (delivery, Landed { order, number, fate, attempt })
        });
        if number > 1 {
            // The second attempt is on its way: now the first one may end too.
            self.held.remove(&delivery);
        }
        Ok(())
    }

    /// What is sent for a delivery; made when it is first needed.
    fn sending(&mut self, delivery: u32) -> Sending {
        let prepare = self.prepare;
        let plan = &self.plan;
        let sending = self.states[index(delivery)].sending.get_or_insert_with(|| {
            let event = plan.event(delivery).expect("a plan holds only events that can be made");
            Arc::new(prepare(delivery, &event))
        });
        Arc::clone(sending)
    }

    /// An attempt that came back, and whatever else has come back meanwhile, in the order of their starts.
    pub(super) async fn landed_with(&mut self, first: (u32, Landed)) -> Vec<(u32, Landed)> {
        let mut all = vec![first];
        // Answers that are there already are only seen once their readers had their turn.
        for _ in 0..2 {
            tokio::task::yield_now().await;
            while let Some(Ok(landed)) = self.flights.try_join_next() {
                all.push(landed);
            }
        }
        all.sort_unstable_by_key(|(_, landed)| landed.order);
        all
    }

    /// Takes what came of attempts, and how deliveries ended if they did.
    pub(super) fn land(&mut self, all: Vec<(u32, Landed)>) -> Result<(), RunError> {
        for (delivery, Landed { number, fate, attempt, .. }) in all {
            let attempt = attempt?;
            let sending = self.sending(delivery);
            if let Some(result) = attempt_record(&attempt).result {
                self.outbox.change(delivery, Change::Finish(number, Box::new(result)));
            }
            let state = &mut self.states[index(delivery)];
            state.running -= 1;
            if !state.acknowledged {
                state.acknowledged = attempt.is_acknowledged();
                state.judgement = Some(attempt.judgement.clone());
            }
            if let Some(next) = state.next.take().filter(|_| !state.acknowledged) {
                self.agenda.push(next, delivery, number + 1);
            }
            self.outbox.news(delivery, sending, News::Made(Box::new(attempt), fate));
            self.conclude(delivery);
        }
        Ok(())
    }

    /// Ends a delivery that was acknowledged, or of which no attempt is left.
    pub(super) fn conclude(&mut self, delivery: u32) {
        let attempts = self.plan.policy(delivery).attempts();
        let state = &self.states[index(delivery)];
        let outcome = match state {
            State { outcome: Some(_), .. } | State { running: 1.., .. } => return,
            State { acknowledged: true, .. } => Outcome::Acknowledged,
            State { started, .. } if *started >= attempts => Outcome::Exhausted,
            _ => return,
        };
        let summary = Summary { outcome, attempts: state.started, judgement: state.judgement.clone() };
        let sending = self.sending(delivery);
        self.outbox.change(delivery, Change::End(outcome));
        self.outbox.news(delivery, sending, News::Ended(summary));
        let state = &mut self.states[index(delivery)];
        state.outcome = Some(outcome);
        // The payload is not needed any more.
        (state.sending, state.judgement) = (None, None);
    }
}

/// The attempt as it looks to a sender that never got the answer.
fn without_its_answer(attempt: &Attempt) -> Attempt {
    let detail = words::lost(attempt.judgement.verdict.name(), attempt.judgement.slug.name());
    let failure = Failure { kind: FailureKind::ReadTimeout, detail, partial: None };
    let lost = Attempt::without_answer(attempt.number, attempt.due_at, attempt.sent_at, failure);
    Attempt { elapsed: attempt.elapsed, ..lost }
}
