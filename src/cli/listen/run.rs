//! Listening, from the banner to the exit status.

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::process::{Child, Command};
use tokio::sync::{mpsc, oneshot, watch};

use super::expecting::{Counter, Progress};
use super::show::{Display, QUEUE};
use super::{Banner, Keeper, Plan, address};
use crate::capture::{Attention, Settings, Show, Totals, serve};
use crate::cli::{CliError, ExitStatus, Terminal};
use crate::clock;
use crate::report::{json, text};
use crate::words::{captures as words, errors};

/// How long a surplus event is waited for after an exact number has come.
const GRACE: Duration = Duration::from_millis(250);

/// Why listening ended.
enum End {
    /// It was interrupted.
    Interrupt,
    /// Enough came, or the time is over.
    Enough,
    /// The command ended.
    Command(std::process::ExitStatus),
    /// The server cannot go on.
    Server(std::io::Error),
}

/// Listens as planned.
pub(super) async fn listen(
    mut plan: Plan,
    writer: Keeper,
    place: Option<String>,
    terminal: &mut Terminal,
) -> Result<ExitStatus, CliError> {
    let cannot = |error| CliError::Output(words::cannot_listen(&plan.address.to_string()), error);
    let listener = TcpListener::bind(plan.address).await.map_err(cannot)?;
    let url = address::url(listener.local_addr().map_err(cannot)?, plan.tls.is_some());
    // The handler stands before anybody can know that we are ready.
    let interrupt = interrupt()?;
    announce(&Banner { url: &url, plan: &plan, place: place.as_deref() }, terminal)?;

    let expects = !plan.expect.is_empty() || plan.expect_none;
    let (counter, progress) =
        Counter::new(plan.filter.clone(), std::mem::take(&mut plan.expect), plan.expect_none, plan.max);
    let counter = Arc::new(counter);
    let (queue, shown) = mpsc::channel(QUEUE);
    let attention = Arc::<Attention>::default();
    let counting = Arc::clone(&counter);
    let (rejects_in, rejects) = mpsc::channel(64);
    let settings = Settings {
        plan: plan.respond.clone(),
        admission: plan.admission.clone(),
        upstream: plan.upstream.take().map(|(_, upstream)| upstream),
        tls: plan.tls.clone(),
        writer,
        count: Box::new(move |record| counting.count(record)),
        show: Show {
            queue: (terminal.json || !terminal.quiet).then_some(queue),
            lossless: terminal.json,
            attention: Arc::clone(&attention),
        },
        rejected: Box::new(move |reject| {
            rejects_in.try_send(words::rejected(&reject.peer.to_string(), reject.reason)).ok();
        }),
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serve(listener, settings, async {
        stopped.await.ok();
    }));
    let mut child = start(&plan, &url)?;
    let mut display = Display::new(shown, attention);
    let mut watching =
        Watching { progress, rejects, server, interrupt, child: child.as_mut(), within: plan.within, expects };
    let end = watching.until_end(&mut display, &counter, terminal).await?;
    drop(stop);
    let totals = match &end {
        // Its handle is used up, and with it what it counted.
        End::Server(_) => Totals::default(),
        _ => drain(watching.server, &mut display, &counter, terminal).await?,
    };
    if let Some(child) = &mut child {
        child.kill().await.ok();
    }
    conclude(end, &counter, &totals, terminal)
}

/// What listening waits for.
struct Watching<'a> {
    progress: watch::Receiver<Progress>,
    rejects: mpsc::Receiver<String>,
    server: tokio::task::JoinHandle<std::io::Result<Totals>>,
    interrupt: mpsc::Receiver<()>,
    child: Option<&'a mut Child>,
    within: Option<Duration>,
    expects: bool,
}

impl Watching<'_> {
    /// Shows what comes until there is a reason to end.
    async fn until_end(
        &mut self,
        display: &mut Display,
        counter: &Counter,
        terminal: &mut Terminal,
    ) -> Result<End, CliError> {
        let within = self.within;
        let mut time_over = std::pin::pin!(async {
            match within {
                Some(within) => clock::pause(within).await,
                None => std::future::pending().await,
            }
        });
        let has_child = self.child.is_some();
        let mut enough = std::pin::pin!(enough(self.progress.clone(), self.expects && !has_child));
        loop {
            let breath = display.breath();
            tokio::select! {
                biased;
                Some(()) = self.interrupt.recv() => return Ok(End::Interrupt),
                Some(stored) = display.next() => display.show(&stored, counter, terminal)?,
                () = breath => display.breathe(terminal)?,
                Some(reject) = self.rejects.recv() => terminal.note(&reject)?,
                () = &mut enough => return Ok(End::Enough),
                () = &mut time_over => return Ok(End::Enough),
                status = wait(self.child.as_deref_mut()), if has_child => {
                    return Ok(status.map_or_else(End::Server, End::Command));
                }
                ended = &mut self.server => return Ok(End::Server(match ended {
                    Ok(Err(error)) => error,
                    _ => std::io::Error::other(errors::server_ended()),
                })),
            }
        }
    }
}

