//! `receiver.toml`: what there is to know of an example receiver.

use serde::Deserialize;

/// One example receiver, as its sheet has it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct ReceiverSheet {
    /// Its name for people.
    pub title: String,
    /// Its language.
    pub language: String,
    /// The Debian packages it needs.
    pub debian: Vec<String>,
    /// The files that a user gets.
    pub files: Vec<String>,
    /// The commands that set it up, run once in its folder.
    pub setup: String,
    /// The commands that run it there.
    pub run: String,
    /// What else there is to know, in a sentence.
    pub note: String,
}

impl ReceiverSheet {
    /// Reads a sheet; the error says where it is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }
}
