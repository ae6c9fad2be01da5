//! Order, filters and names.

use std::ops::ControlFlow;

use super::*;

#[test]
fn captures_and_deliveries_share_one_order() {
    let home = Home::with([
        captured(capture(10)),
        delivered(delivery(5)),
        captured(capture(20)),
        delivered(delivery(15)),
        delivered(delivery(20)),
    ]);
    let (c, d) = (|number| capture(number).id.bits(), |number| delivery(number).record.id.bits());
    assert_eq!(ids(&home.list()), [d(20), c(20), d(15), c(10), d(5)]);
    let oldest_first = Filter { oldest_first: true, ..Filter::default() };
    let listing = home.open(Access::Read).list(&oldest_first).unwrap();
    assert_eq!(ids(&listing.entries), [d(5), c(10), d(15), c(20), d(20)]);
}

#[test]
fn a_clock_that_goes_back_does_not_change_the_order_of_captures() {
    let late = CaptureRecord { received_at: at(MORNING + 3_600_000), ..capture(1) };
    let home = Home::with([captured(late), captured(capture(2)), captured(capture(3))]);
    assert_eq!(ids(&home.list()), [3, 2, 1].map(|number| capture(number).id.bits()));
}

#[test]
fn many_deliveries_of_one_millisecond_keep_their_places() {
    let home = Home::new();
    let mut store = home.open(Access::Quick);
    let same = |number| DeliveryRecord { created_at: at(MORNING), ..delivery(number).record };
    for number in 0..40 {
        store.add_delivery(&same(number), &[]).unwrap();
    }
    let expected: Vec<_> = (0..40).rev().map(|number| delivery(number).record.id.bits()).collect();
    assert_eq!(ids(&home.list()), expected);
}

