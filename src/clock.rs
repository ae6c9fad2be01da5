//! The only room that sleeps or asks the time; it also reads durations.

mod duration;
mod speed;

use std::future::Future;
use std::time::{Duration, Instant};

use jiff::Timestamp;

pub use duration::{DurationError, duration_text, parse_duration};
pub use speed::{Clock, Speed, SpeedError, later};

/// The wall clock's present instant.
#[expect(clippy::disallowed_methods, reason = "this room is where the time is asked")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Measures how long something takes, on the monotonic clock.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[expect(clippy::disallowed_methods, reason = "this room is where the time is asked")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

const A_YEAR: Duration = Duration::from_hours(366 * 24);

/// A moment by which something must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline(tokio::time::Instant);

/// The deadline passed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elapsed;

impl Deadline {
    /// So long from now.
    #[expect(clippy::disallowed_methods, reason = "this room is where the time is asked")]
    pub fn after(limit: Duration) -> Self {
        let now = tokio::time::Instant::now();
        // A limit beyond what the clock can count is as good as a year.
        Self(now.checked_add(limit).unwrap_or_else(|| now + A_YEAR))
    }

    /// Waits for `work`, but not beyond the deadline.
    pub async fn bound<F: Future>(self, work: F) -> Result<F::Output, Elapsed> {
        tokio::time::timeout_at(self.0, work).await.map_err(|_| Elapsed)
    }
}

/// Waits so long.
#[expect(clippy::disallowed_methods, reason = "this room is where waiting happens")]
pub async fn pause(wait: Duration) {
    if !wait.is_zero() {
        tokio::time::sleep(wait).await;
    }
}
