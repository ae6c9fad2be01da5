//! Going through a schedule without a network: for `--plan`, and to measure it.

use jiff::Timestamp;

use super::Agenda;
use crate::delivery::RetryPolicy;

/// An attempt of the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it is due.
    pub due_at: Timestamp,
    /// The delivery.
    pub delivery: u32,
    /// The attempt, from 1.
    pub number: u32,
}

/// Goes through all attempts in their order. `first` has the due time of each delivery's first attempt, and
/// `acknowledges` says of each attempt whether it is the last one. Returns how many attempts there were.
pub fn rehearse(
    first: &[Timestamp],
    policy: impl Fn(u32) -> RetryPolicy,
    mut acknowledges: impl FnMut(Step) -> bool,
) -> u64 {
    let numbered = first.iter().zip(0..).map(|(due_at, delivery)| (*due_at, delivery));
    let mut agenda = Agenda::new(numbered);
    let mut count = 0;
    while let Some((due_at, delivery, number)) = agenda.pop() {
        count += 1;
        if acknowledges(Step { due_at, delivery, number }) {
            continue;
        }
        // Nothing is late here, so the next one is an interval after this one.
        if let Some(next) = policy(delivery).next_due(number, first_due(first, delivery), due_at) {
            agenda.push(next, delivery, number + 1);
        }
    }
    count
}

fn first_due(first: &[Timestamp], delivery: u32) -> Timestamp {
    first[usize::try_from(delivery).unwrap_or(usize::MAX)]
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;

    /// The simplest thing that is right: all attempts in a list, the earliest of which is taken again and again.
    fn model(first: &[Timestamp], policy: RetryPolicy, acknowledges: impl Fn(Step) -> bool) -> Vec<Step> {
        let mut waiting: Vec<(Step, usize)> = first
            .iter()
            .zip(0..)
            .map(|(due_at, delivery)| (Step { due_at: *due_at, delivery, number: 1 }, delivery as usize))
            .collect();
        let (mut done, mut arrived) = (Vec::new(), waiting.len());
        while !waiting.is_empty() {
            let next = (0..waiting.len()).min_by_key(|at| (waiting[*at].0.due_at, waiting[*at].1)).unwrap();
            let (step, _) = waiting.remove(next);
            done.push(step);
            if !acknowledges(step) && step.number <= policy.retries() {
                let due_at = step.due_at + policy.interval();
                waiting.push((Step { due_at, number: step.number + 1, ..step }, arrived));
                arrived += 1;
            }
        }
        done
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_model(
            seconds in prop::collection::vec(0_i64..900, 1..30),
            retries in 0_u32..5,
            interval in 1_u64..400,
            answers: u64,
        ) {
            let first: Vec<_> = seconds.iter().map(|second| Timestamp::from_second(*second).unwrap()).collect();
            let policy = RetryPolicy::custom(retries, Duration::from_secs(interval));
            let acknowledges = |step: Step| (answers >> ((step.delivery * 5 + step.number) % 64)) & 1 == 1;
            let mut steps = Vec::new();
            let count = rehearse(&first, |_| policy, |step| {
                steps.push(step);
                acknowledges(step)
            });
            prop_assert_eq!(count, steps.len() as u64);
            prop_assert_eq!(steps, model(&first, policy, acknowledges));
        }
    }
}
