//! The configuration file, `popbill-hook.toml`: two environments that share nothing (overview: the test and the
//! production site are completely independent), their URLs, policy and limits, and the names of the variables
//! that hold their credentials.
//!
//! This room reads files into values. It knows no flags, reads no environment variable and holds no secret.

mod error;
mod file;
mod reader;
mod receiver_sheet;
mod scenario;
mod settings;
#[cfg(test)]
mod tests;
mod values;

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

pub use error::{ConfigError, ConfigWarning, Position, Problem};
pub use file::{FILE_NAME, find, load};
pub use reader::parse;
pub use receiver_sheet::ReceiverSheet;
pub use scenario::parse_scenario;
pub use settings::{CredentialSource, NoRoute, PolicyChoice, ProductSettings, Route, Settings, UrlPlace, UrlScope};

/// The file `init` writes: every key, explained in English and Korean.
pub const TEMPLATE: &str = include_str!("template.toml");

/// One of POPBiLL's two sites, and the table that belongs to it (overview, "Individual URL Registration").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Environment {
    /// The test site.
    #[default]
    Test,
    /// The production site.
    Production,
}

impl Environment {
    /// Both, the default one first.
    pub const ALL: [Self; 2] = [Self::Test, Self::Production];

    /// The name of the table, and of the value of `--env`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Test => "test",
            Self::Production => "production",
        }
    }
}

impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Environment {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|environment| environment.name() == name).ok_or(())
    }
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where it was.
    pub path: PathBuf,
    /// What is odd in it, in the order of the file.
    pub warnings: Vec<ConfigWarning>,
    test: Option<Settings>,
    production: Option<Settings>,
}

impl Config {
    /// What the file says about one environment; nothing if it has no such table.
    pub fn environment(&self, environment: Environment) -> Option<&Settings> {
        match environment {
            Environment::Test => self.test.as_ref(),
            Environment::Production => self.production.as_ref(),
        }
    }
}
