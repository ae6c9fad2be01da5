//! What waits for the writer: bounded in bytes, so that a slow disk slows the senders down instead of filling memory.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::record::{AttemptRecord, CaptureRecord, DeliveryRecord};
use super::{StoreError, Stored};

/// The most bytes that wait or are being written.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The most bytes of one transaction.
const BATCH_BYTES: usize = 4 * 1024 * 1024;
/// The most records of one transaction.
const BATCH_RECORDS: usize = 2048;
/// What a record costs in memory beside its bytes.
const RECORD_BYTES: usize = 512;
/// Answers are written with the next batch; when none comes for so long, they are written alone.
const IDLE: Duration = Duration::from_millis(200);

/// Whom to tell what became of a record.
pub(super) type Notify<T> = oneshot::Sender<Result<T, StoreError>>;

/// A record to store.
pub(super) enum Work {
    Capture(Arc<CaptureRecord>, Notify<Stored>),
    Delivery(Box<DeliveryRecord>, Vec<AttemptRecord>, Notify<()>),
}

impl Work {
    fn bytes(&self) -> usize {
        RECORD_BYTES
            + match self {
                Self::Capture(capture, _) => capture.head.len() + capture.body.len() + capture.reply.body.len(),
                Self::Delivery(delivery, attempts, _) => {
                    let results = attempts.iter().filter_map(|attempt| attempt.result.as_ref());
                    let answers: usize =
                        results.map(|result| RECORD_BYTES + result.head.len() + result.body.len()).sum();
                    delivery.head.len() + delivery.body.len() + answers
                }
            }
    }

    /// Tells that it was not stored. Whoever no longer waits does not mind.
    pub(super) fn refuse(self, error: &StoreError) {
        match self {
            Self::Capture(_, notify) => drop(notify.send(Err(error.clone()))),
            Self::Delivery(_, _, notify) => drop(notify.send(Err(error.clone()))),
        }
    }
}

/// A record in the queue, with its share of the room.
pub(super) struct Job {
    pub(super) work: Work,
    bytes: usize,
    _room: OwnedSemaphorePermit,
}

/// What the writer does next.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) jobs: Vec<Job>,
    pub(super) answers: Vec<(i64, bool)>,
}

/// The queue.
pub(super) struct Queue {
    path: PathBuf,
    state: Mutex<State>,
    ready: Condvar,
    room: Arc<Semaphore>,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
    answers: Vec<(i64, bool)>,
    waiting: bool,
    closed: bool,
    failed: Option<StoreError>,
}

impl Queue {
    pub(super) fn new(path: PathBuf) -> Self {
        let room = Arc::new(Semaphore::new(MOST_BYTES));
        Self { path, state: Mutex::default(), ready: Condvar::new(), room }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for room and puts a record in.
    pub(super) async fn put(&self, work: Work) -> Result<(), StoreError> {
        let bytes = work.bytes().min(MOST_BYTES);
        let permits = u32::try_from(bytes).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.room).acquire_many_owned(permits).await;
        let mut state = self.lock();
        if let Some(error) = &state.failed {
            return Err(error.clone());
        }
        match room {
            Ok(room) if !state.closed => state.jobs.push_back(Job { work, bytes, _room: room }),
            _ => return Err(self.closed()),
        }
        if state.waiting {
            self.ready.notify_one();
        }
        Ok(())
    }

    /// Tells what became of an answer.
    pub(super) fn tell(&self, seq: i64, delivered: bool) {
        let mut state = self.lock();
        state.answers.push((seq, delivered));
        if state.waiting && state.answers.len() == 1 {
            self.ready.notify_one();
        }
    }

    /// Waits for something to do; nothing once the queue is closed and empty.
    pub(super) fn take(&self) -> Option<Batch> {
        let mut state = self.lock();
        let mut rested = false;
        loop {
            if !state.jobs.is_empty() || (!state.answers.is_empty() && (rested || state.closed)) {
                return Some(state.batch());
            }
            if state.closed {
                return None;
            }
            state.waiting = true;
            if state.answers.is_empty() {
                state = self.ready.wait(state).unwrap_or_else(PoisonError::into_inner);
            } else {
                let (guard, wait) = self.ready.wait_timeout(state, IDLE).unwrap_or_else(PoisonError::into_inner);
                (state, rested) = (guard, wait.timed_out());
            }
            state.waiting = false;
        }
    }

    /// Takes no more records; those in the queue are still stored.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.room.close();
        self.ready.notify_one();
    }

    /// Refuses all records from now on.
    pub(super) fn fail(&self, error: StoreError) {
        let mut state = self.lock();
        let error = state.failed.get_or_insert(error).clone();
        let refused = std::mem::take(&mut state.jobs);
        drop(state);
        for job in refused {
            job.work.refuse(&error);
        }
    }

    /// Why all records are refused, where they are.
    pub(super) fn failure(&self) -> Option<StoreError> {
        self.lock().failed.clone()
    }

    /// The error of a queue that takes no more.
    pub(super) fn closed(&self) -> StoreError {
        StoreError::Closed { path: self.path.clone() }
    }
}

impl State {
    fn batch(&mut self) -> Batch {
        let mut bytes = 0;
        let fitting = self.jobs.iter().take(BATCH_RECORDS).take_while(|job| {
            let first = bytes == 0;
            bytes += job.bytes;
            first || bytes <= BATCH_BYTES
        });
        let count = fitting.count();
        Batch { jobs: self.jobs.drain(..count).collect(), answers: std::mem::take(&mut self.answers) }
    }
}
