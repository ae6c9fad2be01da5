//! The addresses a request may come from.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;

use super::{Cidr, CidrError};
use crate::words;
use crate::words::nearest::nearest;

/// The addresses POPBiLL sends from (overview).
pub const POPBILL_ADDRESSES: [Ipv4Addr; 2] = [Ipv4Addr::new(54, 180, 62, 221), Ipv4Addr::new(13, 124, 72, 158)];

/// The word for [`POPBILL_ADDRESSES`].
const POPBILL: &str = "popbill";

/// Who may call; an empty list lets everyone in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllowList(Vec<AllowedSource>);

/// One value of `--allow-from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AllowedSource {
    /// The two addresses POPBiLL sends from (overview).
    Popbill,
    /// A network or a single address.
    Network(Cidr),
}

/// Why a text is no value of `--allow-from`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// Neither `popbill` nor an IP address.
    #[error("{}", words::admission::unknown_source(found))]
    Unknown {
        /// What stands there.
        found: String,
        /// The word that was probably meant.
        nearest: Option<&'static str>,
    },
    /// An address that makes no network.
    #[error(transparent)]
    Network(CidrError),
}

impl SourceError {
    /// The word that was probably meant.
    pub fn nearest(&self) -> Option<&'static str> {
        match self {
            Self::Unknown { nearest, .. } => *nearest,
            Self::Network(_) => None,
        }
    }

    /// What helps, best first: the nearest word, then what is allowed.
    pub fn hints(&self) -> Vec<String> {
        let nearest = self.nearest().map(words::usage::nearest);
        let allowed = matches!(self, Self::Unknown { .. })
            .then(|| words::config::allowed(&[POPBILL, "192.0.2.7", "192.0.2.0/24", "2001:db8::/32"]));
        nearest.into_iter().chain(allowed).collect()
    }
}

impl AllowList {
    /// Whether a request from `peer` may pass. An IPv4 address mapped into IPv6 counts as IPv4.
    pub fn admits(&self, peer: IpAddr) -> bool {
        self.0.is_empty() || self.0.iter().any(|source| source.contains(peer))
    }

    /// Whether everyone may pass.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl AllowedSource {
    /// Whether it stands for `peer`.
    pub fn contains(&self, peer: IpAddr) -> bool {
        match self {
            Self::Popbill => POPBILL_ADDRESSES.into_iter().any(|address| peer.to_canonical() == IpAddr::V4(address)),
            Self::Network(network) => network.contains(peer),
        }
    }
}

impl FromIterator<AllowedSource> for AllowList {
    fn from_iter<T: IntoIterator<Item = AllowedSource>>(sources: T) -> Self {
        Self(sources.into_iter().collect())
    }
}

impl FromStr for AllowedSource {
    type Err = SourceError;

    /// Reads `popbill`, a network or a single address.
    fn from_str(text: &str) -> Result<Self, SourceError> {
        if text == POPBILL {
            return Ok(Self::Popbill);
        }
        text.parse().map(Self::Network).map_err(|error| match error {
            CidrError::NotAnAddress(_) => {
                SourceError::Unknown { found: text.to_owned(), nearest: nearest(text, [POPBILL]) }
            }
            other => SourceError::Network(other),
        })
    }
}

impl fmt::Display for AllowedSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Popbill => f.write_str(POPBILL),
            Self::Network(network) => network.fmt(f),
        }
    }
}

impl fmt::Display for AllowList {
    /// The sources, separated by `, `; nothing for everyone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, source) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            source.fmt(f)?;
        }
        Ok(())
    }
}
