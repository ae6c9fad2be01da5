//! POPBiLL's documents exist in two generations that contradict each other.
//! An [`Edition`] picks one coherent set; nothing else may hard-code a contradiction.

use std::fmt;
use std::str::FromStr;

/// A generation of POPBiLL's documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edition {
    /// The overview and the tutorials (newer).
    #[default]
    Current,
    /// The product pages for e-Cashbill and NTS crawling (older).
    Classic,
}

impl Edition {
    /// Every edition, the default one first.
    pub const ALL: [Self; 2] = [Self::Current, Self::Classic];

    /// The name used on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Classic => "classic",
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Edition {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|edition| edition.name() == name).ok_or(())
    }
}
