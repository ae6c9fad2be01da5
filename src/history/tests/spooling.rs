//! Deliveries that wait beside the store.

use std::path::PathBuf;

use proptest::prelude::*;

use super::records::any_delivery;
use super::*;

fn beside(home: &Home) -> PathBuf {
    home.directory.path().join("history.db-sends")
}

/// A store, and deliveries of these numbers that wait beside it.
fn waiting(numbers: impl IntoIterator<Item = u64>) -> Home {
    let home = Home::new();
    drop(home.open(Access::Quick));
    for number in numbers {
        append(&home, &delivery(number)).unwrap();
    }
    home
}

fn append(home: &Home, delivery: &StoredDelivery) -> Option<()> {
    spool::try_append(home.place.path(), &delivery.record, &delivery.attempts)
}

fn numbers(home: &Home) -> Vec<u64> {
    ids(&home.list()).iter().rev().map(|id| id & 0xff).collect()
}

#[test]
fn what_waits_is_listed_found_counted_and_deleted() {
    assert_eq!(waiting([1, 2, 3]).list().len(), 3);
    let count = waiting([1, 2]).open(Access::Read).count(&Filter::default());
    assert_eq!(count, Ok(2));
    let found = waiting([1, 2]).open(Access::Read).find(&Selector::Latest(1));
    assert_eq!(found, Ok(delivered(delivery(1))));
    let opened = waiting([7]).open(Access::Durable).open_delivery(delivery(7).record.id);
    assert!(opened.unwrap().is_some());
    let home = waiting([1, 2]);
    assert_eq!(home.open(Access::Durable).prune(Prune::All).unwrap(), Pruned { captures: 0, deliveries: 2 });
    assert_eq!((home.list(), std::fs::metadata(beside(&home)).unwrap().len()), (vec![], 0));
}

#[test]
fn waiting_does_not_change_the_order_of_time() {
    let home = waiting([5, 2]);
    home.add([captured(capture(3)), delivered(delivery(9))]);
    assert_eq!(numbers(&home), [2, 3, 5, 9]);
    append(&home, &delivery(4)).unwrap();
    assert_eq!(numbers(&home), [2, 3, 4, 5, 9]);
}

#[test]
fn a_send_is_recorded_whatever_the_way() {
    let home = Home::new();
    for number in 0..5 {
        let delivery = delivery(number);
        Store::record(&home.place, &delivery.record, &delivery.attempts).unwrap();
    }
    assert_eq!(numbers(&home), [0, 1, 2, 3, 4]);
    let held = home.open(Access::Durable);
    Store::record(&home.place, &delivery(5).record, &[]).unwrap();
    drop(held);
    assert_eq!(numbers(&home), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_send_to_something_else_is_refused() {
    let home = Home::new();
    std::fs::write(home.place.path(), "something else").unwrap();
    let refused = Store::record(&home.place, &delivery(1).record, &[]);
    assert_eq!(refused, Err(StoreError::NotAStore { path: home.place.path().to_owned() }));
    assert!(!beside(&home).exists());
}

#[test]
fn a_delivery_the_store_would_refuse_does_not_wait() {
    let home = waiting([]);
    let mut twice = delivery(1);
    twice.attempts.push(twice.attempts[0].clone());
    assert_eq!(append(&home, &twice), None);
    assert!(Store::record(&home.place, &twice.record, &twice.attempts).is_err());
    assert_eq!(home.list(), []);
}

#[test]
fn too_much_does_not_wait() {
    let home = waiting([]);
    let mut big = delivery(0);
    big.record.body = vec![b'x'; 100_000];
    let took = (0..10).take_while(|_| append(&home, &big).is_some()).count();
    assert_eq!(took, 5);
    Store::record(&home.place, &big.record, &big.attempts).unwrap();
    assert_eq!(std::fs::metadata(beside(&home)).unwrap().len(), 0, "whoever opens the store empties it");
    assert_eq!(home.list().len(), 6);
}

#[test]
fn an_interrupted_gathering_stores_nothing_twice() {
    let home = waiting([1, 2]);
    let file = std::fs::read(beside(&home)).unwrap();
    assert_eq!(numbers(&home), [1, 2]);
    // The process ended between storing and emptying; then another send came.
    std::fs::write(beside(&home), &file).unwrap();
    append(&home, &delivery(3)).unwrap();
    assert_eq!(numbers(&home), [1, 2, 3]);
    append(&home, &delivery(4)).unwrap();
    assert_eq!(numbers(&home), [1, 2, 3, 4]);
}

#[test]
fn a_cut_off_frame_is_passed_over_and_no_other() {
    let whole = std::fs::read(beside(&waiting([1, 2]))).unwrap();
    let next = std::fs::read(beside(&waiting([3]))).unwrap();
    let first = std::fs::read(beside(&waiting([1]))).unwrap().len();
    for length in (0..whole.len()).step_by(61).chain([1, 4, 8, first - 1, first, first + 1]) {
        let home = waiting([]);
        std::fs::write(beside(&home), [&whole[..length], &next].concat()).unwrap();
        let expected = if length >= first { vec![1, 3] } else { vec![3] };
        assert_eq!(numbers(&home), expected, "{length}");
    }
}

#[test]
fn many_sends_at_once_are_all_recorded() {
    let home = waiting([]);
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let home = &home;
            scope.spawn(move || {
                for number in 0..20 {
                    let delivery = delivery(thread * 20 + number);
                    // Another one may hold the file just now.
                    if append(home, &delivery).is_none() {
                        Store::record(&home.place, &delivery.record, &delivery.attempts).unwrap();
                    }
                }
            });
        }
    });
    assert_eq!(numbers(&home), (0..80).collect::<Vec<_>>());
}

#[cfg(unix)]
#[test]
fn what_waits_is_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = waiting([1]);
    assert_eq!(std::fs::metadata(beside(&home)).unwrap().permissions().mode() & 0o777, 0o600);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_delivery_comes_back(deliveries in proptest::collection::vec(any_delivery(), 1..5)) {
        let home = waiting([]);
        for delivery in &deliveries {
            append(&home, delivery).unwrap();
        }
        let mut store = home.open(Access::Read);
        for delivery in deliveries {
            let found = store.find(&Selector::Prefix(delivery.record.id.to_string())).unwrap();
            prop_assert_eq!(found, delivered(delivery));
        }
    }

    #[test]
    fn any_file_is_read_without_harm(bytes: Vec<u8>, cut in 0..2000_usize) {
        let home = waiting([1]);
        let mut file = std::fs::read(beside(&home)).unwrap();
        let length = file.len();
        file.splice(cut.min(length).., bytes);
        std::fs::write(beside(&home), &file).unwrap();
        prop_assert!(numbers(&home).iter().all(|number| *number == 1));
    }
}
