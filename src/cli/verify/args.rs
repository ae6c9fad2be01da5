//! The command line of `verify`.

use std::time::Duration;

use super::reports::ReportFlag;
use crate::cli::connection::ConnectionArgs;
use crate::cli::endpoint::EndpointArgs;
use crate::cli::values;
use crate::conformance::Pointers;
use crate::event::{Edition, Product};
use crate::wire::Address;

/// The products of a receiver of which nothing else is said.
const PRODUCTS: [Product; 3] = [Product::TaxInvoice, Product::Cashbill, Product::Nts];

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  popbill-hook verify http://localhost:8080/pbconnect
  popbill-hook verify :8080/pbconnect --wait 30s --report junit=verify.xml --strict
  popbill-hook verify :8080/pbconnect --probe-url 'http://localhost:8080/probe?mid={mid}'
  popbill-hook verify :8080/pbconnect --check 'repeat.*' --check order.same-second
  popbill-hook verify --list-checks")]
pub(in crate::cli) struct VerifyArgs {
    /// The receiver: a URL, host:port, :port or port; without it popbill-hook.toml decides
    #[arg(value_name = "URL", env = "POPBILL_HOOK_URL")]
    pub(super) url: Option<Address>,

    #[command(flatten)]
    pub(super) endpoint: EndpointArgs,

    /// What the receiver is for [default: taxinvoice,cashbill,nts]
    #[arg(
        long,
        value_name = "PRODUCTS",
        env = "POPBILL_HOOK_PRODUCTS",
        help_heading = "Checks",
        value_delimiter = ',',
        value_parser = values::ProductParser
    )]
    products: Vec<Product>,

    /// Run only these checks: an id, or a glob such as 'repeat.*' (repeatable)
    #[arg(
        long = "check",
        value_name = "GLOB",
        env = "POPBILL_HOOK_CHECK",
        help_heading = "Checks",
        value_delimiter = ','
    )]
    pub(super) checks: Vec<String>,

    /// Leave these checks out (repeatable)
    #[arg(
        long = "skip",
        value_name = "GLOB",
        env = "POPBILL_HOOK_SKIP",
        help_heading = "Checks",
        value_delimiter = ','
    )]
    pub(super) skips: Vec<String>,

    /// List the checks and send nothing
    #[arg(long, help_heading = "Checks")]
    pub(super) list_checks: bool,

    /// Count each warning as a failure
    #[arg(long, env = "POPBILL_HOOK_STRICT", help_heading = "Checks", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) strict: bool,

    /// End with the first failure
    #[arg(long, env = "POPBILL_HOOK_FAIL_FAST", help_heading = "Checks", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) fail_fast: bool,

    /// How many checks run at once; with one, a fault is blamed on its own check
    #[arg(long, value_name = "N", env = "POPBILL_HOOK_JOBS", help_heading = "Checks", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(super) jobs: u16,

    /// Send the same documents again
    #[arg(long, value_name = "NUMBER", env = "POPBILL_HOOK_SEED", help_heading = "Checks")]
    pub(super) seed: Option<u64>,

    /// Which generation of POPBiLL's documents to follow [default: current; accept.* follow both]
    #[arg(long, value_name = "EDITION", env = "POPBILL_HOOK_EDITION", help_heading = "Checks", value_parser = values::EditionParser)]
    pub(super) edition: Option<Edition>,

    /// Wait so long for the receiver to answer anything
    #[arg(long, value_name = "TIME", env = "POPBILL_HOOK_WAIT", help_heading = "Connection", value_parser = values::limit)]
    pub(super) wait: Option<Duration>,

    /// Read back what was stored from this page; {itemKey}, {mid}, {mgtKey}, {corpNum} and {ntsconfirmNum} are filled in
    #[arg(long, value_name = "TEMPLATE", env = "POPBILL_HOOK_PROBE_URL", help_heading = "Probe")]
    pub(super) probe_url: Option<String>,

    /// Read back what was stored by this command, with the same placeholders; it prints what the page would show
    #[arg(
        long,
        value_name = "COMMAND",
        env = "POPBILL_HOOK_PROBE_CMD",
        help_heading = "Probe",
        conflicts_with = "probe_url"
    )]
    pub(super) probe_cmd: Option<String>,

    /// Where the state of the document stands in the probe's JSON
    #[arg(long, value_name = "POINTER", env = "POPBILL_HOOK_PROBE_POINTER", help_heading = "Probe", default_value = "/stateCode", value_parser = pointer)]
    pub(super) probe_pointer: String,

    /// Where the number of times that the message was stored stands in the probe's JSON
    #[arg(long, value_name = "POINTER", env = "POPBILL_HOOK_PROBE_COUNT", help_heading = "Probe", default_value = "/n", value_parser = pointer)]
    pub(super) probe_count: String,

    #[command(flatten)]
    pub(super) connection: ConnectionArgs,

    /// Also write a report: junit=FILE, tap=FILE, json=FILE, markdown=FILE, html=FILE, or github (repeatable)
    #[arg(long = "report", value_name = "REPORT", env = "POPBILL_HOOK_REPORT", help_heading = "Reports")]
    pub(super) reports: Vec<ReportFlag>,
}

impl VerifyArgs {
    /// What the receiver is for.
    pub(super) fn products(&self) -> Vec<Product> {
        if self.products.is_empty() { PRODUCTS.to_vec() } else { self.products.clone() }
    }

    /// What was typed of it.
    pub(super) fn typed_products(&self) -> Option<&[Product]> {
        Some(self.products.as_slice()).filter(|products| !products.is_empty())
    }

    /// Where things stand in the probe's answers.
    pub(super) fn pointers(&self) -> Pointers {
        Pointers { state: self.probe_pointer.clone(), count: self.probe_count.clone() }
    }
}

/// A JSON pointer (RFC 6901).
fn pointer(text: &str) -> Result<String, String> {
    if text.is_empty() || text.starts_with('/') {
        Ok(text.to_owned())
    } else {
        Err(crate::words::conformance::bad_pointer(text))
    }
}
