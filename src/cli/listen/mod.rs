//! `listen`: be the receiver.

mod address;
mod command;
mod ending;
mod expecting;
mod reader;
mod run;
mod show;
mod tls;

use std::ffi::OsString;
use std::net::SocketAddr;
use std::time::Duration;

use super::connection::ConnectionArgs;
use super::global::GlobalArgs;
use super::{CliError, ExitStatus, Terminal, endpoint, runtime, values};
use crate::capture::Upstream;
use crate::capture::admission::{Admission, AllowedSource, Cidr};
use crate::capture::expectation::{EventFilter, Expectation};
use crate::capture::plan::ResponsePlan;
use crate::history::Writer;
use crate::transport::{ServerTls, Transport};
use crate::wire::Address;
use crate::words::captures as words;

/// Arguments of `listen`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  popbill-hook listen
  popbill-hook listen :8080 --forward-to http://localhost:3000/pbconnect
  popbill-hook listen --respond 'status:500*2,ok'
  popbill-hook listen :0 --expect 'cashbill.issue x2' --within 30s -- npm test")]
pub(super) struct ListenArgs {
    /// Where to listen: port, :port, host:port or a URL (https makes it --tls self-signed); port 0 takes a free one
    #[arg(value_name = "ADDR", env = "POPBILL_HOOK_ADDR", default_value = "127.0.0.1:9854", value_parser = address::parse)]
    address: address::ListenAddress,

    /// What to answer: ok, json, status:N, body:TEXT, empty, delay:D, hang, reset, truncate, garbage; joined with +,
    /// sequenced with a comma, repeated with *N
    #[arg(long, value_name = "PLAN", env = "POPBILL_HOOK_RESPOND", default_value = "ok")]
    respond: ResponsePlan,

    /// Demand Basic credentials, USER:PASSWORD [env: `POPBILL_HOOK_BASIC`]
    #[arg(short = 'u', long, value_name = "USER:PASSWORD", conflicts_with = "api_key")]
    basic: Option<String>,

    /// Demand an API key in X-Api-Key [env: `POPBILL_HOOK_API_KEY`]
    #[arg(long, value_name = "KEY")]
    api_key: Option<String>,

    /// Pass each request on to this URL and relay its answer
    #[arg(long, value_name = "URL", env = "POPBILL_HOOK_FORWARD_TO", conflicts_with = "respond")]
    forward_to: Option<Address>,

    /// Show only these events, and count only these for expectations, such as 'cashbill.*' (repeatable)
    #[arg(long, value_name = "GLOB", env = "POPBILL_HOOK_EVENTS")]
    events: Vec<EventFilter>,

    /// End after so many captures; none is taken beyond
    #[arg(long, value_name = "N", env = "POPBILL_HOOK_MAX", value_parser = clap::value_parser!(u64).range(1..))]
    max: Option<u64>,

    /// Expect an event, such as 'cashbill.issue corpNum=1234567891 x2' (repeatable); ends when all are met
    #[arg(long, value_name = "EXPECTATION", env = "POPBILL_HOOK_EXPECT")]
    expect: Vec<Expectation>,

    /// Expect that nothing arrives until the end
    #[arg(long, conflicts_with = "expect", env = "POPBILL_HOOK_EXPECT_NONE", value_parser = clap::builder::FalseyValueParser::new())]
    expect_none: bool,

    /// End after so long
    #[arg(long, value_name = "TIME", env = "POPBILL_HOOK_WITHIN", value_parser = values::duration)]
    within: Option<Duration>,

    /// Listen with https: self-signed makes a certificate on the spot
    #[arg(long, value_name = "HOW", env = "POPBILL_HOOK_TLS", conflicts_with_all = ["cert", "key"])]
    tls: Option<tls::TlsChoice>,

    /// Listen with https and this PEM certificate chain
    #[arg(long, value_name = "FILE", env = "POPBILL_HOOK_CERT", requires = "key")]
    cert: Option<std::path::PathBuf>,

    /// The PEM private key of --cert
    #[arg(long, value_name = "FILE", env = "POPBILL_HOOK_KEY", requires = "cert")]
    key: Option<std::path::PathBuf>,

    /// Take requests only from these addresses: popbill, or a CIDR (repeatable)
    #[arg(long, value_name = "SOURCE", env = "POPBILL_HOOK_ALLOW_FROM", value_delimiter = ',')]
    allow_from: Vec<AllowedSource>,

    /// Believe the last X-Forwarded-For of these proxies (repeatable)
    #[arg(long, value_name = "CIDR", env = "POPBILL_HOOK_TRUST_PROXY", value_delimiter = ',')]
    trust_proxy: Vec<Cidr>,

    #[command(flatten)]
    connection: ConnectionArgs,

    /// Run a command with `POPBILL_HOOK_URL` set, and end with it, with the worse of both results. After its success
    /// open expectations are waited for until --within; one that still runs at --within or --max is ended, and has failed
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<OsString>,
}

/// What is listened to, and until when.
struct Plan {
    address: SocketAddr,
    respond: ResponsePlan,
    admission: Admission,
    upstream: Option<(Address, Upstream)>,
    filter: EventFilter,
    max: Option<u64>,
    expect: Vec<Expectation>,
    expect_none: bool,
    within: Option<Duration>,
    tls: Option<ServerTls>,
    command: Vec<OsString>,
}

/// Listens until told to end.
pub(super) fn run(args: ListenArgs, global: &GlobalArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let plan = args.resolve()?;
    let (writer, place) = super::store::writer(global, terminal)?;
    let status = runtime::run_on_threads(run::listen(plan, writer.clone(), place, terminal))?;
    if let Some(writer) = writer {
        writer.close().map_err(CliError::Store)?;
    }
    status
}

impl ListenArgs {
    fn resolve(self) -> Result<Plan, CliError> {
        let credentials = endpoint::given(self.basic.as_deref(), self.api_key.as_deref())?.unwrap_or_default();
        let address = self.address;
        let tls = tls::resolve(self.tls, self.cert.as_deref(), self.key.as_deref(), address)?;
        let connection = self.connection.resolve(None)?;
        let upstream = self.forward_to.map(|address| {
            let upstream = Upstream::new(address.clone(), Transport::new(connection.options));
            (address, upstream)
        });
        let filter = if self.events.is_empty() { EventFilter::default() } else { self.events.into_iter().collect() };
        Ok(Plan {
            address: address.socket,
            respond: self.respond,
            admission: Admission {
                credentials,
                allow: self.allow_from.into_iter().collect(),
                trust_proxy: self.trust_proxy,
            },
            upstream,
            filter,
            max: self.max,
            expect: self.expect,
            expect_none: self.expect_none,
            within: self.within,
            tls,
            command: self.command,
        })
    }
}

/// What a listening tool says first.
struct Banner<'a> {
    url: &'a str,
    plan: &'a Plan,
    place: Option<&'a str>,
}

impl Banner<'_> {
    fn lines(&self) -> Vec<String> {
        let mut lines = vec![words::listening(self.url)];
        lines.push(match &self.plan.upstream {
            Some((address, _)) => words::forwarding(address.as_str()),
            None => words::answering(&self.plan.respond.to_string()),
        });
        lines.extend(self.plan.admission.credentials.kind().map(|kind| words::demanding(kind.header())));
        lines.push(self.place.map_or_else(words::storing_nothing, words::storing));
        if self.plan.command.is_empty() {
            lines.push(words::how_to_end());
        }
        lines
    }
}

/// The writer of captures, if any is kept.
type Keeper = Option<Writer>;
