//! `verify`: whether a receiver would survive POPBiLL, for people and for CI.

mod args;
mod around;
mod probe;
mod reports;

use std::collections::HashMap;

use args::VerifyArgs as Args;
use reports::Reports;

use super::endpoint::Configured;
use super::global::GlobalArgs;
use super::interrupt::Interrupts;
use super::payload::random_bits;
use super::send::endpoint_notes;
use super::{CliError, ExitStatus, Terminal, runtime, values};
use crate::clock;
use crate::conformance::{
    Check, CheckResult, Endpoint, Outcome, Scene, Selection, Suite, Surroundings, Verification, endpoints_of,
    plain_kind, products_of, select,
};
use crate::event::{Edition, EventTime, Product, member};
use crate::report::Live;
use crate::report::conformance::{
    FamilyLines, Row, VerifyReport, write_begin, write_check, write_check_list, write_checks_json, write_github,
    write_text, write_verify,
};
use crate::transport::{Certificates, Client, Options, Transport};
use crate::wire::CredentialKind;
use crate::words::conformance as words;

pub(super) use args::VerifyArgs;

/// How long ago the documents of a run were issued: so that none of their events lies in the future.
const DAYS_AGO: i32 = 7;

/// Verifies a receiver, or lists the checks.
pub(super) fn run(args: &Args, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let checks = chosen(args)?;
    if args.list_checks {
        return list(&checks, global, terminal);
    }
    let configured = Configured::load(global, args.endpoint.env)?;
    for warning in configured.warnings() {
        terminal.note(&warning)?;
    }
    let settings = configured.settings();
    let edition = settings.and_then(|settings| settings.edition).unwrap_or_default();
    let around = around::surroundings(args, global, edition);
    let strict = values::switch(args.strict, "POPBILL_HOOK_STRICT", settings.and_then(|settings| settings.strict));
    if checks.is_empty() {
        terminal.note(&words::no_check_chosen())?;
        let nothing = Verification::nothing(args.url.as_ref().map(ToString::to_string).unwrap_or_default());
        conclude(&VerifyReport { verification: &nothing, around: &around }, Reports::create(&args.reports)?, terminal)?;
        return Ok(ExitStatus::NothingHappened);
    }
    let suite = suite(args, &checks, &configured, edition, strict, terminal)?;
    let reports = Reports::create(&args.reports)?;
    let verification = verify(suite, &checks, &around, global, terminal)?;
    conclude(&VerifyReport { verification: &verification, around: &around }, reports, terminal)?;
    Ok(exit_status(&verification))
}

fn chosen(args: &Args) -> Result<Vec<&'static Check>, CliError> {
    let all = args.list_checks && args.typed_products().is_none();
    let products = if all { Product::ALL.to_vec() } else { args.products() };
    // A variable that is set to nothing names nothing.
    let named = |names: &[String]| names.iter().filter(|name| !name.is_empty()).cloned().collect();
    let selection = Selection { checks: named(&args.checks), skips: named(&args.skips), products };
    select(&selection).map_err(|error| {
        let nearest = error.nearest().map(crate::words::usage::nearest);
        let hints = nearest.into_iter().chain([words::list_checks_hint()]).collect();
        CliError::Usage { message: error.to_string(), hints }
    })
}

fn list(checks: &[&Check], global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    if terminal.json {
        write_checks_json(terminal.out(), checks)?;
    } else {
        let palette = terminal.palette;
        write_check_list(terminal.out(), palette, checks, global.verbose)?;
    }
    Ok(if checks.is_empty() { ExitStatus::NothingHappened } else { ExitStatus::Success })
}

