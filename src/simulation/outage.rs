//! Times in which nothing reaches the receiver.

use std::fmt;
use std::time::Duration;

use crate::clock::duration_text;

/// From one moment to another, both counted from the first due time of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its beginning; an attempt at this moment is blocked.
    pub from: Duration,
    /// Its end; an attempt at this moment gets through.
    pub to: Duration,
}

impl Window {
    /// Whether an attempt so long after the first due time is blocked.
    pub fn blocks(self, after: Duration) -> bool {
        (self.from..self.to).contains(&after)
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{ from = \"{}\"", duration_text(self.from))?;
        if self.to != Duration::MAX {
            write!(f, ", to = \"{}\"", duration_text(self.to))?;
        }
        f.write_str(" }")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_an_outage_gets_through() {
        let window = Window { from: Duration::from_mins(1), to: Duration::from_mins(12) };
        for (seconds, blocked) in [(0, false), (59, false), (60, true), (719, true), (720, false)] {
            assert_eq!(window.blocks(Duration::from_secs(seconds)), blocked, "{seconds}");
        }
    }
}
