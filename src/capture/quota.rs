//! How many captures are taken, where that is limited.

use std::sync::atomic::{AtomicU64, Ordering};

/// The count of captures; it never goes beyond the most that are wanted.
#[derive(Debug)]
pub(super) struct Quota {
    taken: AtomicU64,
    most: u64,
}

/// A place among the captures. It is given back when dropped: what could not be stored was not taken.
#[derive(Debug)]
pub(super) struct Ticket<'a> {
    quota: &'a Quota,
    number: u64,
}

impl Quota {
    /// At most so many, or any number.
    pub(super) fn new(most: Option<u64>) -> Self {
        Self { taken: AtomicU64::new(0), most: most.unwrap_or(u64::MAX) }
    }

    /// A place, if one is left.
    pub(super) fn take(&self) -> Option<Ticket<'_>> {
        let more = |taken: u64| (taken < self.most).then_some(taken + 1);
        let number = self.taken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).ok()?;
        Some(Ticket { quota: self, number })
    }

    /// How many places are taken.
    pub(super) fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }
}

impl Ticket<'_> {
    /// The place, from 0.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The capture is stored.
    pub(super) fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        self.quota.taken.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_are_taken_than_are_wanted() {
        let quota = Quota::new(Some(2));
        let (first, second) = (quota.take().unwrap(), quota.take().unwrap());
        assert_eq!((first.number(), second.number(), quota.take().is_none()), (0, 1, true));
        first.keep();
        drop(second);
        assert_eq!(quota.taken(), 1);
        assert!(quota.take().is_some_and(|again| again.number() == 1));
        assert!(Quota::new(None).take().is_some());
    }
}
