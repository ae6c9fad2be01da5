//! `simulate`: whole document lives, outages and lost answers at a receiver, by POPBiLL's clock.

mod journal;
mod load;
mod page;
mod route_flag;
mod routes;
mod runs;
mod settings;
mod watch;

use std::collections::HashMap;

use super::connection::ConnectionArgs;
use super::endpoint::{Configured, EndpointArgs};
use super::global::GlobalArgs;
use super::interrupt::Interrupts;
use super::payload::random_bits;
use super::{CliError, ExitStatus, Terminal, runtime, store, values};
use crate::clock::{self, Speed};
use crate::delivery::{Delivery, DeliveryId};
use crate::event::{self, Edition, Event};
use crate::history::{RecordId, RunRecord};
use crate::simulation::{Journal, Past, Plan, Run, RunEnd, RunError, Setup, identity};
use crate::transport::Transport;
use crate::wire::{Address, Request, encode};
use crate::words::simulation as words;
use journal::Kept;
use page::Page;
use route_flag::RouteFlag;
use routes::Routes;
use settings::RunSettings;
use watch::Watch;

/// Arguments of `simulate`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Scenarios: lifecycle, outage, lost-answer, slow-receiver, exhausted, out-of-order, hourly-nts, month-end, mixed

Examples:
  popbill-hook simulate lifecycle http://localhost:8080/pbconnect
  popbill-hook simulate outage :8080 --seed 7 --speed 600x
  popbill-hook simulate hourly-nts --plan
  popbill-hook simulate runs
  popbill-hook simulate --resume"
)]
pub(super) struct SimulateArgs {
    /// A built-in scenario or a TOML file; or runs, to list what was run
    #[arg(value_name = "SCENARIO", required_unless_present = "resume")]
    scenario: Option<String>,

    /// The receiver of every product and business; without it popbill-hook.toml decides for each
    #[arg(value_name = "URL", env = "POPBILL_HOOK_URL")]
    url: Option<Address>,

    /// The receiver of one product, or of one business of it: PRODUCT=URL or PRODUCT:NUMBER=URL (repeatable)
    #[arg(long = "route", value_name = "ROUTE", env = "POPBILL_HOOK_ROUTE", value_delimiter = ',')]
    routes: Vec<RouteFlag>,

    #[command(flatten)]
    endpoint: EndpointArgs,

    #[command(flatten)]
    changes: settings::ScenarioArgs,

    /// Make the same run again
    #[arg(long, value_name = "NUMBER", env = "POPBILL_HOOK_SEED")]
    seed: Option<u64>,

    /// Which generation of POPBiLL's documents to follow [default: current]
    #[arg(long, value_name = "EDITION", env = "POPBILL_HOOK_EDITION", value_parser = values::EditionParser)]
    edition: Option<Edition>,

    /// How fast its time goes: real, 60x, instant [default: instant, or as the run began]
    #[arg(long, value_name = "SPEED", env = "POPBILL_HOOK_SPEED")]
    speed: Option<Speed>,

    /// How many attempts are made at once
    #[arg(long, value_name = "N", env = "POPBILL_HOOK_WORKERS", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=1024))]
    workers: u16,

    /// Print the schedule and send nothing
    #[arg(long, env = "POPBILL_HOOK_PLAN", value_parser = clap::builder::FalseyValueParser::new())]
    plan: bool,

    /// Also write the run as one page that needs nothing else: html=FILE
    #[arg(long, value_name = "html=FILE", env = "POPBILL_HOOK_REPORT", value_parser = page::target)]
    report: Option<std::path::PathBuf>,

    /// Go on with a run that was interrupted or killed: the latest, or the one whose id begins so
    #[arg(long, value_name = "RUN", num_args = 0..=1, default_missing_value = "latest", conflicts_with_all = ["scenario", "seed", "plan", "documents", "businesses", "policy", "edition", "routes"])]
    resume: Option<String>,

    #[command(flatten)]
    connection: ConnectionArgs,

    /// Exit with 1 when an answer is only tolerated
    #[arg(long, env = "POPBILL_HOOK_STRICT", value_parser = clap::builder::FalseyValueParser::new())]
    strict: bool,
}

