//! What became of a run: one value, from which every report is made.

use std::time::Duration;

use super::check::{Check, Severity};
use super::reproduction::Reproduction;
use crate::contract::Slug;
use crate::event::Product;
use crate::words::{conformance as words, verdicts};

/// What became of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// The receiver does what the check asks for.
    Pass,
    /// It does not, and must.
    Fail,
    /// It does not, and should; or it does in a way that is only tolerated.
    Warn,
    /// Nothing is known.
    Skip,
}

impl Outcome {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Pass, Self::Fail, Self::Warn, Self::Skip];

    /// The word used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Warn => "warn",
            Self::Skip => "skip",
        }
    }
}

/// Where and how a receiver falls short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// What happened.
    pub reason: String,
    /// The probable cause.
    pub cause: Option<String>,
    /// What to change.
    pub fix: Option<String>,
    /// What the answer was, where one answer is at fault.
    pub slug: Option<Slug>,
    /// Whether no answer came at all.
    pub is_silence: bool,
    /// What shortfalls of the same cause have in common.
    pub common: String,
    /// The line that shows it again.
    pub reproduction: Reproduction,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The receiver does what the check asks for.
    Met,
    /// It does not.
    Short(Shortfall),
    /// It does, in a way that is only tolerated.
    Tolerated(Shortfall),
    /// Nothing is known, for this reason.
    Unknown(String),
}

/// A check and what it found.
#[derive(Clone, Debug)]
pub struct CheckResult {
    /// The check.
    pub check: &'static Check,
    /// What it found.
    pub finding: Finding,
    /// How long it took.
    pub elapsed: Duration,
}

impl CheckResult {
    /// What became of it.
    pub fn outcome(&self) -> Outcome {
        match (&self.finding, self.check.severity) {
            (Finding::Met, _) => Outcome::Pass,
            (Finding::Short(_), Severity::Must) => Outcome::Fail,
            (Finding::Short(_), Severity::Should) | (Finding::Tolerated(_), _) => Outcome::Warn,
            (Finding::Unknown(_), _) => Outcome::Skip,
        }
    }

    /// What is wrong, if something is.
    pub fn shortfall(&self) -> Option<&Shortfall> {
        match &self.finding {
            Finding::Short(shortfall) | Finding::Tolerated(shortfall) => Some(shortfall),
            Finding::Met | Finding::Unknown(_) => None,
        }
    }

    /// Why it is not a pass.
    pub fn reason(&self) -> Option<&str> {
        match &self.finding {
            Finding::Unknown(reason) => Some(reason),
            _ => self.shortfall().map(|shortfall| shortfall.reason.as_str()),
        }
    }
}

/// The one cause behind most of what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// What they have in common: a slug, or what the receiver does.
    pub name: String,
    /// How many checks fall short because of it.
    pub count: usize,
    /// Of how many that fall short.
    pub of: usize,
    /// What would mend all of them, where that is one thing.
    pub fix: Option<String>,
}

/// A whole run.
#[derive(Clone, Debug)]
pub struct Verification {
    /// The receiver.
    pub target: String,
    /// The seed that makes the same run again.
    pub seed: u64,
    /// What each check found, in the order of all checks.
    pub results: Vec<CheckResult>,
    /// Whether any attempt got a status.
    pub is_reachable: bool,
    /// Whether it was ended before all was done.
    pub is_interrupted: bool,
    /// Whether warnings count as failures.
    pub is_strict: bool,
    /// The products whose ordinary event was not acknowledged, where that of others was.
    pub refused_products: Vec<Product>,
    /// How long it took.
    pub elapsed: Duration,
}

/// From how many checks on a common cause is worth a headline.
const MANY: usize = 3;

impl Verification {
    /// A run in which nothing was asked.
    pub fn nothing(target: String) -> Self {
        Self {
            target,
            seed: 0,
            results: Vec::new(),
            is_reachable: false,
            is_interrupted: false,
            is_strict: false,
            refused_products: Vec::new(),
            elapsed: Duration::ZERO,
        }
    }

    /// Whether an outcome makes the run a failure.
    pub fn is_failure(&self, outcome: Outcome) -> bool {
        outcome == Outcome::Fail || (self.is_strict && outcome == Outcome::Warn)
    }

    /// Whether the run is a failure.
    pub fn has_failed(&self) -> bool {
        self.results.iter().any(|result| self.is_failure(result.outcome()))
    }

    /// How many checks ended so.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.results.iter().filter(|result| result.outcome() == outcome).count()
    }

    /// What most of what is wrong has in common.
    pub fn headline(&self) -> Option<Headline> {
        let mut short: Vec<&CheckResult> = self.results.iter().filter(|result| result.shortfall().is_some()).collect();
        short.sort_by_key(|result| result.outcome());
        let short: Vec<&Shortfall> = short.into_iter().filter_map(CheckResult::shortfall).collect();
        let of = short.len();
        let count = |name: &str| short.iter().filter(|other| other.common == name).count();
        // Of equals the first and gravest speaks.
        let most = short.iter().min_by_key(|shortfall| std::cmp::Reverse(count(&shortfall.common)))?;
        let (name, count) = (most.common.clone(), count(&most.common));
        let fix = mend(&name, most.slug, short.iter().filter(|other| other.common == name).map(|other| &other.fix));
        (count >= MANY && count * 2 > of).then_some(Headline { name, count, of, fix })
    }
}

/// What mends all that have this in common: what the answer itself asks for, what is known of the common, or what all of
/// them say.
fn mend<'a>(common: &str, slug: Option<Slug>, mut fixes: impl Iterator<Item = &'a Option<String>>) -> Option<String> {
    if let Some(slug) = slug {
        return verdicts::diagnosis(slug.name(), None).fix.map(str::to_owned);
    }
    if let Some(remedy) = words::remedy(common) {
        return Some(remedy.to_owned());
    }
    let first = fixes.next()?.clone();
    fixes.all(|other| *other == first).then_some(first).flatten()
}
