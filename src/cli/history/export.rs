//! `history export`.

use super::select::{self, FilterArgs};
use crate::cli::global::GlobalArgs;
use crate::cli::{CliError, ExitStatus, Terminal, store};
use crate::history::Entry;
use crate::report::{CurlOptions, curl_line, header_fields, json, request_target};
use crate::wire::{Address, CredentialKind, Field, FieldValue, Request, Secret};

/// Arguments of `history export`.
#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    /// The entries; without any, those that the filters pass
    #[arg(value_name = "ID")]
    ids: Vec<String>,

    #[command(flatten)]
    filter: FilterArgs,

    /// In which form
    #[arg(long = "as", value_name = "FORM", env = "POPBILL_HOOK_AS")]
    form: Form,
}

/// A form of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// curl lines
    Curl,
    /// One HTTP archive (HAR 1.2)
    Har,
    /// JSON lines with everything
    Jsonl,
}

/// Prints the entries.
pub(super) fn run(args: &ExportArgs, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let mut archive = json::HarArchive::default();
    if args.form == Form::Har {
        archive.begin(terminal.out())?;
    }
    let mut write = |entry: &Entry, terminal: &mut Terminal| match args.form {
        Form::Har => archive.entry(terminal.out(), entry),
        Form::Jsonl => json::write_export(terminal.out(), entry),
        Form::Curl => write_curl(entry, terminal),
    };
    if args.ids.is_empty() {
        // One by one: a history may be larger than memory.
        store::visit(global, terminal, &args.filter.resolve(), &mut write)?;
    } else {
        select::find_all(global, &args.ids)?.iter().try_for_each(|entry| write(entry, terminal))?;
    }
    if args.form == Form::Har {
        json::HarArchive::end(terminal.out())?;
    }
    Ok(ExitStatus::Success)
}

fn write_curl(entry: &Entry, terminal: &mut Terminal) -> std::io::Result<()> {
    let request = request(entry);
    // The URL of a capture is made up around its target, which may be one that no URL can say.
    let target = request_target(entry.request().0).filter(|target| *target != request.target());
    let target = target.filter(|target| entry.url().is_none() && target.bytes().all(|byte| byte.is_ascii_graphic()));
    let line = curl_line(&request, &CurlOptions { target, ..CurlOptions::default() });
    if terminal.json { json::write_curl(terminal.out(), &line) } else { writeln!(terminal.out(), "{line}") }
}

/// The request of an entry; a masked credential becomes its variable again.
fn request(entry: &Entry) -> Request {
    let (head, body) = entry.request();
    let address: Address = entry.url().and_then(|url| url.parse().ok()).unwrap_or_else(|| {
        let path = request_target(head).unwrap_or_else(|| "/".to_owned());
        format!("http://localhost:9854{path}")
            .parse()
            .unwrap_or_else(|_| "http://localhost:9854/".parse().expect("a loopback URL is an address"))
    });
    let headers = header_fields(head);
    let fields = headers.iter().map(|(name, value)| {
        let is_basic = value == b"***" || value.starts_with(b"Basic ");
        let value = match CredentialKind::of_header(name) {
            Some(CredentialKind::Basic) if !is_basic => FieldValue::Hidden(Secret::new("***")),
            Some(kind) => FieldValue::Secret(kind, Secret::new("***")),
            None => FieldValue::Raw(value.to_vec()),
        };
        Field { name: name.to_owned(), value }
    });
    Request { fields: fields.collect(), address, body: body.to_vec() }
}
