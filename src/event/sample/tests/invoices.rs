//! Invoices and receipts crawled from NTS add up and contradict themselves nowhere.

use std::collections::BTreeSet;

use super::*;
use crate::event::CorpNum;

fn won(object: &Map<String, Value>, key: &str) -> i64 {
    text(object, key).parse().unwrap_or_else(|_| panic!("{key} in {object:?}"))
}

/// A number with up to two decimals, in hundredths.
fn hundredths(text: &str) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let magnitude: i64 = whole.trim_start_matches('-').parse().unwrap();
    let part: i64 = format!("{part:0<2}").parse().unwrap();
    let sign = if text.starts_with('-') { -1 } else { 1 };
    sign * (magnitude * 100 + part)
}

fn rows(body: &Map<String, Value>) -> Vec<&Map<String, Value>> {
    body["detailList"].as_array().unwrap().iter().map(|row| row.as_object().unwrap()).collect()
}

fn invoices() -> impl Strategy<Value = SampleRequest> {
    requests().prop_filter("an invoice", |request| request.kind.family == Family::NtsTaxInvoice)
}

fn parties_have_valid_numbers(body: &Map<String, Value>) -> bool {
    ["invoicerCorpNum", "invoiceeCorpNum", "trusteeCorpNum"]
        .into_iter()
        .filter_map(|key| body.get(key).and_then(Value::as_str))
        .filter(|number| number.len() == 10)
        .all(|number| number.parse::<CorpNum>().unwrap().has_valid_check_digit())
}

proptest! {
    #[test]
    fn amounts_add_up(request in invoices()) {
        let body = made(&request).body;
        let tax_type = text(&body, "taxType");
        let (mut supply, mut tax) = (0, 0);
        for (row, number) in rows(&body).into_iter().zip(1..) {
            prop_assert_eq!(&row["serialNum"], number);
            let product = hundredths(text(row, "qty")) * hundredths(text(row, "unitCost"));
            prop_assert_eq!(product, won(row, "supplyCost") * 10_000);
            let rate = if tax_type == "과세" { won(row, "supplyCost") / 10 } else { 0 };
            prop_assert_eq!(won(row, "tax"), rate);
            supply += won(row, "supplyCost");
            tax += won(row, "tax");
        }
        prop_assert!((1..=6).contains(&rows(&body).len()));
        prop_assert_eq!((won(&body, "supplyCostTotal"), won(&body, "taxTotal")), (supply, tax));
        prop_assert_eq!(won(&body, "totalAmount"), supply + tax);
        let paid: Vec<i64> = ["cash", "chkBill", "credit", "note"]
            .into_iter()
            .filter(|key| body.contains_key(*key))
            .map(|key| won(&body, key))
            .collect();
        match text(&body, "purposeType") {
            "영수" => prop_assert_eq!(paid.iter().sum::<i64>(), supply + tax),
            "청구" => prop_assert!(paid.is_empty() || paid.iter().sum::<i64>() == supply + tax),
            _ => prop_assert!(paid.is_empty()),
        }
    }

    #[test]
    fn dates_agree(request in invoices()) {
        let body = made(&request).body;
        let (written, issued) = (text(&body, "writeDate"), text(&body, "issueDT"));
        prop_assert!(written <= &issued[..8] && issued < request.at.stamp().as_str());
        prop_assert!(written[..6] == issued[..6] || &issued[6..8] <= "10");
        prop_assert_eq!(&text(&body, "ntsconfirmNum")[..8], written);
        prop_assert_eq!(body.contains_key("sendDate"), request.edition == Edition::Current);
        if let Some(filed) = body.get("sendDate").and_then(Value::as_str) {
            prop_assert!(&issued[..8] <= filed && filed <= request.at.day().as_str());
        }
        for row in rows(&body) {
            let delivered = text(row, "purchaseDT");
            prop_assert!(delivered <= written && delivered[..6] == written[..6]);
        }
    }

    #[test]
    fn parties_agree_with_type_and_member(request in invoices()) {
        let event = made(&request);
        let (body, member) = (&event.body, event.corp_num.to_string());
        let code = u16::try_from(body["invoiceType"].as_u64().unwrap()).unwrap();
        let invoice_type = InvoiceType::try_from(code).unwrap();
        prop_assert!(invoice_types(request.kind).contains(&invoice_type));
        prop_assert_eq!(text(body, "taxType"), invoice_type.tax_type());
        let buys = request.kind.id == "nts.purchase" || invoice_type.is_import();
        let (own, other) =
            if buys { ("invoiceeCorpNum", "invoicerCorpNum") } else { ("invoicerCorpNum", "invoiceeCorpNum") };
        prop_assert_eq!(text(body, own), member.as_str());
        prop_assert_ne!(text(body, other), member.as_str());
        prop_assert!(parties_have_valid_numbers(body));
        prop_assert_eq!(body.contains_key("trusteeCorpNum"), invoice_type.is_consigned());
        for key in body.keys().filter(|key| key.starts_with("trustee")) {
            prop_assert!(invoice_type.is_consigned(), "{}", key);
        }
        let buyer = text(body, "invoiceeCorpNum");
        match text(body, "invoiceeType") {
            "사업자" => prop_assert_eq!(buyer.len(), 10),
            "개인" => prop_assert!(buyer.len() == 13 && &buyer[2..6] == "0000"),
            _ => prop_assert!(buyer == "9999999999999" && request.kind.id == "nts.foreigner"),
        }
        prop_assert!(request.kind.id != "nts.foreigner" || buyer == "9999999999999");
        if body.contains_key("invoiceeMgtKey") {
            prop_assert_eq!(text(body, "invoiceeType"), "사업자");
        }
    }

    #[test]
    fn revisions_say_what_they_revise(request in invoices()) {
        let body = made(&request).body;
        let code = body.get("modifyCode").and_then(Value::as_u64);
        let is_revised = matches!(body["invoiceType"].as_u64().unwrap() / 100, 2 | 4);
        prop_assert_eq!(code.is_some(), is_revised);
        prop_assert_eq!(body.contains_key("orgNTSConfirmNum"), is_revised);
        let total = won(&body, "totalAmount");
        match code {
            None => prop_assert!(total > 0),
            Some(3 | 4 | 6) => prop_assert!(total < 0),
            Some(5) => prop_assert_eq!(total > 0, text(&body, "taxType") == "영세"),
            Some(_) => prop_assert_ne!(total, 0),
        }
        if code.is_some() {
            let original = text(&body, "orgNTSConfirmNum");
            prop_assert_ne!(original, text(&body, "ntsconfirmNum"));
            prop_assert!(&original[..8] <= text(&body, "writeDate"));
        }
    }

    #[test]
    fn receipts_add_up(request in requests()) {
        let request = SampleRequest { kind: find("nts.cashbill").unwrap(), invoice_type: None, ..request };
        let body = made(&request).body;
        let sum = won(&body, "supplyCost") + won(&body, "tax") + won(&body, "serviceFee");
        prop_assert_eq!(won(&body, "totalAmount"), sum);
        prop_assert_eq!(won(&body, "tax"), won(&body, "supplyCost") / 10);
        prop_assert_eq!(text(&body, "tradeDate"), &text(&body, "tradeDT")[..8]);
        prop_assert!(text(&body, "tradeDT") < request.at.stamp().as_str());
        prop_assert!(text(&body, "invoiceType") == "매출" || text(&body, "tradeUsage") == "지출증빙용");
    }
}

