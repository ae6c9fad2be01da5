//! Makes the posts and readings of checks, in any order and several at once, and collects what they found.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use super::check::Check;
use super::checks::{CHECKS, place};
use super::control::Control;
use super::desk::Desk;
use super::probe::{Pointers, Probe};
use super::result::{CheckResult, Finding, Outcome, Verification};
use super::scene::Scene;
use super::stage::Stage;
use crate::clock::Stopwatch;
use crate::transport::{Client, Transport, TransportError};
use crate::words::conformance as words;

/// How a run is made.
pub struct Suite {
    /// The receiver, and where documents come from.
    pub scene: Scene,
    /// What posts are made with.
    pub transport: Transport,
    /// The same, trusting the public roots and nothing else.
    pub strict_transport: Transport,
    /// What a GET is made with.
    pub client: Client,
    /// What reads back; without it such checks stay without a result.
    pub probe: Option<Box<dyn Probe>>,
    /// Where in its answers things stand.
    pub pointers: Pointers,
    /// How many checks run at once.
    pub jobs: usize,
    /// Whether the first failure is the end.
    pub fail_fast: bool,
    /// Whether a warning is a failure.
    pub strict: bool,
    /// How long the receiver may take to answer anything at all.
    pub wait: Option<Duration>,
}

/// Why a run came to no result.
#[derive(Debug, thiserror::Error)]
pub enum SuiteError {
    /// Nothing could be sent at all.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// Whoever watches cannot take more.
    #[error(transparent)]
    Output(#[from] io::Error),
}

/// Sees each result as it comes, in the order of the run.
pub type Watcher<'a> = &'a mut dyn FnMut(&CheckResult) -> io::Result<()>;

impl Suite {
    /// The receiver, as reports name it.
    pub fn target(&self) -> String {
        self.scene.main().address.to_string()
    }