/// How the receiver is going to be asked.
fn suite(
    args: &Args,
    checks: &[&'static Check],
    configured: &Configured,
    edition: Edition,
    strict: bool,
    terminal: &mut Terminal,
) -> Result<Suite, CliError> {
    let scene = scene(args, checks, configured, edition)?;
    let connection = args.connection.clone().resolve(configured.settings())?;
    if let Some(endpoint) = scene.products.first().and_then(|product| scene.endpoints.get(product)) {
        for note in endpoint_notes(&endpoint.address, endpoint.credentials.kind().is_some(), &connection) {
            terminal.note(&note)?;
        }
    }
    for kind in [CredentialKind::Basic, CredentialKind::ApiKey] {
        if std::env::var_os(kind.variable()).is_some_and(|value| value.is_empty()) {
            terminal.note(&words::empty_credentials(kind.variable()))?;
        }
    }
    let options = connection.options;
    let client = Client::new(&options);
    Ok(Suite {
        probe: probe::probe(args, &client, options.max_time)?,
        scene,
        strict_transport: Transport::new(Options {
            insecure: false,
            certificates: Certificates::default(),
            ..options.clone()
        }),
        transport: Transport::new(options),
        client,
        pointers: args.pointers(),
        jobs: usize::from(args.jobs),
        fail_fast: args.fail_fast,
        strict,
        wait: args.wait,
    })
}

fn verify(
    suite: Suite,
    checks: &[&'static Check],
    around: &Surroundings,
    global: &GlobalArgs,
    terminal: &mut Terminal,
) -> Result<Verification, CliError> {
    if !terminal.json {
        let palette = terminal.palette;
        write_begin(terminal.out(), palette, &suite.target(), checks.len(), suite.scene.seed)?;
        terminal.out().flush()?;
    }
    // Lines on the same screen are progress enough.
    let is_seen = terminal.err_is_interactive && !terminal.is_interactive && !terminal.quiet;
    let live = is_seen.then(|| Live::new(checks.len() as u64));
    let mut families = FamilyLines::new(terminal.palette, global.verbose);
    let ran = runtime::run(async {
        let mut interrupts = Interrupts::hear()?;
        let mut watch = |result: &CheckResult| {
            if let Some(live) = &live {
                live.ended(&result.check.id);
            }
            let row = Row::new(result, around);
            if terminal.json { write_check(terminal.out(), &row) } else { families.take(terminal.out(), row) }
        };
        Ok::<_, CliError>(suite.run(checks, interrupts.next(), &mut watch).await)
    })??;
    families.end(terminal.out())?;
    if let Some(live) = live {
        live.finish();
    }
    Ok(ran?)
}

/// Where the events of each product go, and which documents they speak of.
fn scene(args: &Args, checks: &[&Check], configured: &Configured, edition: Edition) -> Result<Scene, CliError> {
    let seed = args.seed.unwrap_or_else(|| random_bits() >> 32);
    let products = match args.typed_products() {
        Some(typed) => typed.to_vec(),
        None => products_of(checks, &args.products()),
    };
    let mut endpoints = HashMap::new();
    for product in endpoints_of(checks, &products) {
        let kind = plain_kind(product);
        let endpoint = args.endpoint.resolve(args.url.clone(), configured, kind, member(seed));
        let endpoint = endpoint.map_err(|error| error.hinting(words::no_endpoint_hint()))?;
        endpoints.insert(product, Endpoint { address: endpoint.address, credentials: endpoint.credentials });
    }
    let now = || EventTime::from_timestamp(clock::now()).plus_days(-DAYS_AGO);
    Ok(Scene {
        endpoints,
        products,
        headers: args.endpoint.headers.clone(),
        edition: args.edition.unwrap_or(edition),
        seed,
        at: args.seed.map_or_else(now, |_| EventTime::SEEDED),
    })
}

fn conclude(report: &VerifyReport<'_>, reports: Reports, terminal: &mut Terminal) -> Result<(), CliError> {
    if terminal.json {
        write_verify(terminal.out(), report)?;
    } else {
        let palette = terminal.palette;
        write_text(terminal.out(), palette, report)?;
    }
    terminal.out().flush()?;
    if reports.has_annotations() {
        // Annotations are lines of the log; under --json stdout has none but JSON.
        let out = if terminal.json { terminal.err() } else { terminal.out() };
        write_github(out, report)?;
        out.flush()?;
    }
    reports.write(report)
}

/// A run in which no attempt got a status is 3; one in which nothing was found out is 4.
fn exit_status(verification: &Verification) -> ExitStatus {
    if verification.is_interrupted {
        ExitStatus::Interrupted
    } else if !verification.is_reachable {
        ExitStatus::Unreachable
    } else if verification.has_failed() {
        ExitStatus::FellShort
    } else if verification.count(Outcome::Skip) == verification.results.len() {
        ExitStatus::NothingHappened
    } else {
        ExitStatus::Success
    }
}
