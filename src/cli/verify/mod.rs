//! `verify`: whether a receiver would survive POPBiLL, for people and for CI.

mod args;
mod around;
mod probe;
mod reports;
mod wait;

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
    Check, CheckResult, Endpoint, Outcome, Scene, Selection, Suite, SuiteError, Surroundings, Verification, plain_kind,
    products_of, select,
};
use crate::event::{EventTime, Product, member};
use crate::report::Live;
use crate::report::conformance::{
    Row, VerifyReport, write_begin, write_check, write_check_list, write_checks_json, write_github, write_text,
    write_verify,
};
use crate::transport::{Certificates, Client, Options, Transport};
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
    if checks.is_empty() {
        terminal.note(&words::no_check_chosen())?;
        return Ok(ExitStatus::NothingHappened);
    }
    let configured = Configured::load(global, args.endpoint.env)?;
    for warning in configured.warnings() {
        terminal.note(&warning)?;
    }
    let reports = Reports::create(&args.reports)?;
    let around = around::surroundings(args, global);
    let verification = verify(args, &checks, &configured, &around, global, terminal)?;
    let settings = configured.settings();
    let strict = values::switch(args.strict, "POPBILL_HOOK_STRICT", settings.and_then(|settings| settings.strict));
    let around = Surroundings { address: verification.target.clone(), ..around };
    let report = VerifyReport { verification: &verification, around: &around };
    conclude(&report, reports, global, terminal)?;
    Ok(exit_status(&verification, strict))
}

fn chosen(args: &Args) -> Result<Vec<&'static Check>, CliError> {
    let products = if args.list_checks { Product::ALL.to_vec() } else { args.products.clone() };
    let selection = Selection { checks: args.checks.clone(), skips: args.skips.clone(), products };
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

fn verify(
    args: &Args,
    checks: &[&'static Check],
    configured: &Configured,
    around: &Surroundings,
    global: &GlobalArgs,
    terminal: &mut Terminal,
) -> Result<Verification, CliError> {
    let scene = scene(args, checks, configured)?;
    let connection = args.connection.clone().resolve(configured.settings())?;
    let main = scene.endpoints[&scene.products[0]].clone();
    for note in endpoint_notes(&main.address, main.credentials.kind().is_some(), &connection) {
        terminal.note(&note)?;
    }
    let options = connection.options;
    let client = Client::new(&options).map_err(CliError::usage)?;
    let probe = probe::probe(args, &client, options.max_time)?;
    if !terminal.json {
        let palette = terminal.palette;
        write_begin(terminal.out(), palette, main.address.as_str(), checks.len(), scene.seed)?;
        terminal.out().flush()?;
    }
    let strict = Options { insecure: false, certificates: Certificates::default(), ..options.clone() };
    let wait_for = args.wait.map(|limit| (client.clone(), limit));
    let suite = Suite {
        scene,
        transport: Transport::new(options),
        strict_transport: Transport::new(strict),
        client,
        probe,
        pointers: args.pointers(),
        jobs: usize::from(args.jobs),
        fail_fast: args.fail_fast,
    };
    let live = (terminal.err_is_interactive && !terminal.quiet && !global.json).then(|| Live::new(checks.len() as u64));
    let ran = runtime::run(async {
        let mut interrupts = Interrupts::hear()?;
        if let Some((client, limit)) = wait_for {
            tokio::select! {
                () = wait::until_it_answers(&client, main.address.as_str(), limit) => {}
                () = interrupts.next() => {}
            }
        }
        let mut watch = |result: &CheckResult| {
            if let Some(live) = &live {
                live.ended(&result.check.id);
            }
            if terminal.json { write_check(terminal.out(), &Row::new(result, around)) } else { Ok(()) }
        };
        Ok::<_, CliError>(suite.run(checks, interrupts.next(), &mut watch).await)
    })??;
    if let Some(live) = live {
        live.finish();
    }
    ran.map_err(|error| match error {
        SuiteError::Transport(error) => error.into(),
        SuiteError::Output(error) => error.into(),
    })
}

/// Where the events of each product go, and which documents they speak of.
fn scene(args: &Args, checks: &[&Check], configured: &Configured) -> Result<Scene, CliError> {
    let seed = args.seed.unwrap_or_else(|| random_bits() >> 32);
    let mut endpoints = HashMap::new();
    for product in products_of(checks, &args.products) {
        let kind = plain_kind(product);
        let endpoint = args.endpoint.resolve(args.url.clone(), configured, kind, member(seed));
        let endpoint = endpoint.map_err(how_to_say_where)?;
        endpoints.insert(product, Endpoint { address: endpoint.address, credentials: endpoint.credentials });
    }
    let now = || EventTime::from_timestamp(clock::now()).plus_days(-DAYS_AGO);
    Ok(Scene {
        endpoints,
        products: args.products.clone(),
        headers: args.endpoint.headers.clone(),
        edition: args.edition.or(configured.settings().and_then(|settings| settings.edition)).unwrap_or_default(),
        seed,
        at: args.seed.map_or_else(now, |_| EventTime::SEEDED),
    })
}

/// A missing URL is explained with this command, not with `send`.
fn how_to_say_where(error: CliError) -> CliError {
    match error {
        CliError::Usage { message, hints } if !hints.is_empty() => {
            CliError::usage_hint(message, words::no_endpoint_hint())
        }
        other => other,
    }
}

fn conclude(
    report: &VerifyReport<'_>,
    reports: Reports,
    global: &GlobalArgs,
    terminal: &mut Terminal,
) -> Result<(), CliError> {
    if terminal.json {
        write_verify(terminal.out(), report)?;
    } else {
        let palette = terminal.palette;
        write_text(terminal.out(), palette, report, global.verbose)?;
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
fn exit_status(verification: &Verification, strict: bool) -> ExitStatus {
    let count = |outcome| verification.count(outcome);
    if verification.is_interrupted {
        ExitStatus::Interrupted
    } else if !verification.is_reachable {
        ExitStatus::Unreachable
    } else if count(Outcome::Fail) > 0 || (strict && count(Outcome::Warn) > 0) {
        ExitStatus::FellShort
    } else if count(Outcome::Skip) == verification.results.len() {
        ExitStatus::NothingHappened
    } else {
        ExitStatus::Success
    }
}
