//! `history resend`: recorded requests go out again, each as a new delivery that names its origin.

use serde_json::Value;

use super::select::{self, FilterArgs};
use crate::cli::connection::ConnectionArgs;
use crate::cli::endpoint::{self, Configured};
use crate::cli::global::GlobalArgs;
use crate::cli::one_shot::{self, OneShot};
use crate::cli::payload::random_bits;
use crate::cli::{CliError, ExitStatus, Terminal, store, values};
use crate::config::Environment;
use crate::delivery::{Delivery, DeliveryId};
use crate::history::{Entry, RecordId};
use crate::report::header_fields;
use crate::transport::Transport;
use crate::wire::{Address, CredentialKind, Credentials, Field, FieldValue, Headers, Request};
use crate::words::{history, history_report as words};

/// Arguments of `history resend`.
#[derive(Debug, clap::Args)]
pub(super) struct ResendArgs {
    /// The entries
    #[arg(value_name = "ID")]
    ids: Vec<String>,

    /// Every delivery that was not acknowledged, neither itself nor by a resend; once each
    #[arg(long, env = "POPBILL_HOOK_FAILED", conflicts_with = "ids", value_parser = clap::builder::FalseyValueParser::new())]
    failed: bool,

    #[command(flatten)]
    filter: FilterArgs,

    /// Send to this URL instead
    #[arg(long, value_name = "URL", env = "POPBILL_HOOK_TO")]
    to: Option<Address>,

    /// As sent again by hand from POPBiLL's site: eventType MANUAL
    #[arg(long, env = "POPBILL_HOOK_MANUAL", value_parser = clap::builder::FalseyValueParser::new())]
    manual: bool,

    /// The table of popbill-hook.toml to use: test or production
    #[arg(long, value_name = "NAME", env = "POPBILL_HOOK_ENV", default_value = "test", value_parser = values::EnvironmentParser)]
    env: Environment,

    /// Basic credentials, USER:PASSWORD; the recorded ones are masked [env: `POPBILL_HOOK_BASIC`]
    #[arg(short = 'u', long, value_name = "USER:PASSWORD", conflicts_with = "api_key")]
    basic: Option<String>,

    /// An API key, sent in X-Api-Key [env: `POPBILL_HOOK_API_KEY`]
    #[arg(long, value_name = "KEY")]
    api_key: Option<String>,

    /// Exit with 1 when an answer is only tolerated
    #[arg(long, env = "POPBILL_HOOK_STRICT", value_parser = clap::builder::FalseyValueParser::new())]
    strict: bool,

    #[command(flatten)]
    connection: ConnectionArgs,
}

/// One request to be sent again.
struct Again {
    origin: RecordId,
    delivery: Delivery,
    request: Request,
    /// Whether it carried credentials and now goes without.
    lacks_credentials: bool,
}

/// Sends again.
pub(super) fn run(args: ResendArgs, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let entries = args.entries(global, terminal)?;
    if entries.is_empty() {
        terminal.note_plain(&words::nothing_failed())?;
        return Ok(ExitStatus::NothingHappened);
    }
    let configured = Configured::load(global, args.env)?;
    let settings = configured.settings();
    let given = endpoint::given(args.basic.as_deref(), args.api_key.as_deref())?;
    let again: Vec<Again> = entries
        .iter()
        .map(|entry| prepare(entry, args.to.as_ref(), args.manual, given.as_ref(), &configured))
        .collect::<Result<_, _>>()?;
    if again.iter().any(|again| again.lacks_credentials) {
        terminal.note(&words::credentials_are_masked())?;
    }
    let strict = values::switch(args.strict, "POPBILL_HOOK_STRICT", settings.and_then(|settings| settings.strict));
    let transport = Transport::new(args.connection.resolve(settings)?.options);
    let mut attempts = Vec::with_capacity(again.len());
    for Again { origin, delivery, request, .. } in &again {
        let shot = OneShot { delivery, request, fault: None, origin: Some(*origin), next: None };
        match shot.deliver(&transport, global, terminal)? {
            Some(made) => attempts.push(made),
            None => return Ok(ExitStatus::Interrupted),
        }
    }
    Ok(one_shot::exit_status(&attempts, strict))
}