#[test]
fn every_documented_type_and_code_can_be_made() {
    let mut types = BTreeSet::new();
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for kind in CATALOG.iter().filter(|kind| kind.family == Family::NtsTaxInvoice) {
        let fitting = invoice_types(kind);
        kinds.push((kind.id, fitting.len()));
        for one in fitting {
            let body = made(&SampleRequest { invoice_type: Some(one), ..request(kind.id, 3) }).body;
            assert_eq!(body["invoiceType"], one.code());
            types.insert(one);
        }
    }
    assert_eq!(types, BTreeSet::from(InvoiceType::ALL));
    assert_eq!(
        kinds,
        [
            ("nts.sales", 12),
            ("nts.purchase", 16),
            ("nts.revised", 8),
            ("nts.consigned", 6),
            ("nts.exempt", 6),
            ("nts.foreigner", 12)
        ]
    );
}

#[test]
fn seeds_reach_what_receivers_stumble_over() {
    let bodies: Vec<Map<String, Value>> = (0..300).map(|seed| made(&request("nts.sales", seed)).body).collect();
    let some = |what: &dyn Fn(&Map<String, Value>) -> bool| bodies.iter().filter(|body| what(body)).count();
    let outside = |body: &Map<String, Value>| {
        Value::Object(body.clone()).to_string().contains(['똠', '햏', '뷁', '쌰', '펲', '쓔'])
    };
    assert!((30..290).contains(&some(&outside)), "{}", some(&outside));
    for kind in ["사업자", "개인"] {
        assert!(some(&|body| text(body, "invoiceeType") == kind) > 5, "{kind}");
    }
    for purpose in ["영수", "청구", "없음"] {
        assert!(some(&|body| text(body, "purposeType") == purpose) > 5, "{purpose}");
    }
    let optional = ["remark1", "remark3", "invoicerMgtKey", "invoiceeMgtKey", "invoicerTaxRegID", "invoiceeEmail2"];
    for key in optional.into_iter().chain(["chkBill", "note", "credit", "cash", "serialNum"]) {
        let with = some(&|body| body.contains_key(key));
        assert!((3..298).contains(&with), "{key} {with}");
    }
    assert!(some(&|body| rows(body).iter().any(|row| text(row, "qty").contains('.'))) > 5);
    assert!(some(&|body| rows(body).iter().any(|row| text(row, "unitCost").contains('.'))) > 5);
}

#[test]
fn two_kinds_of_one_seed_are_two_invoices() {
    let numbers: BTreeSet<String> = CATALOG
        .iter()
        .filter(|kind| kind.family == Family::NtsTaxInvoice)
        .flat_map(|kind| invoice_types(kind).into_iter().map(move |one| (kind, one)))
        .map(|(kind, one)| SampleRequest { invoice_type: Some(one), ..request(kind.id, 1) })
        .map(|request| text(&made(&request).body, "ntsconfirmNum").to_owned())
        .collect();
    assert_eq!(numbers.len(), 60);
}
