//! A scenario and a seed become deliveries: the same ones on every machine.

use std::collections::HashSet;
use std::time::Duration;

use jiff::Timestamp;

use super::{Events, Order, Scenario};
use crate::clock::later;
use crate::delivery::RetryPolicy;
use crate::event::{
    CorpNum, Edition, Event, EventTime, Kind, Product, SampleError, SampleRequest, find, member, sample,
};

/// What a plan is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// What happens.
    pub scenario: Scenario,
    /// Decides all that the scenario leaves open.
    pub seed: u64,
    /// The generation of documents.
    pub edition: Edition,
}

impl Setup {
    /// The policy of a product.
    pub fn policy(&self, product: Product) -> RetryPolicy {
        self.scenario.policy.unwrap_or_else(|| RetryPolicy::popbill(self.edition, product))
    }
}

/// The id of a delivery of a run: the same when the run goes on.
pub fn identity(run: u64, delivery: u32) -> u64 {
    mix(run, u64::from(delivery))
}

/// All deliveries of a run, in the order in which they are numbered.
#[derive(Clone, Debug)]
pub struct Plan {
    setup: Setup,
    /// The deliveries.
    pub deliveries: Vec<Planned>,
    first_due: Timestamp,
}

/// One delivery that is to be made. Its payload is made when it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The event.
    pub kind: &'static Kind,
    /// Which document it is about, from 0.
    pub document: u32,
    /// The business it is announced to.
    pub corp_num: CorpNum,
    /// When its first attempt is due.
    pub due_at: Timestamp,
    /// Why it is there.
    pub occasion: Occasion,
    /// Whether the answer of its first attempt is thrown away.
    pub lost: bool,
    seed: u64,
    issued: EventTime,
}

/// Why a delivery is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Something happened to the document.
    Event,
    /// Somebody sends it again by hand, after this delivery was exhausted.
    Rerun(u32),
}

/// How often another document is tried where one has a key that is taken.
const TRIES: u64 = 64;
/// After the last due time of a run, so long until somebody sends again by hand what was exhausted.
const RERUN_AFTER: Duration = Duration::from_hours(1);

impl Plan {
    /// Plans the deliveries.
    pub fn new(setup: Setup) -> Result<Self, SampleError> {
        let scenario = &setup.scenario;
        let start = scenario.start.unwrap_or_else(|| start_of(setup.seed));
        let businesses = businesses(setup.seed, scenario.businesses);
        let (mut deliveries, mut keys) = (Vec::new(), HashSet::new());
        let cycle = common_cycle(businesses.len(), scenario.products.len());
        for document in 0..scenario.documents {
            let round = document / scenario.businesses.max(1);
            let number = usize::try_from(document).unwrap_or(0);
            let corp_num = businesses[number % businesses.len()];
            // Whenever businesses and products meet again they are shifted, so that each business has each product.
            let product = scenario.products[(number + number / cycle) % scenario.products.len()];
            let issued = start.plus_seconds(seconds(scenario.spread.saturating_mul(round)));
            // Keys are as POPBiLL's: no two documents share one, though chance alone would let them.
            for again in 0..TRIES {
                let seed = mix(mix(setup.seed, u64::from(document)), again);
                let (life, key) = document_life(&setup, document, seed, product, corp_num, issued)?;
                if again + 1 == TRIES || key.is_none_or(|key| keys.insert(key)) {
                    deliveries.extend(life);
                    break;
                }
            }
        }
        let first_due = deliveries.iter().map(|planned| planned.due_at).min().unwrap_or_else(|| start.to_timestamp());
        Ok(Self { setup, deliveries, first_due })
    }

    /// What it was made from.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// When the run begins, by its own clock.
    pub fn first_due(&self) -> Timestamp {
        self.first_due
    }

    /// The policy of a delivery.
    pub fn policy(&self, delivery: u32) -> RetryPolicy {
        self.setup.policy(self.planned(delivery).kind.product)
    }

