//! What goes in comes out, whatever it is.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::*;

fn instant() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        (MORNING - 5..MORNING + 5).prop_map(at),
        (Timestamp::MIN.as_millisecond()..=Timestamp::MAX.as_millisecond()).prop_map(at),
    ]
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![vec(any::<u8>(), 0..40), vec(any::<u8>(), 3000..20_000), Just(vec![0; 5])]
}

fn id() -> impl Strategy<Value = RecordId> {
    any::<u64>().prop_map(RecordId::from_bits)
}

fn head() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        bytes(),
        Just(b"POST / HTTP/1.1\r\nPb-Webhook-MID: m1\r\nPb-Webhook-Corpnum: 1\r\nContent-Length: 0\r\n\r\n".to_vec()),
    ]
}

fn forwarded() -> impl Strategy<Value = Forwarded> {
    (any::<String>(), any::<Option<u16>>(), "accepted|rejected|", any::<String>(), any::<u64>())
        .prop_map(|(url, status, verdict, slug, elapsed_us)| Forwarded { url, status, verdict, slug, elapsed_us })
}

fn any_capture() -> impl Strategy<Value = CaptureRecord> {
    let texts = (any::<String>(), of(any::<String>()), of(any::<String>()), of(any::<String>()));
    let identity = (id(), instant(), of("m1|m2|"), of("1|2|"));
    let rest = (0..4usize, vec(any::<String>(), 0..4), any::<Option<u16>>(), bytes(), of(forwarded()));
    (texts, identity, rest, head(), bytes()).prop_map(|(texts, identity, rest, head, body)| CaptureRecord {
        id: identity.0,
        received_at: identity.1,
        peer: texts.0,
        head,
        body,
        event: texts.1,
        webhook_type: texts.2,
        event_type: texts.3,
        message_id: identity.2,
        corp_num: identity.3,
        auth: Auth::ALL[rest.0],
        flags: rest.1,
        reply: Reply { status: rest.2, body: rest.3 },
        forwarded: rest.4,
    })
}

fn any_result() -> impl Strategy<Value = AttemptResult> {
    let texts = (any::<String>(), any::<String>(), of(any::<String>()), of(any::<String>()));
    (texts, any::<u64>(), any::<Option<u16>>(), bytes(), bytes()).prop_map(|(texts, elapsed_us, status, head, body)| {
        let (verdict, slug, category, detail) = texts;
        AttemptResult { elapsed_us, status, verdict, slug, category, head, body, detail }
    })
}

