//! Where each product of each business goes: found out before anything is sent.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::route_flag::route;
use super::settings::RunSettings;
use crate::cli::CliError;
use crate::cli::connection::Connection;
use crate::cli::endpoint::{Configured, Endpoint, EndpointArgs};
use crate::cli::send::endpoint_notes;
use crate::event::{CorpNum, Product};
use crate::simulation::Plan;
use crate::wire::CustomHeader;
use crate::words::simulation as words;

/// The endpoints of a run.
pub(super) struct Routes {
    endpoints: HashMap<(Product, CorpNum), Endpoint>,
    headers: Vec<CustomHeader>,
}

impl Routes {
    /// Those of every delivery of the plan.
    pub(super) fn of(
        plan: &Plan,
        settings: &RunSettings,
        args: &EndpointArgs,
        configured: &Configured,
    ) -> Result<Self, CliError> {
        let mut endpoints = HashMap::new();
        for planned in &plan.deliveries {
            let key = (planned.kind.product, planned.corp_num);
            if let Entry::Vacant(unknown) = endpoints.entry(key) {
                let own = route(&settings.routes, planned.kind.product, planned.corp_num);
                let url = own.or(settings.url.as_ref()).cloned();
                let resolved = args.resolve(url, configured, planned.kind, planned.corp_num);
                unknown.insert(resolved.map_err(|error| error.hinting(words::no_endpoint_hint(&settings.name)))?);
            }
        }
        Ok(Self { endpoints, headers: args.headers.clone() })
    }

    /// Where a product of a business goes.
    pub(super) fn endpoint(&self, product: Product, corp_num: CorpNum) -> &Endpoint {
        self.endpoints.get(&(product, corp_num)).expect("every delivery of the plan has a route")
    }

    /// Fields of the user's own.
    pub(super) fn headers(&self) -> &[CustomHeader] {
        &self.headers
    }

    /// What is odd about where it goes, each once.
    pub(super) fn notes(&self, connection: &Connection) -> Vec<String> {
        let of_each = self
            .endpoints
            .values()
            .flat_map(|endpoint| endpoint_notes(&endpoint.address, endpoint.credentials.kind().is_some(), connection));
        let mut notes: Vec<String> = of_each.collect();
        notes.sort_unstable();
        notes.dedup();
        notes
    }
}
