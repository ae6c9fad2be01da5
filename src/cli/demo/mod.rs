//! `demo`: faulty receivers and a correct one, all embedded; every event is sent, every answer judged, and one receiver verified.
//!
//! Nothing is left behind and no other program is needed.

mod listener;
mod receiver;
mod stage;
mod verified;

use super::{CliError, ExitStatus, Terminal, runtime};
use crate::conformance::CHECKS;
use crate::delivery::{Attempt, Delivery, DeliveryId, Outcome, Summary, attempt};
use crate::event::{self, CATALOG, Edition, EventTime, Kind, SampleRequest, sample};
use crate::report::{json, text};
use crate::transport::{Options, Transport};
use crate::wire::{Address, Credentials, Request, encode};
use crate::words::demo as words;

use receiver::Receiver;

/// Arguments of `demo`.
#[derive(Debug, clap::Args)]
pub(super) struct DemoArgs {
    /// Make other payloads
    #[arg(long, value_name = "NUMBER", env = "POPBILL_HOOK_SEED", default_value_t = 1)]
    seed: u64,
}

/// Plays the demo; it succeeds when each answer got the verdict it was made for.
pub(super) fn run(args: &DemoArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    runtime::run(play(args.seed, terminal))?
}

async fn play(seed: u64, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let mut as_promised = faulty(seed, terminal).await?;
    as_promised &= correct(seed, terminal).await?;
    say(terminal, &words::verified(CHECKS.len()))?;
    as_promised &= verified::verify(seed, terminal).await?;
    say(terminal, &words::closing())?;
    Ok(if as_promised { ExitStatus::Success } else { ExitStatus::FellShort })
}

/// One event for each way of getting it wrong.
async fn faulty(seed: u64, terminal: &mut Terminal) -> Result<bool, CliError> {
    let receiver = Receiver::start(stage::FAULTS.iter().map(|fault| fault.answer.as_bytes()).collect()).await?;
    say(terminal, &words::faulty())?;
    let mut as_promised = true;
    for fault in &stage::FAULTS {
        say(terminal, &words::fault(fault.story))?;
        let attempt = send(kind(fault.event), seed, receiver.address(), terminal).await?;
        as_promised &= attempt.judgement.slug.name() == fault.slug;
    }
    Ok(as_promised)
}

/// Every event of the catalogue, to the receiver that `listen` is; then one of its captures.
async fn correct(seed: u64, terminal: &mut Terminal) -> Result<bool, CliError> {
    let mut receiver = listener::Listener::start().await?;
    say(terminal, &words::correct())?;
    let mut accepted = 0;
    for kind in &CATALOG {
        let attempt = send_briefly(kind, seed, receiver.address(), terminal).await?;
        accepted += usize::from(attempt.is_acknowledged());
    }
    say(terminal, &words::accepted(accepted, CATALOG.len()))?;
    let captures = receiver.captures();
    say(terminal, &words::captured(captures.len()))?;
    if let Some(capture) = captures.iter().find(|capture| capture.record.event.as_deref() == Some(stage::SHOWN)) {
        let palette = terminal.palette;
        if terminal.json {
            json::write_capture(terminal.out(), capture)?;
        } else {
            text::write_capture(terminal.out(), palette, capture)?;
        }
    }
    Ok(accepted == CATALOG.len() && captures.len() == CATALOG.len())
}

async fn send(kind: &'static Kind, seed: u64, address: &Address, terminal: &mut Terminal) -> Result<Attempt, CliError> {
    let (delivery, request) = prepare(kind, seed, address)?;
    let palette = terminal.palette;
    if !terminal.json {
        text::write_delivery_head(terminal.out(), palette, &delivery, &request)?;
    }
    let attempt = exchange(&request).await?;
    if terminal.json {
        write_json(terminal, &delivery, &attempt)?;
    } else {
        text::write_attempt(terminal.out(), palette, &attempt, false, None)?;
    }
    Ok(attempt)
}

async fn send_briefly(
    kind: &'static Kind,
    seed: u64,
    address: &Address,
    terminal: &mut Terminal,
) -> Result<Attempt, CliError> {
    let (delivery, request) = prepare(kind, seed, address)?;
    let attempt = exchange(&request).await?;
    if terminal.json {
        write_json(terminal, &delivery, &attempt)?;
    } else {
        let palette = terminal.palette;
        text::write_attempt_line(terminal.out(), palette, &delivery, &attempt)?;
    }
    Ok(attempt)
}

fn write_json(terminal: &mut Terminal, delivery: &Delivery, attempt: &Attempt) -> Result<(), CliError> {
    let outcome = Outcome::after(attempt);
    let summary = Summary { outcome, attempts: attempt.number, judgement: Some(attempt.judgement.clone()) };
    json::write_attempt(terminal.out(), delivery, attempt)?;
    json::write_delivery(terminal.out(), delivery, &summary)?;
    Ok(())
}

fn prepare(kind: &'static Kind, seed: u64, address: &Address) -> Result<(Delivery, Request), CliError> {
    let request = SampleRequest {
        kind,
        edition: Edition::Current,
        seed,
        at: EventTime::SEEDED,
        manual: false,
        corp_num: None,
        message_id: None,
        invoice_type: None,
    };
    let event = sample(&request).map_err(|error| CliError::usage(error.to_string()))?;
    let delivery = Delivery {
        id: DeliveryId::from_bits(super::payload::random_bits()),
        event: Some(kind.id.to_owned()),
        message_id: event.message_id.to_string(),
        corp_num: event.corp_num.to_string(),
        url: address.to_string(),
        of: 1,
        seed: Some(seed),
        issued_at: None,
    };
    let request = encode(&event, event::encode(&event), address, &Credentials::None, &[]);
    Ok((delivery, request))
}

async fn exchange(request: &Request) -> Result<Attempt, CliError> {
    let transport = Transport::new(Options::default());
    let now = crate::clock::now();
    Ok(attempt(&transport, request, 1, now, now).await?)
}

fn kind(id: &str) -> &'static Kind {
    crate::event::find(id).expect("the stage names events of the catalogue, as a test proves")
}

fn say(terminal: &mut Terminal, text: &str) -> Result<(), CliError> {
    if !terminal.json {
        let palette = terminal.palette;
        writeln!(terminal.out(), "{}", palette.strong(text))?;
        terminal.out().flush()?;
    }
    Ok(())
}
