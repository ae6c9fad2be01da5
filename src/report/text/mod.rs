//! Text for people. Every line of a stranger's text is prefixed, so that it cannot pass for one of ours.

mod attempt;
mod body;
mod events;
mod findings;
mod judgement;
mod request;
mod trouble;

pub use attempt::{NextAttempt, write_attempt, write_attempt_line, write_delivery_head};
pub use events::{write_event, write_events};
pub use findings::write_check;
pub use judgement::write_judgement;
pub use request::{write_request, write_sent};
pub use trouble::{write_error, write_note};
