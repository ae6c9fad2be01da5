//! `send --retry`: attempts until one is acknowledged or the policy allows no more.

use std::str::FromStr;
use std::time::Duration;

use jiff::Timestamp;

use super::global::GlobalArgs;
use super::interrupt::Interrupts;
use super::one_shot;
use super::record::Recorder;
use super::{CliError, ExitStatus, Terminal, runtime, values};
use crate::clock::{self, Clock, Speed};
use crate::delivery::{Attempt, Delivery, Outcome, RetryPolicy, Summary, attempt_in};
use crate::history::delivery_record;
use crate::report::{json, text};
use crate::transport::{Fault, Manner, Transport};
use crate::wire::Request;
use crate::words::{retry as words, usage};

/// Flags about sending again.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Retry")]
pub(super) struct RetryArgs {
    /// Send again as POPBiLL does until the answer is accepted: alone by the configured policy or the edition's, popbill
    /// by the edition's, N at most N times
    #[arg(
        long,
        value_name = "popbill|N",
        env = "POPBILL_HOOK_RETRY",
        num_args = 0..=1,
        default_missing_value = "configured"
    )]
    retry: Option<RetryChoice>,

    /// How far apart the attempts are due [default: 5m]
    #[arg(long, value_name = "TIME", env = "POPBILL_HOOK_RETRY_INTERVAL", value_parser = values::duration)]
    retry_interval: Option<Duration>,

    /// How fast the time between attempts goes: real, 60x, instant
    #[arg(long, value_name = "SPEED", env = "POPBILL_HOOK_SPEED", default_value = "real")]
    speed: Speed,
}

/// Whose policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RetryChoice {
    /// That of the configuration, else POPBiLL's.
    Configured,
    /// POPBiLL's by the edition.
    Popbill,
    /// So many after the first.
    Count(u32),
}

impl FromStr for RetryChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "configured" => Ok(Self::Configured),
            "popbill" => Ok(Self::Popbill),
            _ => text.parse().map(Self::Count).map_err(|_| words::bad_policy()),
        }
    }
}

impl RetryArgs {
    /// The policy to send again by; nothing where one attempt is all.
    pub(super) fn policy(&self, configured: RetryPolicy, popbill: RetryPolicy) -> Option<RetryPolicy> {
        let policy = match self.retry? {
            RetryChoice::Configured => configured,
            RetryChoice::Popbill => popbill,
            RetryChoice::Count(retries) => RetryPolicy::custom(retries, popbill.interval()),
        };
        Some(match self.retry_interval {
            Some(interval) if interval != policy.interval() => RetryPolicy::custom(policy.retries(), interval),
            _ => policy,
        })
    }

    /// How fast its time goes.
    pub(super) fn speed(&self) -> Speed {
        self.speed
    }
}

/// A delivery with its policy.
pub(super) struct Retrying<'a> {
    pub(super) delivery: &'a Delivery,
    pub(super) request: &'a Request,
    pub(super) policy: RetryPolicy,
    pub(super) clock: Clock,
    pub(super) fault: Option<Fault>,
    pub(super) strict: bool,
}

