//! Listening, from the banner to the exit status.

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use super::command::Running;
use super::ending::{self, End};
use super::expecting::{Counter, Progress};
use super::show::{Display, QUEUE};
use super::{Banner, Keeper, Plan, address, reader};
use crate::capture::{Attention, Settings, Show, Totals, serve};
use crate::cli::interrupt::Interrupts;
use crate::cli::{CliError, ExitStatus, Terminal};
use crate::clock;
use crate::report::json;
use crate::words::{captures as words, errors};

/// How long a surplus event is waited for after an exact number has come.
const GRACE: Duration = Duration::from_millis(250);

/// Listens as planned.
pub(super) async fn listen(
    mut plan: Plan,
    writer: Keeper,
    place: Option<String>,
    terminal: &mut Terminal,
) -> Result<ExitStatus, CliError> {
    let cannot = |error| CliError::local(words::cannot_listen(&plan.address.to_string()), error);
    let listener = TcpListener::bind(plan.address).await.map_err(cannot)?;
    let url = address::url(listener.local_addr().map_err(cannot)?, plan.tls.is_some());
    // The handler stands before anybody can know that we are ready.
    let interrupts = Interrupts::hear()?;
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
        max: plan.max,
        writer,
        count: Box::new(move |record| counting.count(record)),
        show: Show {
            queue: (terminal.json || !terminal.quiet).then_some(queue),
            lossless: terminal.json,
            attention: Arc::clone(&attention),
        },
        rejected: Box::new(move |reject| {
            let told = words::rejected(&reject.peer.to_string(), reject.reason, reject.detail.as_deref());
            rejects_in.try_send(told).ok();
        }),
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serve(listener, settings, async {
        stopped.await.ok();
    }));
    let command = Running::start(&plan.command, &url, terminal.json)?;
    let mut display = Display::new(shown, attention);
    let within = plan.within;
    let mut watching = Watching { progress, rejects, server, interrupts, command, succeeded: None, within, expects };
    let end = watching.until_end(&mut display, &counter, terminal).await;
    drop(stop);
    // Whatever the end was, the command does not outlive it.
    let cut = match watching.command.take() {
        Some(command) => Some(command.end().await),
        None => None,
    };
    let end = end?;
    let totals = match &end {
        // Its handle is used up, and with it what it counted.
        End::Server(_) => Totals::default(),
        _ => drain(watching.server, &mut display, &counter, terminal).await?,
    };
    while let Ok(reject) = watching.rejects.try_recv() {
        terminal.note(&reject)?;
    }
    ending::conclude(end, cut.as_deref(), &counter, &totals, terminal)
}

/// What listening waits for.
struct Watching {
    progress: watch::Receiver<Progress>,
    rejects: mpsc::Receiver<String>,
    server: JoinHandle<std::io::Result<Totals>>,
    interrupts: Interrupts,
    /// The command while it runs.
    command: Option<Running>,
    /// How it ended, where something is waited for after its end.
    succeeded: Option<std::process::ExitStatus>,
    within: Option<Duration>,
    expects: bool,
}

impl Watching {
    /// Shows what comes until there is a reason to end.
    async fn until_end(
        &mut self,
        display: &mut Display,
        counter: &Counter,
        terminal: &mut Terminal,
    ) -> Result<End, CliError> {
        let (within, expects) = (self.within, self.expects);
        let mut time_over = std::pin::pin!(async {
            match within {
                Some(within) => clock::pause(within).await,
                None => std::future::pending().await,
            }
        });
        let mut full = std::pin::pin!(full(self.progress.clone()));
        let mut settled = std::pin::pin!(settled(self.progress.clone()));
        let mut reader_gone = std::pin::pin!(reader::gone());
        loop {
            let breath = display.breath();
            let runs = self.command.is_some();
            tokio::select! {
                biased;
                () = self.interrupts.next() => return Ok(self.ended_as(End::Interrupt)),
                status = wait(self.command.as_mut()), if runs => match status {
                    Ok(status) => {
                        self.command = None;
                        let open = counter.exit_status() != ExitStatus::Success;
                        if !(status.success() && open && within.is_some()) {
                            return Ok(End::Command(status));
                        }
                        // What it set off may still be on its way.
                        self.succeeded = Some(status);
                    }
                    Err(error) => return Ok(End::Server(error)),
                },
                () = &mut full => return Ok(self.ended_as(End::Enough)),
                () = &mut settled, if expects && !runs => return Ok(self.ended_as(End::Enough)),
                () = &mut time_over => return Ok(self.ended_as(End::Enough)),
                ended = &mut self.server => return Ok(End::Server(match ended {
                    Ok(Err(error)) => error,
                    _ => std::io::Error::other(errors::server_ended()),
                })),
                () = &mut reader_gone => return Err(std::io::Error::from(std::io::ErrorKind::BrokenPipe).into()),
                Some(reject) = self.rejects.recv() => terminal.note(&reject)?,
                Some(shown) = display.next() => display.show(&shown.stored, counter, terminal)?,
                () = breath => display.breathe(terminal)?,
            }
        }
    }

    /// A command that has succeeded decides together with the expectations, whatever the wait after it ended by.
    fn ended_as(&self, end: End) -> End {
        self.succeeded.map_or(end, End::Command)
    }
}

/// Waits until `--max` is reached.
async fn full(mut progress: watch::Receiver<Progress>) {
    if progress.wait_for(|now| now.full).await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Waits until the expectations are settled. An exact number that has come may still be exceeded, which only a
/// little waiting can tell.
async fn settled(mut progress: watch::Receiver<Progress>) {
    let Ok(now) = progress.wait_for(|now| now.met || now.settled).await.map(|now| *now) else {
        return std::future::pending().await;
    };
    if !now.settled {
        clock::Deadline::after(GRACE).bound(progress.wait_for(|now| now.settled)).await.ok();
    }
}

async fn wait(command: Option<&mut Running>) -> std::io::Result<std::process::ExitStatus> {
    match command {
        Some(command) => command.wait().await,
        None => std::future::pending().await,
    }
}

/// Stops the server, and shows what was stored meanwhile.
async fn drain(
    mut server: JoinHandle<std::io::Result<Totals>>,
    display: &mut Display,
    counter: &Counter,
    terminal: &mut Terminal,
) -> Result<Totals, CliError> {
    let totals = loop {
        tokio::select! {
            biased;
            Some(shown) = display.next() => display.show(&shown.stored, counter, terminal)?,
            ended = &mut server => break ended,
        }
    };
    while let Some(shown) = display.rest() {
        display.show(&shown.stored, counter, terminal)?;
    }
    display.tell_left_out(terminal)?;
    Ok(totals.ok().and_then(Result::ok).unwrap_or_default())
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
