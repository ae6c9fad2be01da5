//! `--report html=FILE`: what a page needs, collected while a run goes on.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::settings::RunSettings;
use crate::cli::CliError;
use crate::delivery::Outcome;
use crate::history::{attempt_record, delivery_record};
use crate::report::html::{PageAttempt, PageDelivery, RunPage, write_run_page};
use crate::report::{Mark, day_time};
use crate::simulation::{Made, Plan};
use crate::words::simulation as words;

/// The most deliveries a page shows; of more, a sample.
const SHOWN: usize = 1000;

/// Reads `html=FILE`.
pub(super) fn target(text: &str) -> Result<PathBuf, String> {
    let path = text.strip_prefix("html=").filter(|path| !path.is_empty());
    path.map(PathBuf::from).ok_or_else(words::bad_report)
}

/// A page in the making. Its file is there from the beginning, so that one that cannot be written is told at once.
pub(super) struct Page {
    file: File,
    name: String,
    step: u32,
    rows: BTreeMap<u32, PageDelivery>,
}

impl Page {
    /// Creates the file.
    pub(super) fn create(path: &Path, plan: &Plan) -> Result<Self, CliError> {
        let name = path.display().to_string();
        let file = File::create(path).map_err(|error| CliError::Output(name.clone(), error))?;
        let step = u32::try_from(plan.deliveries.len().div_ceil(SHOWN).max(1)).unwrap_or(u32::MAX);
        Ok(Self { file, name, step, rows: BTreeMap::new() })
    }

    /// Takes an attempt.
    pub(super) fn made(&mut self, made: &Made<'_>, after: std::time::Duration, mark: Mark, slug: &'static str) {
        if !made.number.is_multiple_of(self.step) {
            return;
        }
        let row = self.rows.entry(made.number).or_insert_with(|| {
            let record = delivery_record(made.delivery, made.request, made.attempt.sent_at, None, None);
            let event = made.delivery.event.clone().unwrap_or_default();
            PageDelivery {
                title: crate::event::find(&event).map_or("", |kind| kind.title_ko).to_owned(),
                event,
                corp_num: record.corp_num,
                message_id: record.message_id,
                url: record.url,
                outcome: "open",
                head: record.head,
                body: record.body,
                attempts: Vec::new(),
            }
        });
        let result = attempt_record(made.attempt).result;
        let (head, body) = result.map(|result| (result.head, result.body)).unwrap_or_default();
        row.attempts.push(PageAttempt {
            number: made.attempt.number,
            after,
            time: day_time(made.attempt.sent_at),
            mark,
            slug,
            status: made.attempt.status(),
            detail: made.attempt.ending.as_ref().err().map(|failure| failure.detail.clone()),
            answer: [head, body].concat(),
        });
    }

    /// Takes an outcome.
    pub(super) fn ended(&mut self, number: u32, outcome: Outcome) {
        if let Some(row) = self.rows.get_mut(&number) {
            row.outcome = outcome.name();
        }
    }

    /// Writes the page.
    pub(super) fn write(
        self,
        settings: &RunSettings,
        run: &str,
        deliveries: usize,
        attempts: u64,
        outcomes: &BTreeMap<&'static str, u64>,
        slugs: &BTreeMap<&'static str, u64>,
    ) -> Result<String, CliError> {
        let (scenario, seed) = (settings.name.as_str(), settings.seed);
        let rows = self.rows.values().collect();
        let page = RunPage { scenario, run, seed, deliveries, attempts, outcomes, slugs, rows };
        let mut out = BufWriter::new(self.file);
        let written = write_run_page(&mut out, &page).and_then(|()| out.flush());
        written.map_err(|error| CliError::Output(self.name.clone(), error))?;
        Ok(self.name)
    }
}
