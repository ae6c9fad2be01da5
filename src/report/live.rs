//! Progress on stderr while a run goes on, where somebody looks.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over deliveries.
pub struct Live(ProgressBar);

impl Live {
    /// Over so many.
    pub fn new(deliveries: u64) -> Self {
        let bar = ProgressBar::new(deliveries);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}  {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// One more has ended; `counts` says how all stand.
    pub fn ended(&self, counts: &str) {
        self.0.inc(1);
        self.0.set_message(counts.to_owned());
    }

    /// Takes it away.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}
