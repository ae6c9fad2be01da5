//! Keeping the last byte of a request back, so that a receiver has two requests under way at once.

use std::time::Duration;

use tokio::sync::oneshot;

/// The request waits for this with its last byte.
#[derive(Debug)]
pub struct Hold {
    released: oneshot::Receiver<()>,
    /// The longest it is kept back; so much longer the exchange may take.
    pub(super) at_most: Duration,
}

/// Lets the last byte go when it is dropped.
#[derive(Debug)]
pub struct Release(#[expect(dead_code, reason = "dropping it is what it is for")] oneshot::Sender<()>);

impl Hold {
    /// A hold, and what lets go of it.
    pub fn new(at_most: Duration) -> (Self, Release) {
        let (release, released) = oneshot::channel();
        (Self { released, at_most }, Release(release))
    }

    /// Waits until it is let go of.
    pub(super) async fn released(self) {
        self.released.await.ok();
    }
}
