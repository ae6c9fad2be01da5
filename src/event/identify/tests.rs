//! Which event a payload is, as a table.

use serde_json::json;

use super::*;

fn id(hint: Hint<'_>, body: &Value) -> (Option<Family>, Option<&'static str>) {
    let found = identify(hint, body);
    (found.family, found.kind.map(|kind| kind.id))
}

#[test]
fn every_state_row_is_found_by_type_and_state() {
    for kind in CATALOG.iter().filter(|kind| kind.state_code.is_some() && kind.id != "cashbill.cancel") {
        let code = kind.state_code.unwrap();
        let state = if kind.family == Family::Statement { json!(code.to_string()) } else { json!(code) };
        let body = json!({"eventType": kind.event_type, "stateCode": state});
        let hint = Hint { webhook_type: Some(kind.family.webhook_type(Edition::Current)), ..Hint::default() };
        assert_eq!(id(hint, &body), (Some(kind.family), Some(kind.id)));
    }
}

#[test]
fn the_body_is_enough() {
    for (body, family, kind) in [
        (json!({"franchiseCorpNum": "1", "eventType": "Issue", "stateCode": 300}), Family::Cashbill, "cashbill.issue"),
        (json!({"confirmNum": "1", "eventType": "NTS", "stateCode": 305}), Family::Cashbill, "cashbill.nts-failure"),
        (
            json!({"ntsconfirmNum": "1", "eventType": "NTS", "stateCode": 304}),
            Family::TaxInvoice,
            "taxinvoice.nts-success",
        ),
        (json!({"invoicerMgtKey": "1", "eventType": "OPEN", "stateCode": 304}), Family::TaxInvoice, "taxinvoice.open"),
        (
            json!({"invoicerMgtKey": "1", "eventType": "MANUAL", "stateCode": 600}),
            Family::TaxInvoice,
            "taxinvoice.cancel",
        ),
        (json!({"itemKey": "1", "eventType": "Cancel", "stateCode": "600"}), Family::Statement, "statement.cancel"),
        (json!({"invoiceNum": "1", "eventType": "OPEN", "stateCode": "300"}), Family::Statement, "statement.open"),
        (json!({"tradeUsage": "소득공제용", "ntsconfirmNum": "1"}), Family::NtsCashbill, "nts.cashbill"),
        (json!({"receiptNum": "1", "state": 3}), Family::Kakao, "kakao.result"),
        (json!({"writeDate": "1", "invoiceType": 203}), Family::NtsTaxInvoice, "nts.revised"),
        (json!({"writeDate": "1", "invoiceType": 103}), Family::NtsTaxInvoice, "nts.consigned"),
        (json!({"writeDate": "1", "invoiceType": 301}), Family::NtsTaxInvoice, "nts.exempt"),
        (
            json!({"writeDate": "1", "invoiceType": 101, "invoiceeType": "외국인"}),
            Family::NtsTaxInvoice,
            "nts.foreigner",
        ),
        (json!([{"writeDate": "1", "invoiceType": 401}]), Family::NtsTaxInvoice, "nts.revised"),
    ] {
        assert_eq!(id(Hint::default(), &body), (Some(family), Some(kind)), "{body}");
    }
}

#[test]
fn what_is_not_clear_stays_open() {
    for (body, family) in [
        (json!({"corpNum": "1234567891"}), None),
        (json!({}), None),
        (json!([]), None),
        (json!("OK"), None),
        (json!({"confirmNum": "1", "eventType": "Cancel", "stateCode": 300}), Some(Family::Cashbill)),
        (json!({"confirmNum": "1", "eventType": "NTS", "stateCode": 300}), Some(Family::Cashbill)),
        (json!({"confirmNum": "1", "eventType": "MANUAL"}), Some(Family::Cashbill)),
        (json!({"writeDate": "1", "invoiceType": 101}), Some(Family::NtsTaxInvoice)),
    ] {
        assert_eq!(id(Hint::default(), &body), (family, None), "{body}");
    }
}

#[test]
fn the_member_tells_a_sale_from_a_purchase() {
    let body = json!({"invoicerCorpNum": "1234567891", "invoiceeCorpNum": "6798700433", "invoiceType": 101});
    for (corp_num, kind) in
        [("1234567891", Some("nts.sales")), ("6798700433", Some("nts.purchase")), ("1111111119", None)]
    {
        let hint = Hint { corp_num: Some(corp_num), ..Hint::default() };
        assert_eq!(id(hint, &body), (Some(Family::NtsTaxInvoice), kind));
    }
}

#[test]
fn the_classic_label_is_recognised() {
    let body = json!({"writeDate": "20260105", "invoicerCorpNum": "1234567891"});
    let label = |name| Hint { webhook_type: Some(name), ..Hint::default() };
    assert_eq!(identify(label("TAXINVOICE.STATE"), &body).edition, Edition::Classic);
    assert_eq!(identify(label("HT.TAXINVOICEXML"), &body).edition, Edition::Current);
    let forced = Hint { edition: Some(Edition::Current), ..label("TAXINVOICE.STATE") };
    assert_eq!(identify(forced, &body).edition, Edition::Current);
    let state = json!({"stateCode": 300, "eventType": "Issue"});
    assert_eq!(identify(label("TAXINVOICE.STATE"), &state).family, Some(Family::TaxInvoice));
    assert_eq!(identify(label("TAXINVOICE.STATE"), &state).edition, Edition::Current);
    assert_eq!(identify(label("NO.SUCH"), &json!({"stateCode": 300})).family, None);
}
