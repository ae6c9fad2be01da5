//! The writer: duplicates, answers, failures.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use proptest::prelude::*;

use super::super::sqlite::Sqlite;
use super::*;

#[test]
fn a_message_is_known_again() {
    let home = Home::new();
    let writer = home.writer();
    let with = |number: u64, message: Option<&str>, corp_num: Option<&str>| CaptureRecord {
        message_id: message.map(str::to_owned),
        corp_num: corp_num.map(str::to_owned),
        ..capture(number)
    };
    let first = |number: u64| Some(capture(number).id);
    for (number, message, corp_num, duplicate_of) in [
        (1, Some("m"), Some("1"), None),
        (2, Some("m"), Some("1"), first(1)),
        (3, Some("m"), Some("2"), None),
        (4, Some("m"), None, None),
        (5, Some("m"), None, first(4)),
        (6, None, Some("1"), None),
        (7, None, Some("1"), None),
        (8, Some("m"), Some("1"), first(1)),
        (9, Some(""), Some(""), None),
        (10, Some(""), Some(""), first(9)),
        (11, Some("M"), Some("1"), None),
    ] {
        let stored = run(writer.submit(with(number, message, corp_num))).unwrap();
        assert_eq!((stored.id, stored.duplicate_of), (capture(number).id, duplicate_of), "{number}");
    }
    writer.close().unwrap();
}

#[test]
fn a_batch_is_in_the_order_of_arrival_and_knows_its_own_duplicates() {
    let home = Home::new();
    let writer = home.writer();
    let stored = run(async {
        let later = CaptureRecord { received_at: at(MORNING + 9), ..capture(1) };
        let earlier = CaptureRecord { id: RecordId::from_bits(5), ..capture(1) };
        // Both are in the queue before the writer wakes, or one after the other: the first one may win only then.
        tokio::join!(writer.submit(later), writer.submit(earlier))
    });
    writer.close().unwrap();
    let (later, earlier) = (stored.0.unwrap(), stored.1.unwrap());
    let (first, second) = if earlier.seq < later.seq { (earlier, later) } else { (later, earlier) };
    assert_eq!((first.duplicate_of, second.duplicate_of), (None, Some(first.id)));
}

/// An engine whose commits fail while the switch is on.
struct Failing {
    inner: Sqlite,
    switch: Arc<AtomicBool>,
    commits: Arc<AtomicBool>,
}

