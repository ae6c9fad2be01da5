//! Keeping the last byte of a request back, so that a receiver has two requests under way at once.

use std::time::Duration;

use tokio::sync::oneshot;

/// The request waits for this with its last byte.
#[derive(Debug)]
pub struct Hold {
    released: oneshot::Receiver<()>,
    /// Told when all but the last byte is written.
    reached: Option<oneshot::Sender<()>>,
    /// The longest it is kept back; so much longer the exchange may take.
    pub(super) at_most: Duration,
}

/// Lets the last byte go when it is dropped.
#[derive(Debug)]
pub struct Release {
    #[expect(dead_code, reason = "dropping it is what it is for")]
    release: oneshot::Sender<()>,
    reached: oneshot::Receiver<()>,
}

impl Release {
    /// Waits until all but the last byte is written, or will never be.
    pub async fn reached(&mut self) {
        (&mut self.reached).await.ok();
    }
}

impl Hold {
    /// A hold, and what lets go of it.
    pub fn new(at_most: Duration) -> (Self, Release) {
        let (release, released) = oneshot::channel();
        let (told, reached) = oneshot::channel();
        (Self { released, reached: Some(told), at_most }, Release { release, reached })
    }

    /// Waits until it is let go of.
    pub(super) async fn released(mut self) {
        if let Some(told) = self.reached.take() {
            told.send(()).ok();
        }
        self.released.await.ok();
    }
}
