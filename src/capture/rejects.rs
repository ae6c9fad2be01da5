//! Requests that were not taken, and how many of each kind. They are never events.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::clock;

/// The reason of a request from an address that may not call.
pub(super) const NOT_ALLOWED: &str = "address-not-allowed";

/// The reason of a request that was whole and could not be stored.
pub const NOT_STORED: &str = "not-stored";

/// One request that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// When.
    pub at: Timestamp,
    /// From where.
    pub peer: SocketAddr,
    /// Why, as a slug.
    pub reason: &'static str,
    /// What this machine says of it, where it is its own fault.
    pub detail: Option<String>,
}

impl Reject {
    /// Now.
    pub(super) fn new(peer: SocketAddr, reason: &'static str) -> Self {
        Self { at: clock::now(), peer, reason, detail: None }
    }
}

/// How many requests were not taken, and somebody to tell.
pub(super) struct Rejects {
    kinds: Mutex<BTreeMap<&'static str, Kind>>,
    tell: Box<dyn Fn(&Reject) + Send + Sync>,
}

/// Those of one reason.
#[derive(Default)]
struct Kind {
    count: u64,
    /// The second in which somebody was told of one.
    told: Option<i64>,
}

impl Rejects {
    pub(super) fn new(tell: Box<dyn Fn(&Reject) + Send + Sync>) -> Self {
        Self { kinds: Mutex::default(), tell }
    }

    /// Notes one; somebody is told of the first of each kind in a second, so that a flood does not flood the log.
    pub(super) fn push(&self, reject: &Reject) {
        if self.note(reject) {
            (self.tell)(reject);
        }
    }

    /// Counts one; says whether it is the first of its kind in this second.
    fn note(&self, reject: &Reject) -> bool {
        let mut kinds = self.lock();
        let kind = kinds.entry(reject.reason).or_default();
        kind.count += 1;
        let second = Some(reject.at.as_second());
        std::mem::replace(&mut kind.told, second) != second
    }

    /// How many there were of each kind.
    pub(super) fn counts(&self) -> BTreeMap<&'static str, u64> {
        self.lock().iter().map(|(reason, kind)| (*reason, kind.count)).collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<&'static str, Kind>> {
        self.kinds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn all_are_counted_and_the_first_of_each_second_is_told() {
        let told = Arc::<AtomicU64>::default();
        let count = Arc::clone(&told);
        let rejects = Rejects::new(Box::new(move |_| {
            count.fetch_add(1, Ordering::Relaxed);
        }));
        for (second, reason) in [(1, "a"), (1, "a"), (1, "b"), (2, "a"), (2, "a")] {
            let at = Timestamp::from_second(second).unwrap();
            rejects.push(&Reject { at, ..Reject::new("127.0.0.1:1".parse().unwrap(), reason) });
        }
        assert_eq!(told.load(Ordering::Relaxed), 3);
        assert_eq!(rejects.counts(), [("a", 4), ("b", 1)].into());
    }
}
