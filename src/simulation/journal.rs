//! Where a run writes down what it does, before and after.

use crate::delivery::Outcome;
use crate::history::{AttemptRecord, AttemptResult, DeliveryRecord, StoreError};

/// Something to be written down.
#[derive(Clone, Debug)]
pub enum Change {
    /// A delivery begins with its first attempt.
    Begin(Box<DeliveryRecord>, AttemptRecord),
    /// Another attempt of it begins.
    Start(AttemptRecord),
    /// What came of the attempt with this number.
    Finish(u32, Box<AttemptResult>),
    /// How it ended.
    End(Outcome),
}

/// Keeps what a run does.
pub trait Journal {
    /// Writes changes down, each about the delivery with this number. All of them are on the disk when it returns; an
    /// error means that none is, and that nothing may be sent.
    fn write(&mut self, changes: &[(u32, Change)]) -> Result<(), StoreError>;
}
