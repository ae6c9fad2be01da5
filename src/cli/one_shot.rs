//! One attempt of a delivery: made, shown and recorded, for `send` and for each entry of `history resend`.

use jiff::Timestamp;

use super::global::GlobalArgs;
use super::interrupt::Interrupts;
use super::{CliError, ExitStatus, Terminal, runtime, store};
use crate::clock;
use crate::contract::Verdict;
use crate::delivery::{Attempt, Delivery, Outcome, Summary, attempt_in};
use crate::history::{AttemptRecord, RecordId, attempt_record, delivery_record, unfinished_attempt};
use crate::report::{json, text};
use crate::transport::{Fault, Manner, Transport};
use crate::wire::Request;
use crate::words::usage as words;

/// What is sent, and how it is shown.
pub(super) struct OneShot<'a> {
    pub(super) delivery: &'a Delivery,
    pub(super) request: &'a Request,
    /// A deliberate fault.
    pub(super) fault: Option<Fault>,
    /// The entry it sends again, where it does.
    pub(super) origin: Option<RecordId>,
    /// What POPBiLL would do next; nothing where nobody asks.
    pub(super) next: Option<text::NextAttempt>,
}

impl OneShot<'_> {
    /// Sends it. Without an attempt it was interrupted, and that is recorded too.
    pub(super) fn deliver(
        &self,
        transport: &Transport,
        global: &GlobalArgs,
        terminal: &mut Terminal,
    ) -> Result<Option<Attempt>, CliError> {
        store::check_named(global)?;
        announce(self.delivery, self.request, global, terminal)?;
        terminal.out().flush()?;
        let begun = clock::now();
        let mut interrupts = Interrupts::hear()?;
        let made = runtime::run(async {
            tokio::select! {
                made = attempt_in(transport, self.request, 1, begun, begun, Manner::faulty(self.fault)) => Ok::<_, CliError>(Some(made?)),
                () = interrupts.next() => Ok(None),
            }
        })??;
        // What follows is done in a moment; who cannot wait for it ends it with the next Ctrl-C.
        drop(interrupts);
        match &made {
            Some(attempt) => self.report(attempt, global, terminal)?,
            None => self.tell_interrupted(terminal)?,
        }
        terminal.out().flush()?;
        self.record(made.as_ref(), begun, global, terminal)?;
        Ok(made)
    }

    fn report(&self, attempt: &Attempt, global: &GlobalArgs, terminal: &mut Terminal) -> Result<(), CliError> {
        if terminal.json {
            let judgement = Some(attempt.judgement.clone());
            let summary = Summary { outcome: Outcome::after(attempt), attempts: attempt.number, judgement };
            json::write_attempt(terminal.out(), self.delivery, attempt)?;
            json::write_delivery(terminal.out(), self.delivery, &summary)?;
        } else {
            let palette = terminal.palette;
            text::write_attempt(terminal.out(), palette, attempt, global.verbose, self.next.as_ref())?;
        }
        Ok(())
    }

    fn tell_interrupted(&self, terminal: &mut Terminal) -> Result<(), CliError> {
        if terminal.json {
            let summary = Summary { outcome: Outcome::Interrupted, attempts: 1, judgement: None };
            json::write_delivery(terminal.out(), self.delivery, &summary)?;
        } else {
            writeln!(terminal.out(), "  {}", words::interrupted())?;
        }
        Ok(())
    }

    fn record(
        &self,
        made: Option<&Attempt>,
        begun: Timestamp,
        global: &GlobalArgs,
        terminal: &mut Terminal,
    ) -> Result<(), CliError> {
        let outcome = made.map_or(Outcome::Interrupted, Outcome::after);
        let attempt: AttemptRecord = made.map_or_else(|| unfinished_attempt(1, begun), attempt_record);
        let record = delivery_record(self.delivery, self.request, attempt.sent_at, self.origin, Some(outcome));
        store::record(global, &record, &[attempt], terminal)
    }
}

/// Says to people what is about to be sent, before its first attempt.
pub(super) fn announce(
    delivery: &Delivery,
    request: &Request,
    global: &GlobalArgs,
    terminal: &mut Terminal,
) -> Result<(), CliError> {
    if terminal.json {
        return Ok(());
    }
    let palette = terminal.palette;
    text::write_delivery_head(terminal.out(), palette, delivery, request)?;
    if global.verbose {
        text::write_sent(terminal.out(), palette, request)?;
    }
    Ok(())
}

/// How attempts end a command: 3 exactly where none of them got a status; `--strict` makes a tolerated answer fall
/// short.
pub(super) fn exit_status(attempts: &[Attempt], strict: bool) -> ExitStatus {
    let is_good = |attempt: &Attempt| match attempt.judgement.verdict {
        Verdict::Accepted => true,
        Verdict::Tolerated => !strict,
        Verdict::Rejected => false,
    };
    if attempts.iter().all(is_good) {
        ExitStatus::Success
    } else if attempts.iter().all(|attempt| attempt.status().is_none()) {
        ExitStatus::Unreachable
    } else {
        ExitStatus::FellShort
    }
}
