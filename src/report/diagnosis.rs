//! A judgement in words, the same for every form of report.

use crate::contract::{Framework, Judgement, framework};
use crate::report::{Lines, escape};
use crate::wire::Response;
use crate::words::verdicts;

/// The words of a judgement; foreign parts are escaped.
pub(super) struct Diagnosed {
    /// What happened.
    pub(super) what: String,
    /// The probable cause, of anything but success.
    pub(super) cause: Option<String>,
    /// What to change.
    pub(super) fix: Option<String>,
    /// What else there is to know.
    pub(super) notes: Vec<String>,
}

impl Diagnosed {
    /// Finds the words, by the framework the answer betrays where it does.
    pub(super) fn new(judgement: &Judgement, response: Option<&Response>) -> Self {
        let framework = response.and_then(framework).map(Framework::name);
        let diagnosis = verdicts::diagnosis(judgement.slug.name(), framework);
        Self {
            what: diagnosis.what.to_owned(),
            cause: diagnosis.cause.map(str::to_owned),
            fix: diagnosis.fix.map(str::to_owned),
            notes: judgement.notes.iter().map(|note| escape(&note.to_string(), Lines::Join).into_owned()).collect(),
        }
    }
}
