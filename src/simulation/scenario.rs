//! What happens: the products, businesses and documents, and what goes wrong.

use std::fmt;
use std::time::Duration;

use super::Window;
use crate::clock::duration_text;
use crate::delivery::RetryPolicy;
use crate::event::{EventTime, Product};

/// A scenario. The built-in ones are files of the same form as a user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The products, in turn over the documents.
    pub products: Vec<Product>,
    /// How many businesses share the documents.
    pub businesses: u32,
    /// How many documents there are in all.
    pub documents: u32,
    /// Which events a document has.
    pub events: Events,
    /// When the first document is issued; from the seed where it is not said.
    pub start: Option<EventTime>,
    /// The time between two documents of one business.
    pub spread: Duration,
    /// When no attempt reaches the receiver, from the first due time.
    pub outage: Vec<Window>,
    /// How many of a thousand first attempts are made and their answers thrown away.
    pub lost_answers: u32,
    /// In which order the events of a document are delivered.
    pub order: Order,
    /// Whether the first attempt still runs when the second one begins.
    pub overlap: bool,
    /// The policy; POPBiLL's by edition and product where it is not said.
    pub policy: Option<RetryPolicy>,
    /// Whether what was exhausted is sent again by hand in the end.
    pub rerun: bool,
}

/// Which events of a document's life are announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Events {
    /// Issue, filing, result.
    #[default]
    Life,
    /// Only the first.
    First,
}

/// In which order the events of a document are delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they happened.
    #[default]
    Natural,
    /// The last one first.
    Reversed,
    /// By chance.
    Shuffled,
}

impl Events {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Life, Self::First];

    /// The word in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Life => "life",
            Self::First => "first",
        }
    }
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Natural, Self::Reversed, Self::Shuffled];

    /// The word in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Natural => "natural",
            Self::Reversed => "reversed",
            Self::Shuffled => "shuffled",
        }
    }
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            products: vec![Product::Cashbill, Product::TaxInvoice, Product::Nts],
            businesses: 3,
            documents: 10,
            events: Events::Life,
            start: None,
            spread: Duration::ZERO,
            outage: Vec::new(),
            lost_answers: 0,
            order: Order::Natural,
            overlap: false,
            policy: None,
            rerun: false,
        }
    }
}

impl fmt::Display for Scenario {
    /// As a file of the same scenario.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let products: Vec<String> = self.products.iter().map(|product| format!("\"{product}\"")).collect();
        writeln!(f, "products = [{}]", products.join(", "))?;
        writeln!(f, "businesses = {}\ndocuments = {}", self.businesses, self.documents)?;
        writeln!(f, "events = \"{}\"", self.events.name())?;
        if let Some(start) = self.start {
            writeln!(f, "start = \"{}\"", start.stamp())?;
        }
        writeln!(f, "spread = \"{}\"", duration_text(self.spread))?;
        let windows: Vec<String> = self.outage.iter().map(ToString::to_string).collect();
        writeln!(f, "outage = [{}]", windows.join(", "))?;
        writeln!(f, "lost_answers = {}", f64::from(self.lost_answers) / 1000.0)?;
        writeln!(f, "order = \"{}\"\noverlap = {}", self.order.name(), self.overlap)?;
        match self.policy {
            None => writeln!(f, "policy = \"popbill\"")?,
            Some(policy) => {
                let interval = duration_text(policy.interval());
                writeln!(f, "policy = {{ retries = {}, interval = \"{interval}\" }}", policy.retries())?;
            }
        }
        writeln!(f, "rerun = {}", self.rerun)
    }
}

/// The built-in scenarios: name and file.
pub const BUILT_IN: [(&str, &str); 9] = [
    ("lifecycle", include_str!("../../fixtures/scenarios/lifecycle.toml")),
    ("outage", include_str!("../../fixtures/scenarios/outage.toml")),
    ("lost-answer", include_str!("../../fixtures/scenarios/lost-answer.toml")),
    ("slow-receiver", include_str!("../../fixtures/scenarios/slow-receiver.toml")),
    ("exhausted", include_str!("../../fixtures/scenarios/exhausted.toml")),
    ("out-of-order", include_str!("../../fixtures/scenarios/out-of-order.toml")),
    ("hourly-nts", include_str!("../../fixtures/scenarios/hourly-nts.toml")),
    ("month-end", include_str!("../../fixtures/scenarios/month-end.toml")),
    ("mixed", include_str!("../../fixtures/scenarios/mixed.toml")),
];
