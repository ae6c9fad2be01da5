//! Text for people. Every line of a stranger's text is prefixed, so that it cannot pass for one of ours.

mod attempt;
mod body;
mod capture;
mod events;
mod findings;
mod history;
mod judgement;
mod payload;
mod request;
mod simulation;
mod timeline;
mod trouble;

pub use attempt::{
    NextAttempt, write_attempt, write_attempt_line, write_delivery_head, write_due, write_outcome, write_same_again,
};
pub use capture::{write_capture, write_capture_line, write_expectation};
pub use events::{write_event, write_events};
pub use findings::write_check;
pub use history::{write_differences, write_entry, write_entry_line};
pub use judgement::write_judgement;
pub use request::{write_request, write_sent};
pub use simulation::{write_planned, write_run};
pub use timeline::{Mark, TimelineRow, write_tally, write_timeline};
pub use trouble::{write_error, write_note};
