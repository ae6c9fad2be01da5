//! Generated events are what the documents say: the check finds nothing in them, and knows which they are.

use super::*;
use crate::event::{CATALOG, EventTime, SampleRequest, encode, sample};

fn events(manual: bool) -> impl Iterator<Item = crate::event::Event> {
    let kinds = CATALOG.iter().filter(move |kind| !manual || kind.can_be_manual());
    kinds.flat_map(move |kind| {
        Edition::ALL.into_iter().flat_map(move |edition| {
            (0..12).map(move |seed| {
                let at = EventTime::SEEDED.plus_days(i32::try_from(seed).unwrap_or_default() * 37);
                let request = SampleRequest {
                    kind,
                    edition,
                    seed,
                    at,
                    manual,
                    corp_num: None,
                    message_id: None,
                    invoice_type: None,
                };
                sample(&request).unwrap()
            })
        })
    })
}

fn checked(event: &crate::event::Event, with_headers: bool) -> CheckReport {
    let corp_num = event.corp_num.to_string();
    let family = event.kind.family;
    let hint = Hint {
        webhook_type: Some(family.webhook_type(event.edition)).filter(|_| with_headers),
        event_type: event.event_type.as_deref().filter(|_| with_headers && family.has_event_type_header()),
        corp_num: Some(&corp_num),
        edition: Some(event.edition),
    };
    check(&encode(event), hint)
}

#[test]
fn generated_events_have_no_findings() {
    for manual in [false, true] {
        for event in events(manual) {
            for with_headers in [true, false] {
                let report = checked(&event, with_headers);
                assert_eq!(report.findings, [], "{} {:?}", event.kind.id, event.body);
                assert_eq!(report.family, Some(event.kind.family), "{}", event.kind.id);
            }
        }
    }
}

#[test]
fn generated_events_are_recognised() {
    for event in events(false) {
        // A cancelling receipt is issued like any other; nothing in the body tells it apart.
        let known = if event.kind.id == "cashbill.cancel" { "cashbill.issue" } else { event.kind.id };
        assert_eq!(checked(&event, false).event.map(|kind| kind.id), Some(known), "{:?}", event.body);
    }
}

#[test]
fn a_spoilt_event_has_findings() {
    for mut event in events(false).step_by(12) {
        let first = event.body.keys().next().unwrap().clone();
        event.body.insert(first, Value::Null);
        assert!(!checked(&event, true).is_valid(), "{}", event.kind.id);
    }
}
