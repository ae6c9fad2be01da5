//! Showing captures: thinned for the eye when they come too fast, never for a program.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::sync::mpsc;

use super::expecting::Counter;
use crate::capture::{Attention, Shown};
use crate::cli::{CliError, Terminal};
use crate::clock::{self, Stopwatch};
use crate::history::StoredCapture;
use crate::report::{json, text};
use crate::words::captures as words;

/// How many captures may wait to be shown.
pub(super) const QUEUE: usize = 256;
/// So many in a second are shown whole; those beyond get a line each.
const BLOCKS: u32 = 20;
/// Beyond so many in a second they are only counted.
const LINES: u32 = 120;
const SECOND: Duration = Duration::from_secs(1);

/// Writes captures as they come.
pub(super) struct Display {
    queue: mpsc::Receiver<Shown>,
    attention: Arc<Attention>,
    second: Stopwatch,
    shown: u32,
}

impl Display {
    pub(super) fn new(queue: mpsc::Receiver<Shown>, attention: Arc<Attention>) -> Self {
        Self { queue, attention, second: Stopwatch::start(), shown: 0 }
    }

    /// The next capture; nothing when no more can come.
    pub(super) async fn next(&mut self) -> Option<Shown> {
        self.queue.recv().await
    }

    /// What is still in the queue.
    pub(super) fn rest(&mut self) -> Option<Shown> {
        self.queue.try_recv().ok()
    }

    /// Comes when the eye has had its second of rest; never while it is not overwhelmed.
    pub(super) fn breath(&self) -> impl Future<Output = ()> + use<> {
        let paused = self.attention.paused.load(Ordering::Relaxed);
        let rest = paused.then(|| SECOND.saturating_sub(self.second.elapsed()));
        async move {
            match rest {
                Some(rest) => clock::pause(rest).await,
                None => std::future::pending().await,
            }
        }
    }

    /// Says what was left out, and looks again.
    pub(super) fn breathe(&mut self, terminal: &mut Terminal) -> Result<(), CliError> {
        self.attention.paused.store(false, Ordering::Relaxed);
        (self.second, self.shown) = (Stopwatch::start(), 0);
        self.tell_left_out(terminal)?;
        Ok(terminal.out().flush()?)
    }

    /// Shows one, as fully as it can be read.
    pub(super) fn show(
        &mut self,
        stored: &StoredCapture,
        counter: &Counter,
        terminal: &mut Terminal,
    ) -> Result<(), CliError> {
        if !counter.shows(stored) {
            return Ok(());
        }
        if terminal.json {
            return Ok(json::write_capture(terminal.out(), stored)?);
        }
        if self.second.elapsed() >= SECOND {
            (self.second, self.shown) = (Stopwatch::start(), 0);
            self.tell_left_out(terminal)?;
        }
        self.shown += 1;
        let palette = terminal.palette;
        if self.shown <= BLOCKS {
            text::write_capture(terminal.out(), palette, stored)?;
        } else if self.shown <= LINES {
            text::write_capture_line(terminal.out(), palette, stored)?;
        } else {
            self.attention.paused.store(true, Ordering::Relaxed);
            self.attention.left_out.fetch_add(1, Ordering::Relaxed);
        }
        if self.queue.is_empty() {
            terminal.out().flush()?;
        }
        Ok(())
    }

    /// Says how many were stored without being shown.
    pub(super) fn tell_left_out(&mut self, terminal: &mut Terminal) -> Result<(), CliError> {
        let count = self.attention.left_out.swap(0, Ordering::Relaxed);
        if count > 0 && !terminal.json && !terminal.quiet {
            let palette = terminal.palette;
            writeln!(terminal.out(), "{}", palette.faint(words::not_shown(count)))?;
        }
        Ok(())
    }
}
