//! The connections under way: how many, and which of them may be cut at a stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::task::{AbortHandle, JoinSet};

use crate::clock::Deadline;

/// How long unfinished requests may take after a stop.
pub(super) const DRAIN_TIME: Duration = Duration::from_secs(5);

/// Every connection, each a task of its own.
#[derive(Default)]
pub(super) struct Connections {
    tasks: JoinSet<()>,
    open: Vec<(AbortHandle, Arc<AtomicBool>)>,
}

impl Connections {
    /// Serves one more. The task says by its flag while nothing of a request is under way.
    pub(super) fn spawn<F: Future<Output = ()> + Send + 'static>(&mut self, serve: impl FnOnce(Arc<AtomicBool>) -> F) {
        let idle = Arc::new(AtomicBool::new(false));
        let handle = self.tasks.spawn(serve(Arc::clone(&idle)));
        self.open.push((handle, idle));
    }

    /// Waits until there are fewer than `most`.
    pub(super) async fn make_room(&mut self, most: usize) {
        while self.tasks.try_join_next().is_some() {}
        while self.tasks.len() >= most {
            self.tasks.join_next().await;
        }
        if self.open.len() > 2 * self.tasks.len() + 64 {
            self.open.retain(|(handle, _)| !handle.is_finished());
        }
    }

    /// Cuts the idle ones and lets the others finish, for a while. What is cut was never acknowledged.
    pub(super) async fn drain(mut self) {
        let finish = async {
            while !self.tasks.is_empty() {
                self.open.retain(|(handle, idle)| {
                    if idle.load(Ordering::Acquire) {
                        handle.abort();
                    }
                    !handle.is_finished()
                });
                // One that becomes idle now sees that we stop, and ends by itself.
                self.tasks.join_next().await;
            }
        };
        Deadline::after(DRAIN_TIME).bound(finish).await.ok();
    }
}
