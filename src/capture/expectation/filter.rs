//! Which events count at all: `--events GLOB[,GLOB…]`.

use std::fmt;
use std::str::FromStr;

use super::{EventGlob, EventGlobError};
use crate::words;

/// The events that are shown and count for expectations; the default is all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventFilter(Vec<EventGlob>);

/// A filter that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", words::expectations::located(*position, &problem.to_string()))]
pub struct EventFilterError {
    /// Where it goes wrong: the character, counted from 1.
    pub position: usize,
    /// What is wrong there.
    pub problem: EventGlobError,
}

impl EventFilterError {
    /// What helps, best first: the nearest id or glob, then where all are.
    pub fn hints(&self) -> Vec<String> {
        self.problem.nearest().map(words::usage::nearest).into_iter().chain([words::usage::list_events()]).collect()
    }
}

impl EventFilter {
    /// Whether an event passes; `None` is one that was not identified, which passes only with `*`.
    pub fn passes(&self, event: Option<&str>) -> bool {
        self.0.iter().any(|glob| glob.matches(event))
    }
}

impl Default for EventFilter {
    fn default() -> Self {
        Self(vec![EventGlob::everything()])
    }
}

impl FromStr for EventFilter {
    type Err = EventFilterError;

    /// Reads globs separated by commas; spaces around them do not count.
    fn from_str(text: &str) -> Result<Self, EventFilterError> {
        let mut globs = Vec::new();
        let mut characters = 0;
        for piece in text.split(',') {
            let glob = piece.trim_start();
            let position = characters + (piece.chars().count() - glob.chars().count()) + 1;
            globs.push(glob.trim_end().parse().map_err(|problem| EventFilterError { position, problem })?);
            characters += piece.chars().count() + 1;
        }
        Ok(Self(globs))
    }
}

impl FromIterator<Self> for EventFilter {
    /// Joins the values of a repeated flag; none at all is the default.
    fn from_iter<T: IntoIterator<Item = Self>>(filters: T) -> Self {
        let globs: Vec<_> = filters.into_iter().flat_map(|filter| filter.0).collect();
        if globs.is_empty() { Self::default() } else { Self(globs) }
    }
}

impl fmt::Display for EventFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, glob) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            glob.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::event::CATALOG;

    #[test]
    fn what_passes() {
        for (filters, passing, held_back) in [
            (&["cashbill.*"][..], "cashbill.issue", Some("nts.cashbill")),
            (&["cashbill.*"], "cashbill.cancel", None),
            (&["cashbill.*, nts.sales"], "nts.sales", Some("nts.purchase")),
            (&["cashbill.*", "nts.sales"], "nts.sales", Some("taxinvoice.issue")),
            (&["*.issue"], "statement.issue", Some("statement.open")),
        ] {
            let filter: EventFilter = filters.iter().map(|text| text.parse::<EventFilter>().unwrap()).collect();
            assert!(filter.passes(Some(passing)), "{filters:?}");
            assert!(!filter.passes(held_back), "{filters:?}");
        }
        for all in [EventFilter::default(), [].into_iter().collect(), "nts.*,*".parse().unwrap()] {
            assert!(all.passes(None) && all.passes(Some("cashbill.issue")), "{all}");
        }
    }

    #[test]
    fn refusals_say_where() {
        for (text, position, nearest) in [
            ("", 1, None),
            ("cashbill.*,", 12, None),
            ("cashbill.*, ,nts.*", 13, None),
            ("nts.*,  cashbil.*", 9, Some("cashbill.*")),
            ("팝빌", 1, None),
            ("*,\u{3000}nts.sale", 4, Some("nts.sales")),
        ] {
            let error = text.parse::<EventFilter>().unwrap_err();
            assert_eq!((error.position, error.problem.nearest()), (position, nearest), "{text:?}");
            assert_eq!(error.hints().len(), 1 + usize::from(nearest.is_some()), "{text:?}");
        }
        let error = "nts.*, cashbil.*".parse::<EventFilter>().unwrap_err().to_string();
        assert_eq!(error, "at character 8: no event of the catalogue fits \"cashbil.*\"");
    }

    proptest! {
        #[test]
        fn filters_round_trip(picked in proptest::collection::vec(0..CATALOG.len(), 1..5)) {
            let text = picked.iter().map(|index| CATALOG[*index].id).collect::<Vec<_>>().join(",");
            let filter: EventFilter = text.parse().unwrap();
            prop_assert_eq!(filter.to_string(), text);
            for (index, kind) in CATALOG.iter().enumerate() {
                prop_assert_eq!(filter.passes(Some(kind.id)), picked.contains(&index), "{}", kind.id);
            }
        }
    }
}
