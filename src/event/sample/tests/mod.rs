//! What holds for every sample, whatever its seed and time.

mod fixtures;
mod forms;
mod invoices;
mod life;

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::*;
use crate::event::{CATALOG, encode, find};

fn request(id: &str, seed: u64) -> SampleRequest {
    SampleRequest {
        kind: find(id).expect("a catalogue id"),
        edition: Edition::Current,
        seed,
        at: EventTime::SEEDED,
        manual: false,
        corp_num: None,
        message_id: None,
        invoice_type: None,
    }
}

fn made(request: &SampleRequest) -> Event {
    sample(request).expect("a request without contradictions")
}

fn text<'a>(body: &'a Map<String, Value>, key: &str) -> &'a str {
    body.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("{key} in {body:?}"))
}

/// Requests for every event, edition and seed, from 2001 to 2099.
fn requests() -> impl Strategy<Value = SampleRequest> {
    let kinds = (0..CATALOG.len()).prop_map(|row| &CATALOG[row]);
    let types = prop::option::of(0..16_usize);
    (kinds, any::<bool>(), prop_oneof![any::<u64>(), 0..1000_u64], 978_307_200..4_102_272_000_i64, types).prop_map(
        |(kind, is_current, seed, seconds, row)| {
            let fitting = invoice_types(kind);
            SampleRequest {
                kind,
                edition: if is_current { Edition::Current } else { Edition::Classic },
                seed,
                at: EventTime::from_timestamp(jiff::Timestamp::from_second(seconds).expect("a year in range")),
                manual: false,
                corp_num: None,
                message_id: None,
                invoice_type: row.and_then(|row| fitting.get(row % fitting.len().max(1)).copied()),
            }
        },
    )
}

proptest! {
    #[test]
    fn equal_requests_give_equal_bytes(request in requests()) {
        let first = made(&request);
        prop_assert_eq!(encode(&first), encode(&made(&request.clone())));
        prop_assert_eq!(first.message_id, made(&request).message_id);
    }

    #[test]
    fn no_time_is_too_far_away(request in requests(), seconds: i64, manual: bool) {
        let (first, last) = (jiff::Timestamp::MIN.as_second(), jiff::Timestamp::MAX.as_second());
        for second in [first, last, seconds.clamp(first, last)] {
            let at = EventTime::from_timestamp(jiff::Timestamp::from_second(second).unwrap());
            let event = sample(&SampleRequest { at, manual, ..request.clone() });
            prop_assert_eq!(event.is_ok(), !manual || request.kind.can_be_manual());
        }
    }

    #[test]
    fn a_message_id_has_the_sample_form_and_is_the_kinds_own(request in requests(), row in 0..CATALOG.len()) {
        let other = SampleRequest { kind: &CATALOG[row], invoice_type: None, ..request.clone() };
        let (own, others) = (made(&request).message_id, made(&other).message_id);
        prop_assert!(own.has_sample_form(), "{}", own);
        prop_assert_eq!(own == others, request.kind.id == other.kind.id);
        prop_assert_eq!(&own.as_str()[..5], format!("0{}", &request.at.stamp()[2..6]));
    }

    #[test]
    fn a_named_member_and_id_are_used(request in requests(), seed: u64) {
        let corp_num = member(seed);
        let message_id: MessageId = "mine".parse().unwrap();
        let asked = SampleRequest { corp_num: Some(corp_num), message_id: Some(message_id.clone()), ..request };
        let event = made(&asked);
        prop_assert_eq!(event.corp_num, corp_num);
        prop_assert_eq!(&event.message_id, &message_id);
        if asked.kind.id != "nts.cashbill" {
            prop_assert!(String::from_utf8(encode(&event)).unwrap().contains(&corp_num.to_string()));
        }
    }
}

#[test]
fn manual_changes_the_event_type_and_nothing_else() {
    for kind in &CATALOG {
        let plain = made(&request(kind.id, 5));
        let manual = sample(&SampleRequest { manual: true, ..request(kind.id, 5) });
        if let Some(own) = kind.event_type {
            let manual = manual.unwrap();
            assert_eq!((plain.event_type.as_deref(), manual.event_type.as_deref()), (Some(own), Some("MANUAL")));
            let mut changed = plain.body.clone();
            changed.insert("eventType".to_owned(), "MANUAL".into());
            assert_eq!(Event { body: changed, event_type: manual.event_type.clone(), ..plain }, manual, "{}", kind.id);
        } else {
            assert_eq!(manual, Err(SampleError::ManualWithoutEventType { event: kind.id }));
            assert_eq!(plain.event_type, None);
            assert!(!plain.body.contains_key("eventType"));
        }
    }
}

#[test]
fn times_keep_their_length_at_the_ends_of_the_calendar() {
    for day in ["0001-01-10T00:00:00Z", "9998-12-20T00:00:00Z"] {
        let at = EventTime::parse(day).unwrap();
        for id in ["taxinvoice.nts-success", "cashbill.nts-failure", "nts.revised"] {
            let body = made(&SampleRequest { at, ..request(id, 1) }).body;
            assert_eq!(text(&body, "issueDT").len(), 14, "{day}");
            let number = body.get("ntsconfirmNum").and_then(Value::as_str);
            assert!(number.is_none_or(|number| number.len() == 24), "{day}");
        }
    }
}

#[test]
fn contradictions_are_said() {
    let asked = |id, code: u16| {
        let given = InvoiceType::try_from(code).unwrap();
        sample(&SampleRequest { invoice_type: Some(given), ..request(id, 1) }).unwrap_err().to_string()
    };
    let manual = sample(&SampleRequest { manual: true, ..request("nts.sales", 1) }).unwrap_err();
    assert_eq!(manual.to_string(), "nts.sales has no eventType, so it cannot say MANUAL");
    assert_eq!(
        asked("nts.consigned", 101),
        "nts.consigned cannot have the invoiceType 101; it can have 103, 105, 203, 205, 303, 403"
    );
    assert_eq!(
        asked("cashbill.issue", 101),
        "cashbill.issue has no invoiceType, so it cannot be a 101; only invoices crawled from NTS have one"
    );
    assert!(asked("nts.cashbill", 101).contains("has no invoiceType"));
}

#[test]
fn a_burst_shares_no_key() {
    for (id, key) in [
        ("taxinvoice.issue", "itemKey"),
        ("taxinvoice.issue", "ntsconfirmNum"),
        ("cashbill.issue", "confirmNum"),
        ("statement.issue", "invoiceNum"),
        ("kakao.result", "receiptNum"),
        ("nts.cashbill", "ntsconfirmNum"),
    ] {
        let keys: std::collections::BTreeSet<String> =
            (0..2_000).map(|seed| text(&made(&request(id, seed)).body, key).to_owned()).collect();
        assert_eq!(keys.len(), 2_000, "{id} {key}");
    }
}
