//! Ctrl-C and a polite request to end.

use tokio::sync::mpsc;

use super::{CliError, ExitStatus};
use crate::words::errors;

/// Interruptions of this process, heard from the moment this is made.
pub(super) struct Interrupts {
    heard: mpsc::Receiver<()>,
}

impl Interrupts {
    /// Begins to hear. The first is told; who presses Ctrl-C again wants the end at once, even of a process that
    /// waits for a reader of its output.
    pub(super) fn hear() -> Result<Self, CliError> {
        let (told, heard) = mpsc::channel(1);
        let mut signals = Signals::install().map_err(|error| CliError::local(errors::signals(), error))?;
        tokio::spawn(async move {
            signals.next().await;
            told.send(()).await.ok();
            signals.next().await;
            leave();
        });
        Ok(Self { heard })
    }

    /// Waits for the first.
    pub(super) async fn next(&mut self) {
        if self.heard.recv().await.is_none() {
            std::future::pending::<()>().await;
        }
    }
}

#[expect(clippy::exit, reason = "the thread that could return may be blocked for ever")]
fn leave() {
    std::process::exit(ExitStatus::Interrupted.code().into());
}

#[cfg(unix)]
struct Signals {
    interrupts: tokio::signal::unix::Signal,
    terminations: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn install() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let (interrupts, terminations) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        Ok(Self { interrupts, terminations })
    }

    async fn next(&mut self) {
        tokio::select! { _ = self.interrupts.recv() => {}, _ = self.terminations.recv() => {} }
    }
}

#[cfg(not(unix))]
struct Signals(tokio::signal::windows::CtrlC);

#[cfg(not(unix))]
impl Signals {
    fn install() -> std::io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    async fn next(&mut self) {
        self.0.recv().await;
    }
}
