//! One attempt of a schedule.

use jiff::Timestamp;

/// An attempt that is planned.
#[derive(Clone, Debug)]
pub struct PlanRow {
    /// When it is due.
    pub due_at: Timestamp,
    /// The event's id.
    pub event: &'static str,
    /// The business it is announced to.
    pub corp_num: String,
    /// Which document of the run, from 0.
    pub document: u32,
    /// Which delivery of the run, from 0.
    pub delivery: u32,
    /// Which attempt, from 1.
    pub attempt: u32,
    /// The most attempts.
    pub of: u32,
    /// What becomes of it, as a slug.
    pub fate: &'static str,
}
