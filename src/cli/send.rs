//! `send`: one event to one receiver, judged.

use std::path::PathBuf;

use super::connection::{Connection, ConnectionArgs};
use super::endpoint::{Configured, EndpointArgs};
use super::global::GlobalArgs;
use super::one_shot::{self, OneShot};
use super::payload::{Generated, PayloadArgs, random_bits};
use super::retry::{self, RetryArgs, Retrying};
use super::{CliError, ExitStatus, Terminal, values};
use crate::clock::Speed;
use crate::delivery::{Delivery, DeliveryId, RetryPolicy};
use crate::event::{self, Kind};
use crate::report::{curl_line, json, text};
use crate::transport::{Fault, Transport};
use crate::wire::{Address, Request, encode};
use crate::words::usage as words;

/// Arguments of `send`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  popbill-hook send cashbill.issue http://localhost:8080/pbconnect
  popbill-hook send taxinvoice.nts-failure :8080/pbconnect --seed 7 --set stateMemo=재발행
  popbill-hook send nts.sales :8080 --corp-num 1234567891 --api-key \"$PB_KEY\"")]
pub(super) struct SendArgs {
    /// The event, as `events list` names it
    #[arg(value_name = "EVENT", value_parser = values::EventParser)]
    event: &'static Kind,

    /// The receiver: a URL, host:port, :port or port; without it popbill-hook.toml decides
    #[arg(value_name = "URL", env = "POPBILL_HOOK_URL")]
    url: Option<Address>,

    #[command(flatten)]
    endpoint: EndpointArgs,

    /// The exact body, instead of a generated one: text, @FILE, or - for stdin
    #[arg(
        short,
        long,
        value_name = "BODY",
        env = "POPBILL_HOOK_DATA",
        help_heading = "Payload",
        allow_hyphen_values = true,
        conflicts_with_all = ["set", "unset"]
    )]
    data: Option<String>,

    #[command(flatten)]
    payload: PayloadArgs,

    #[command(flatten)]
    connection: ConnectionArgs,

    #[command(flatten)]
    retry: RetryArgs,

    /// Write the request in a way that a receiver must bear, or cut it
    #[arg(
        long,
        value_name = "NAME",
        env = "POPBILL_HOOK_FAULT",
        value_parser = values::FaultParser,
        conflicts_with_all = ["dry_run", "curl"],
        help_heading = "Connection"
    )]
    fault: Option<Fault>,

    /// Exit with 1 when the answer is only tolerated
    #[arg(long, env = "POPBILL_HOOK_STRICT", value_parser = clap::builder::FalseyValueParser::new())]
    strict: bool,

    /// Print the exact request and send nothing
    #[arg(long, env = "POPBILL_HOOK_DRY_RUN", value_parser = clap::builder::FalseyValueParser::new())]
    dry_run: bool,

    /// Print the request as a curl line and send nothing; credentials stay in `POPBILL_HOOK_BASIC`, `POPBILL_HOOK_API_KEY`
    /// or, of another scheme, `POPBILL_HOOK_AUTHORIZATION`
    #[arg(long, conflicts_with = "dry_run", env = "POPBILL_HOOK_CURL", value_parser = clap::builder::FalseyValueParser::new())]
    curl: bool,
}

/// What is to be sent, and how.
struct Plan {
    delivery: Delivery,
    request: Request,
    connection: Connection,
    policy: RetryPolicy,
    /// The policy it is sent again by, where it is, and how fast.
    retry: Option<RetryPolicy>,
    speed: Speed,
    fault: Option<Fault>,
    strict: bool,
    notes: Vec<String>,
}

/// The largest body taken from a file or stdin, in bytes.
const DATA_LIMIT: u64 = 64 * 1024 * 1024;

/// Sends, or shows what would be sent.
pub(super) fn run(args: SendArgs, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let (dry_run, curl) = (args.dry_run, args.curl);
    let plan = args.resolve(global)?;
    for note in &plan.notes {
        terminal.note(note)?;
    }
    if curl {
        let line = curl_line(&plan.request, &plan.connection.curl_options(&plan.request.address));
        if terminal.json {
            json::write_curl(terminal.out(), &line)?;
        } else {
            writeln!(terminal.out(), "{line}")?;
        }
        return Ok(ExitStatus::Success);
    }
    if dry_run {
        show_request(&plan.request, terminal)?;
        return Ok(ExitStatus::Success);
    }
    deliver(&plan, global, terminal)
}

