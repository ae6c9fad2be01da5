//! A delivery: one event, one endpoint, attempts until an outcome.

use super::{Attempt, DeliveryId};
use crate::contract::Judgement;
use crate::event::EventTime;

/// One event on its way to one endpoint.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Its identity.
    pub id: DeliveryId,
    /// The event's id in the catalogue, where it is one of them.
    pub event: Option<String>,
    /// The message id, equal on every attempt.
    pub message_id: String,
    /// The member it is announced to.
    pub corp_num: String,
    /// The endpoint.
    pub url: String,
    /// The most attempts the policy allows.
    pub of: u32,
    /// The seed the payload came from, where it came from one.
    pub seed: Option<u64>,
    /// When the document is issued, where the seed alone does not say it.
    pub issued_at: Option<EventTime>,
}

/// How a delivery ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The receiver acknowledged it.
    Acknowledged,
    /// No attempt was acknowledged, and none is left.
    Exhausted,
    /// It was interrupted before either.
    Interrupted,
}

impl Outcome {
    /// The word used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Acknowledged => "acknowledged",
            Self::Exhausted => "exhausted",
            Self::Interrupted => "interrupted",
        }
    }

    /// The outcome of a delivery whose last attempt this is.
    pub fn after(last: &Attempt) -> Self {
        if last.is_acknowledged() { Self::Acknowledged } else { Self::Exhausted }
    }
}

/// A finished delivery, in short.
#[derive(Clone, Debug)]
pub struct Summary {
    /// How it ended.
    pub outcome: Outcome,
    /// How many attempts were made.
    pub attempts: u32,
    /// The judgement of the last one; nothing where it was cut short.
    pub judgement: Option<Judgement>,
}
