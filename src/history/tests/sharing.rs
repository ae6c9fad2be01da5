//! Several handles on one store.

use std::sync::{Arc, Barrier};

use super::*;

#[test]
fn two_writers_share_a_store() {
    let home = Home::new();
    let (one, two) = (home.writer(), home.writer());
    for number in 0..60 {
        let writer = if number % 3 == 0 { &one } else { &two };
        let stored = run(writer.submit(capture(number))).unwrap();
        writer.answered(stored.seq, true);
    }
    assert_eq!(run(one.submit(capture(1))).unwrap().duplicate_of, Some(capture(1).id), "the other one stored it");
    assert_eq!(run(two.submit(capture(0))).unwrap().duplicate_of, Some(capture(0).id));
    one.close().unwrap();
    two.close().unwrap();
    let entries = home.list();
    let expected: Vec<_> = (0..60).chain([1, 0]).rev().map(|number| capture(number).id.bits()).collect();
    assert_eq!(ids(&entries), expected);
    for (index, entry) in entries.iter().enumerate() {
        let Entry::Capture(capture) = entry else { panic!() };
        let told = index >= 2;
        assert_eq!(capture.answered == Answered::Delivered, told, "what one writer knows is not said of the other's");
    }
}

#[test]
fn two_handles_write_at_once_and_nothing_is_lost() {
    let home = Home::new();
    let barrier = Arc::new(Barrier::new(4));
    let place = &home.place;
    std::thread::scope(|scope| {
        for thread in 0..4_u64 {
            let barrier = Arc::clone(&barrier);
            scope.spawn(move || {
                // All four find no file, or the beginnings of one.
                barrier.wait();
                let access = if thread % 2 == 0 { Access::Durable } else { Access::Quick };
                let mut store = Store::open(place, access).unwrap();
                for number in 0..25 {
                    let delivery = delivery(thread * 100 + number);
                    store.add_delivery(&delivery.record, &delivery.attempts).unwrap();
                }
            });
        }
    });
    assert_eq!(home.list().len(), 100);
}

#[test]
fn a_reader_sees_whole_batches_while_a_writer_commits() {
    let home = Home::new();
    let writer = home.writer();
    run(writer.submit(capture(0))).unwrap();
    let place = home.place.clone();
    std::thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut store = Store::open(&place, Access::Read).unwrap();
            let mut seen = 0;
            while seen < 200 {
                let listing = store.list(&Filter::default()).unwrap();
                assert_eq!(listing.damaged, []);
                assert!(listing.entries.len() >= seen, "entries do not vanish");
                seen = listing.entries.len();
            }
        });
        for number in 1..200 {
            run(writer.submit(capture(number))).unwrap();
        }
        reader.join().unwrap();
    });
    writer.close().unwrap();
}

#[test]
fn a_send_beside_a_writer_is_recorded_at_its_time_and_found() {
    let home = Home::new();
    let writer = home.writer();
    for number in 0..100 {
        run(writer.submit(capture(number))).unwrap();
    }
    // It began before the end of the index.
    let mut store = home.open(Access::Quick);
    store.add_delivery(&delivery(2).record, &delivery(2).attempts).unwrap();
    drop(store);
    for number in 100..140 {
        run(writer.submit(capture(number))).unwrap();
    }
    writer.close().unwrap();
    let mut store = home.open(Access::Read);
    let found = store.find(&Selector::Prefix(delivery(2).record.id.to_string())).unwrap();
    assert_eq!(found, delivered(delivery(2)));
    let places: Vec<_> = home.list().iter().rev().map(|entry| entry.id().bits() & 0xff).take(5).collect();
    assert_eq!(places, [0, 1, 2, 2, 3]);
}

#[test]
fn a_reader_of_a_store_without_writers_changes_nothing() {
    let home = Home::with((0..5).map(|number| captured(capture(number))));
    let before = std::fs::read(home.place.path()).unwrap();
    assert_eq!(home.list().len(), 5);
    let mut store = home.open(Access::Read);
    let refused = store.add_delivery(&delivery(1).record, &[]);
    assert_eq!(refused, Err(StoreError::ReadOnly { path: home.place.path().to_owned() }));
    assert!(Writer::start(home.open(Access::Read)).is_err());
    drop(store);
    assert_eq!(std::fs::read(home.place.path()).unwrap(), before);
}

#[test]
fn the_log_that_sends_leave_behind_stays_short() {
    let home = Home::new();
    let log = home.directory.path().join("history.db-wal");
    let mut longest = 0;
    for number in 0..60 {
        let delivery = delivery(number);
        home.open(Access::Quick).add_delivery(&delivery.record, &delivery.attempts).unwrap();
        longest = longest.max(std::fs::metadata(&log).map_or(0, |metadata| metadata.len()));
    }
    assert!(longest > 0, "a send does not copy its log every time");
    assert!(longest < 1024 * 1024, "{longest} bytes");
    assert_eq!(home.list().len(), 60);
}
