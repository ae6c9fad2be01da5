//! Why a command could not be carried out: one variant per layer, an exit status and hints for each.

use std::io;

use super::ExitStatus;
use crate::conformance::SuiteError;
use crate::transport::TransportError;
use crate::words::errors as words;

/// An error of the command line tool. Findings about a receiver are not errors.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The command line does not say what to do; the message is complete.
    #[error("{message}")]
    Usage {
        /// What is wrong.
        message: String,
        /// What to do about it.
        hints: Vec<String>,
    },
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] crate::config::ConfigError),
    /// An input cannot be read.
    #[error("{}", words::cannot_read(.0, &.1.to_string()))]
    Input(String, io::Error),
    /// No exchange could be tried.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The history cannot be used.
    #[error(transparent)]
    Store(#[from] crate::history::StoreError),
    /// This machine is in the way; the message is complete.
    #[error("{0}")]
    Local(String),
    /// A file or stream cannot be written.
    #[error("{}", words::cannot_write(.0, &.1.to_string()))]
    Output(String, io::Error),
}

impl CliError {
    /// A usage error with one sentence and no hint.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), hints: Vec::new() }
    }

    /// A usage error with a hint.
    pub fn usage_hint(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), hints: vec![hint.into()] }
    }

    /// The same error with the hint of another command; one that gives no hint gets none.
    #[must_use]
    pub fn hinting(self, hint: impl Into<String>) -> Self {
        match self {
            Self::Usage { message, hints } if !hints.is_empty() => Self::usage_hint(message, hint),
            other => other,
        }
    }

    /// Trouble with this machine: what could not be done, and what the system says of it.
    pub fn local(what: impl Into<String>, error: impl std::fmt::Display) -> Self {
        Self::Local(words::local(&what.into(), &error.to_string()))
    }

    /// What the process exits with.
    pub fn exit_status(&self) -> ExitStatus {
        match self {
            Self::Usage { .. } | Self::Config(_) | Self::Input(..) | Self::Transport(TransportError::Proxy(_)) => {
                ExitStatus::Usage
            }
            Self::Output(..) if self.is_closed_pipe() => ExitStatus::Success,
            Self::Transport(TransportError::Local(_)) | Self::Local(_) | Self::Output(..) | Self::Store(_) => {
                ExitStatus::LocalFailure
            }
        }
    }

    /// What to do about it.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::Usage { hints, .. } => hints.clone(),
            Self::Config(error) => error.hints(),
            Self::Input(..) | Self::Transport(_) | Self::Local(_) | Self::Output(..) | Self::Store(_) => Vec::new(),
        }
    }

    /// Whether the reader of our output went away, which is its right.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(_, error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl From<SuiteError> for CliError {
    /// A run ends early for one of two reasons, and each is an error of its own here.
    fn from(error: SuiteError) -> Self {
        match error {
            SuiteError::Transport(error) => error.into(),
            SuiteError::Output(error) => error.into(),
        }
    }
}

impl From<io::Error> for CliError {
    /// Only writes to the terminal are passed on without a name.
    fn from(error: io::Error) -> Self {
        Self::Output(words::standard_output(), error)
    }
}