pub(super) fn any_delivery() -> impl Strategy<Value = StoredDelivery> {
    let texts = (of(any::<String>()), any::<String>(), any::<String>(), any::<String>());
    let rest = (any::<u32>(), any::<Option<u64>>(), of(id()), of("acknowledged|exhausted|"));
    let attempts = vec((instant(), instant(), of(any_result())), 0..4);
    (texts, id(), instant(), rest, attempts, head(), bytes()).prop_map(
        |(texts, id, created_at, rest, attempts, head, body)| {
            let numbered = attempts.into_iter().zip(1..);
            let attempts = numbered
                .map(|((due_at, sent_at, result), number)| AttemptRecord { number, due_at, sent_at, result })
                .collect();
            let record = DeliveryRecord {
                id,
                created_at,
                event: texts.0,
                message_id: texts.1,
                corp_num: texts.2,
                url: texts.3,
                head,
                body,
                of: rest.0,
                seed: rest.1,
                origin: rest.2,
                outcome: rest.3,
            };
            StoredDelivery { record, attempts }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn captures_come_back(records in vec(any_capture(), 1..12)) {
        let home = Home::with(records.iter().cloned().map(captured));
        let mut store = home.open(Access::Read);
        for record in records {
            let entry = store.find(&Selector::Prefix(record.id.to_string())).unwrap();
            let Entry::Capture(found) = entry else { panic!("{entry:?}") };
            prop_assert_eq!(found.record, record);
        }
    }

    #[test]
    fn deliveries_come_back(records in vec(any_delivery(), 1..6)) {
        let home = Home::new();
        let mut store = home.open(Access::Quick);
        for delivery in &records {
            store.add_delivery(&delivery.record, &delivery.attempts).unwrap();
        }
        for delivery in records {
            let entry = store.find(&Selector::Prefix(delivery.record.id.to_string())).unwrap();
            prop_assert_eq!(entry, delivered(delivery));
        }
    }

    #[test]
    fn a_delivery_grows_attempt_by_attempt(whole in any_delivery()) {
        let home = Home::new();
        let mut store = home.open(Access::Durable);
        let opened = store.begin_delivery(&DeliveryRecord { outcome: None, ..whole.record.clone() }).unwrap();
        for attempt in &whole.attempts {
            store.start_attempt(opened, &AttemptRecord { result: None, ..attempt.clone() }).unwrap();
            if let Some(result) = &attempt.result {
                store.finish_attempt(opened, attempt.number, result).unwrap();
            }
        }
        if let Some(outcome) = &whole.record.outcome {
            store.end_delivery(opened, outcome).unwrap();
        }
        prop_assert_eq!(home.list(), [delivered(whole)]);
    }
}

#[test]
fn what_is_finer_than_a_millisecond_is_dropped() {
    let fine: Timestamp = "2026-01-05T01:00:00.123456789Z".parse().unwrap();
    let home = Home::with([captured(CaptureRecord { received_at: fine, ..capture(1) })]);
    assert_eq!(home.list()[0].at(), "2026-01-05T01:00:00.123Z".parse::<Timestamp>().unwrap());
}

#[test]
fn an_open_delivery_is_found_again_and_goes_on() {
    let home = Home::new();
    let whole = delivery(7);
    let mut store = home.open(Access::Durable);
    store.begin_delivery(&DeliveryRecord { outcome: None, ..whole.record.clone() }).unwrap();
    drop(store);
    let mut store = home.open(Access::Durable);
    let opened = store.open_delivery(whole.record.id).unwrap().unwrap();
    store.start_attempt(opened, &AttemptRecord { result: None, ..whole.attempts[0].clone() }).unwrap();
    let Entry::Delivery(unfinished) = store.find(&Selector::Latest(0)).unwrap() else { panic!() };
    assert_eq!((unfinished.attempts[0].result.clone(), unfinished.record.outcome), (None, None));
    assert_eq!(store.open_delivery(RecordId::from_bits(1)).unwrap(), None);
}

#[test]
fn an_attempt_is_finished_once_and_only_after_its_start() {
    let home = Home::new();
    let mut store = home.open(Access::Durable);
    let opened = store.begin_delivery(&DeliveryRecord { outcome: None, ..delivery(1).record }).unwrap();
    let gone = Err(StoreError::Gone { path: home.place.path().to_owned() });
    assert_eq!(store.finish_attempt(opened, 1, &result("accepted", "string")), gone);
    store.start_attempt(opened, &attempt(1, at(MORNING), None)).unwrap();
    assert!(store.start_attempt(opened, &attempt(1, at(MORNING), None)).is_err(), "a number is given once");
    store.finish_attempt(opened, 1, &result("rejected", "read-timeout")).unwrap();
    assert_eq!(store.finish_attempt(opened, 1, &result("accepted", "string")), gone);
    store.prune(Prune::All).unwrap();
    assert_eq!(store.start_attempt(opened, &attempt(2, at(MORNING), None)), gone);
    assert_eq!(store.end_delivery(opened, "exhausted"), gone);
}

#[test]
fn an_attempt_that_was_refused_leaves_the_store_as_it_was() {
    let home = Home::new();
    let mut store = home.open(Access::Durable);
    let whole = delivery(1);
    let twice = [whole.attempts[0].clone(), whole.attempts[0].clone()];
    assert!(store.add_delivery(&whole.record, &twice).is_err());
    assert_eq!(home.list(), [], "all of it or nothing");
    store.add_delivery(&whole.record, &whole.attempts).unwrap();
    assert_eq!(home.list(), [delivered(whole)]);
}
