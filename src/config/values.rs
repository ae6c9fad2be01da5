//! The values of single keys, with the place each stands at.

use std::path::{Path, PathBuf};
use std::time::Duration;

use toml::de::{DeTable, DeValue};

use super::error::{ConfigError, Position, Problem};
use crate::clock::parse_duration;
use crate::delivery::RetryPolicy;
use crate::event::Edition;
use crate::wire::{Address, AddressError};
use crate::words::config::wanted;
use crate::words::nearest::nearest;

/// The file that is being read.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) path: &'a Path,
    pub(super) text: &'a str,
}

impl Source<'_> {
    pub(super) fn error(self, offset: usize, problem: Problem) -> ConfigError {
        let position = Some(Position::of(self.text, offset));
        ConfigError { path: self.path.to_owned(), position, problem: Box::new(problem) }
    }
}

/// Reads a text as TOML and hands its tables on.
pub(super) fn document<T>(
    text: &str,
    path: &Path,
    read: impl FnOnce(Source<'_>, &DeTable<'_>) -> Result<T, ConfigError>,
) -> Result<T, ConfigError> {
    // Editors on Windows write one; it is no part of the first line.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source { path, text };
    let document = DeTable::parse(text).map_err(|error| {
        // The error's own text would repeat a line of the file; its message does not.
        let offset = error.span().map_or(text.len(), |span| span.start);
        source.error(offset, Problem::Syntax(error.message().to_owned()))
    })?;
    read(source, document.get_ref())
}

/// A retry policy: POPBiLL's own, or nothing said of it; `stray` says what to say of a key that is none of its.
pub(super) fn policy(
    entry: &Entry<'_>,
    stray: impl Fn(&Entry<'_>) -> ConfigError,
) -> Result<Option<RetryPolicy>, ConfigError> {
    if entry.is_text() {
        return match entry.text(wanted::policy())? {
            "popbill" => Ok(None),
            _ => Err(entry.unknown_word("policy", wanted::policy(), &["popbill"])),
        };
    }
    if !entry.is_table() {
        return Err(entry.neither(wanted::policy()));
    }
    let (mut retries, mut interval) = (None, RetryPolicy::POPBILL_INTERVAL);
    for part in entries(entry.source, entry.table()?) {
        match part.key {
            "retries" => retries = Some(part.count("retries")?),
            "interval" => interval = part.duration("interval")?,
            _ => return Err(stray(&part)),
        }
    }
    let retries = retries.ok_or_else(|| entry.wrong_value(Problem::NoRetries))?;
    Ok(Some(RetryPolicy::custom(retries, interval)))
}

/// A key, its value, and where both begin, in bytes.
pub(super) struct Entry<'a> {
    pub(super) source: Source<'a>,
    pub(super) key: &'a str,
    pub(super) key_at: usize,
    value: &'a DeValue<'a>,
    value_at: usize,
}

/// What a table holds, in the order of the file, so that the first mistake is the one that is told.
pub(super) fn entries<'a>(source: Source<'a>, table: &'a DeTable<'a>) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = table
        .iter()
        .map(|(key, value)| Entry {
            source,
            key: key.get_ref(),
            key_at: key.span().start,
            value: value.get_ref(),
            value_at: value.span().start,
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_at);
    entries
}

impl<'a> Entry<'a> {
    /// A mistake in the key.
    pub(super) fn wrong_key(&self, problem: Problem) -> ConfigError {
        self.source.error(self.key_at, problem)
    }

    /// A mistake in the value.
    pub(super) fn wrong_value(&self, problem: Problem) -> ConfigError {
        self.source.error(self.value_at, problem)
    }

    fn wrong_type(&self, wanted: &'static str) -> ConfigError {
        self.wrong_value(Problem::WrongType { key: self.key.to_owned(), wanted, found: self.value.type_str() })
    }

    /// The value itself.
    pub(super) fn value(&self) -> &'a DeValue<'a> {
        self.value
    }

    pub(super) fn table(&self) -> Result<&'a DeTable<'a>, ConfigError> {
        self.value.as_table().ok_or_else(|| self.wrong_type(wanted::table()))
    }

    pub(super) fn text(&self, wanted: &'static str) -> Result<&'a str, ConfigError> {
        self.value.as_str().ok_or_else(|| self.wrong_type(wanted))
    }

    pub(super) fn switch(&self) -> Result<bool, ConfigError> {
        self.value.as_bool().ok_or_else(|| self.wrong_type(wanted::switch()))
    }

    pub(super) fn count(&self, key: &'static str) -> Result<u32, ConfigError> {
        let number = self.value.as_integer().ok_or_else(|| self.wrong_type(wanted::count()))?;
        u32::from_str_radix(number.as_str(), number.radix()).map_err(|_| self.wrong_value(Problem::BadCount(key)))
    }

    /// A receiver's URL.
    pub(super) fn address(&self) -> Result<Address, ConfigError> {
        self.text(wanted::url())?.parse().map_err(|reason| {
            let key = self.key.to_owned();
            self.wrong_value(match reason {
                AddressError::UserInfo => Problem::CredentialsInUrl(key),
                reason => Problem::BadUrl { key, reason },
            })
        })
    }

    /// The URL of a proxy, which is spoken to without TLS.
    pub(super) fn proxy(&self) -> Result<Address, ConfigError> {
        let problem = match self.text(wanted::url())?.parse::<Address>() {
            Ok(address) if !address.is_https() => return Ok(address),
            Ok(_) => Problem::HttpsProxy,
            Err(AddressError::UserInfo) => Problem::CredentialsInProxy,
            Err(reason) => Problem::BadUrl { key: self.key.to_owned(), reason },
        };
        Err(self.wrong_value(problem))
    }

    pub(super) fn duration(&self, key: &'static str) -> Result<Duration, ConfigError> {
        let text = self.text(wanted::duration())?;
        parse_duration(text).map_err(|reason| self.wrong_value(Problem::BadDuration { key, reason }))
    }

    /// A time limit, which a duration of nothing cannot be.
    pub(super) fn limit(&self, key: &'static str) -> Result<Duration, ConfigError> {
        let duration = self.duration(key)?;
        if duration.is_zero() { Err(self.wrong_value(Problem::NoTimeAtAll(key))) } else { Ok(duration) }
    }

    pub(super) fn edition(&self) -> Result<Edition, ConfigError> {
        let name = self.text(wanted::edition())?;
        name.parse().map_err(|()| self.unknown_word("edition", wanted::edition(), &Edition::ALL.map(Edition::name)))
    }

    /// A text that is none of `words`, though one of them may have been meant.
    pub(super) fn unknown_word(&self, key: &'static str, wanted: &'static str, words: &[&'static str]) -> ConfigError {
        let nearest = self.value.as_str().and_then(|value| nearest(value, words.iter().copied()));
        self.wrong_value(Problem::UnknownWord { key, wanted, nearest })
    }

    /// A path; a relative one starts at the directory of the file, wherever the tool was started.
    pub(super) fn path(&self, key: &'static str) -> Result<PathBuf, ConfigError> {
        match self.text(wanted::path())? {
            "" => Err(self.wrong_value(Problem::EmptyPath(key))),
            path => Ok(self.source.path.parent().unwrap_or(Path::new("")).join(path)),
        }
    }

    pub(super) fn is_table(&self) -> bool {
        self.value.is_table()
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.is_str()
    }

    /// A value that is neither of two types.
    pub(super) fn neither(&self, wanted: &'static str) -> ConfigError {
        self.wrong_type(wanted)
    }
}
