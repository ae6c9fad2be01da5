//! Requests that were not taken: the last few, and how many of each kind. They are never events.

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use crate::clock;

/// How many are kept.
const KEPT: usize = 256;

/// One request that was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reject {
    /// When.
    pub at: Timestamp,
    /// From where.
    pub peer: SocketAddr,
    /// Why, as a slug.
    pub reason: &'static str,
}

impl Reject {
    /// Now.
    pub(super) fn new(peer: SocketAddr, reason: &'static str) -> Self {
        Self { at: clock::now(), peer, reason }
    }
}

/// The last rejects and their counts, and somebody to tell.
pub(super) struct Rejects {
    state: Mutex<State>,
    tell: Box<dyn Fn(&Reject) + Send + Sync>,
}

#[derive(Default)]
struct State {
    last: VecDeque<Reject>,
    counts: BTreeMap<&'static str, u64>,
}

impl Rejects {
    pub(super) fn new(tell: Box<dyn Fn(&Reject) + Send + Sync>) -> Self {
        Self { state: Mutex::default(), tell }
    }

    /// Notes one; somebody is told of the first of each kind in a second, so that a flood does not flood the log.
    pub(super) fn push(&self, reject: Reject) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let second = |at: Timestamp| at.as_second();
        let told =
            state.last.iter().rev().any(|other| other.reason == reject.reason && second(other.at) == second(reject.at));
        *state.counts.entry(reject.reason).or_default() += 1;
        if state.last.len() == KEPT {
            state.last.pop_front();
        }
        state.last.push_back(reject);
        drop(state);
        if !told {
            (self.tell)(&reject);
        }
    }

    /// How many there were of each kind.
    pub(super) fn counts(&self) -> BTreeMap<&'static str, u64> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).counts.clone()
    }
}
