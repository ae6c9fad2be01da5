//! The retry schedule alone: deliveries a millisecond apart, up to five attempts, three of four seeded to fail, an
//! instant clock and a receiver in the process. Prints the cost of an attempt over three sizes, and a digest of the
//! order, which must be the same in every run.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement prints what its clock says")]

use std::time::{Duration, Instant};

use jiff::Timestamp;
use popbill_hook::delivery::RetryPolicy;
use popbill_hook::event::{Edition, Product};
use popbill_hook::simulation::rehearse;

fn main() {
    let policy = RetryPolicy::popbill(Edition::Current, Product::Cashbill);
    println!("the schedule alone, median of 5");
    for deliveries in [10_000_i64, 100_000, 1_000_000] {
        let start = 1_767_574_800_000;
        let first: Vec<Timestamp> = (0..deliveries)
            .map(|number| Timestamp::from_millisecond(start + number).expect("a time of this century"))
            .collect();
        let mut runs: Vec<(Duration, u64, u64)> = (0..5)
            .map(|_| {
                let (begun, mut digest) = (Instant::now(), 0xcbf2_9ce4_8422_2325_u64);
                let attempts = rehearse(
                    &first,
                    |_| policy,
                    |step| {
                        let line = u64::from(step.delivery) << 8 | u64::from(step.number);
                        digest = (digest ^ line).wrapping_mul(0x0100_0000_01b3);
                        chance(line).is_multiple_of(4)
                    },
                );
                (begun.elapsed(), attempts, digest)
            })
            .collect();
        runs.sort();
        let (time, attempts, digest) = runs[runs.len() / 2];
        assert!(runs.iter().all(|run| (run.1, run.2) == (attempts, digest)), "the same order in every run");
        let each = time.as_nanos() / u128::from(attempts);
        println!(
            "  {deliveries:>9} deliveries {attempts:>9} attempts {time:>9.2?} {each:>4} ns each  digest {digest:016x}"
        );
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
        println!("  peak memory {}", peak.trim_start_matches("VmHWM:").trim());
    }
}

/// A number that looks like chance.
fn chance(line: u64) -> u64 {
    let mut bits = line.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits ^= bits >> 29;
    bits.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32
}