/// Simulates, shows the plan, or lists runs.
pub(super) fn run(args: &SimulateArgs, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    if args.scenario.as_deref() == Some("runs") {
        return runs::list(global, terminal);
    }
    if let Some(which) = &args.resume {
        let run = runs::find(which, global)?;
        let settings = RunSettings::read(&run.settings)
            .ok_or_else(|| CliError::usage(words::unreadable_run(&run.id.to_string())))?;
        let configured = Configured::load(global, args.endpoint.env)?;
        return go(args, &settings, Some(run), &configured, global, terminal);
    }
    let configured = Configured::load(global, args.endpoint.env)?;
    let name = args.scenario.as_deref().unwrap_or_default();
    let (name, scenario) = load::scenario(name)?;
    let scenario = args.changes.apply(scenario);
    let edition = args.edition.or(configured.settings().and_then(|settings| settings.edition)).unwrap_or_default();
    let seed = args.seed.unwrap_or_else(|| random_bits() >> 32);
    let (url, routes) = (args.url.clone(), args.routes.clone());
    let pace = args.speed.unwrap_or(Speed::Instant);
    let settings = RunSettings { name, seed, edition, scenario, url, routes, speed: pace };
    if args.plan {
        let plan = plan(&settings)?;
        return watch::show_plan(&settings, &plan, terminal);
    }
    go(args, &settings, None, &configured, global, terminal)
}

fn plan(settings: &RunSettings) -> Result<Plan, CliError> {
    let setup = Setup { scenario: settings.scenario.clone(), seed: settings.seed, edition: settings.edition };
    Plan::new(setup).map_err(|error| CliError::usage(error.to_string()))
}

fn go(
    args: &SimulateArgs,
    settings: &RunSettings,
    begun: Option<RunRecord>,
    configured: &Configured,
    global: &GlobalArgs,
    terminal: &mut Terminal,
) -> Result<ExitStatus, CliError> {
    let speed = args.speed.unwrap_or(settings.speed);
    let plan = plan(settings)?;
    let routes = Routes::of(&plan, settings, &args.endpoint, configured)?;
    let connection = args.connection.clone().resolve(configured.settings())?;
    for note in routes.notes(&connection) {
        terminal.note(&note)?;
    }
    let is_resumed = begun.is_some();
    let (run, mut kept) = open(settings, &plan, begun, global, terminal)?;
    let setup = plan.setup().clone();
    let prepare = |number: u32, event: &Event| prepare(run, number, event, &setup, &routes);
    let transport = Transport::new(connection.options);
    let page = args.report.as_deref().map(|path| Page::create(path, &plan)).transpose()?;
    let mut watch = Watch::begin(settings, run, &plan, speed, is_resumed, page, terminal)?;
    let past = if is_resumed { kept.past(&plan, run, &mut watch)? } else { HashMap::new() };
    let mut simulation = Run::new(plan, &past, speed, transport, usize::from(args.workers), &prepare);
    let ended = runtime::run(async {
        let mut interrupts = Interrupts::hear()?;
        let journal: &mut dyn Journal = &mut kept;
        let ended = simulation.go(journal, &mut watch, interrupts.next()).await;
        Ok::<_, CliError>(ended)
    })??;
    let end = match ended {
        Ok(end) => end,
        Err(RunError::Store(error)) => {
            watch.tell_resume()?;
            return Err(error.into());
        }
        Err(RunError::Transport(error)) => return Err(error.into()),
        Err(RunError::Output(error)) => return Err(error.into()),
    };
    if end == RunEnd::Complete {
        kept.end(run)?;
    }
    let file = configured.settings().and_then(|settings| settings.strict);
    let strict = values::switch(args.strict, "POPBILL_HOOK_STRICT", file);
    watch.conclude(&simulation, end, kept.is_kept(), strict)
}

/// The record of the run, and where its attempts are recorded.
fn open(
    settings: &RunSettings,
    plan: &Plan,
    begun: Option<RunRecord>,
    global: &GlobalArgs,
    terminal: &mut Terminal,
) -> Result<(RecordId, Kept), CliError> {
    if let Some(run) = begun {
        return Ok((run.id, Kept::of(store::write(global)?, run.id)?));
    }
    let id = RecordId::from_bits(random_bits());
    let planned = u32::try_from(plan.deliveries.len()).unwrap_or(u32::MAX);
    let record = RunRecord {
        id,
        created_at: clock::now(),
        name: settings.name.clone(),
        planned,
        settings: settings.write(),
        outcome: None,
    };
    Ok((id, Kept::begin(&record, global, terminal)?))
}

fn prepare(run: RecordId, number: u32, event: &Event, setup: &Setup, routes: &Routes) -> (Delivery, Request) {
    let endpoint = routes.endpoint(event.kind.product, event.corp_num);
    let body = event::encode(event);
    let request = encode(event, body, &endpoint.address, &endpoint.credentials, routes.headers());
    let delivery = Delivery {
        id: DeliveryId::from_bits(identity(run.bits(), number)),
        event: Some(event.kind.id.to_owned()),
        message_id: event.message_id.to_string(),
        corp_num: event.corp_num.to_string(),
        url: endpoint.address.to_string(),
        of: setup.policy(event.kind.product).attempts(),
        seed: None,
        issued_at: None,
    };
    (delivery, request)
}

/// What was written down of the deliveries of a run.
type PastOf = HashMap<u32, Past>;