#[test]
fn limits_and_pages_cut_at_the_right_entry() {
    let home = Home::with((0..600).map(|number| captured(capture(number))));
    let mut store = home.open(Access::Read);
    for limit in [0, 1, 50, 255, 256, 257, 512, 599, 600, 601] {
        let listing = store.list(&Filter { limit: Some(limit), ..Filter::default() }).unwrap();
        let expected: Vec<_> = (0..600).rev().take(limit).map(|number| capture(number).id.bits()).collect();
        assert_eq!(ids(&listing.entries), expected, "{limit}");
    }
    let mut seen = 0;
    let stop = |_| {
        seen += 1;
        if seen == 300 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(store.visit(&Filter::default(), stop).unwrap(), []);
    assert_eq!(seen, 300);
}

fn rejected_upstream() -> Forwarded {
    Forwarded {
        url: "http://127.0.0.1:8080/".to_owned(),
        status: Some(500),
        verdict: "rejected".to_owned(),
        slug: "server-error".to_owned(),
        elapsed_us: 5,
    }
}

/// 1: a capture; 2: a capture whose upstream failed; 3: acknowledged; 4: exhausted; 5: open; 6: neither event nor
/// business.
fn varied() -> Home {
    let exhausted = DeliveryRecord { outcome: Some("exhausted".to_owned()), ..delivery(4).record };
    let timeout = attempt(1, at(MORNING), Some(result("rejected", "read-timeout")));
    let open = DeliveryRecord { outcome: None, corp_num: "9999999999".to_owned(), ..delivery(5).record };
    Home::with([
        captured(capture(1)),
        captured(CaptureRecord {
            forwarded: Some(rejected_upstream()),
            event: Some("nts.sales".to_owned()),
            ..capture(2)
        }),
        delivered(delivery(3)),
        delivered(StoredDelivery { record: exhausted, attempts: vec![timeout] }),
        delivered(StoredDelivery { record: open, attempts: vec![] }),
        captured(CaptureRecord { event: None, corp_num: None, message_id: None, ..capture(6) }),
    ])
}

#[test]
fn filters_choose() {
    let home = varied();
    let mut store = home.open(Access::Read);
    let all = Filter::default;
    let text = |text: &str| Some(text.to_owned());
    for (filter, expected) in [
        (all(), vec![6, 5, 4, 3, 2, 1]),
        (Filter { event: text("cashbill.issue"), ..all() }, vec![1]),
        (Filter { event: text("cashbill"), ..all() }, vec![]),
        (Filter { event: text("*"), ..all() }, vec![5, 4, 3, 2, 1]),
        (Filter { event: text("TaxInvoice.*"), ..all() }, vec![5, 4, 3]),
        (Filter { event: text("*.issue"), ..all() }, vec![5, 4, 3, 1]),
        (Filter { event: text("nts.sale?"), ..all() }, vec![2]),
        (Filter { event: text("nts_sales"), ..all() }, vec![]),
        (Filter { event: text("%"), ..all() }, vec![]),
        (Filter { verdict: text("rejected"), ..all() }, vec![4, 2]),
        (Filter { verdict: text("read-timeout"), ..all() }, vec![4]),
        (Filter { verdict: text("accepted"), ..all() }, vec![3]),
        (Filter { verdict: text("ACCEPTED"), ..all() }, vec![]),
        (Filter { corp_num: text("1234567891"), ..all() }, vec![4, 3, 2, 1]),
        (Filter { corp_num: text("9999999999"), ..all() }, vec![5]),
        (Filter { since: Some(at(MORNING + 3)), ..all() }, vec![6, 5, 4, 3]),
        (Filter { until: Some(at(MORNING + 3)), ..all() }, vec![2, 1]),
        (Filter { since: Some(at(MORNING + 3)), until: Some(at(MORNING + 5)), ..all() }, vec![4, 3]),
        (Filter { since: Some(Timestamp::MIN), until: Some(Timestamp::MAX), ..all() }, vec![6, 5, 4, 3, 2, 1]),
        (Filter { direction: Some(Direction::In), ..all() }, vec![6, 2, 1]),
        (Filter { direction: Some(Direction::Out), ..all() }, vec![5, 4, 3]),
        (Filter { failed: true, ..all() }, vec![4, 2]),
        (Filter { failed: true, direction: Some(Direction::Out), ..all() }, vec![4]),
        (Filter { verdict: text("rejected"), event: text("nts.*"), limit: Some(1), ..all() }, vec![2]),
        (Filter { limit: Some(2), oldest_first: true, ..all() }, vec![1, 2]),
    ] {
        let listing = store.list(&filter).unwrap();
        let numbers: Vec<_> = ids(&listing.entries).iter().map(|id| id & 0xff).collect();
        assert_eq!(numbers, expected, "{filter:?}");
        assert_eq!(store.count(&filter).unwrap(), expected.len() as u64, "{filter:?}");
    }
}

fn found(store: &mut Store, text: &str) -> Result<u64, SelectError> {
    store.find(&Selector::parse(text).unwrap()).map(|entry| entry.id().bits())
}

#[test]
fn names_lead_to_one_entry() {
    // Thirty-two and more are indexed, the newest ones not yet.
    let home = Home::with((0..70).map(|number| captured(capture(number))));
    let mut store = home.open(Access::Read);
    for (text, number) in [
        ("latest", 69),
        ("latest~0", 69),
        ("latest~69", 0),
        ("1000000000000000", 0),
        ("1000000000000045", 69),
        ("100000000000002A", 42),
        ("100000000000001f", 31),
        ("1000000000000020", 32),
    ] {
        assert_eq!(found(&mut store, text), Ok(capture(number).id.bits()), "{text}");
    }
    assert_eq!(found(&mut store, "latest~70"), Err(SelectError::TooFew("latest~70".to_owned())));
    assert_eq!(found(&mut store, "2"), Err(SelectError::Unknown("2".to_owned())));
    assert_eq!(found(&mut store, "1000000000000046"), Err(SelectError::Unknown("1000000000000046".to_owned())));
}

#[test]
fn a_prefix_of_several_lists_the_newest_of_them() {
    let home = Home::with((0..70).map(|number| captured(capture(number))));
    let mut store = home.open(Access::Read);
    let ambiguous = |store: &mut Store, text: &str| match found(store, text) {
        Err(SelectError::Ambiguous { candidates, more, .. }) => {
            (candidates.iter().map(|id| id.bits() - (1 << 60)).collect::<Vec<_>>(), more)
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(ambiguous(&mut store, "1"), (vec![69, 68, 67, 66, 65], true));
    assert_eq!(ambiguous(&mut store, "100000000000004"), (vec![69, 68, 67, 66, 65], true));
    let few = Home::with([captured(capture(1)), captured(capture(2))]);
    assert_eq!(ambiguous(&mut few.open(Access::Read), "10"), (vec![2, 1], false));
}

#[test]
fn an_empty_history_says_so() {
    let home = Home::new();
    let mut store = home.open(Access::Durable);
    for text in ["latest", "latest~3", "a"] {
        assert_eq!(found(&mut store, text), Err(SelectError::Empty), "{text}");
    }
    assert_eq!(store.list(&Filter::default()).unwrap(), Listing::default());
}

#[test]
fn a_changed_record_is_named_and_the_others_are_listed() {
    for (sql, damaged) in [
        ("UPDATE captures SET body = X'00'", vec![1, 2]),
        ("UPDATE captures SET peer = 'x' WHERE seq = (SELECT min(seq) FROM captures)", vec![1]),
        ("UPDATE captures SET flags = '[' WHERE seq = (SELECT min(seq) FROM captures)", vec![1]),
        ("UPDATE captures SET auth = 'perhaps' WHERE seq = (SELECT min(seq) FROM captures)", vec![1]),
        ("UPDATE captures SET head = NULL, shape = NULL WHERE seq = (SELECT max(seq) FROM captures)", vec![2]),
        ("UPDATE heads SET text = X'00'", vec![2]),
        ("UPDATE deliveries SET body = X'00'", vec![3]),
        ("UPDATE attempts SET slug = 'json'", vec![3]),
        ("UPDATE attempts SET verdict = NULL", vec![3]),
        ("UPDATE attempts SET body = 5", vec![3]),
        ("UPDATE entries SET corp_num = '7' WHERE direction = 1", vec![3]),
    ] {
        let home = Home::with([captured(capture(1)), captured(capture(2)), delivered(delivery(3))]);
        rusqlite::Connection::open(home.place.path()).unwrap().execute_batch(sql).unwrap();
        let mut store = home.open(Access::Read);
        let listing = store.list(&Filter::default()).unwrap();
        let mut found: Vec<_> = listing.damaged.iter().map(|id| id.bits() & 0xff).collect();
        found.sort_unstable();
        assert_eq!(found, damaged, "{sql}");
        assert_eq!(listing.entries.len() + damaged.len(), 3, "{sql}");
        let error = store.find(&Selector::Prefix(listing.damaged[0].to_string())).unwrap_err();
        let name = listing.damaged[0].to_string();
        assert!(
            matches!(&error, SelectError::Store(StoreError::Damaged { detail, .. }) if detail.contains(&name)),
            "{error}"
        );
    }
}
