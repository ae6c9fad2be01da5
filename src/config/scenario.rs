//! Scenario files: the same reader as for the configuration, so that a mistake has its line and what is allowed.

use std::path::Path;
use std::time::Duration;

use toml::de::{DeFloat, DeInteger, DeTable, DeValue};

use super::error::{ConfigError, Problem};
use super::reader::POLICY_KEYS;
use super::values::{Entry, document, entries, policy};
use crate::event::{EventTime, Product};
use crate::simulation::{Events, Order, Scenario, Window};
use crate::words::config::wanted;

/// The keys of a scenario.
const KEYS: [&str; 12] = [
    "products",
    "businesses",
    "documents",
    "events",
    "start",
    "spread",
    "outage",
    "lost_answers",
    "order",
    "overlap",
    "policy",
    "rerun",
];

/// The most businesses and documents of a run.
const MOST_BUSINESSES: u32 = 3_000;
const MOST_DOCUMENTS: u32 = 1_000_000;

/// Reads the text of the scenario file at `path`, which is only named in messages.
pub fn parse_scenario(text: &str, path: &Path) -> Result<Scenario, ConfigError> {
    document(text, path, |source, table| {
        let mut scenario = Scenario::default();
        for entry in entries(source, table) {
            read(&entry, &mut scenario)?;
        }
        Ok(scenario)
    })
}

fn read(entry: &Entry<'_>, scenario: &mut Scenario) -> Result<(), ConfigError> {
    match entry.key {
        "products" => scenario.products = products(entry)?,
        "businesses" => scenario.businesses = between(entry, "businesses", MOST_BUSINESSES)?,
        "documents" => scenario.documents = between(entry, "documents", MOST_DOCUMENTS)?,
        "events" => scenario.events = word(entry, "events", wanted::events(), &Events::ALL, Events::name)?,
        "start" => scenario.start = Some(time(entry)?),
        "spread" => scenario.spread = entry.duration("spread")?,
        "outage" => scenario.outage = windows(entry)?,
        "lost_answers" => scenario.lost_answers = share(entry)?,
        "order" => scenario.order = word(entry, "order", wanted::order(), &Order::ALL, Order::name)?,
        "overlap" => scenario.overlap = entry.switch()?,
        "policy" => scenario.policy = policy(entry, |part| unknown(part, "policy", &POLICY_KEYS))?,
        "rerun" => scenario.rerun = entry.switch()?,
        _ => return Err(unknown(entry, "", &KEYS)),
    }
    Ok(())
}

fn unknown(entry: &Entry<'_>, table: &str, allowed: &[&'static str]) -> ConfigError {
    let (key, table) = (entry.key.to_owned(), table.to_owned());
    entry.wrong_key(Problem::UnknownKey { key, table, allowed: allowed.to_vec() })
}

fn products(entry: &Entry<'_>) -> Result<Vec<Product>, ConfigError> {
    let names: Vec<&str> = entry.texts(wanted::products())?;
    let known = Product::ALL.map(Product::name);
    let read =
        |name: &&str| name.parse().map_err(|()| entry.unknown_name("products", wanted::products(), name, &known));
    let products: Vec<Product> = names.iter().map(read).collect::<Result<_, _>>()?;
    if products.is_empty() { Err(entry.neither(wanted::products())) } else { Ok(products) }
}

fn between(entry: &Entry<'_>, key: &'static str, most: u32) -> Result<u32, ConfigError> {
    let count = entry.count(key)?;
    if (1..=most).contains(&count) { Ok(count) } else { Err(entry.wrong_value(Problem::OutOfRange { key, most })) }
}

fn word<T: Copy>(
    entry: &Entry<'_>,
    key: &'static str,
    wanted: &'static str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<T, ConfigError> {
    let text = entry.text(wanted)?;
    let names: Vec<&'static str> = all.iter().copied().map(name).collect();
    let found = all.iter().copied().find(|value| name(*value) == text);
    found.ok_or_else(|| entry.unknown_word(key, wanted, &names))
}

fn time(entry: &Entry<'_>) -> Result<EventTime, ConfigError> {
    let text = entry.text(wanted::time())?;
    EventTime::parse(text).map_err(|_| entry.neither(wanted::time()))
}

/// A share of one, kept in thousandths.
fn share(entry: &Entry<'_>) -> Result<u32, ConfigError> {
    let share = entry.fraction(wanted::share())?;
    if !(0.0..=1.0).contains(&share) {
        return Err(entry.neither(wanted::share()));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 0 and 1000")]
    Ok((share * 1000.0).round() as u32)
}

fn windows(entry: &Entry<'_>) -> Result<Vec<Window>, ConfigError> {
    entry.tables(wanted::windows())?.into_iter().map(|table| window(entry, table)).collect()
}

fn window(outage: &Entry<'_>, table: &DeTable<'_>) -> Result<Window, ConfigError> {
    let mut window = Window { from: Duration::ZERO, to: Duration::MAX };
    for entry in entries(outage.source, table) {
        match entry.key {
            "from" => window.from = entry.duration("from")?,
            "to" => window.to = entry.duration("to")?,
            _ => return Err(unknown(&entry, "outage", &["from", "to"])),
        }
    }
    if window.from < window.to { Ok(window) } else { Err(outage.wrong_value(Problem::EmptyWindow)) }
}

impl<'a> Entry<'a> {
    /// A list of texts.
    fn texts(&self, wanted: &'static str) -> Result<Vec<&'a str>, ConfigError> {
        let values = self.list(wanted)?;
        values.iter().map(|value| value.as_str().ok_or_else(|| self.neither(wanted))).collect()
    }

    /// A list of tables.
    fn tables(&self, wanted: &'static str) -> Result<Vec<&'a DeTable<'a>>, ConfigError> {
        let values = self.list(wanted)?;
        values.iter().map(|value| value.as_table().ok_or_else(|| self.neither(wanted))).collect()
    }

    fn list(&self, wanted: &'static str) -> Result<Vec<&'a DeValue<'a>>, ConfigError> {
        let list = self.value().as_array().ok_or_else(|| self.neither(wanted))?;
        Ok(list.iter().map(toml::Spanned::get_ref).collect())
    }

    /// A number that may have a fraction.
    fn fraction(&self, wanted: &'static str) -> Result<f64, ConfigError> {
        let value = self.value();
        let text = value.as_float().map(DeFloat::as_str).or_else(|| value.as_integer().map(DeInteger::as_str));
        text.and_then(|text| text.replace('_', "").parse().ok()).ok_or_else(|| self.neither(wanted))
    }

    /// A name in a list that is none of the known ones.
    fn unknown_name(&self, key: &'static str, wanted: &'static str, name: &str, known: &[&'static str]) -> ConfigError {
        let nearest = crate::words::nearest::nearest(name, known.iter().copied());
        self.wrong_value(Problem::UnknownWord { key, wanted, nearest })
    }
}