impl Database for Failing {
    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        self.inner.execute(sql, values)
    }

    fn query(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        row: &mut dyn FnMut(&[Value<'_>]) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.inner.query(sql, values, row)
    }

    fn begin(&mut self, intent: Intent) -> Result<(), StoreError> {
        self.inner.begin(intent)
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        if self.switch.load(Ordering::SeqCst) {
            return Err(StoreError::Io { path: self.path().to_owned(), reason: "fsync".to_owned() });
        }
        self.commits.store(true, Ordering::SeqCst);
        self.inner.commit()
    }

    fn rollback(&mut self) {
        self.inner.rollback();
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        self.inner.settle()
    }

    fn compact(&mut self) -> Result<(), StoreError> {
        self.inner.compact()
    }

    fn dialect(&self) -> Dialect {
        self.inner.dialect()
    }

    fn path(&self) -> &Path {
        self.inner.path()
    }
}

#[test]
fn a_failed_sync_is_never_tried_again() {
    let home = Home::new();
    let (switch, commits) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let inner = Sqlite::open(&home.place, Access::Durable).unwrap();
    let engine = Failing { inner, switch: Arc::clone(&switch), commits: Arc::clone(&commits) };
    let writer = Writer::start(Store::on(Box::new(engine))).unwrap();
    run(writer.submit(capture(1))).unwrap();
    switch.store(true, Ordering::SeqCst);
    let failed = StoreError::Io { path: home.place.path().to_owned(), reason: "fsync".to_owned() };
    let batch = run(async { tokio::join!(writer.submit(capture(2)), writer.submit(capture(3))) });
    assert_eq!(batch, (Err(failed.clone()), Err(failed.clone())));
    switch.store(false, Ordering::SeqCst);
    commits.store(false, Ordering::SeqCst);
    assert_eq!(run(writer.submit(capture(4))), Err(failed.clone()));
    assert_eq!(run(writer.submit_delivery(delivery(4).record, vec![])), Err(failed.clone()));
    assert_eq!(writer.close(), Err(failed));
    assert!(!commits.load(Ordering::SeqCst), "nothing was committed afterwards");
    assert_eq!(ids(&home.list()), [capture(1).id.bits()]);
}

#[test]
fn a_full_disk_refuses_a_batch_whole_and_passes() {
    let home = Home::new();
    let inner = Sqlite::open(&home.place, Access::Durable).unwrap();
    inner.leave_pages(3);
    let writer = Writer::start(Store::on(Box::new(inner))).unwrap();
    let full = StoreError::Full { path: home.place.path().to_owned() };
    let big = CaptureRecord { body: vec![b'x'; 200_000], ..capture(2) };
    let stored = run(writer.submit(capture(1))).unwrap();
    writer.answered(stored.seq, true);
    assert_eq!(run(writer.submit(big)), Err(full), "it does not fit");
    assert_eq!(run(writer.submit(capture(3))).unwrap().duplicate_of, None, "a small one still fits");
    assert_eq!(run(writer.submit(capture(2))).unwrap().duplicate_of, None, "the refused one left no trace");
    writer.close().unwrap();
    let entries = home.list();
    assert_eq!(ids(&entries), [2, 3, 1].map(|number| capture(number).id.bits()));
    let Entry::Capture(first) = &entries[2] else { panic!() };
    assert_eq!(first.answered, Answered::Delivered, "what was told before the failure was not lost");
}

#[test]
fn a_closed_writer_refuses_and_closing_twice_is_no_error() {
    let home = Home::new();
    let writer = home.writer();
    let clone = writer.clone();
    run(writer.submit(capture(1))).unwrap();
    writer.close().unwrap();
    let closed = StoreError::Closed { path: home.place.path().to_owned() };
    assert_eq!(run(clone.submit(capture(2))), Err(closed.clone()));
    assert_eq!(run(clone.submit_delivery(delivery(1).record, vec![])), Err(closed));
    clone.answered(1, true);
    clone.close().unwrap();
    assert_eq!(home.list().len(), 1);
}

#[test]
fn more_than_the_queue_holds_waits_and_is_stored() {
    let home = Home::new();
    let writer = home.writer();
    // Forty megabytes through a queue of eight, one record larger than a batch, one larger than the queue.
    let sizes = std::iter::repeat_n(1 << 20, 40).chain([5 << 20, 9 << 20]);
    run(async {
        let mut tasks = tokio::task::JoinSet::new();
        for (size, number) in sizes.zip(0..) {
            let writer = writer.clone();
            tasks.spawn(async move { writer.submit(CaptureRecord { body: vec![7; size], ..capture(number) }).await });
        }
        for stored in tasks.join_all().await {
            stored.unwrap();
        }
    });
    writer.close().unwrap();
    let Entry::Capture(largest) = home.list().into_iter().max_by_key(|entry| entry.request().1.len()).unwrap() else {
        panic!()
    };
    assert_eq!((largest.record.body.len(), home.list().len()), (9 << 20, 42));
}

#[test]
fn whoever_gives_up_waiting_leaves_an_answer_unknown() {
    let home = Home::new();
    let writer = home.writer();
    run(async {
        let given_up = writer.submit(capture(1));
        let mut given_up = Box::pin(given_up);
        // Polled once: it is in the queue, and then nobody waits for it.
        std::future::poll_fn(|context| {
            let _ = given_up.as_mut().poll(context);
            std::task::Poll::Ready(())
        })
        .await;
        drop(given_up);
        let stored = writer.submit(capture(2)).await.unwrap();
        writer.answered(stored.seq, true);
    });
    writer.close().unwrap();
    let answered: Vec<_> = home.list().iter().map(answer).collect();
    assert_eq!(answered, [Answered::Delivered, Answered::Unknown]);
}

fn answer(entry: &Entry) -> Answered {
    match entry {
        Entry::Capture(capture) => capture.answered,
        Entry::Delivery(_) => panic!("a delivery"),
    }
}

/// What a test does with a writer.
#[derive(Clone, Debug)]
enum Step {
    /// Submits captures of these messages at once.
    Submit(Vec<u64>),
    /// Says what became of the answer to one of the captures so far.
    Answer(proptest::sample::Index, bool),
    /// Ends the writer and starts another.
    Restart,
    /// The clock jumps by so many milliseconds.
    Jump(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => proptest::collection::vec(0..30_u64, 1..12).prop_map(Step::Submit),
        4 => (any::<proptest::sample::Index>(), any::<bool>()).prop_map(|(index, delivered)| Step::Answer(index, delivered)),
        1 => Just(Step::Restart),
        1 => (-20_000..20_000_i64).prop_map(Step::Jump),
    ]
}

/// What the history must show.
#[derive(Clone, Debug, PartialEq)]
struct Expected {
    id: RecordId,
    duplicate_of: Option<RecordId>,
    answered: Answered,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_history_shows_what_was_done(steps in proptest::collection::vec(step(), 1..40)) {
        let home = Home::new();
        let mut writer = home.writer();
        let mut expected: Vec<Expected> = vec![];
        let mut seqs = vec![];
        let (mut clock, mut since_restart) = (MORNING, 0);
        for step in steps {
            match step {
                Step::Jump(by) => clock += by,
                Step::Restart => {
                    writer.close().unwrap();
                    writer = home.writer();
                    since_restart = expected.len();
                }
                Step::Answer(index, delivered) if expected.len() > since_restart => {
                    let index = since_restart + index.index(expected.len() - since_restart);
                    writer.answered(seqs[index], delivered);
                    expected[index].answered = if delivered { Answered::Delivered } else { Answered::NotDelivered };
                }
                Step::Answer(..) => {}
                Step::Submit(messages) => {
                    let records: Vec<_> = messages.iter().map(|message| {
                        clock += 1;
                        let id = RecordId::from_bits(expected.len() as u64 * 3_000_000_019);
                        let message_id = Some(format!("m{message}"));
                        expected.push(Expected { id, duplicate_of: None, answered: Answered::Unknown });
                        CaptureRecord { id, message_id, received_at: at(clock), ..capture(*message) }
                    }).collect();
                    let stored = run(async {
                        let mut tasks = vec![];
                        for record in records {
                            let writer = writer.clone();
                            tasks.push(tokio::spawn(async move { writer.submit(record).await.unwrap() }));
                        }
                        let mut stored = vec![];
                        for task in tasks {
                            stored.push(task.await.unwrap());
                        }
                        stored
                    });
                    seqs.extend(stored.iter().map(|stored| stored.seq));
                    for stored in stored {
                        let known = expected.iter_mut().find(|known| known.id == stored.id).unwrap();
                        known.duplicate_of = stored.duplicate_of;
                    }
                }
            }
        }
        writer.close().unwrap();
        prop_assert!(seqs.is_sorted());
        let shown: Vec<_> = home.list().into_iter().rev().map(|entry| {
            let Entry::Capture(capture) = entry else { panic!("a delivery") };
            (capture.record.message_id.clone(), Expected { id: capture.record.id, duplicate_of: capture.duplicate_of, answered: capture.answered })
        }).collect();
        prop_assert_eq!(shown.iter().map(|(_, shown)| shown.clone()).collect::<Vec<_>>(), expected);
        for (message, entry) in &shown {
            let first = shown.iter().find(|(other, _)| other == message).map(|(_, first)| first.id).filter(|id| *id != entry.id);
            prop_assert_eq!(entry.duplicate_of, first);
        }
    }
}
