//! `events`: the catalogue, samples, checks, schemas and machine-readable descriptions.

use std::path::PathBuf;

use super::payload::PayloadArgs;
use super::{CliError, ExitStatus, Terminal, values};
use crate::event::{
    CATALOG, Edition, EventTime, Family, Hint, Kind, SampleRequest, asyncapi, check, encode, find, openapi, sample,
    schema_text,
};
use crate::report::{json, text};
use crate::words::catalog as words;

/// What to do with the catalogue.
#[derive(Debug, clap::Subcommand)]
pub(super) enum EventsCommand {
    /// Every event, a line each
    List(EditionArgs),
    /// Everything about one event: headers, fields, codes, an example
    Show {
        /// The event
        #[arg(value_name = "EVENT", value_parser = values::EventParser)]
        event: &'static Kind,
        #[command(flatten)]
        edition: EditionArgs,
    },
    /// Print a payload
    New {
        /// The event
        #[arg(value_name = "EVENT", value_parser = values::EventParser)]
        event: &'static Kind,
        #[command(flatten)]
        payload: Box<PayloadArgs>,
    },
    /// Check a captured payload and explain its codes
    Check(CheckArgs),
    /// Print the JSON Schema of an event's body
    Schema {
        /// An event, or a body format such as nts-taxinvoice
        #[arg(value_name = "EVENT")]
        name: String,
    },
    /// Print the whole catalogue for other tools
    Catalog {
        /// Which description
        #[arg(long = "as", value_name = "FORMAT", env = "POPBILL_HOOK_AS")]
        format: CatalogFormat,
    },
}

/// Which generation of documents.
#[derive(Debug, clap::Args)]
pub(super) struct EditionArgs {
    /// Which generation of POPBiLL's documents to follow
    #[arg(long, value_name = "EDITION", env = "POPBILL_HOOK_EDITION", default_value = "current", value_parser = values::EditionParser)]
    edition: Edition,
}

/// Arguments of `events check`.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// The file with the body; - or nothing reads stdin
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// The Pb-Webhook-Type it came with
    #[arg(long, value_name = "TYPE", env = "POPBILL_HOOK_WEBHOOK_TYPE")]
    webhook_type: Option<String>,

    /// The Pb-Webhook-EventType it came with
    #[arg(long, value_name = "TYPE", env = "POPBILL_HOOK_EVENT_TYPE")]
    event_type: Option<String>,

    /// The Pb-Webhook-Corpnum it came with
    #[arg(long, value_name = "NUMBER", env = "POPBILL_HOOK_CORP_NUM")]
    corp_num: Option<String>,

    /// Which generation of POPBiLL's documents to judge by [default: by the header, else current]
    #[arg(long, value_name = "EDITION", env = "POPBILL_HOOK_EDITION", value_parser = values::EditionParser)]
    edition: Option<Edition>,
}

/// A machine-readable description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum CatalogFormat {
    /// OpenAPI 3.1 with webhooks
    Openapi,
    /// AsyncAPI 3.0
    Asyncapi,
}

/// The largest payload that is checked, in bytes.
const PAYLOAD_LIMIT: u64 = 64 * 1024 * 1024;

/// Does it.
pub(super) fn run(command: EventsCommand, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    match command {
        EventsCommand::List(args) => list(args.edition, terminal)?,
        EventsCommand::Show { event, edition } => show(event, edition.edition, terminal)?,
        EventsCommand::New { event, payload } => new(event, &payload, terminal)?,
        EventsCommand::Check(args) => return check_payload(&args, terminal),
        EventsCommand::Schema { name } => terminal.out().write_all(schema_of(&name)?.as_bytes())?,
        EventsCommand::Catalog { format } => catalog(format, terminal)?,
    }
    Ok(ExitStatus::Success)
}

fn list(edition: Edition, terminal: &mut Terminal) -> Result<(), CliError> {
    if terminal.json {
        return CATALOG
            .iter()
            .try_for_each(|kind| json::write_event(terminal.out(), kind, edition, false))
            .map_err(CliError::from);
    }
    let palette = terminal.palette;
    Ok(text::write_events(terminal.out(), palette, edition)?)
}

fn show(kind: &'static Kind, edition: Edition, terminal: &mut Terminal) -> Result<(), CliError> {
    if terminal.json {
        return Ok(json::write_event(terminal.out(), kind, edition, true)?);
    }
    let example = sample(&plain_request(kind, edition)).map_err(|error| CliError::usage(error.to_string()))?;
    let palette = terminal.palette;
    Ok(text::write_event(terminal.out(), palette, kind, &example)?)
}

fn new(kind: &'static Kind, payload: &PayloadArgs, terminal: &mut Terminal) -> Result<(), CliError> {
    for note in payload.notes() {
        terminal.note(&note)?;
    }
    let generated = payload.generate(kind, payload.edition.unwrap_or_default())?;
    let at = generated.issued_at.map(EventTime::stamp);
    terminal.note(&words::seed(generated.seed, at.as_deref()))?;
    terminal.out().write_all(&encode(&generated.event))?;
    Ok(writeln!(terminal.out())?)
}

fn check_payload(args: &CheckArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let bytes = values::read_input(args.file.as_deref(), PAYLOAD_LIMIT)?;
    let hint = Hint {
        webhook_type: args.webhook_type.as_deref(),
        event_type: args.event_type.as_deref(),
        corp_num: args.corp_num.as_deref(),
        edition: args.edition,
    };
    // A file or a pipe ends in a line feed that no payload on the wire has.
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
    let report = check(bytes, hint);
    if terminal.json {
        json::write_check(terminal.out(), &report)?;
    } else {
        let palette = terminal.palette;
        text::write_check(terminal.out(), palette, &report)?;
    }
    Ok(if report.is_valid() { ExitStatus::Success } else { ExitStatus::FellShort })
}

fn schema_of(name: &str) -> Result<&'static str, CliError> {
    let by_event = find(name).map(|kind| kind.family);
    let family = by_event.or_else(|| Family::ALL.into_iter().find(|family| family.name() == name));
    family.map(schema_text).ok_or_else(|| {
        let families: Vec<_> = Family::ALL.iter().map(|family| family.name()).collect();
        let nearest = values::nearest_event(name).map(crate::words::usage::nearest);
        CliError::Usage { message: words::no_schema(name, &families.join(", ")), hints: nearest.into_iter().collect() }
    })
}

fn catalog(format: CatalogFormat, terminal: &mut Terminal) -> Result<(), CliError> {
    let example = |kind: &'static Kind| {
        sample(&plain_request(kind, Edition::Current)).ok().map(|event| serde_json::Value::Object(event.body))
    };
    let document = match format {
        CatalogFormat::Openapi => openapi(&example),
        CatalogFormat::Asyncapi => asyncapi(&example),
    };
    serde_json::to_writer_pretty(terminal.out(), &document).map_err(std::io::Error::from)?;
    Ok(writeln!(terminal.out())?)
}

/// The request whose payload is the committed fixture.
fn plain_request(kind: &'static Kind, edition: Edition) -> SampleRequest {
    SampleRequest {
        kind,
        edition,
        seed: 1,
        at: EventTime::SEEDED,
        manual: false,
        corp_num: None,
        message_id: None,
        invoice_type: None,
    }
}