/// Waits until `--max` is reached or, without a command that decides, until the expectations are settled.
async fn enough(mut progress: watch::Receiver<Progress>, by_expectations: bool) {
    let reached = |now: &Progress| now.full || (by_expectations && (now.met || now.settled));
    let Ok(now) = progress.wait_for(reached).await.map(|now| *now) else {
        return std::future::pending().await;
    };
    if !now.full && !now.settled {
        // An exact number has come; whether it stays exact, only a little waiting can tell.
        clock::Deadline::after(GRACE).bound(progress.wait_for(|now| now.settled)).await.ok();
    }
}

async fn wait(child: Option<&mut Child>) -> std::io::Result<std::process::ExitStatus> {
    match child {
        Some(child) => child.wait().await,
        None => std::future::pending().await,
    }
}

/// Stops the server, and shows what was stored meanwhile.
async fn drain(
    mut server: tokio::task::JoinHandle<std::io::Result<Totals>>,
    display: &mut Display,
    counter: &Counter,
    terminal: &mut Terminal,
) -> Result<Totals, CliError> {
    let totals = loop {
        tokio::select! {
            biased;
            Some(stored) = display.next() => display.show(&stored, counter, terminal)?,
            ended = &mut server => break ended,
        }
    };
    while let Some(stored) = display.rest() {
        display.show(&stored, counter, terminal)?;
    }
    display.tell_left_out(terminal)?;
    Ok(totals.ok().and_then(Result::ok).unwrap_or_default())
}

fn conclude(end: End, counter: &Counter, totals: &Totals, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let palette = terminal.palette;
    for outcome in counter.outcomes() {
        let (expect, met, matched) = (&outcome.expect, outcome.met, outcome.matched);
        let nearest = outcome.nearest.as_deref();
        if terminal.json {
            json::write_expectation(terminal.out(), expect, met, matched, nearest)?;
        } else {
            text::write_expectation(terminal.out(), palette, expect, met, matched, nearest)?;
        }
    }
    if terminal.json {
        json::write_summary(terminal.out(), totals.captured, &totals.rejected)?;
    } else {
        terminal.out().flush()?;
        terminal.note_plain(&words::totals(totals.captured, totals.rejected.values().sum()))?;
    }
    let ours = counter.exit_status();
    match end {
        End::Server(error) => Err(CliError::Output(errors::server(), error)),
        End::Command(status) => Ok(worse(status, ours)),
        End::Interrupt | End::Enough => Ok(ours),
    }
}

/// The command's failure, if it failed; else ours.
fn worse(command: std::process::ExitStatus, ours: ExitStatus) -> ExitStatus {
    match command.code() {
        Some(0) => ours,
        Some(code) => ExitStatus::Command(u8::try_from(code).unwrap_or(1).max(1)),
        None => ExitStatus::FellShort,
    }
}

fn announce(banner: &Banner<'_>, terminal: &mut Terminal) -> Result<(), CliError> {
    if terminal.json {
        json::write_ready(terminal.out(), banner.url, banner.place)?;
        return Ok(());
    }
    let palette = terminal.palette;
    for line in banner.lines() {
        writeln!(terminal.out(), "{}", palette.strong(line))?;
    }
    Ok(terminal.out().flush()?)
}

fn start(plan: &Plan, url: &str) -> Result<Option<Child>, CliError> {
    let Some((program, arguments)) = plan.command.split_first() else { return Ok(None) };
    let name = program.to_string_lossy().into_owned();
    let child = Command::new(program).args(arguments).env("POPBILL_HOOK_URL", url).kill_on_drop(true).spawn();
    child.map(Some).map_err(|error| CliError::Input(name, error))
}

/// Ctrl-C and a polite request to end, each told once.
fn interrupt() -> Result<mpsc::Receiver<()>, CliError> {
    let (told, heard) = mpsc::channel(1);
    let failed = |error| CliError::Output(errors::signals(), error);
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupts = signal(SignalKind::interrupt()).map_err(failed)?;
        let mut terminations = signal(SignalKind::terminate()).map_err(failed)?;
        tokio::spawn(async move {
            tokio::select! { _ = interrupts.recv() => {}, _ = terminations.recv() => {} }
            told.send(()).await.ok();
        });
    }
    #[cfg(not(unix))]
    {
        let mut interrupts = tokio::signal::windows::ctrl_c().map_err(failed)?;
        tokio::spawn(async move {
            interrupts.recv().await;
            told.send(()).await.ok();
        });
    }
    Ok(heard)
}
