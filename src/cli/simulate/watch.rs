//! What is shown of a run: lines for a program, progress and a timeline for the eye.

use std::collections::BTreeMap;

use super::page::Page;
use super::settings::RunSettings;
use crate::cli::{CliError, ExitStatus, Terminal};
use crate::clock::Speed;
use crate::contract::Verdict;
use crate::delivery::{Delivery, Outcome};
use crate::history::RecordId;
use crate::report::{Live, Mark, PlanRow, TimelineRow, json, text};
use crate::simulation::{Fate, Made, Occasion, Plan, Progress, Run, RunEnd, rehearse};
use crate::words::{results, simulation as words};

/// The most rows of a timeline; of more deliveries, a sample is shown.
const ROWS: usize = 40;

/// Collects what happens while it is shown.
pub(super) struct Watch<'a> {
    terminal: &'a mut Terminal,
    live: Option<Live>,
    run: RecordId,
    first_due: jiff::Timestamp,
    rows: BTreeMap<u32, TimelineRow>,
    tally: Tally,
    settings: &'a RunSettings,
    page: Option<Page>,
}

/// What is counted.
#[derive(Default)]
struct Tally {
    attempts: u64,
    sent: u64,
    answered: u64,
    outcomes: BTreeMap<&'static str, u64>,
    slugs: BTreeMap<&'static str, u64>,
    tolerated: bool,
}

impl<'a> Watch<'a> {
    /// Says what is about to be run.
    pub(super) fn begin(
        settings: &'a RunSettings,
        run: RecordId,
        plan: &Plan,
        speed: Speed,
        is_resumed: bool,
        page: Option<Page>,
        terminal: &'a mut Terminal,
    ) -> Result<Self, CliError> {
        let count = plan.deliveries.len();
        if !terminal.json {
            let head =
                words::begin(&settings.name, &run.to_string(), count, settings.seed, &speed.to_string(), is_resumed);
            writeln!(terminal.out(), "{head}")?;
            terminal.out().flush()?;
        }
        let live = (!terminal.json && !terminal.quiet && terminal.err_is_interactive).then(|| Live::new(count as u64));
        // A sample of all deliveries, evenly over the plan.
        let step = count.div_ceil(ROWS).max(1);
        let shown = plan.deliveries.iter().zip(0_u32..).step_by(step);
        let rows = shown.map(|(planned, number)| {
            (number, TimelineRow::new(planned.kind.id, planned.kind.title_ko, &planned.corp_num.to_string()))
        });
        let rows = rows.collect();
        Ok(Self { terminal, live, run, first_due: plan.first_due(), rows, tally: Tally::default(), settings, page })
    }

    /// Shows the timeline and the sum of it all.
    pub(super) fn conclude(
        mut self,
        simulation: &Run<'_>,
        end: RunEnd,
        is_kept: bool,
        strict: bool,
    ) -> Result<ExitStatus, CliError> {
        if let Some(live) = self.live.take() {
            live.finish();
        }
        let plan = simulation.plan();
        let outcomes = simulation.outcomes();
        let missed = missed(plan, &outcomes);
        let id = self.run.to_string();
        if let Some(page) = self.page.take() {
            let Tally { attempts, outcomes, slugs, .. } = &self.tally;
            let name = page.write(self.settings, &id, plan.deliveries.len(), *attempts, outcomes, slugs)?;
            self.tell_page(&name)?;
        }
        if self.terminal.json {
            let summary = json::SimulationSummary {
                run: id,
                deliveries: plan.deliveries.len(),
                attempts: self.tally.attempts,
                outcomes: &self.tally.outcomes,
                slugs: &self.tally.slugs,
                missed,
                complete: end == RunEnd::Complete,
            };
            json::write_simulation(self.terminal.out(), &summary)?;
        } else {
            let (palette, width) = (self.terminal.palette, self.terminal.columns());
            let rows: Vec<&TimelineRow> = self.rows.values().collect();
            text::write_timeline(self.terminal.out(), palette, &rows, plan.deliveries.len(), width)?;
            text::write_tally(
                self.terminal.out(),
                palette,
                self.tally.attempts,
                &self.tally.outcomes,
                &self.tally.slugs,
            )?;
            if end == RunEnd::Interrupted {
                let hint = if is_kept { words::resume(&id) } else { words::cannot_resume() };
                writeln!(self.terminal.out(), "{}", palette.warning(hint))?;
            } else if missed > 0 {
                writeln!(self.terminal.out(), "{}", palette.bad(words::missed(missed)))?;
            } else {
                writeln!(self.terminal.out(), "{}", palette.good(words::as_written()))?;
            }
        }
        Ok(match end {
            RunEnd::Interrupted => ExitStatus::Interrupted,
            RunEnd::Complete if missed > 0 && self.tally.sent > 0 && self.tally.answered == 0 => {
                ExitStatus::Unreachable
            }
            RunEnd::Complete if missed > 0 || (strict && self.tally.tolerated) => ExitStatus::FellShort,
            RunEnd::Complete => ExitStatus::Success,
        })
    }
}

