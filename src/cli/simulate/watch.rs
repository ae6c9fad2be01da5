//! What is shown of a run: lines for a program, progress and a timeline for the eye.

use std::collections::{BTreeMap, HashSet};

use super::page::Page;
use super::settings::RunSettings;
use crate::cli::{CliError, ExitStatus, Terminal};
use crate::clock::Speed;
use crate::contract::{Slug, Verdict};
use crate::delivery::{Delivery, Outcome, Summary};
use crate::history::{AttemptResult, RecordId, StoredDelivery};
use crate::report::{Live, Mark, PlanRow, TimelineRow, json, text};
use crate::simulation::{Fate, Made, Occasion, Plan, Progress, Run, RunEnd, Step, rehearse};
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
    /// The deliveries of which an attempt was the receiver's to acknowledge.
    reached: HashSet<u32>,
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
        Ok(Self {
            terminal,
            live,
            run,
            first_due: plan.first_due(),
            rows,
            tally: Tally::default(),
            reached: HashSet::new(),
            settings,
            page,
        })
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
        let exhausted = outcomes.iter().zip(0..).filter(|(outcome, _)| **outcome == Some(Outcome::Exhausted));
        let missed = exhausted.filter(|(_, number)| self.reached.contains(number)).count() as u64;
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
    /// Takes in what an earlier process did of a delivery.
    pub(super) fn recall(&mut self, number: u32, stored: &StoredDelivery) {
        for attempt in &stored.attempts {
            self.tally.attempts += 1;
            let Some(result) = &attempt.result else {
                self.reached.insert(number);
                continue;
            };
            let fate = fate_of(result);
            let slug = Slug::ALL.iter().find(|slug| slug.name() == result.slug).map_or("", |slug| slug.name());
            self.count(number, fate, slug, result.status.is_some(), result.verdict == Verdict::Tolerated.name());
            if let Some(row) = self.rows.get_mut(&number) {
                let after = attempt.sent_at.duration_since(self.first_due).try_into().unwrap_or_default();
                let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.name() == result.verdict);
                row.add(after, mark(fate, verdict.unwrap_or(Verdict::Rejected), result.status.is_some()));
            }
        }
        let ended = [Outcome::Acknowledged, Outcome::Exhausted].into_iter();
        for outcome in ended.filter(|outcome| Some(outcome.name()) == stored.record.outcome.as_deref()) {
            *self.tally.outcomes.entry(outcome.name()).or_default() += 1;
        }
    }

    fn count(
        &mut self,
        number: u32,
        fate: Fate,
        slug: &'static str,
        has_status: bool,
        is_tolerated: bool,
    ) -> &'static str {
        let slug = match fate {
            Fate::Blocked => words::BLOCKED,
            Fate::AnswerLost => words::LOST,
            Fate::Sent => slug,
        };
        self.tally.sent += u64::from(fate != Fate::Blocked);
        self.tally.answered += u64::from(has_status || fate == Fate::AnswerLost);
        self.tally.tolerated |= is_tolerated;
        *self.tally.slugs.entry(slug).or_default() += 1;
        if fate == Fate::Sent {
            self.reached.insert(number);
        }
        slug
    }

    /// Says how a run that cannot go on now goes on later.
    pub(super) fn tell_resume(&mut self) -> Result<(), CliError> {
        let id = self.run.to_string();
        Ok(self.terminal.note(&words::resume_later(&id))?)
    }

    fn tell_page(&mut self, name: &str) -> Result<(), CliError> {
        if self.terminal.json {
            return Ok(json::write_file(self.terminal.out(), name)?);
        }
        Ok(self.terminal.note_plain(&results::wrote(name))?)
    }
}

/// Whether a stored attempt was the receiver's to answer: not one that the scenario blocked or whose answer it threw
/// away.
fn fate_of(result: &AttemptResult) -> Fate {
    match result.detail.as_deref() {
        Some(detail) if detail == words::blocked() => Fate::Blocked,
        Some(detail) if words::is_lost(detail) => Fate::AnswerLost,
        _ => Fate::Sent,
    }
}

