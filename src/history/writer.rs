//! The one thread that writes captures: it commits whatever waits as one transaction, and tells each sender after.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use super::answers::Answers;
use super::database::{Database, Intent, transaction};
use super::intake::Intake;
use super::queue::{Batch, Job, Notify, Queue, Work};
use super::record::{AttemptRecord, CaptureRecord, DeliveryRecord};
use super::{Store, StoreError, Stored};

/// Stores captures, many in one transaction. Clones share the thread.
///
/// After a failure of the disk every later record is refused with the same error: a failed sync is not tried again.
/// A full disk refuses only the records it met, and nothing of them is stored.
#[derive(Clone)]
pub struct Writer {
    handle: Arc<Handle>,
}

struct Handle {
    queue: Arc<Queue>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the thread on a store that was opened for writing. A store that cannot be written shows here.
    pub fn start(store: Store) -> Result<Self, StoreError> {
        let mut database = store.into_database();
        let path = database.path().to_owned();
        let intake = Intake::register(&mut *database)?;
        let queue = Arc::new(Queue::new(path.clone()));
        let answers = Answers::new(intake.writer());
        let committer = Committer { database, intake, answers, queue: Arc::clone(&queue) };
        let thread = std::thread::Builder::new()
            .name("history".to_owned())
            .spawn(move || committer.run())
            .map_err(|error: io::Error| StoreError::Io { path, reason: error.to_string() })?;
        Ok(Self { handle: Arc::new(Handle { queue, thread: Mutex::new(Some(thread)) }) })
    }

    /// Stores a capture. It is on the disk when this returns; while the queue is full, this waits. An error means
    /// that nothing of it was stored. Say [`Self::answered`] afterwards; whoever drops the future says nothing.
    pub async fn submit(&self, capture: impl Into<Arc<CaptureRecord>>) -> Result<Stored, StoreError> {
        self.put(|notify| Work::Capture(capture.into(), notify)).await
    }

    /// Stores a delivery that has ended, with its attempts, as [`Self::submit`] does a capture.
    pub async fn submit_delivery(
        &self,
        delivery: DeliveryRecord,
        attempts: Vec<AttemptRecord>,
    ) -> Result<(), StoreError> {
        self.put(|notify| Work::Delivery(Box::new(delivery), attempts, notify)).await
    }

    async fn put<T>(&self, work: impl FnOnce(Notify<T>) -> Work) -> Result<T, StoreError> {
        let (notify, told) = oneshot::channel();
        self.handle.queue.put(work(notify)).await?;
        told.await.unwrap_or_else(|_| Err(self.handle.queue.closed()))
    }

    /// Says whether the answer to the capture with this `seq` reached its peer. Cheap: it is written with the next
    /// batch, after a moment without one, or by [`Self::close`].
    pub fn answered(&self, seq: i64, delivered: bool) {
        self.handle.queue.tell(seq, delivered);
    }

    /// Stores what waits, writes which answers went out, and ends the thread. Blocks until that is done. Records
    /// that come later are refused. The error is the one that made the writer give up, if it did.
    pub fn close(&self) -> Result<(), StoreError> {
        self.handle.queue.close();
        let thread = self.handle.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            return Err(self.handle.queue.closed());
        }
        self.handle.queue.failure().map_or(Ok(()), Err)
    }
}

impl Drop for Handle {
    /// Without `close` the thread still ends, but nobody waits for it.
    fn drop(&mut self) {
        self.queue.close();
    }
}

struct Committer {
    database: Box<dyn Database>,
    intake: Intake,
    answers: Answers,
    queue: Arc<Queue>,
}

impl Committer {
    fn run(mut self) {
        let _ending = Ending(Arc::clone(&self.queue));
        while let Some(batch) = self.queue.take() {
            self.process(batch);
        }
        // What is still open stays unknown, and what was told after it is written.
        self.answers.abandon_all();
        self.process(Batch::default());
    }

    fn process(&mut self, mut batch: Batch) {
        for (seq, delivered) in batch.answers.drain(..) {
            self.answers.told(seq, delivered);
        }
        if self.queue.failure().is_some() || (batch.jobs.is_empty() && !self.answers.is_changed()) {
            return self.refuse(batch.jobs);
        }
        // Handlers overtake each other between taking the time and getting here.
        batch.jobs.sort_by_key(|job| match &job.work {
            Work::Capture(capture, _) => capture.received_at,
            Work::Delivery(delivery, ..) => delivery.created_at,
        });
        match self.store(&batch.jobs) {
            Ok(stored) => {
                self.answers.kept();
                self.notify(batch.jobs, &stored);
                let tidied = self.tidy();
                self.note(tidied);
            }
            Err(error) => {
                self.intake.forget();
                for job in batch.jobs {
                    job.work.refuse(&error);
                }
                self.note(Err(error));
            }
        }
    }

    /// Everything of a batch in one transaction; what became of each capture, in order.
    fn store(&mut self, jobs: &[Job]) -> Result<Vec<Option<Stored>>, StoreError> {
        let (intake, answers) = (&mut self.intake, &mut self.answers);
        transaction(&mut *self.database, Intent::Write, |database| {
            intake.prepare(database)?;
            let stored = jobs.iter().map(|job| match &job.work {
                Work::Capture(capture, _) => intake.add_capture(database, capture).map(Some),
                Work::Delivery(delivery, attempts, _) => {
                    intake.add_delivery(database, delivery, attempts).map(|()| None)
                }
            });
            let stored = stored.collect::<Result<_, _>>()?;
            answers.write(database)?;
            Ok(stored)
        })
    }

    fn notify(&mut self, jobs: Vec<Job>, stored: &[Option<Stored>]) {
        for (job, stored) in jobs.into_iter().zip(stored) {
            match (job.work, stored) {
                (Work::Capture(_, notify), Some(stored)) => {
                    self.answers.stored(stored.seq);
                    if notify.send(Ok(*stored)).is_err() {
                        self.answers.abandoned(stored.seq);
                    }
                }
                (Work::Delivery(.., notify), _) => drop(notify.send(Ok(()))),
                (Work::Capture(..), None) => {}
            }
        }
    }

    /// What is done when nobody waits for this batch any more.
    fn tidy(&mut self) -> Result<(), StoreError> {
        self.database.settle()?;
        self.intake.advance_index(&mut *self.database)
    }

    fn note(&self, result: Result<(), StoreError>) {
        if let Err(error) = result
            && error.is_lasting()
        {
            self.queue.fail(error);
        }
    }

    fn refuse(&self, jobs: Vec<Job>) {
        let error = self.queue.failure().unwrap_or_else(|| self.queue.closed());
        for job in jobs {
            job.work.refuse(&error);
        }
    }
}

/// Whatever ends the thread, nobody waits for it in vain.
struct Ending(Arc<Queue>);

impl Drop for Ending {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.fail(self.0.closed());
        }
    }
}