impl Watch<'_> {
    fn tell_page(&mut self, name: &str) -> Result<(), CliError> {
        if self.terminal.json {
            return Ok(json::write_file(self.terminal.out(), name)?);
        }
        Ok(self.terminal.note_plain(&results::wrote(name))?)
    }
}

/// How many deliveries should have been acknowledged and were not: all but those whose every attempt the scenario
/// itself kept from the receiver.
fn missed(plan: &Plan, outcomes: &[Option<Outcome>]) -> u64 {
    let mut count = 0;
    for (planned, (number, outcome)) in plan.deliveries.iter().zip((0..).zip(outcomes)) {
        let policy = plan.policy(number);
        let all_blocked =
            (0..policy.attempts().min(1000)).all(|k| plan.blocks(crate::clock::later(planned.due_at, policy.due(k))));
        count += u64::from(*outcome == Some(Outcome::Exhausted) && !all_blocked);
    }
    count
}

impl Progress for Watch<'_> {
    fn made(&mut self, made: &Made<'_>) -> std::io::Result<()> {
        let judgement = &made.attempt.judgement;
        self.tally.attempts += 1;
        self.tally.sent += u64::from(made.fate != Fate::Blocked);
        self.tally.answered += u64::from(made.attempt.status().is_some() || made.fate == Fate::AnswerLost);
        self.tally.tolerated |= judgement.verdict == Verdict::Tolerated;
        let slug = match made.fate {
            Fate::Blocked => words::BLOCKED,
            Fate::AnswerLost => words::LOST,
            Fate::Sent => judgement.slug.name(),
        };
        *self.tally.slugs.entry(slug).or_default() += 1;
        let after = made.attempt.sent_at.duration_since(self.first_due).try_into().unwrap_or_default();
        if self.rows.len() < ROWS && made.attempt.number == 1 {
            // One that was added later.
            let id = made.delivery.event.as_deref().unwrap_or("POST");
            let title = crate::event::find(id).map_or("", |kind| kind.title_ko);
            let row = || TimelineRow::new(id, title, &made.delivery.corp_num);
            self.rows.entry(made.number).or_insert_with(row);
        }
        if let Some(row) = self.rows.get_mut(&made.number) {
            row.add(after, mark(made));
        }
        if let Some(page) = &mut self.page {
            page.made(made, after, mark(made), slug);
        }
        if self.terminal.json {
            json::write_attempt(self.terminal.out(), made.delivery, made.attempt)?;
        }
        Ok(())
    }

    fn ended(&mut self, number: u32, delivery: &Delivery, outcome: Outcome, attempts: u32) -> std::io::Result<()> {
        if let Some(page) = &mut self.page {
            page.ended(number, outcome);
        }
        *self.tally.outcomes.entry(outcome.name()).or_default() += 1;
        if let Some(live) = &self.live {
            live.ended(&words::progress(&self.tally.outcomes, self.tally.attempts));
        }
        if self.terminal.json {
            let summary = crate::delivery::Summary { outcome, attempts, judgement: None };
            json::write_delivery(self.terminal.out(), delivery, &summary)?;
        }
        Ok(())
    }
}

fn mark(made: &Made<'_>) -> Mark {
    match made.attempt.judgement.verdict {
        _ if made.fate == Fate::Blocked => Mark::Blocked,
        _ if made.fate == Fate::AnswerLost => Mark::AnswerLost,
        Verdict::Accepted => Mark::Accepted,
        Verdict::Tolerated => Mark::Tolerated,
        Verdict::Rejected if made.attempt.status().is_none() => Mark::NoAnswer,
        Verdict::Rejected => Mark::Rejected,
    }
}

/// Prints the schedule as it would be if the receiver acknowledged whatever reaches it.
pub(super) fn show_plan(settings: &RunSettings, plan: &Plan, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let first: Vec<_> = plan.deliveries.iter().map(|planned| planned.due_at).collect();
    let mut steps = Vec::new();
    rehearse(
        &first,
        |delivery| plan.policy(delivery),
        |step| {
            let planned = plan.planned(step.delivery);
            let blocked = plan.blocks(step.due_at);
            let lost = (planned.lost || plan.setup().scenario.overlap) && step.number == 1;
            steps.push((step, blocked, lost));
            !blocked && !lost
        },
    );
    if !terminal.json {
        writeln!(terminal.out(), "{}", words::plan(&settings.name, plan.deliveries.len(), steps.len(), settings.seed))?;
    }
    for (step, blocked, lost) in steps {
        let planned = plan.planned(step.delivery);
        let row = PlanRow {
            due_at: step.due_at,
            event: planned.kind.id,
            corp_num: planned.corp_num.to_string(),
            document: planned.document,
            delivery: step.delivery,
            attempt: step.number,
            of: plan.policy(step.delivery).attempts(),
            fate: match (blocked, lost, planned.occasion) {
                (true, ..) => words::BLOCKED,
                (_, true, _) => words::LOST,
                (_, _, Occasion::Rerun(_)) => words::RERUN,
                _ => words::SENT,
            },
        };
        if terminal.json {
            json::write_planned(terminal.out(), &row)?;
        } else {
            let palette = terminal.palette;
            text::write_planned(terminal.out(), palette, &row)?;
        }
    }
    Ok(ExitStatus::Success)
}
