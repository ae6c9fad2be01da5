//! What is due next. All retries wait equally long and are put in as attempts begin, so they are in order already:
//! two queues, each sorted, are enough, and a million deliveries cost a few nanoseconds each.

use std::collections::VecDeque;

use jiff::Timestamp;

/// What is due, in the order of due times; of equal ones, what was put in first.
#[derive(Debug, Default)]
pub struct Agenda {
    first: VecDeque<Item>,
    again: VecDeque<Item>,
}

/// An attempt that is due, in microseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Item {
    due_us: i64,
    delivery: u32,
    number: u32,
}

impl Agenda {
    /// Begins with the first attempts of deliveries, in whatever order they come.
    pub fn new(first: impl IntoIterator<Item = (Timestamp, u32)>) -> Self {
        let item = |(due, delivery): (Timestamp, u32)| Item { due_us: due.as_microsecond(), delivery, number: 1 };
        let mut first: Vec<Item> = first.into_iter().map(item).collect();
        if !first.is_sorted_by_key(|item| item.due_us) {
            first.sort_by_key(|item| item.due_us);
        }
        Self { first: first.into(), again: VecDeque::new() }
    }

    /// Puts in attempt `number` of a delivery.
    pub fn push(&mut self, due: Timestamp, delivery: u32, number: u32) {
        let item = Item { due_us: due.as_microsecond(), delivery, number };
        // Policies with different intervals, and a resumed run, may be out of order; then it is not far.
        let mut at = self.again.len();
        while at > 0 && self.again[at - 1].due_us > item.due_us {
            at -= 1;
        }
        if at == self.again.len() { self.again.push_back(item) } else { self.again.insert(at, item) }
    }

    /// When something is due next.
    pub fn next_due(&self) -> Option<Timestamp> {
        let item = if self.is_first_next() { self.first.front() } else { self.again.front() };
        item.map(|item| Timestamp::from_microsecond(item.due_us).unwrap_or(Timestamp::MAX))
    }

    /// Takes what is due next: when, which delivery, which attempt of it.
    pub fn pop(&mut self) -> Option<(Timestamp, u32, u32)> {
        let item = if self.is_first_next() { self.first.pop_front() } else { self.again.pop_front() }?;
        let due = Timestamp::from_microsecond(item.due_us).unwrap_or(Timestamp::MAX);
        Some((due, item.delivery, item.number))
    }

    /// Whether nothing is due any more.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty() && self.again.is_empty()
    }

    fn is_first_next(&self) -> bool {
        match (self.first.front(), self.again.front()) {
            (Some(first), Some(again)) => first.due_us <= again.due_us,
            (first, _) => first.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn equal_due_times_keep_the_order_in_which_they_were_put_in() {
        let mut agenda = Agenda::new([(at(2), 0), (at(1), 1), (at(2), 2)]);
        agenda.push(at(2), 3, 2);
        agenda.push(at(1), 4, 2);
        let order: Vec<_> = std::iter::from_fn(|| agenda.pop()).map(|(_, delivery, _)| delivery).collect();
        assert_eq!(order, [1, 4, 0, 2, 3]);
        assert!(agenda.is_empty() && agenda.next_due().is_none());
    }

    proptest! {
        /// Against the simplest thing that is right: a list that is sorted by due time and order of arrival.
        #[test]
        fn it_is_a_stable_sort(first in prop::collection::vec(0_i64..50, 0..20), again in prop::collection::vec(0_i64..50, 0..20)) {
            let mut agenda = Agenda::new(first.iter().zip(0..).map(|(second, index)| (at(*second), index)));
            let mut model: Vec<(i64, u32)> = first.iter().copied().zip(0..).collect();
            for (second, delivery) in again.iter().zip(100..) {
                agenda.push(at(*second), delivery, 2);
                model.push((*second, delivery));
            }
            model.sort_by_key(|(second, _)| *second);
            for (second, delivery) in model {
                prop_assert_eq!(agenda.next_due(), Some(at(second)));
                let (due, popped, _) = agenda.pop().unwrap();
                prop_assert_eq!((due, popped), (at(second), delivery));
            }
            prop_assert!(agenda.pop().is_none());
        }
    }
}
