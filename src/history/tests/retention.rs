//! What is deleted, and what is not.

use super::*;

/// Captures 0 to 39, and deliveries 40 (acknowledged), 41 (exhausted) and 42 (open).
fn store() -> Home {
    let home = Home::with((0..40).map(|number| captured(capture(number))));
    let with = |number, outcome: Option<&str>| StoredDelivery {
        record: DeliveryRecord { outcome: outcome.map(str::to_owned), ..delivery(number).record },
        attempts: delivery(number).attempts,
    };
    home.add([with(40, Some("acknowledged")), with(41, Some("exhausted")), with(42, None)].map(delivered));
    home
}

fn numbers(home: &Home) -> Vec<u64> {
    ids(&home.list()).iter().rev().map(|id| id & 0xff).collect()
}

#[test]
fn pruning_deletes_what_is_meant() {
    let rest = |from: u64| (from..43).collect::<Vec<_>>();
    for (prune, captures, deliveries, left) in [
        (Prune::Keep(43), 0, 0, rest(0)),
        (Prune::Keep(u64::MAX), 0, 0, rest(0)),
        (Prune::Keep(42), 1, 0, rest(1)),
        (Prune::Keep(3), 40, 0, rest(40)),
        (Prune::Keep(1), 40, 2, vec![42]),
        (Prune::Keep(0), 40, 2, vec![42]),
        (Prune::OlderThan(at(MORNING)), 0, 0, rest(0)),
        (Prune::OlderThan(at(MORNING + 17)), 17, 0, rest(17)),
        (Prune::OlderThan(at(MORNING + 41)), 40, 1, rest(41)),
        (Prune::OlderThan(Timestamp::MAX), 40, 2, vec![42]),
        (Prune::All, 40, 3, vec![]),
    ] {
        let home = store();
        let expected = Pruned { captures, deliveries };
        let mut store = home.open(Access::Durable);
        assert_eq!(store.would_prune(prune).unwrap(), expected, "{prune:?}");
        assert_eq!(store.prune(prune).unwrap(), expected, "{prune:?}");
        assert_eq!(store.prune(prune).unwrap(), Pruned::default(), "{prune:?} again");
        assert_eq!(numbers(&home), left, "{prune:?}");
        for number in 0..40 {
            let found = store.find(&Selector::Prefix(capture(number).id.to_string()));
            assert_eq!(found.is_ok(), left.contains(&number), "{prune:?} {number}");
        }
    }
}

#[test]
fn what_is_older_goes_even_where_the_clock_went_back() {
    let early = CaptureRecord { received_at: at(MORNING - 1000), ..capture(41) };
    let home = Home::with([captured(capture(1)), captured(early), captured(capture(50))]);
    let pruned = home.open(Access::Durable).prune(Prune::OlderThan(at(MORNING))).unwrap();
    assert_eq!(pruned, Pruned { captures: 1, deliveries: 0 });
    assert_eq!(numbers(&home), [1, 50]);
}

#[test]
fn nothing_of_what_was_deleted_remains() {
    let home = store();
    home.open(Access::Durable).prune(Prune::All).unwrap();
    let mut store = home.open(Access::Durable);
    for table in ["entries", "captures", "deliveries", "attempts", "heads", "ids", "messages", "unanswered"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = database::first(store.database(), &sql, &[], |row| row.integer()).unwrap();
        assert_eq!(count, Some(0), "{table}");
    }
    drop(store);
    let file = std::fs::read(home.place.path()).unwrap();
    let body = b"{\"itemKey\":";
    assert!(!file.windows(body.len()).any(|window| window == body), "the file was compacted");
}

#[test]
fn a_running_writer_goes_on_after_a_deletion() {
    let home = Home::new();
    let writer = home.writer();
    for number in 0..50 {
        run(writer.submit(capture(number))).unwrap();
    }
    assert_eq!(run(writer.submit(capture(7))).unwrap().duplicate_of, Some(capture(7).id));
    let mut other = home.open(Access::Durable);
    assert_eq!(other.prune(Prune::All).unwrap().captures, 51);
    let again = run(writer.submit(capture(7))).unwrap();
    assert_eq!(again.duplicate_of, None, "the first one is gone");
    assert_eq!(run(writer.submit(capture(7))).unwrap().duplicate_of, Some(capture(7).id));
    writer.answered(again.seq, true);
    writer.close().unwrap();
    let Entry::Capture(found) = &home.list()[1] else { panic!() };
    assert_eq!((&found.record, found.answered), (&capture(7), Answered::Delivered), "heads were not lost");
}

#[test]
fn space_of_deleted_entries_serves_new_ones() {
    let big = |number| CaptureRecord { body: vec![b'x'; 100_000], ..capture(number) };
    let home = Home::with((0..50).map(|number| captured(big(number))));
    let length = || std::fs::metadata(home.place.path()).unwrap().len();
    let before = length();
    home.open(Access::Durable).prune(Prune::Keep(1)).unwrap();
    assert!(length() < before / 10, "{} after {before}", length());
}

#[test]
fn a_message_whose_capture_is_gone_starts_anew_even_after_an_interrupted_deletion() {
    let home = Home::with((0..40).map(|number| captured(capture(number))));
    // Entries are deleted, the sweep over the index has not come.
    let other = rusqlite::Connection::open(home.place.path()).unwrap();
    other.execute_batch("DELETE FROM captures; DELETE FROM entries").unwrap();
    drop(other);
    let writer = home.writer();
    assert_eq!(run(writer.submit(capture(3))).unwrap().duplicate_of, None);
    assert_eq!(run(writer.submit(capture(3))).unwrap().duplicate_of, Some(capture(3).id));
    writer.close().unwrap();
    assert_eq!(home.open(Access::Read).count(&Filter::default()), Ok(2));
}
