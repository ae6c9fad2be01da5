//! Attempts until an outcome. The policy is data and knows no clock.
//!
//! Values come back, not errors: a refused connection is a finding about the receiver.

mod attempt;
mod id;
mod outcome;
mod policy;

pub use attempt::{Attempt, attempt, attempt_in};
pub use id::DeliveryId;
pub use outcome::{Delivery, Outcome, Summary};
pub use policy::{PolicySource, RetryPolicy};