impl SendArgs {
    fn resolve(self, global: &GlobalArgs) -> Result<Plan, CliError> {
        let configured = Configured::load(global, self.endpoint.env)?;
        let settings = configured.settings();
        let kind = self.event;
        let edition = self.payload.edition.or(settings.and_then(|settings| settings.edition)).unwrap_or_default();
        let exact = self.data.as_deref().map(Self::exact_body).transpose()?;
        let Generated { event, seed, issued_at } = self.payload.generate(kind, edition)?;
        let (body, seed) = match exact {
            Some(body) => (body, None),
            None => (event::encode(&event), Some(seed)),
        };
        let endpoint = self.endpoint.resolve(self.url.clone(), &configured, kind, event.corp_num)?;
        let request = encode(&event, body, &endpoint.address, &endpoint.credentials, &self.endpoint.headers);
        let popbill = RetryPolicy::popbill(edition, kind.product);
        let own_policy = settings.and_then(|settings| settings.policy);
        let policy = own_policy.map_or(popbill, |choice| choice.policy(edition, kind.product));
        let retry = self.retry.policy(policy, popbill);
        let file = settings.and_then(|settings| settings.strict);
        let strict = values::switch(self.strict, "POPBILL_HOOK_STRICT", file);
        let mut notes = configured.warnings();
        notes.extend(self.payload.notes());
        notes.extend(retry::unused_speed(&self.retry));
        notes.extend(self.fault.and_then(|fault| fault.note(&request.body)));
        let connection = self.connection.resolve(settings)?;
        notes.extend(endpoint_notes(&request.address, !request.echoes().is_empty(), &connection));
        let delivery = Delivery {
            id: DeliveryId::from_bits(random_bits()),
            event: Some(kind.id.to_owned()),
            message_id: event.message_id.to_string(),
            corp_num: event.corp_num.to_string(),
            url: endpoint.address.to_string(),
            of: retry.map_or(1, RetryPolicy::attempts),
            seed,
            issued_at: issued_at.filter(|_| seed.is_some()),
        };
        Ok(Plan {
            delivery,
            request,
            connection,
            policy,
            retry,
            speed: self.retry.speed(),
            fault: self.fault,
            strict,
            notes,
        })
    }

    /// The bytes given in place of a payload.
    fn exact_body(data: &str) -> Result<Vec<u8>, CliError> {
        match data.strip_prefix('@') {
            Some(path) => values::read_input(Some(&PathBuf::from(path)), DATA_LIMIT),
            None if data == "-" => values::read_input(None, DATA_LIMIT),
            None => Ok(data.as_bytes().to_vec()),
        }
    }
}

/// What is odd about an endpoint.
pub(super) fn endpoint_notes(address: &Address, has_credentials: bool, connection: &Connection) -> Vec<String> {
    let mut notes = Vec::new();
    if !address.is_loopback() {
        if !address.uses_popbill_port() {
            notes.push(words::odd_port(address.port()));
        }
        if !address.is_https() && has_credentials {
            notes.push(words::cleartext_credentials(address.host()));
        }
    }
    if connection.options.insecure && address.is_https() {
        notes.push(words::insecure());
    }
    notes
}

fn show_request(request: &Request, terminal: &mut Terminal) -> Result<(), CliError> {
    if terminal.json {
        json::write_request(terminal.out(), request)?;
    } else {
        let escaped = terminal.is_interactive;
        text::write_request(terminal.out(), request, escaped)?;
    }
    Ok(())
}

fn deliver(plan: &Plan, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let transport = Transport::new(plan.connection.options.clone());
    let (delivery, request) = (&plan.delivery, &plan.request);
    if let Some(policy) = plan.retry {
        let (clock, fault, strict) = (retry::clock(plan.speed), plan.fault, plan.strict);
        return Retrying { delivery, request, policy, clock, fault, strict }.deliver(&transport, global, terminal);
    }
    let next = Some(text::NextAttempt::new(plan.policy));
    let shot = OneShot { delivery, request, fault: plan.fault, origin: None, next };
    let made = shot.deliver(&transport, global, terminal)?;
    Ok(made.map_or(ExitStatus::Interrupted, |attempt| one_shot::exit_status(&[attempt], plan.strict)))
}
