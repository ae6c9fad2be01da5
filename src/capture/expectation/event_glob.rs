//! An event id, or a glob over the catalogue.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::event::{CATALOG, Product, glob_fits};
use crate::words::expectations as words;
use crate::words::nearest::nearest;

/// An event id (`cashbill.issue`) or a glob (`cashbill.*`), in which `*` stands for any characters or none.
///
/// It fits at least one event of the catalogue. An event that was not identified fits only `*`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EventGlob(String);

/// Why a text is no event id or glob.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventGlobError {
    /// Nothing was given.
    #[error("{}", words::no_event())]
    Empty,
    /// The catalogue has no such id, or none that fits the glob.
    #[error("{}", words::unknown_event(found))]
    Unknown {
        /// The id or glob.
        found: String,
        /// The id or glob that was probably meant.
        nearest: Option<String>,
    },
}

impl EventGlob {
    /// `*`: every event, and what is none.
    pub fn everything() -> Self {
        Self("*".to_owned())
    }

    /// Whether it fits the event with this id; `None` is an event that was not identified.
    pub fn matches(&self, event: Option<&str>) -> bool {
        match event {
            Some(id) => glob_fits(&self.0, id),
            None => self.0.bytes().all(|byte| byte == b'*'),
        }
    }

    /// The id or glob, as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl EventGlobError {
    /// The id or glob that was probably meant.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::Empty => None,
            Self::Unknown { nearest, .. } => nearest.as_deref(),
        }
    }
}

impl FromStr for EventGlob {
    type Err = EventGlobError;

    fn from_str(text: &str) -> Result<Self, EventGlobError> {
        if text.is_empty() {
            return Err(EventGlobError::Empty);
        }
        if CATALOG.iter().any(|kind| glob_fits(text, kind.id)) {
            return Ok(Self(text.to_owned()));
        }
        Err(EventGlobError::Unknown { found: text.to_owned(), nearest: nearest_glob(text) })
    }
}

impl fmt::Display for EventGlob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The nearest id, `product.*` or `*.what`.
fn nearest_glob(text: &str) -> Option<String> {
    let products: Vec<String> = Product::ALL.into_iter().map(|product| format!("{product}.*")).collect();
    let whats = CATALOG.iter().filter_map(|kind| kind.id.split_once('.'));
    let whats: BTreeSet<String> = whats.map(|(_, what)| format!("*.{what}")).collect();
    let ids = CATALOG.iter().map(|kind| kind.id);
    nearest(text, ids.chain(products.iter().chain(&whats).map(String::as_str))).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_not_identified_fits_only_a_star() {
        for (glob, fit) in [("*", true), ("**", true), ("*.*", false), ("cashbill.*", false), ("cashbill.issue", false)]
        {
            assert_eq!(glob.parse::<EventGlob>().unwrap().matches(None), fit, "{glob}");
        }
        assert!(EventGlob::everything().matches(None) && EventGlob::everything().matches(Some("cashbill.issue")));
    }

    #[test]
    fn what_fits_no_event_is_refused_with_the_nearest() {
        assert_eq!("".parse::<EventGlob>(), Err(EventGlobError::Empty));
        for (text, nearest) in [
            ("cashbill.isue", Some("cashbill.issue")),
            ("Cashbill.Issue", Some("cashbill.issue")),
            ("taxinvoice.nts_success", Some("taxinvoice.nts-success")),
            ("cashbil.*", Some("cashbill.*")),
            ("cashbill", Some("cashbill.*")),
            ("nts", Some("nts.*")),
            ("*.isue", Some("*.issue")),
            ("colour", None),
            ("팝빌.*", None),
            ("cashbill.?ssue", Some("cashbill.issue")),
        ] {
            let error = text.parse::<EventGlob>().unwrap_err();
            assert_eq!(error.nearest(), nearest, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_star_for_any_part_of_an_id_still_fits(index in 0..CATALOG.len(), from: prop::sample::Index, to: prop::sample::Index) {
            let id = CATALOG[index].id;
            let (from, to) = (from.index(id.len() + 1), to.index(id.len() + 1));
            let (from, to) = (from.min(to), from.max(to));
            let glob: EventGlob = format!("{}*{}", &id[..from], &id[to..]).parse().unwrap();
            prop_assert!(glob.matches(Some(id)), "{}", glob);
        }
    }
}
