//! A clock that goes at a chosen speed, so that twenty minutes of retries take a second.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::{Stopwatch, pause};
use crate::words::clock as words;

/// How fast a clock goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Speed {
    /// As the wall clock.
    #[default]
    Real,
    /// So many times as fast.
    Times(u32),
    /// It jumps to whatever is waited for.
    Instant,
}

/// A text that names no speed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", words::bad_speed())]
pub struct SpeedError;

/// The fastest that is counted; beyond it, nobody could tell it from instant.
const FASTEST: u32 = 1_000_000;

impl FromStr for Speed {
    type Err = SpeedError;

    /// Reads `real`, `60x` or `instant`.
    fn from_str(text: &str) -> Result<Self, SpeedError> {
        match text {
            "real" | "1x" => Ok(Self::Real),
            "instant" => Ok(Self::Instant),
            _ => {
                let digits = text.strip_suffix('x').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
                let times = digits.and_then(|digits| digits.parse().ok()).filter(|times| (2..=FASTEST).contains(times));
                times.map(Self::Times).ok_or(SpeedError)
            }
        }
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Real => f.write_str("real"),
            Self::Times(times) => write!(f, "{times}x"),
            Self::Instant => f.write_str("instant"),
        }
    }
}

/// A clock. Between its start and now it follows the monotonic clock of the machine, so that nobody who sets the
/// wall clock makes an attempt early.
#[derive(Debug)]
pub struct Clock {
    start: Timestamp,
    begun: Stopwatch,
    speed: Speed,
    /// Of an instant clock, how far it has jumped, in microseconds.
    jumped: AtomicI64,
}

impl Clock {
    /// A clock that shows `start` now.
    pub fn starting_at(start: Timestamp, speed: Speed) -> Self {
        Self { start, begun: Stopwatch::start(), speed, jumped: AtomicI64::new(0) }
    }

    /// How fast it goes.
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// What it shows.
    pub fn now(&self) -> Timestamp {
        let since = match self.speed {
            Speed::Real => self.begun.elapsed(),
            Speed::Times(times) => self.begun.elapsed().saturating_mul(times),
            Speed::Instant => Duration::from_micros(self.jumped.load(Ordering::Relaxed).unsigned_abs()),
        };
        later(self.start, since)
    }

    /// How long one has to wait, by the wall clock, until it shows `at`.
    pub fn wait(&self, at: Timestamp) -> Duration {
        let left = Duration::try_from(at.duration_since(self.now())).unwrap_or_default();
        match self.speed {
            Speed::Real => left,
            Speed::Times(times) => left / times,
            Speed::Instant => Duration::ZERO,
        }
    }

    /// Waits until it shows `at`.
    pub async fn until(&self, at: Timestamp) {
        if self.speed == Speed::Instant {
            let ahead = i64::try_from(at.duration_since(self.start).as_micros()).unwrap_or(i64::MAX);
            self.jumped.fetch_max(ahead, Ordering::Relaxed);
            return;
        }
        // A timer may fire a little before its time, and a compressed one is rounded.
        while self.now() < at {
            pause(self.wait(at).max(Duration::from_micros(50))).await;
        }
    }
}

/// So much later; at the end of time there is no later.
pub fn later(at: Timestamp, by: Duration) -> Timestamp {
    SignedDuration::try_from(by).ok().and_then(|by| at.checked_add(by).ok()).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_are_read_and_written() {
        for (text, speed) in [
            ("real", Speed::Real),
            ("instant", Speed::Instant),
            ("60x", Speed::Times(60)),
            ("1000000x", Speed::Times(FASTEST)),
        ] {
            assert_eq!((text.parse(), speed.to_string().as_str()), (Ok(speed), text));
        }
        assert_eq!("1x".parse(), Ok(Speed::Real));
        for bad in ["", "x", "0x", "60", "-1x", "1.5x", "1000001x", "fast", "６0x"] {
            assert_eq!(bad.parse::<Speed>(), Err(SpeedError), "{bad}");
        }
    }

    #[tokio::test]
    async fn an_instant_clock_jumps_and_never_back() {
        let start: Timestamp = "2026-01-05T01:00:00Z".parse().unwrap();
        let clock = Clock::starting_at(start, Speed::Instant);
        let at = later(start, Duration::from_mins(5));
        clock.until(at).await;
        assert_eq!((clock.now(), clock.wait(later(at, Duration::from_mins(1)))), (at, Duration::ZERO));
        clock.until(start).await;
        assert_eq!(clock.now(), at);
    }

    #[tokio::test]
    async fn a_compressed_clock_is_never_early() {
        let start: Timestamp = "2026-01-05T01:00:00Z".parse().unwrap();
        let clock = Clock::starting_at(start, Speed::Times(100_000));
        for minutes in [5, 10, 15] {
            let at = later(start, Duration::from_mins(minutes));
            clock.until(at).await;
            assert!(clock.now() >= at, "{minutes}");
        }
    }

    #[test]
    fn the_end_of_time_is_no_overflow() {
        assert_eq!(later(Timestamp::MAX, Duration::MAX), Timestamp::MAX);
    }
}
