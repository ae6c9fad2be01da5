//! Plans and runs, a line each.

use std::io::{self, Write};

use crate::history::RunRecord;
use crate::report::{Lines, Palette, PlanRow, day_time, escape};
use crate::words::{retry, simulation as words};

/// Writes one attempt of a plan.
pub fn write_planned(out: &mut dyn Write, palette: Palette, row: &PlanRow) -> io::Result<()> {
    let attempt = retry::attempt(row.attempt, row.of);
    let time = palette.faint(day_time(row.due_at));
    let event = palette.strong(format!("{:<24}", row.event));
    writeln!(out, "{time}  {event} {}  {attempt:<16}  {}", row.corp_num, row.fate)
}

/// Writes one run.
pub fn write_run(out: &mut dyn Write, palette: Palette, run: &RunRecord) -> io::Result<()> {
    let (id, time) = (palette.strong(run.id), palette.faint(day_time(run.created_at)));
    let name = escape(&run.name, Lines::Join);
    writeln!(out, "{id}  {time}  {name:<16} {}", words::run_line(run.planned, run.outcome.as_deref()))
}
