//! The exit codes, a contract that scripts depend on.

/// What the process says when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExitStatus {
    /// As asked; also a closed pipe.
    Success,
    /// The receiver, or an expectation, fell short.
    FellShort,
    /// The command line, the configuration or an input cannot be used.
    Usage,
    /// No HTTP answer at all on any attempt.
    Unreachable,
    /// Nothing happened: nothing arrived in time, no check ran.
    NothingHappened,
    /// This machine is in the way: a port in use, a file not writable.
    LocalFailure,
    /// A bug of ours.
    Bug,
    /// Interrupted.
    Interrupted,
    /// What a command that was run for the user ended with; never 0.
    Command(u8),
}

impl ExitStatus {
    /// Every status of our own, by code.
    pub const ALL: [Self; 8] = [
        Self::Success,
        Self::FellShort,
        Self::Usage,
        Self::Unreachable,
        Self::NothingHappened,
        Self::LocalFailure,
        Self::Bug,
        Self::Interrupted,
    ];

    /// The number the process exits with.
    pub fn code(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::FellShort => 1,
            Self::Usage => 2,
            Self::Unreachable => 3,
            Self::NothingHappened => 4,
            Self::LocalFailure => 5,
            Self::Bug => 70,
            Self::Interrupted => 130,
            Self::Command(code) => code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_documented_ones() {
        assert_eq!(ExitStatus::ALL.map(ExitStatus::code), [0, 1, 2, 3, 4, 5, 70, 130]);
    }
}
