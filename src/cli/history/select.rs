//! Which entries: by filters, by id.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::capture::expectation::EventFilter;
use crate::cli::global::GlobalArgs;
use crate::cli::{CliError, store, values};
use crate::clock;
use crate::contract::{Slug, Verdict};
use crate::event::CorpNum;
use crate::history::{Direction, Entry, Filter, SelectError, Selector, Store};
use crate::words::history_report as words;
use crate::words::nearest::nearest;

/// Filters of `list`, `export` and `resend --failed`.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct FilterArgs {
    /// Only this event, or these, such as 'cashbill.*'
    #[arg(long, value_name = "GLOB", env = "POPBILL_HOOK_HISTORY_EVENT", value_parser = event_glob)]
    event: Option<String>,

    /// Only this verdict or slug, such as rejected or read-timeout
    #[arg(long, value_name = "NAME", env = "POPBILL_HOOK_HISTORY_VERDICT", value_parser = verdict)]
    verdict: Option<String>,

    /// Only this business number
    #[arg(long, value_name = "NUMBER", env = "POPBILL_HOOK_HISTORY_CORP_NUM")]
    corp_num: Option<CorpNum>,

    /// Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)
    #[arg(long, value_name = "TIME", env = "POPBILL_HOOK_HISTORY_SINCE", value_parser = moment)]
    since: Option<Timestamp>,

    /// Only until
    #[arg(long, value_name = "TIME", env = "POPBILL_HOOK_HISTORY_UNTIL", value_parser = moment)]
    until: Option<Timestamp>,

    /// Only what came in, or what went out
    #[arg(long, value_name = "in|out", env = "POPBILL_HOOK_HISTORY_DIRECTION")]
    direction: Option<DirectionChoice>,

    /// At most so many [default: 50 for list, all for export and resend]
    #[arg(short = 'n', long, value_name = "N", env = "POPBILL_HOOK_HISTORY_LIMIT")]
    limit: Option<usize>,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum DirectionChoice {
    /// Captures
    In,
    /// Deliveries
    Out,
}

impl FilterArgs {
    /// The filter that is meant.
    pub(super) fn resolve(&self) -> Filter {
        let direction = self.direction.map(|direction| match direction {
            DirectionChoice::In => Direction::In,
            DirectionChoice::Out => Direction::Out,
        });
        Filter {
            event: self.event.clone(),
            verdict: self.verdict.clone(),
            corp_num: self.corp_num.map(|number| number.to_string()),
            since: self.since,
            until: self.until,
            direction,
            failed: false,
            limit: self.limit,
            oldest_first: false,
        }
    }
}

/// The entry a selector names.
pub(super) fn find(store: &mut Store, text: &str) -> Result<Entry, CliError> {
    let selector = Selector::parse(text).map_err(|error| CliError::usage(error.to_string()))?;
    store.find(&selector).map_err(|error| match error {
        SelectError::Store(error) => error.into(),
        other => CliError::usage(other.to_string()),
    })
}

/// The entries that these selectors name.
pub(super) fn find_all(global: &GlobalArgs, texts: &[String]) -> Result<Vec<Entry>, CliError> {
    let mut store = store::read(global)?;
    texts.iter().map(|text| find(&mut store, text)).collect()
}

/// A pattern that some event of the catalogue fits.
fn event_glob(text: &str) -> Result<String, String> {
    text.parse::<EventFilter>().map(|_| text.to_owned()).map_err(|error| error.to_string())
}

/// The name of a verdict or slug.
fn verdict(text: &str) -> Result<String, String> {
    let names = || Verdict::ALL.iter().map(|verdict| verdict.name()).chain(Slug::ALL.iter().map(|slug| slug.name()));
    if names().any(|name| name == text) {
        return Ok(text.to_owned());
    }
    Err(words::unknown_verdict(nearest(text, names())))
}

/// A moment, or how long ago it was.
fn moment(text: &str) -> Result<Timestamp, String> {
    if let Ok(ago) = crate::clock::parse_duration(text) {
        return Ok(before(ago));
    }
    values::time(text).map(crate::event::EventTime::to_timestamp)
}

/// The moment so long ago.
pub(super) fn before(ago: Duration) -> Timestamp {
    let ago = SignedDuration::try_from(ago).unwrap_or(SignedDuration::MAX);
    clock::now().checked_sub(ago).unwrap_or(Timestamp::MIN)
}