    /// A delivery by its number.
    pub fn planned(&self, delivery: u32) -> &Planned {
        &self.deliveries[usize::try_from(delivery).unwrap_or(usize::MAX)]
    }

    /// Whether an attempt at `at` does not reach the receiver.
    pub fn blocks(&self, at: Timestamp) -> bool {
        let after = Duration::try_from(at.duration_since(self.first_due)).unwrap_or_default();
        self.setup.scenario.outage.iter().any(|window| window.blocks(after))
    }

    /// The payload and headers of a delivery.
    pub fn event(&self, delivery: u32) -> Result<Event, SampleError> {
        self.planned(delivery).event(self.setup.edition)
    }

    /// What is sent again by hand after these deliveries were exhausted at `now`; only events that can be.
    pub fn reruns(&self, exhausted: impl IntoIterator<Item = u32>, now: Timestamp) -> Vec<Planned> {
        let again = exhausted.into_iter().filter(|delivery| self.planned(*delivery).kind.can_be_manual());
        let due_at = later(now, RERUN_AFTER);
        again
            .map(|delivery| Planned {
                due_at,
                occasion: Occasion::Rerun(delivery),
                lost: false,
                ..*self.planned(delivery)
            })
            .collect()
    }
}

impl Planned {
    fn event(&self, edition: Edition) -> Result<Event, SampleError> {
        sample(&SampleRequest {
            kind: self.kind,
            edition,
            seed: self.seed,
            at: self.issued,
            manual: self.occasion != Occasion::Event,
            corp_num: Some(self.corp_num),
            message_id: None,
            invoice_type: None,
        })
    }
}

/// The deliveries of one document, and its key: they speak of the same keys, and their times agree.
fn document_life(
    setup: &Setup,
    document: u32,
    seed: u64,
    product: Product,
    corp_num: CorpNum,
    issued: EventTime,
) -> Result<(Vec<Planned>, Option<String>), SampleError> {
    let (mut life, mut key) = (Vec::new(), None);
    for id in events(product, seed, setup.scenario.events) {
        let kind = find(id).expect("the events of a life are in the catalogue, as a test proves");
        let (due_at, occasion) = (issued.to_timestamp(), Occasion::Event);
        let mut planned = Planned { kind, document, corp_num, due_at, occasion, lost: false, seed, issued };
        let event = planned.event(setup.edition)?;
        let text = |name: &str| event.body.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
        key = key.or_else(|| text("itemKey").or_else(|| text("ntsconfirmNum")));
        let said = event.body.get("eventDT").and_then(serde_json::Value::as_str);
        let happened = said.and_then(|text| EventTime::parse(text).ok());
        planned.due_at = happened.unwrap_or(issued).to_timestamp();
        planned.lost = mix(seed, 0x10_57 + life.len() as u64) % 1000 < u64::from(setup.scenario.lost_answers);
        life.push(planned);
    }
    arrange(&mut life, setup.scenario.order, seed);
    Ok((life, key))
}

/// Gives the due times of a life to its events in another order.
fn arrange(life: &mut [Planned], order: Order, seed: u64) {
    let mut times: Vec<Timestamp> = life.iter().map(|planned| planned.due_at).collect();
    times.sort_unstable();
    match order {
        Order::Natural => return,
        Order::Reversed => times.reverse(),
        Order::Shuffled => {
            for place in (1..times.len()).rev() {
                let other = mix(seed, place as u64) % (place as u64 + 1);
                times.swap(place, usize::try_from(other).unwrap_or(0));
            }
        }
    }
    for (planned, due_at) in life.iter_mut().zip(times) {
        planned.due_at = due_at;
    }
}

