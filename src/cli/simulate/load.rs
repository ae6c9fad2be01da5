//! Which scenario is meant.

use std::path::Path;

use crate::cli::{CliError, values};
use crate::config::parse_scenario;
use crate::simulation::{BUILT_IN, Scenario};
use crate::words::nearest::nearest;
use crate::words::{simulation as words, usage};

/// The largest scenario file, in bytes.
const LIMIT: u64 = 1024 * 1024;

/// A built-in scenario by its name, or a file; and its name.
pub(super) fn scenario(text: &str) -> Result<(String, Scenario), CliError> {
    if let Some((name, file)) = BUILT_IN.iter().find(|(name, _)| *name == text) {
        return Ok(((*name).to_owned(), parse_scenario(file, Path::new(name))?));
    }
    let path = Path::new(text);
    if !text.contains(['.', '/', '\\']) && !path.exists() {
        let hint = nearest(text, BUILT_IN.iter().map(|(name, _)| *name))
            .map_or_else(|| words::built_in(&BUILT_IN.map(|(name, _)| name)), usage::nearest);
        return Err(CliError::usage_hint(words::unknown_scenario(text), hint));
    }
    let bytes = values::read_input(Some(path), LIMIT)?;
    let file = String::from_utf8(bytes).map_err(|_| CliError::usage(words::not_utf8(text)))?;
    let name = path.file_stem().map_or_else(|| text.to_owned(), |name| name.to_string_lossy().into_owned());
    Ok((name, parse_scenario(&file, path)?))
}
