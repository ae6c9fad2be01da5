//! What a seed decides: named streams of numbers, the same on every machine.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// One named stream of a seed.
///
/// Each aspect of a document has a stream of its own, so that one may take more numbers without moving the
/// others. Everything is made from whole 64-bit words by integer arithmetic: neither the size of a pointer
/// nor the sampling of a library has a part in it.
pub(super) struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream called `name` of `seed`.
    pub(super) fn new(seed: u64, name: &str) -> Self {
        let mut words = ChaCha8Rng::seed_from_u64(seed);
        words.set_stream(fnv1a(name));
        Self(words)
    }

    /// Sixty-four random bits.
    pub(super) fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from zero to below `end`; zero when `end` is.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.bits()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `first` to `last`, both included.
    pub(super) fn between(&mut self, first: i64, last: i64) -> i64 {
        let span = last.saturating_sub(first).saturating_add(1);
        let offset = self.below(u64::try_from(span).unwrap_or(0));
        first.saturating_add(i64::try_from(offset).unwrap_or(0))
    }

    /// True once in `times`, on the average.
    pub(super) fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// One row of a table.
    pub(super) fn pick<T: Copy, const ROWS: usize>(&mut self, table: &[T; ROWS]) -> T {
        const { assert!(ROWS > 0, "a table has rows") }
        let row = self.below(u64::try_from(ROWS).unwrap_or(1));
        table[usize::try_from(row).unwrap_or(0)]
    }
}

/// A number below `modulus` that differs for any `modulus` consecutive seeds, so that the documents of a burst
/// never share a key by chance. `modulus` is at most 2^32 and no multiple of the factor 7919.
pub(super) fn numbered(seed: u64, name: &str, modulus: u64) -> u64 {
    (seed % modulus * 7919 + fnv1a(name) % modulus) % modulus
}

/// The 64-bit FNV-1a hash of a name.
fn fnv1a(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn streams_are_fixed_and_differ_by_seed_and_name() {
        let first = |seed, name: &str| Draw::new(seed, name).bits();
        assert_eq!(first(1, "mid"), first(1, "mid"));
        assert_ne!(first(1, "mid"), first(2, "mid"));
        assert_ne!(first(1, "mid"), first(1, "member"));
    }

    #[test]
    fn ranges_reach_both_ends_and_nothing_else() {
        let mut draw = Draw::new(7, "ranges");
        let seen: BTreeSet<i64> = (0..500).map(|_| draw.between(-2, 3)).collect();
        assert_eq!(seen, (-2..=3).collect());
        assert_eq!((draw.below(0), draw.between(5, 5), draw.between(5, 1)), (0, 5, 5));
        assert!(draw.one_in(1));
        let rows: BTreeSet<u8> = (0..200).map(|_| draw.pick(&[1, 2, 3])).collect();
        assert_eq!(rows, BTreeSet::from([1, 2, 3]));
    }

    #[test]
    fn consecutive_seeds_have_different_numbers() {
        for modulus in [3_196, 100_000] {
            let start = u64::MAX - modulus / 2;
            let seen: BTreeSet<u64> =
                (0..modulus).map(|step| numbered(start.wrapping_add(step) % (1 << 40), "item", modulus)).collect();
            assert!(seen.iter().all(|&number| number < modulus));
            // The wrap from the last seed to the first is the one place where numbers may repeat.
            assert!(seen.len() as u64 >= modulus / 2, "{modulus}");
            let plain: BTreeSet<u64> = (1..=modulus).map(|seed| numbered(seed, "item", modulus)).collect();
            assert_eq!(plain.len() as u64, modulus);
        }
        assert!(numbered(u64::MAX, "item", 1 << 32) < 1 << 32);
    }
}