/// What happens to a document. One of eight is refused by NTS.
fn events(product: Product, seed: u64, events: Events) -> Vec<&'static str> {
    let refused = mix(seed, 0xfa11).is_multiple_of(8);
    let mut life = match (product, refused) {
        (Product::TaxInvoice, false) => {
            vec!["taxinvoice.issue", "taxinvoice.nts-pending", "taxinvoice.nts-sent", "taxinvoice.nts-success"]
        }
        (Product::TaxInvoice, true) => {
            vec!["taxinvoice.issue", "taxinvoice.nts-pending", "taxinvoice.nts-sent", "taxinvoice.nts-failure"]
        }
        (Product::Cashbill, false) => vec!["cashbill.issue", "cashbill.nts-sent", "cashbill.nts-success"],
        (Product::Cashbill, true) => vec!["cashbill.issue", "cashbill.nts-sent", "cashbill.nts-failure"],
        (Product::Nts, _) => {
            vec![["nts.sales", "nts.purchase", "nts.revised", "nts.exempt"][usize::try_from(seed % 4).unwrap_or(0)]]
        }
        (Product::Statement, _) => vec!["statement.issue", "statement.open"],
        (Product::Kakao, _) => vec!["kakao.result"],
    };
    if events == Events::First {
        life.truncate(1);
    }
    life
}

/// After how many documents two lists that are gone through in turn are at their beginnings again.
fn common_cycle(one: usize, other: usize) -> usize {
    let (mut greater, mut rest) = (one, other);
    while rest > 0 {
        (greater, rest) = (rest, greater % rest);
    }
    (one / greater.max(1) * other).max(1)
}

/// Different business numbers.
fn businesses(seed: u64, count: u32) -> Vec<CorpNum> {
    let mut found: Vec<CorpNum> = Vec::new();
    let mut candidates = (0..).map(|step| member(seed.wrapping_add(step)));
    while found.len() < usize::try_from(count.max(1)).unwrap_or(1) {
        let Some(candidate) = candidates.next() else { break };
        if !found.contains(&candidate) {
            found.push(candidate);
        }
    }
    found
}

/// A working day at ten, within a year of the seeded day.
fn start_of(seed: u64) -> EventTime {
    let weeks = i32::try_from(mix(seed, 0x0005_7a87) % 52).unwrap_or(0);
    EventTime::SEEDED.plus_days(weeks * 7)
}

fn seconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_secs()).unwrap_or(i64::MAX)
}

