//! `planned`, `run` and `simulation` lines.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::write_line;
use crate::history::RunRecord;
use crate::report::PlanRow;

#[derive(Serialize)]
struct PlannedLine<'a> {
    r#type: &'static str,
    due_at: String,
    event: &'a str,
    corp_num: &'a str,
    document: u32,
    number: u32,
    attempt: u32,
    of: u32,
    fate: &'a str,
}

/// Writes one attempt of a plan.
pub fn write_planned(out: &mut dyn Write, row: &PlanRow) -> io::Result<()> {
    write_line(
        out,
        &PlannedLine {
            r#type: "planned",
            due_at: row.due_at.to_string(),
            event: row.event,
            corp_num: &row.corp_num,
            document: row.document,
            number: row.delivery,
            attempt: row.attempt,
            of: row.of,
            fate: row.fate,
        },
    )
}

#[derive(Serialize)]
struct RunLine<'a> {
    r#type: &'static str,
    run: String,
    created_at: String,
    scenario: &'a str,
    deliveries: u32,
    outcome: Option<&'a str>,
}

/// Writes one run.
pub fn write_run(out: &mut dyn Write, run: &RunRecord) -> io::Result<()> {
    write_line(
        out,
        &RunLine {
            r#type: "run",
            run: run.id.to_string(),
            created_at: run.created_at.to_string(),
            scenario: &run.name,
            deliveries: run.planned,
            outcome: run.outcome.as_deref(),
        },
    )
}

/// The sum of a run.
#[derive(Debug, Serialize)]
pub struct SimulationSummary<'a> {
    /// The run.
    pub run: String,
    /// How many deliveries it has.
    pub deliveries: usize,
    /// How many attempts were made.
    pub attempts: u64,
    /// How many deliveries ended how.
    pub outcomes: &'a BTreeMap<&'static str, u64>,
    /// How many attempts ended how.
    pub slugs: &'a BTreeMap<&'static str, u64>,
    /// How many deliveries should have been acknowledged and were not.
    pub missed: u64,
    /// Whether every delivery has ended.
    pub complete: bool,
}

#[derive(Serialize)]
struct SimulationLine<'a> {
    r#type: &'static str,
    #[serde(flatten)]
    summary: &'a SimulationSummary<'a>,
}

/// Writes the sum of a run.
pub fn write_simulation(out: &mut dyn Write, summary: &SimulationSummary<'_>) -> io::Result<()> {
    write_line(out, &SimulationLine { r#type: "simulation", summary })
}