impl ResendArgs {
    fn entries(&self, global: &GlobalArgs, terminal: &mut Terminal) -> Result<Vec<Entry>, CliError> {
        if self.failed {
            // The oldest first, as they were sent.
            return store::entries(global, terminal, |store| store.unacknowledged(&self.filter.resolve()));
        }
        if self.ids.is_empty() {
            return Err(CliError::usage(words::resend_what()));
        }
        // The URL stands behind the event in `send`, so it is tried here too.
        if let Some(url) = self.ids.iter().find(|id| id.contains("://")) {
            return Err(CliError::usage_hint(history::malformed(url), words::no_target_hint()));
        }
        select::find_all(global, &self.ids)
    }
}

fn prepare(
    entry: &Entry,
    to: Option<&Address>,
    manual: bool,
    given: Option<&Credentials>,
    configured: &Configured,
) -> Result<Again, CliError> {
    let id = entry.id();
    let address = match (to, entry.url()) {
        (Some(to), _) => to.clone(),
        (None, Some(url)) => url.parse().map_err(|_| no_target(id))?,
        (None, None) => return Err(no_target(id)),
    };
    let (head, body) = entry.request();
    let body = if manual {
        as_manual(body).ok_or_else(|| CliError::usage(words::not_manual(&id.to_string())))?
    } else {
        body.to_vec()
    };
    let headers = header_fields(head);
    let kind = entry.event().and_then(crate::event::find);
    let corp_num = headers.text("Pb-Webhook-Corpnum").and_then(|number| number.parse().ok());
    let credentials = endpoint::credentials_for(&address, given.cloned(), configured, kind, corp_num)?;
    let had_some = headers.iter().any(|(name, _)| CredentialKind::of_header(name).is_some());
    let lacks_credentials = had_some && credentials.kind().is_none();
    let fields = fields(&headers, &address, &credentials, body.len(), manual);
    let plain = |name| headers.first(name).map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default();
    let delivery = Delivery {
        id: DeliveryId::from_bits(random_bits()),
        event: entry.event().map(str::to_owned),
        message_id: plain("Pb-Webhook-MID"),
        corp_num: plain("Pb-Webhook-Corpnum"),
        url: address.to_string(),
        of: 1,
        seed: None,
        issued_at: None,
    };
    Ok(Again { origin: id, delivery, request: Request { address, fields, body }, lacks_credentials })
}

fn no_target(id: RecordId) -> CliError {
    CliError::usage_hint(words::no_target(&id.to_string()), words::no_target_hint())
}

/// The recorded fields in their order; what belongs to the connection and the credentials is written anew.
fn fields(headers: &Headers, address: &Address, credentials: &Credentials, length: usize, manual: bool) -> Vec<Field> {
    let plain = |name: &str, value: String| Field { name: name.to_owned(), value: FieldValue::Plain(value) };
    let own = ["host", "content-length", "transfer-encoding", "connection", "authorization", "x-api-key", "expect"];
    let mut fields = vec![plain("Host", address.authority().to_owned())];
    for (name, value) in headers.iter() {
        if own.iter().any(|other| name.eq_ignore_ascii_case(other)) {
            continue;
        }
        let value = if manual && name.eq_ignore_ascii_case("pb-webhook-eventtype") { b"MANUAL" } else { value };
        fields.push(Field { name: name.to_owned(), value: FieldValue::Raw(value.to_vec()) });
    }
    if let (Some(kind), Some(secret)) = (credentials.kind(), credentials.header_value()) {
        fields.push(Field { name: kind.header().to_owned(), value: FieldValue::Secret(kind, secret) });
    }
    fields.push(plain("Connection", "keep-alive".to_owned()));
    fields.push(plain("Content-Length", length.to_string()));
    fields
}

/// The body with eventType MANUAL; nothing where it has no eventType.
fn as_manual(body: &[u8]) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(body).ok()?;
    *value.get_mut("eventType")? = Value::String("MANUAL".to_owned());
    serde_json::to_vec(&value).ok()
}
