//! A check: what it asks of a receiver, why, and how it is asked.

use std::borrow::Cow;

use super::desk::Desk;
use super::script::Script;
use crate::event::{Kind, Product};

/// How much a check weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// POPBiLL's documents ask for it, or events are lost or doubled without it. Falling short is a failure.
    Must,
    /// A careful integrator does it. Falling short is a warning.
    Should,
}

impl Severity {
    /// The word used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
        }
    }
}

/// Which receivers a check is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every one.
    Any,
    /// Those of the event's product.
    Event(&'static Kind),
    /// Those of a product.
    Product(Product),
    /// Those of a product whose documents have a state: tax invoice, cashbill, statement.
    State,
    /// Those of a product whose documents carry Korean text: tax invoice, NTS.
    Text,
    /// Those of a product whose documents carry a key that the seller chose: tax invoice, cashbill, statement.
    Key,
}

impl Scope {
    /// The product it names, if it names one.
    pub fn product(self) -> Option<Product> {
        match self {
            Self::Event(kind) => Some(kind.product),
            Self::Product(product) => Some(product),
            Self::Any | Self::State | Self::Text | Self::Key => None,
        }
    }

    /// Whether a receiver for these products has to stand the check.
    pub fn covers(self, products: &[Product]) -> bool {
        let one_of = |fitting: &[Product]| fitting.iter().any(|product| products.contains(product));
        match self {
            Self::Any => true,
            Self::Event(kind) => one_of(&[kind.product]),
            Self::Product(product) => one_of(&[product]),
            Self::State | Self::Key => one_of(&[Product::TaxInvoice, Product::Cashbill, Product::Statement]),
            Self::Text => one_of(&[Product::TaxInvoice, Product::Nts]),
        }
    }
}

/// A check. Its texts stand beside its requests, so that one file is all there is to know of it.
#[derive(Debug)]
pub struct Check {
    /// `family.what`, a name users select and depend on.
    pub id: Cow<'static, str>,
    /// How much it weighs.
    pub severity: Severity,
    /// What a receiver does that passes, in a phrase.
    pub title: Cow<'static, str>,
    /// Why that matters.
    pub why: &'static str,
    /// The document that says so; or that it is not documented by POPBiLL, and what speaks for it.
    pub source: &'static str,
    /// What is probably wrong with a receiver that falls short; nothing where the answer itself tells more.
    pub cause: Option<&'static str>,
    /// What to change.
    pub fix: Option<&'static str>,
    /// Which receivers it is for.
    pub scope: Scope,
    /// Whether nothing else may run beside it, because time is measured or load is made.
    pub alone: bool,
    /// What is done.
    pub(super) script: fn(&mut Desk<'_>) -> Script,
}

impl Check {
    /// The event it is about, if it is about one.
    pub(super) fn kind(&self) -> Option<&'static Kind> {
        match self.scope {
            Scope::Event(kind) => Some(kind),
            _ => None,
        }
    }

    /// Whether it is about the way to the receiver, so that it can tell something also where no event is acknowledged.
    pub(super) fn is_about_the_way(&self) -> bool {
        self.family() == "reach" && self.id != "reach.probe"
    }

    /// The part of the id before the dot.
    pub fn family(&self) -> &str {
        self.id.split('.').next().unwrap_or_default()
    }
}