impl Retrying<'_> {
    /// Sends it until it is acknowledged, exhausted or interrupted. Each attempt is stored before a byte of it leaves.
    pub(super) fn deliver(
        &self,
        transport: &Transport,
        global: &GlobalArgs,
        terminal: &mut Terminal,
    ) -> Result<ExitStatus, CliError> {
        one_shot::announce(self.delivery, self.request, global, terminal)?;
        if !terminal.json {
            writeln!(
                terminal.out(),
                "  {}",
                words::policy(self.policy.retries(), self.policy.interval(), self.policy.document())
            )?;
        }
        let first_due = self.clock.now();
        let record = delivery_record(self.delivery, self.request, first_due, None, None);
        let mut recorder = Recorder::begin(global, &record, terminal)?;
        let (outcome, attempts) = runtime::run(self.attempts(first_due, transport, global, &mut recorder, terminal))??;
        recorder.end(outcome, terminal)?;
        self.conclude(outcome, &attempts, terminal)
    }

    async fn attempts(
        &self,
        first_due: Timestamp,
        transport: &Transport,
        global: &GlobalArgs,
        recorder: &mut Recorder,
        terminal: &mut Terminal,
    ) -> Result<(Outcome, Vec<Attempt>), CliError> {
        let mut interrupts = Interrupts::hear()?;
        let mut attempts: Vec<Attempt> = Vec::new();
        let mut due = first_due;
        for number in 1.. {
            self.announce(number, due, terminal)?;
            tokio::select! {
                () = self.clock.until(due) => {}
                () = interrupts.next() => return Ok((Outcome::Interrupted, attempts)),
            }
            let sent_at = self.clock.now();
            recorder.start(number, due, sent_at, terminal)?;
            let manner = Manner::faulty(self.fault);
            let made = tokio::select! {
                made = attempt_in(transport, self.request, number, due, sent_at, manner) => made?,
                () = interrupts.next() => return Ok((Outcome::Interrupted, attempts)),
            };
            self.report(&made, attempts.last(), global.verbose, terminal)?;
            recorder.finish(&made, terminal)?;
            let next = self.policy.next_due(number, first_due, sent_at);
            let is_acknowledged = made.is_acknowledged();
            attempts.push(made);
            match next {
                _ if is_acknowledged => break,
                None => return Ok((Outcome::Exhausted, attempts)),
                Some(at) => due = at,
            }
        }
        Ok((Outcome::Acknowledged, attempts))
    }

    /// Says which attempt comes, when, and how long that takes here.
    fn announce(&self, number: u32, due: Timestamp, terminal: &mut Terminal) -> Result<(), CliError> {
        if !terminal.json {
            let (palette, of) = (terminal.palette, self.policy.attempts());
            let (wait, speed) = (self.clock.wait(due), self.clock.speed().to_string());
            text::write_due(terminal.out(), palette, number, of, due, wait, &speed)?;
        }
        Ok(terminal.out().flush()?)
    }

    fn report(
        &self,
        made: &Attempt,
        before: Option<&Attempt>,
        verbose: bool,
        terminal: &mut Terminal,
    ) -> Result<(), CliError> {
        let palette = terminal.palette;
        // What was explained once is not explained five times.
        let is_known = before.is_some_and(|before| before.judgement.slug == made.judgement.slug);
        if terminal.json {
            json::write_attempt(terminal.out(), self.delivery, made)?;
        } else if is_known && !verbose {
            text::write_same_again(terminal.out(), palette, made)?;
        } else {
            text::write_attempt(terminal.out(), palette, made, verbose, None)?;
        }
        Ok(terminal.out().flush()?)
    }

    fn conclude(
        &self,
        outcome: Outcome,
        attempts: &[Attempt],
        terminal: &mut Terminal,
    ) -> Result<ExitStatus, CliError> {
        let last = attempts.last();
        let count = u32::try_from(attempts.len()).unwrap_or(u32::MAX);
        if terminal.json {
            let summary = Summary { outcome, attempts: count, judgement: last.map(|last| last.judgement.clone()) };
            json::write_delivery(terminal.out(), self.delivery, &summary)?;
        } else {
            let palette = terminal.palette;
            text::write_outcome(terminal.out(), palette, outcome, count, self.policy.document().is_some())?;
        }
        Ok(match (outcome, last) {
            (Outcome::Interrupted, _) => ExitStatus::Interrupted,
            (Outcome::Acknowledged, Some(last)) => one_shot::exit_status(std::slice::from_ref(last), self.strict),
            _ => one_shot::exit_status(attempts, self.strict),
        })
    }
}

/// What `--speed` is for, where it is of no use.
pub(super) fn unused_speed(args: &RetryArgs) -> Option<String> {
    (args.retry.is_none() && args.speed != Speed::Real).then(usage::speed_without_retry)
}

/// A clock that shows the wall clock's time now.
pub(super) fn clock(speed: Speed) -> Clock {
    Clock::starting_at(clock::now(), speed)
}
