//! A run of checks as its reports see it.

use std::time::Duration;

use crate::conformance::{Check, CheckResult, Headline, Outcome, Surroundings, Verification};
use crate::report::{Lines, escape};
use crate::words::conformance_report as words;

/// A finished run and what its lines need.
#[derive(Clone, Copy, Debug)]
pub struct VerifyReport<'a> {
    /// What was found.
    pub verification: &'a Verification,
    /// What a line that shows something again needs besides.
    pub around: &'a Surroundings,
}

/// One check, every text safe to look at.
#[derive(Clone, Debug)]
pub struct Row {
    /// The check.
    pub check: &'static Check,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it is no pass.
    pub reason: Option<String>,
    /// The probable cause.
    pub cause: Option<String>,
    /// What to change.
    pub fix: Option<String>,
    /// The line that shows it again.
    pub reproduce: Option<String>,
    /// How long it took.
    pub elapsed: Duration,
    /// What shortfalls of the same cause have in common.
    common: Option<String>,
}

/// Checks that fall short for the same cause.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The first of them.
    pub(super) row: Row,
    /// The ids of the others.
    pub(super) also: Vec<String>,
}

impl Group {
    /// The others, as a list.
    pub(super) fn others(&self) -> Option<String> {
        (!self.also.is_empty()).then(|| self.also.join(", "))
    }
}

impl Row {
    /// The row of a result.
    pub fn new(result: &CheckResult, around: &Surroundings) -> Self {
        let safe = |text: &str| escape(text, Lines::Join).into_owned();
        let shortfall = result.shortfall();
        Self {
            check: result.check,
            outcome: result.outcome(),
            reason: result.reason().map(safe),
            cause: shortfall.and_then(|shortfall| shortfall.cause.as_deref()).map(safe),
            fix: shortfall.and_then(|shortfall| shortfall.fix.as_deref()).map(safe),
            reproduce: shortfall.map(|shortfall| safe(&shortfall.reproduction.line(around))),
            elapsed: result.elapsed,
            common: shortfall.map(|shortfall| shortfall.common.clone()),
        }
    }

    /// Reason, cause, fix and the line that shows it again, each with its name.
    pub(super) fn told(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [(words::CAUSE, &self.cause), (words::FIX, &self.fix), (words::AGAIN, &self.reproduce)]
            .into_iter()
            .filter_map(|(name, text)| Some((name, text.as_deref()?)))
    }
}

impl VerifyReport<'_> {
    /// Every check, in its order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> {
        self.verification.results.iter().map(|result| Row::new(result, self.around))
    }

    /// Those that ended so.
    pub(super) fn rows_of(&self, outcome: Outcome) -> Vec<Row> {
        self.rows().filter(|row| row.outcome == outcome).collect()
    }

    /// The same, told once where several have the same cause and the same remedy.
    pub(super) fn groups_of(&self, outcome: Outcome) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for row in self.rows_of(outcome) {
            let same = |group: &&mut Group| {
                let other = &group.row;
                row.common.is_some() && (&other.common, &other.cause, &other.fix) == (&row.common, &row.cause, &row.fix)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.also.push(row.check.id.to_string()),
                None => groups.push(Group { row, also: Vec::new() }),
            }
        }
        groups
    }

    /// How many passed, failed and so on, in words.
    pub(super) fn totals(&self) -> String {
        let counts = Outcome::ALL.map(|outcome| (outcome.name(), self.verification.count(outcome)));
        words::totals(counts, self.verification.elapsed)
    }

    /// What most of what is wrong has in common, in words.
    pub(super) fn headline(&self) -> Option<String> {
        let Headline { name, count, of, fix } = self.verification.headline()?;
        let text = words::headline(&name, count, of, fix.as_deref().unwrap_or_default());
        Some(escape(text.trim_end(), Lines::Join).into_owned())
    }

    /// What else there is to know of the whole.
    pub(super) fn notes(&self) -> Vec<String> {
        let Verification { refused_products, is_strict, .. } = self.verification;
        let refused: Vec<&str> = refused_products.iter().map(|product| product.name()).collect();
        let warned = *is_strict && self.verification.count(Outcome::Warn) > 0;
        let refused = (!refused.is_empty()).then(|| words::refused_products(&refused));
        refused.into_iter().chain(warned.then(words::strict)).collect()
    }

    /// The receiver's address, safe to look at.
    pub(super) fn target(&self) -> String {
        escape(&self.verification.target, Lines::Join).into_owned()
    }
}
