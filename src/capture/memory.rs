//! How many bytes of requests are held over all connections, from their first byte until they are stored, answered
//! and shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The most bytes in flight (DESIGN, limits).
const LIMIT: usize = 64 * 1024 * 1024;

/// The common account.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory(Arc<AtomicUsize>);

/// What one request holds; given back when dropped.
#[derive(Debug)]
pub(super) struct Held {
    memory: Memory,
    bytes: usize,
}

impl Memory {
    pub(super) fn hold(&self) -> Held {
        Held { memory: self.clone(), bytes: 0 }
    }
}

impl Held {
    /// Takes more, unless that would be too much.
    pub(super) fn grow(&mut self, bytes: usize) -> bool {
        self.bytes += bytes;
        self.memory.0.fetch_add(bytes, Ordering::Relaxed) + bytes <= LIMIT
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.memory.0.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_given_back() {
        let memory = Memory::default();
        let mut first = memory.hold();
        assert!(first.grow(LIMIT));
        assert!(!memory.hold().grow(1));
        drop(first);
        assert!(memory.hold().grow(LIMIT));
    }
}
