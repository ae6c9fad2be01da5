//! Identities of captures: random in their start, different in every bit, and cheaper than asking the system each time.

use std::sync::atomic::{AtomicU64, Ordering};

use rand::TryRng as _;
use rand::rngs::SysRng;

use crate::clock;
use crate::history::RecordId;

/// Gives identities.
#[derive(Debug)]
pub(super) struct Ids {
    state: AtomicU64,
}

impl Default for Ids {
    fn default() -> Self {
        let start = SysRng.try_next_u64().unwrap_or_else(|_| clock::now().as_microsecond().unsigned_abs());
        Self { state: AtomicU64::new(start) }
    }
}

impl Ids {
    /// `SplitMix64` is a bijection of its counter, so no two of one process are equal.
    pub(super) fn next(&self) -> RecordId {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut bits = self.state.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        RecordId::from_bits(bits ^ (bits >> 31))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_differ_from_their_first_digits_on() {
        let ids = Ids::default();
        let made: std::collections::BTreeSet<_> = (0..1000).map(|_| ids.next().bits() >> 40).collect();
        assert!(made.len() > 990, "{}", made.len());
    }
}
