//! Whole lives of documents, outages, lost answers: many deliveries by one clock, each by its retry policy.
//!
//! A [`Scenario`] is data. With a seed it becomes a plan, the same on every machine; [`rehearse`] goes through the
//! plan without a network, and [`Run`] makes its attempts. What was started and what came of it is told to a
//! [`Journal`] before and after, so that a run that was killed goes on where it was.

mod agenda;
mod journal;
mod outage;
mod plan;
mod rehearsal;
mod run;
mod scenario;

pub use agenda::Agenda;
pub use journal::{Change, Journal};
pub use outage::Window;
pub use plan::{Occasion, Plan, Planned, Setup, identity};
pub use rehearsal::{Step, rehearse};
pub use run::{Fate, Made, Past, Prepare, Progress, Run, RunEnd, RunError};
pub use scenario::{BUILT_IN, Events, Order, Scenario};
