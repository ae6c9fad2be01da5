//! JSON lines, as `fixtures/schemas/output.schema.json` describes them: fields always present, additions allowed.

mod capture;
mod delivery;
mod events;
mod har;
mod history;
mod judgement;
mod request;
mod simulation;
mod trouble;
mod writer;

pub use capture::{write_capture, write_expectation, write_ready, write_summary};
pub use delivery::{write_attempt, write_delivery};
pub use events::{write_check, write_event};
pub use har::HarArchive;
pub use history::{write_differences, write_entry, write_export, write_place, write_pruned};
pub use judgement::write_judgement;
pub use request::{write_curl, write_file, write_request};
pub use simulation::{SimulationSummary, write_planned, write_run, write_simulation};
pub use trouble::write_error;
pub use writer::{to_vec, write_line};

/// Milliseconds with three decimals, from microseconds.
#[expect(clippy::cast_precision_loss, reason = "a time that long is not told to the microsecond")]
fn milliseconds(microseconds: u64) -> f64 {
    microseconds as f64 / 1e3
}