/// A number that looks like chance, from a seed and an index (`SplitMix64`).
fn mix(seed: u64, index: u64) -> u64 {
    let mut bits = seed.wrapping_add(index.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use serde_json::Value;

    use super::*;
    use crate::config::parse_scenario;
    use crate::simulation::BUILT_IN;

    fn plan(scenario: Scenario, seed: u64) -> Plan {
        Plan::new(Setup { scenario, seed, edition: Edition::Current }).unwrap()
    }

    #[test]
    fn every_built_in_scenario_is_a_plan_and_the_same_one_for_a_seed() {
        for (name, file) in BUILT_IN {
            let scenario = parse_scenario(file, Path::new(name)).unwrap();
            assert_eq!(parse_scenario(&scenario.to_string(), Path::new(name)).unwrap(), scenario, "{name}");
            let (one, same) = (plan(scenario.clone(), 7), plan(scenario.clone(), 7));
            assert_eq!(one.deliveries, same.deliveries, "{name}");
            assert_ne!(one.deliveries, plan(scenario, 8).deliveries, "{name}");
            assert!(!one.deliveries.is_empty());
        }
    }

    #[test]
    fn the_events_of_a_document_cohere() {
        let products = Product::ALL.to_vec();
        let scenario = Scenario { products, businesses: 4, documents: 60, ..Scenario::default() };
        let plan = plan(scenario, 3);
        let mut keys: BTreeMap<u32, BTreeSet<(String, String)>> = BTreeMap::new();
        let mut states: BTreeMap<u32, (Timestamp, u64)> = BTreeMap::new();
        let mut mids = BTreeSet::new();
        for number in 0..u32::try_from(plan.deliveries.len()).unwrap() {
            let (planned, event) = (plan.planned(number), plan.event(number).unwrap());
            assert!(mids.insert(event.message_id.to_string()), "each event has a message id of its own");
            assert_eq!(event.corp_num, planned.corp_num);
            for key in ["itemKey", "confirmNum", "mgtKey", "ntsconfirmNum"] {
                // A key may appear later in a life, but it never changes.
                if let Some(Value::String(value)) = event.body.get(key) {
                    keys.entry(planned.document).or_default().insert((key.to_owned(), value.clone()));
                }
            }
            let state = event.body.get("stateCode").and_then(|code| code.as_u64().or(code.as_str()?.parse().ok()));
            let (before, lowest) = states.get(&planned.document).copied().unwrap_or((Timestamp::MIN, 0));
            assert!(planned.due_at >= before, "{}: in the order of time", planned.kind.id);
            assert!(state.unwrap_or(lowest) >= lowest, "{}: the state only rises", planned.kind.id);
            states.insert(planned.document, (planned.due_at, state.unwrap_or(lowest)));
            if let Some(Value::String(said)) = event.body.get("eventDT") {
                assert_eq!(EventTime::parse(said).unwrap().to_timestamp(), planned.due_at, "times agree");
            }
        }
        for (document, keys) in keys {
            let names: BTreeSet<_> = keys.iter().map(|(name, _)| name).collect();
            assert_eq!(names.len(), keys.len(), "document {document} has one value of each key: {keys:?}");
        }
    }

    #[test]
    fn no_two_documents_of_a_burst_share_a_key() {
        let scenario = Scenario { documents: 2_000, businesses: 20, events: Events::First, ..Scenario::default() };
        let plan = plan(scenario, 9);
        let (mut keys, mut mids) = (BTreeSet::new(), BTreeSet::new());
        for number in 0..2_000 {
            let event = plan.event(number).unwrap();
            if let Some(Value::String(key)) = event.body.get("itemKey") {
                assert!(keys.insert(key.clone()), "{key}");
            }
            assert!(mids.insert(event.message_id.to_string()));
        }
    }

    #[test]
    fn every_business_has_every_product() {
        for (businesses, products) in [(2, 3), (3, 3), (4, 2), (5, 5), (1, 4)] {
            let scenario = Scenario {
                products: Product::ALL[..products].to_vec(),
                businesses,
                documents: businesses * u32::try_from(products * products).unwrap(),
                events: Events::First,
                ..Scenario::default()
            };
            let plan = plan(scenario, 1);
            let pairs: BTreeSet<_> = plan.deliveries.iter().map(|one| (one.corp_num, one.kind.product)).collect();
            assert_eq!(pairs.len(), usize::try_from(businesses).unwrap() * products, "{businesses} × {products}");
        }
    }

    #[test]
    fn other_orders_give_the_same_times_to_other_events() {
        let with = |order| plan(Scenario { order, documents: 6, ..Scenario::default() }, 5);
        let times = |plan: &Plan| plan.deliveries.iter().map(|one| one.due_at).collect::<BTreeSet<_>>();
        let (natural, reversed) = (with(Order::Natural), with(Order::Reversed));
        assert_eq!(times(&natural), times(&reversed));
        assert_eq!(times(&natural), times(&with(Order::Shuffled)));
        for document in 0..6 {
            let of = |plan: &Plan| -> Vec<Timestamp> {
                plan.deliveries.iter().filter(|one| one.document == document).map(|one| one.due_at).collect()
            };
            let mut backwards = of(&reversed);
            backwards.reverse();
            assert_eq!(backwards, of(&natural));
        }
    }

    #[test]
    fn a_share_of_answers_is_lost() {
        let scenario = Scenario { lost_answers: 300, documents: 1000, events: Events::First, ..Scenario::default() };
        let lost = plan(scenario, 9).deliveries.iter().filter(|one| one.lost).count();
        assert!((250..350).contains(&lost), "{lost} of 1000");
    }
}
