//! The last part of the demo: what one OK does not say. The receiver acknowledges whatever comes, as `listen` does.

use std::collections::HashMap;

use super::listener::Listener;
use crate::cli::{CliError, Terminal};
use crate::conformance::{CHECKS, Check, CheckResult, Endpoint, Outcome, Pointers, Scene, Suite, Surroundings};
use crate::event::{Edition, EventTime, Product};
use crate::report::conformance::{FamilyLines, Row, VerifyReport, write_check, write_text, write_verify};
use crate::transport::{Client, Options, Transport};
use crate::wire::Credentials;

/// Asks a receiver everything; it succeeds when only the family `reject` falls short, as that receiver makes it.
pub(super) async fn verify(seed: u64, terminal: &mut Terminal) -> Result<bool, CliError> {
    let receiver = Listener::unwatched().await?;
    let address = receiver.address();
    let products = vec![Product::TaxInvoice, Product::Cashbill, Product::Nts];
    let endpoint = Endpoint { address: address.clone(), credentials: Credentials::None };
    let checks: Vec<&'static Check> = CHECKS.iter().filter(|check| check.scope.covers(&products)).collect();
    let options = Options::default();
    let suite = Suite {
        scene: Scene {
            endpoints: products.iter().map(|product| (*product, endpoint.clone())).collect::<HashMap<_, _>>(),
            products,
            headers: Vec::new(),
            edition: Edition::Current,
            seed,
            at: EventTime::SEEDED,
        },
        transport: Transport::new(options.clone()),
        strict_transport: Transport::new(options.clone()),
        client: Client::new(&options),
        probe: None,
        pointers: Pointers::default(),
        jobs: 8,
        fail_fast: false,
        strict: false,
        wait: None,
    };
    let ran = suite.run(&checks, std::future::pending(), &mut |_: &CheckResult| Ok(())).await;
    let verification = ran?;
    let around = Surroundings { url: Some(address.to_string()), ..Surroundings::default() };
    let report = VerifyReport { verification: &verification, around: &around };
    if terminal.json {
        verification.results.iter().try_for_each(|result| write_check(terminal.out(), &Row::new(result, &around)))?;
        write_verify(terminal.out(), &report)?;
    } else {
        let palette = terminal.palette;
        let mut families = FamilyLines::new(palette, false);
        for result in &verification.results {
            families.take(terminal.out(), Row::new(result, &around))?;
        }
        families.end(terminal.out())?;
        write_text(terminal.out(), palette, &report)?;
        writeln!(terminal.out())?;
    }
    let is_short = |result: &&CheckResult| matches!(result.outcome(), Outcome::Fail | Outcome::Warn);
    Ok(verification.results.iter().filter(is_short).all(|result| result.check.family() == "reject"))
}
