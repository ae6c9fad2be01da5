//! Ctrl-C and a polite request to end.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use tokio::sync::mpsc;

use super::{CliError, ExitStatus};
use crate::words::errors;

/// Who is told of the next interruption; nobody means that the process ends at once.
static LISTENER: Mutex<Option<mpsc::Sender<()>>> = Mutex::new(None);
/// What must not outlive the process, however it ends.
static LAST_ACT: Mutex<Option<Box<dyn FnOnce() + Send>>> = Mutex::new(None);
/// Whether the thread that hears signals runs.
static HEARING: OnceLock<bool> = OnceLock::new();

/// Interruptions of this process while something is under way that should end in order. The first is told; who
/// presses Ctrl-C again wants the end at once, even of a process that waits for a reader of its output. When this is
/// dropped, the next one ends the process at once too.
pub(super) struct Interrupts {
    heard: mpsc::Receiver<()>,
}

impl Interrupts {
    /// Begins to hear.
    pub(super) fn hear() -> Result<Self, CliError> {
        if !*HEARING.get_or_init(start) {
            return Err(CliError::Local(errors::signals()));
        }
        let (told, heard) = mpsc::channel(1);
        *lock(&LISTENER) = Some(told);
        Ok(Self { heard })
    }

    /// Waits for the first.
    pub(super) async fn next(&mut self) {
        if self.heard.recv().await.is_none() {
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Interrupts {
    fn drop(&mut self) {
        *lock(&LISTENER) = None;
    }
}

/// Says what is done before the process ends at once.
pub(super) fn before_leaving(act: impl FnOnce() + Send + 'static) {
    *lock(&LAST_ACT) = Some(Box::new(act));
}

/// Takes it back.
pub(super) fn nothing_before_leaving() {
    *lock(&LAST_ACT) = None;
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts a thread that hears signals whatever the other threads wait for; `false` where that cannot be.
fn start() -> bool {
    let (ready, is_ready) = std::sync::mpsc::channel();
    let thread = std::thread::Builder::new().name("signals".to_owned()).stack_size(256 * 1024);
    let spawned = thread.spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else { return };
        runtime.block_on(async {
            let Ok(mut signals) = Signals::install() else { return };
            ready.send(()).ok();
            loop {
                signals.next().await;
                tell_or_leave();
            }
        });
    });
    spawned.is_ok() && is_ready.recv().is_ok()
}

/// Whoever listens is told once; otherwise the process ends.
fn tell_or_leave() {
    static LEAVING: AtomicBool = AtomicBool::new(false);
    let listener = lock(&LISTENER).take();
    if listener.is_none_or(|listener| listener.try_send(()).is_err()) && !LEAVING.swap(true, Ordering::SeqCst) {
        leave();
    }
}

#[expect(clippy::exit, reason = "the thread that could return may be blocked for ever")]
fn leave() {
    if let Some(act) = lock(&LAST_ACT).take() {
        act();
    }
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
