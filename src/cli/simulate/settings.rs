//! What a run is made from, as flags and as it is kept for going on later.

use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::route_flag::RouteFlag;
use crate::clock::Speed;
use crate::config::parse_scenario;
use crate::delivery::RetryPolicy;
use crate::event::Edition;
use crate::simulation::Scenario;
use crate::wire::Address;
use crate::words::retry as words;

/// Flags that change a scenario.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Scenario")]
pub(super) struct ScenarioArgs {
    /// How many businesses
    #[arg(long, value_name = "N", env = "POPBILL_HOOK_BUSINESSES", value_parser = clap::value_parser!(u32).range(1..=3000))]
    businesses: Option<u32>,

    /// How many documents in all
    #[arg(long, value_name = "N", env = "POPBILL_HOOK_DOCUMENTS", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    documents: Option<u32>,

    /// How often and when to send again: popbill, N retries, or N/5m
    #[arg(long, value_name = "POLICY", env = "POPBILL_HOOK_POLICY")]
    policy: Option<PolicyText>,
}

/// A policy as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PolicyText(Option<RetryPolicy>);

impl FromStr for PolicyText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "popbill" {
            return Ok(Self(None));
        }
        let (retries, interval) =
            text.split_once('/').map_or((text, None), |(retries, interval)| (retries, Some(interval)));
        let retries = retries.parse().map_err(|_| words::bad_policy_text())?;
        let interval = match interval {
            None => RetryPolicy::POPBILL_INTERVAL,
            Some(text) => crate::clock::parse_duration(text).map_err(|error| error.to_string())?,
        };
        Ok(Self(Some(RetryPolicy::custom(retries, interval))))
    }
}

impl ScenarioArgs {
    /// The scenario with what was asked for.
    pub(super) fn apply(&self, scenario: Scenario) -> Scenario {
        Scenario {
            businesses: self.businesses.unwrap_or(scenario.businesses),
            documents: self.documents.unwrap_or(scenario.documents),
            policy: self.policy.map_or(scenario.policy, |policy| policy.0),
            ..scenario
        }
    }
}

/// All that decides a run, but for credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RunSettings {
    pub(super) name: String,
    pub(super) seed: u64,
    pub(super) edition: Edition,
    pub(super) scenario: Scenario,
    pub(super) url: Option<Address>,
    pub(super) routes: Vec<RouteFlag>,
    pub(super) speed: Speed,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    name: String,
    seed: u64,
    edition: String,
    scenario: String,
    url: Option<String>,
    routes: Vec<String>,
    speed: String,
}

impl RunSettings {
    /// As text.
    pub(super) fn write(&self) -> String {
        let kept = Kept {
            name: self.name.clone(),
            seed: self.seed,
            edition: self.edition.name().to_owned(),
            scenario: self.scenario.to_string(),
            url: self.url.as_ref().map(ToString::to_string),
            routes: self.routes.iter().map(ToString::to_string).collect(),
            speed: self.speed.to_string(),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// From text.
    pub(super) fn read(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        Some(Self {
            scenario: parse_scenario(&kept.scenario, Path::new(&kept.name)).ok()?,
            name: kept.name,
            seed: kept.seed,
            edition: kept.edition.parse().ok()?,
            url: kept.url.map(|url| url.parse()).transpose().ok()?,
            routes: kept.routes.iter().map(|route| route.parse()).collect::<Result<_, _>>().ok()?,
            speed: kept.speed.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::BUILT_IN;

    #[test]
    fn every_scenario_is_kept_whole() {
        for (name, file) in BUILT_IN {
            let scenario = parse_scenario(file, Path::new(name)).unwrap();
            let url = Some("http://localhost:8080/x".parse().unwrap());
            let routes = vec!["nts=http://localhost:1/".parse().unwrap()];
            let (name, edition) = (name.to_owned(), Edition::Classic);
            let settings = RunSettings { name, seed: 7, edition, scenario, url, routes, speed: Speed::Times(60) };
            assert_eq!(RunSettings::read(&settings.write()), Some(settings));
        }
        assert_eq!(RunSettings::read("{}"), None);
    }

    #[test]
    fn policies_are_read() {
        use std::time::Duration;
        for (text, policy) in [
            ("popbill", Some(None)),
            ("3", Some(Some(RetryPolicy::custom(3, Duration::from_mins(5))))),
            ("2/90s", Some(Some(RetryPolicy::custom(2, Duration::from_secs(90))))),
            ("x", None),
            ("3/", None),
        ] {
            assert_eq!(text.parse().ok(), policy.map(PolicyText), "{text}");
        }
    }
}