    /// Runs these checks until `interrupted`. The receiver is first greeted with one ordinary event of each product:
    /// where it acknowledges none, that is what is wrong, and no check can tell more.
    pub async fn run(
        self,
        checks: &[&'static Check],
        interrupted: impl Future<Output = ()>,
        watch: Watcher<'_>,
    ) -> Result<Verification, SuiteError> {
        let stopwatch = Stopwatch::start();
        let (jobs, is_strict) = (self.jobs.max(1), self.strict);
        let mut work = Work { results: Vec::new(), fail_fast: self.fail_fast, strict: self.strict, ended: None, watch };
        let target = self.target();
        let seed = self.scene.seed;
        let mut interrupted = std::pin::pin!(interrupted);
        let mut is_reachable = false;
        let mut refused_products = Vec::new();
        let all = async {
            let stage = Arc::new(Stage::set(self).await?);
            is_reachable = stage.control.is_reachable();
            refused_products = stage.control.refused_products();
            work.all(&stage, checks, jobs).await
        };
        let is_interrupted = tokio::select! {
            done = all => { done?; false }
            () = &mut interrupted => true,
        };
        let mut results = work.results;
        results.sort_by_key(|result| place(result.check));
        Ok(Verification {
            target,
            seed,
            results,
            is_reachable,
            is_interrupted,
            is_strict,
            refused_products,
            elapsed: stopwatch.elapsed(),
        })
    }
}

/// After so many checks in a row that got no answer at all, the receiver is taken for gone.
const SILENCE: usize = 5;

/// What is done and who watches.
struct Work<'a> {
    results: Vec<CheckResult>,
    fail_fast: bool,
    strict: bool,
    /// Why no more is asked.
    ended: Option<String>,
    watch: Watcher<'a>,
}

impl Work<'_> {
    async fn all(&mut self, stage: &Arc<Stage>, checks: &[&'static Check], jobs: usize) -> Result<(), SuiteError> {
        let greeting = control_check();
        // That nothing is acknowledged is told also by a run of other checks: it is why they know nothing.
        if stage.control.is_refused() && !checks.iter().any(|check| check.id == greeting.id) {
            let finding = stage.control.finding(greeting);
            self.take(CheckResult { check: greeting, finding, elapsed: Duration::ZERO })?;
        }
        let (alone, beside): (Vec<_>, Vec<_>) = checks.iter().copied().partition(|check| check.alone);
        self.beside(stage, &beside, jobs).await?;
        for check in alone {
            let result = one(Arc::clone(stage), check, self.has_ended()).await?;
            self.take(result)?;
        }
        Ok(())
    }

    /// Several at once. Results are seen in order, so one that is early waits.
    async fn beside(&mut self, stage: &Arc<Stage>, checks: &[&'static Check], jobs: usize) -> Result<(), SuiteError> {
        let mut running = JoinSet::new();
        let mut waiting: Vec<Option<CheckResult>> = checks.iter().map(|_| None).collect();
        let (mut next, mut seen) = (0, 0);
        while seen < checks.len() {
            while next < checks.len() && running.len() < jobs {
                let (stage, check, number, has_ended) = (Arc::clone(stage), checks[next], next, self.has_ended());
                running.spawn(async move { (number, one(stage, check, has_ended).await) });
                next += 1;
            }
            if let Some(done) = running.join_next().await {
                let (number, result) = done.map_err(io::Error::other)?;
                waiting[number] = Some(result?);
            }
            while let Some(result) = waiting.get_mut(seen).and_then(Option::take) {
                self.take(result)?;
                seen += 1;
            }
        }
        Ok(())
    }

    /// Why the rest is not asked, if it is not.
    fn has_ended(&mut self) -> Option<String> {
        self.ended = self.ended.take().or_else(|| self.ends());
        self.ended.clone()
    }

    fn ends(&self) -> Option<String> {
        let is_silent = |result: &CheckResult| result.shortfall().is_some_and(|short| short.is_silence);
        let silent = self.results.iter().rev().take_while(|result| is_silent(result)).count();
        if silent >= SILENCE {
            return Some(words::has_gone_silent(silent));
        }
        let is_failure = |outcome| outcome == Outcome::Fail || (self.strict && outcome == Outcome::Warn);
        let has_failed = self.fail_fast && self.results.iter().any(|result| is_failure(result.outcome()));
        has_failed.then(words::after_failure)
    }

    fn take(&mut self, result: CheckResult) -> io::Result<()> {
        (self.watch)(&result)?;
        self.results.push(result);
        Ok(())
    }
}

/// Runs one check.
async fn one(
    stage: Arc<Stage>,
    check: &'static Check,
    has_ended: Option<String>,
) -> Result<CheckResult, TransportError> {
    let stopwatch = Stopwatch::start();
    let finding = if let Some(reason) = has_ended {
        Finding::Unknown(reason)
    } else if check.id == Control::CHECK {
        stage.control.finding(check)
    } else if !stage.control.is_reachable() {
        Finding::Unknown(words::nothing_reached(Control::CHECK))
    } else if is_of_refused_product(&stage, check) {
        Finding::Unknown(words::product_refused())
    } else if stage.control.is_refused() && !check.is_about_the_way() {
        Finding::Unknown(words::nothing_acknowledged(Control::CHECK))
    } else {
        let mut desk = Desk::new(&stage.scene, place(check), check.kind());
        let script = (check.script)(&mut desk);
        stage.play(check, script).await?
    };
    let elapsed = if check.id == Control::CHECK { stage.control.total() } else { stopwatch.elapsed() };
    Ok(CheckResult { check, finding, elapsed })
}

/// Whether it would ask for what another check has found to be refused.
fn is_of_refused_product(stage: &Stage, check: &Check) -> bool {
    let refused = stage.control.refused_products();
    let before = [stage.scene.products.as_slice(), refused.as_slice()].concat();
    check.kind().is_none() && check.scope.covers(&before) && !check.scope.covers(&stage.scene.products)
}

fn control_check() -> &'static Check {
    CHECKS.iter().find(|check| check.id == Control::CHECK).expect("the control is one of the checks")
}