impl Progress for Watch<'_> {
    fn made(&mut self, made: &Made<'_>) -> std::io::Result<()> {
        let (judgement, has_status) = (&made.attempt.judgement, made.attempt.status().is_some());
        self.tally.attempts += 1;
        let is_tolerated = judgement.verdict == Verdict::Tolerated;
        let slug = self.count(made.number, made.fate, judgement.slug.name(), has_status, is_tolerated);
        let mark = mark(made.fate, judgement.verdict, has_status);
        let after = made.attempt.sent_at.duration_since(self.first_due).try_into().unwrap_or_default();
        if self.rows.len() < ROWS && made.attempt.number == 1 {
            // One that was added later.
            let id = made.delivery.event.as_deref().unwrap_or("POST");
            let title = crate::event::find(id).map_or("", |kind| kind.title_ko);
            let row = || TimelineRow::new(id, title, &made.delivery.corp_num);
            self.rows.entry(made.number).or_insert_with(row);
        }
        if let Some(row) = self.rows.get_mut(&made.number) {
            row.add(after, mark);
        }
        if let Some(page) = &mut self.page {
            page.made(made, after, mark, slug);
        }
        if self.terminal.json {
            json::write_attempt(self.terminal.out(), made.delivery, made.attempt)?;
        }
        Ok(())
    }

    fn ended(&mut self, number: u32, delivery: &Delivery, summary: &Summary) -> std::io::Result<()> {
        let outcome = summary.outcome;
        if let Some(page) = &mut self.page {
            page.ended(number, outcome);
        }
        *self.tally.outcomes.entry(outcome.name()).or_default() += 1;
        if let Some(live) = &self.live {
            live.ended(&words::progress(&self.tally.outcomes, self.tally.attempts));
        }
        if self.terminal.json {
            json::write_delivery(self.terminal.out(), delivery, summary)?;
        }
        Ok(())
    }
}

fn mark(fate: Fate, verdict: Verdict, has_status: bool) -> Mark {
    match (fate, verdict) {
        (Fate::Blocked, _) => Mark::Blocked,
        (Fate::AnswerLost, _) => Mark::AnswerLost,
        (_, Verdict::Accepted) => Mark::Accepted,
        (_, Verdict::Tolerated) => Mark::Tolerated,
        (_, Verdict::Rejected) if !has_status => Mark::NoAnswer,
        (_, Verdict::Rejected) => Mark::Rejected,
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
    // What the scenario itself exhausts is sent again by hand, where it says so.
    let exhausted = steps
        .iter()
        .filter(|(step, blocked, lost)| (*blocked || *lost) && step.number == plan.policy(step.delivery).attempts());
    let exhausted: Vec<u32> = exhausted.map(|(step, ..)| step.delivery).collect();
    let last = steps.last().map_or(plan.first_due(), |(step, ..)| step.due_at);
    let again = if plan.setup().scenario.rerun { plan.reruns(exhausted, last) } else { Vec::new() };
    let first_rerun = u32::try_from(plan.deliveries.len()).unwrap_or(u32::MAX);
    let reruns = again.iter().zip(first_rerun..).map(|(planned, delivery)| {
        let step = Step { due_at: planned.due_at, delivery, number: 1 };
        (planned, step, plan.blocks(step.due_at), false)
    });
    let planned = steps.iter().map(|(step, blocked, lost)| (plan.planned(step.delivery), *step, *blocked, *lost));
    for (planned, step, blocked, lost) in planned.chain(reruns) {
        let row = PlanRow {
            due_at: step.due_at,
            event: planned.kind.id,
            corp_num: planned.corp_num.to_string(),
            document: planned.document,
            delivery: step.delivery,
            attempt: step.number,
            of: plan.setup().policy(planned.kind.product).attempts(),
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
