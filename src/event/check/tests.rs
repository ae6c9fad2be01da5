//! Payloads and the findings they must have.

use serde_json::json;

use super::*;
use crate::event::CATALOG;

const NO_HINT: Hint<'static> = Hint { webhook_type: None, event_type: None, corp_num: None, edition: None };

/// A valid body of each family, in the shape of the documents' samples.
fn sample(family: Family) -> Value {
    match family {
        Family::TaxInvoice => json!({
            "corpNum": "1234567891", "itemKey": "026010510000000001", "ntsconfirmNum": "20260105888888880000007f",
            "ntssendDT": "20260105100009", "stateCode": 303, "stateDT": "20260105100000",
            "invoicerMgtKey": "df3452345", "closeDownState": 1, "eventDT": "20260105100009", "eventType": "NTS",
        }),
        Family::Cashbill => json!({
            "corpNum": "1234567891", "franchiseCorpNum": "1234567891", "itemKey": "026010510000000001",
            "tradeDate": "20260105", "confirmNum": "TB0001147", "ntssendDT": "20260106000000",
            "ntsresultDT": "20260106100033", "ntsresultCode": "0000", "stateCode": 304, "stateDT": "20260105100000",
            "issueDT": "20260105100000", "mgtKey": "2021121-002", "eventDT": "20260106100033", "eventType": "NTS",
            "interOPYN": true,
        }),
        Family::NtsTaxInvoice => json!({
            "writeDate": "20260105", "ntsconfirmNum": "202601051000000012345678", "issueDT": "20260105100000",
            "sendDate": "20260106", "invoiceType": 101, "taxType": "과세", "taxTotal": "1100", "supplyCostTotal": "11000",
            "totalAmount": "12100", "purposeType": "청구", "invoicerCorpNum": "1234567891", "invoicerCorpName": "가나상사",
            "invoicerTaxRegID": "0001", "invoiceeCorpNum": "6798700433", "invoiceeType": "사업자",
            "detailList": [
                {"serialNum": 1, "purchaseDT": "20260105", "itemName": "품목", "qty": "-1.25", "unitCost": "8000.00",
                 "supplyCost": "10000", "tax": "1000"},
                {"serialNum": 2, "supplyCost": "1000", "tax": "100"},
            ],
        }),
        Family::NtsCashbill => json!({
            "ntsconfirmNum": "TB0001147", "tradeDate": "20260105", "tradeDT": "20260105100000", "tradeType": "승인거래",
            "tradeUsage": "소득공제용", "totalAmount": "1200", "supplyCost": "1000", "tax": "100", "serviceFee": "100",
            "invoiceType": "매입",
        }),
        Family::Statement => json!({
            "corpNum": "1234567891", "itemKey": "026010510000000001", "invoiceNum": "202601050000000000000001",
            "stateCode": "300", "stateDT": "20260105100000", "issueDT": "20260105100000", "mgtKey": "20260105_01",
            "eventDT": "20260105100000", "eventType": "Issue",
        }),
        Family::Kakao => json!({
            "corpNum": "1234567891", "receiptNum": "026010510000000001", "serialNum": 0, "state": 3, "result": 100,
            "receiptDT": "20260105100000", "resultDT": "20260105100003", "sendNum": "07000000000", "contentType": 1,
            "eventType": "RESULT",
        }),
    }
}

/// The sample with members set (`detailList/0/qty`) or, where the name has a minus in front, removed.
fn changed(family: Family, changes: &[(&str, Value)]) -> Value {
    let mut body = sample(family);
    for (path, value) in changes {
        if let Some(gone) = path.strip_prefix('-') {
            body.as_object_mut().unwrap().shift_remove(gone);
        } else if let Some(place) = body.pointer_mut(&format!("/{path}")) {
            *place = value.clone();
        } else {
            body[*path] = value.clone();
        }
    }
    body
}

fn found(body: &Value, hint: Hint<'_>) -> Vec<(String, &'static str, Severity)> {
    let report = check(body.to_string().as_bytes(), hint);
    report.findings.into_iter().map(|finding| (finding.path, finding.rule, finding.severity)).collect()
}

#[test]
fn samples_have_no_findings() {
    for family in Family::ALL {
        let report = check(sample(family).to_string().as_bytes(), NO_HINT);
        assert_eq!((report.findings, report.family), (vec![], Some(family)));
    }
    let two = json!([sample(Family::NtsTaxInvoice), sample(Family::NtsTaxInvoice)]);
    assert_eq!(found(&two, NO_HINT), []);
}

#[test]
fn every_stateful_event_may_be_sent_by_hand() {
    for family in [Family::TaxInvoice, Family::Cashbill, Family::Statement, Family::Kakao] {
        assert_eq!(found(&changed(family, &[("eventType", json!("MANUAL"))]), NO_HINT), [], "{family:?}");
    }
    assert!(CATALOG.iter().filter(|kind| kind.can_be_manual()).all(|kind| kind.family != Family::NtsCashbill));
}

type Row<'a> = (Family, &'a [(&'a str, Value)], &'a [(&'a str, &'static str, Severity)]);

fn assert_rows(rows: &[Row<'_>], hint: Hint<'_>) {
    for (family, changes, expected) in rows {
        let expected: Vec<_> = expected.iter().map(|(path, rule, how)| ((*path).to_owned(), *rule, *how)).collect();
        assert_eq!(found(&changed(*family, changes), hint), expected, "{family:?} {changes:?}");
    }
}

use Family::{Cashbill, Kakao, NtsCashbill, NtsTaxInvoice, Statement, TaxInvoice};
use Severity::{Note, Problem};

#[test]
fn rules_of_the_schema() {
    let no = json!(null);
    assert_rows(
        &[
            (Cashbill, &[("-itemKey", no.clone())], &[("/itemKey", rule::MISSING, Problem)]),
            (Cashbill, &[("-mgtKey", no.clone())], &[]),
            (Cashbill, &[("itemKey", no.clone())], &[("/itemKey", rule::NULL, Problem)]),
            (Cashbill, &[("mgtKey", no.clone())], &[("/mgtKey", rule::NULL, Problem)]),
            (Cashbill, &[("stateCode", json!("304"))], &[("/stateCode", rule::WRONG_TYPE, Problem)]),
            (Statement, &[("stateCode", json!(300))], &[("/stateCode", rule::WRONG_TYPE, Problem)]),
            (Cashbill, &[("interOPYN", json!("true"))], &[("/interOPYN", rule::WRONG_TYPE, Problem)]),
            (Cashbill, &[("stateCode", json!(304.5))], &[("/stateCode", rule::WRONG_TYPE, Problem)]),
            (Cashbill, &[("mgtKey", json!("x".repeat(25)))], &[("/mgtKey", rule::TOO_LONG, Problem)]),
            (Cashbill, &[("mgtKey", json!("x".repeat(24)))], &[]),
            (Cashbill, &[("mgtKey", json!("a b"))], &[("/mgtKey", rule::FORMAT, Problem)]),
            (Cashbill, &[("mgtKey", json!(""))], &[("/mgtKey", rule::FORMAT, Problem)]),
            (Kakao, &[("state", json!(33))], &[("/state", rule::TOO_LONG, Problem)]),
            (Kakao, &[("state", json!(-1))], &[("/state", rule::FORMAT, Problem)]),
            (Kakao, &[("state", json!(4))], &[]),
            (TaxInvoice, &[("-ntsconfirmNum", no.clone())], &[("/ntsconfirmNum", rule::MISSING, Problem)]),
            (TaxInvoice, &[("-ntsconfirmNum", no.clone()), ("eventType", json!("Request"))], &[]),
            (NtsCashbill, &[("tradeType", json!("거래"))], &[("/tradeType", rule::NOT_LISTED, Problem)]),
        ],
        NO_HINT,
    );
}

#[test]
fn rules_of_crawled_invoices() {
    let lines = |count: usize| json!(vec![json!({"supplyCost": "0", "tax": "0"}); count]);
    let empty = [("taxTotal", json!("0")), ("supplyCostTotal", json!("0")), ("totalAmount", json!("0"))];
    let with_lines = |count| [empty.to_vec(), vec![("detailList", lines(count))]].concat();
    assert_rows(
        &[
            (NtsTaxInvoice, &[("invoiceType", json!(302))], &[("/invoiceType", rule::NOT_LISTED, Problem)]),
            (NtsTaxInvoice, &[("invoiceType", json!("101"))], &[("/invoiceType", rule::WRONG_TYPE, Problem)]),
            (NtsTaxInvoice, &[("invoiceType", json!(201))], &[("/modifyCode", rule::MISSING, Problem)]),
            (NtsTaxInvoice, &[("invoiceType", json!(404)), ("modifyCode", json!(6))], &[]),
            (NtsTaxInvoice, &[("modifyCode", json!(7))], &[("/modifyCode", rule::NOT_LISTED, Problem)]),
            (NtsTaxInvoice, &[("invoiceeType", json!("개인"))], &[("/invoiceeCorpNum", rule::FORMAT, Problem)]),
            (
                NtsTaxInvoice,
                &[("invoiceeCorpNum", json!("9".repeat(13)))],
                &[("/invoiceeCorpNum", rule::FORMAT, Problem)],
            ),
            (NtsTaxInvoice, &[("invoiceeType", json!("외국인")), ("invoiceeCorpNum", json!("9".repeat(13)))], &[]),
            (NtsTaxInvoice, &[("invoiceeCorpNum", json!("12345"))], &[("/invoiceeCorpNum", rule::FORMAT, Problem)]),
            (NtsTaxInvoice, &[("taxType", json!("면세품"))], &[("/taxType", rule::NOT_LISTED, Problem)]),
            (NtsTaxInvoice, &with_lines(99), &[]),
            (NtsTaxInvoice, &with_lines(100), &[("/detailList", rule::TOO_LONG, Problem)]),
            (NtsTaxInvoice, &[("detailList/0/qty", json!("1.255"))], &[("/detailList/0/qty", rule::FORMAT, Problem)]),
            (NtsTaxInvoice, &[("detailList/1", json!("x"))], &[("/detailList/1", rule::NOT_AN_OBJECT, Problem)]),
            (NtsTaxInvoice, &[("totalAmount", json!("12,100"))], &[("/totalAmount", rule::FORMAT, Problem)]),
            (NtsTaxInvoice, &[("totalAmount", json!("12101"))], &[("/totalAmount", rule::SUM, Problem)]),
            (NtsTaxInvoice, &[("detailList/1/tax", json!("101"))], &[("/taxTotal", rule::SUM, Note)]),
            (NtsTaxInvoice, &[("detailList/1/supplyCost", json!("-1000"))], &[("/supplyCostTotal", rule::SUM, Note)]),
            (NtsTaxInvoice, &[("-detailList", json!(null))], &[]),
            (NtsCashbill, &[("serviceFee", json!("0"))], &[("/totalAmount", rule::SUM, Note)]),
        ],
        NO_HINT,
    );
}

#[test]
fn rules_beyond_the_schema() {
    assert_rows(
        &[
            (Cashbill, &[("tradeDate", json!("20260230"))], &[("/tradeDate", rule::CALENDAR, Problem)]),
            (Cashbill, &[("eventDT", json!("20260106250000"))], &[("/eventDT", rule::CALENDAR, Problem)]),
            (Cashbill, &[("tradeDate", json!("2026023"))], &[("/tradeDate", rule::FORMAT, Problem)]),
            (Cashbill, &[("corpNum", json!("1234567890"))], &[("/corpNum", rule::CHECK_DIGIT, Note)]),
            (
                NtsTaxInvoice,
                &[("invoiceeCorpNum", json!("0000000000"))],
                &[("/invoiceeCorpNum", rule::CHECK_DIGIT, Note)],
            ),
            (Cashbill, &[("colour", json!(1))], &[("/colour", rule::UNKNOWN_FIELD, Note)]),
            (Cashbill, &[("itemKey", json!("126010510000000001"))], &[("/itemKey", rule::SAMPLE_FORM, Note)]),
            (TaxInvoice, &[("ntsconfirmNum", json!("2026"))], &[("/ntsconfirmNum", rule::SAMPLE_FORM, Note)]),
            (Cashbill, &[("stateCode", json!(600))], &[("/stateCode", rule::UNDOCUMENTED_CODE, Note)]),
            (TaxInvoice, &[("eventType", json!("Done"))], &[("/eventType", rule::UNDOCUMENTED_CODE, Note)]),
            (Cashbill, &[("ntsresultCode", json!("TS99"))], &[]),
            (Cashbill, &[("ntsresultCode", json!("TS990"))], &[("/ntsresultCode", rule::LONGER_THAN_CURRENT, Note)]),
            (Cashbill, &[("eventDT", json!("20260106100032"))], &[("/eventDT", rule::TIME_ORDER, Note)]),
            (TaxInvoice, &[("itemKey", json!("026010510000100001"))], &[("/stateDT", rule::TIME_ORDER, Note)]),
            (NtsTaxInvoice, &[("-sendDate", json!(null))], &[("/sendDate", rule::MISSING, Problem)]),
        ],
        NO_HINT,
    );
}

#[test]
fn the_edition_decides_on_the_filing_date() {
    let classic = Hint { edition: Some(Edition::Classic), ..NO_HINT };
    let label = Hint { webhook_type: Some("TAXINVOICE.STATE"), ..NO_HINT };
    for hint in [classic, label] {
        assert_rows(
            &[
                (NtsTaxInvoice, &[("-sendDate", json!(null))], &[]),
                (NtsTaxInvoice, &[], &[("/sendDate", rule::OTHER_EDITION, Note)]),
            ],
            hint,
        );
    }
    assert_rows(&[(Cashbill, &[("ntsresultCode", json!("TS990"))], &[])], classic);
}

#[test]
fn bodies_of_another_shape() {
    let array = json!([sample(Cashbill)]);
    assert_eq!(found(&array, NO_HINT), [(String::new(), rule::ARRAY_NOT_EXPECTED, Problem)]);
    let nts = Hint { webhook_type: Some("HT.TAXINVOICEXML"), ..NO_HINT };
    assert_eq!(found(&json!([]), nts), [(String::new(), rule::EMPTY_ARRAY, Problem)]);
    assert_eq!(found(&json!([]), NO_HINT), [(String::new(), rule::EMPTY_ARRAY, Problem)]);
    assert_eq!(found(&json!({"a": 1}), NO_HINT), [(String::new(), rule::UNIDENTIFIED, Problem)]);
    assert_eq!(found(&json!("OK"), NO_HINT), [(String::new(), rule::NOT_AN_OBJECT, Problem)]);
    assert_eq!(found(&json!(null), nts), [(String::new(), rule::NOT_AN_OBJECT, Problem)]);
    let bad = changed(NtsTaxInvoice, &[("totalAmount", json!("1"))]);
    let body = json!([sample(NtsTaxInvoice), bad, 7]);
    let expected = [("/1/totalAmount".to_owned(), rule::SUM, Problem), ("/2".to_owned(), rule::NOT_AN_OBJECT, Problem)];
    assert_eq!(found(&body, NO_HINT), expected);
}

#[test]
fn headers_and_body_are_compared() {
    let hint = Hint { webhook_type: Some("CASHBILL.STATE"), event_type: Some("NTS"), ..NO_HINT };
    assert_rows(
        &[
            (Cashbill, &[], &[]),
            (Cashbill, &[("eventType", json!("MANUAL"))], &[("/eventType", rule::HEADER_DIFFERS, Note)]),
        ],
        hint,
    );
    let other = found(&sample(Statement), hint);
    assert_eq!(other[0], (String::new(), rule::HEADER_DIFFERS, Note));
    let fax = Hint { webhook_type: Some("FAX.STATE"), ..NO_HINT };
    assert_rows(&[(Cashbill, &[], &[("", rule::UNKNOWN_WEBHOOK_TYPE, Note)])], fax);
}

#[test]
fn findings_stand_in_the_order_of_the_body() {
    let changes = [("corpNum", json!("1")), ("eventDT", json!("x")), ("zzz", json!(1)), ("-itemKey", json!(null))];
    let paths: Vec<_> = found(&changed(Cashbill, &changes), NO_HINT).into_iter().map(|row| row.0).collect();
    assert_eq!(paths, ["/corpNum", "/eventDT", "/zzz", "/itemKey"]);
}

#[test]
fn bytes_are_judged_before_fields() {
    let with_hint =
        check(b"{\"a\":", Hint { webhook_type: Some("CASHBILL.STATE"), event_type: Some("Issue"), ..NO_HINT });
    assert_eq!(with_hint.family, Some(Cashbill));
    assert_eq!(with_hint.findings[0].rule, rule::BROKEN_JSON);
    let twice = sample(Cashbill).to_string().replacen('{', "{\"mgtKey\":\"first\",", 1);
    let report = check(twice.as_bytes(), NO_HINT);
    assert_eq!((report.findings.len(), report.findings[0].rule), (1, rule::DUPLICATE_MEMBER));
    assert!(report.is_valid());
}

#[test]
fn sentences_say_value_limit_and_source() {
    for (family, changes, parts) in [
        (Cashbill, [("mgtKey", json!("가".repeat(25)))], &["25 characters (75 bytes)", "cashbill page at most 24"][..]),
        (Cashbill, [("stateCode", json!("304"))], &["the string \"304\"", "write 304", "only statements"]),
        (Statement, [("stateCode", json!(300))], &["the number 300", "write \"300\"", "other products"]),
        (Cashbill, [("mgtKey", json!(null))], &["null", "leave out"]),
        (Cashbill, [("MgtKey", json!("x"))], &["nearest known name is \"mgtKey\""]),
        (TaxInvoice, [("mgtKey", json!("x"))], &["\"invoicerMgtKey\""]),
        (NtsTaxInvoice, [("invoiceType", json!(201))], &["\"modifyCode\" is missing", "inferred"]),
        (NtsTaxInvoice, [("invoiceeType", json!("개인"))], &["13 digits when invoiceeType", "NTS page"]),
        (NtsTaxInvoice, [("invoiceType", json!(302))], &["302", "101, 102", "NTS page"]),
        (NtsTaxInvoice, [("totalAmount", json!("1"))], &["supplyCostTotal + taxTotal is 12100", "NTS page"]),
        (Cashbill, [("corpNum", json!("123-45-67891"))], &["12 characters", "at most 10"]),
        (Cashbill, [("stateCode", json!(3040))], &["3040", "at most 3 digits"]),
        (NtsTaxInvoice, [("detailList/0/tax", json!("5"))], &["the sum of detailList[].tax is 105", "inferred"]),
    ] {
        let report = check(changed(family, &changes).to_string().as_bytes(), NO_HINT);
        let problem = &report.findings.first().unwrap().problem;
        for part in parts {
            assert!(problem.contains(part), "{problem}");
        }
    }
}

#[test]
fn codes_are_explained_where_they_are() {
    let report = check(sample(Cashbill).to_string().as_bytes(), NO_HINT);
    let codes: Vec<_> = report.codes.iter().map(|code| (code.path.as_str(), code.value.as_str())).collect();
    let expected = [
        ("/itemKey", "026010510000000001"),
        ("/confirmNum", "TB0001147"),
        ("/ntsresultCode", "0000"),
        ("/stateCode", "304"),
        ("/eventType", "NTS"),
        ("/interOPYN", "true"),
    ];
    assert_eq!(codes, expected);
    assert_eq!(report.event.map(|kind| kind.id), Some("cashbill.nts-success"));
}

/// Every rule has a payload here that breaks it; `samples_have_no_findings` keeps them all.
#[test]
fn every_rule_can_be_broken() {
    let hint = Hint { webhook_type: Some("FAX.STATE"), event_type: Some("Issue"), ..NO_HINT };
    let bytes: [&[u8]; 9] =
        [b"", b"\xff", b"\xef\xbb\xbf{}", b"{", b"7", b"[]", b"{\"a\":1,\"a\":2}", b"[{\"confirmNum\":1}]", b"{}"];
    let changes = [
        (Cashbill, "-itemKey", json!(null)),
        (Cashbill, "itemKey", json!(null)),
        (Cashbill, "itemKey", json!(1)),
        (Cashbill, "itemKey", json!("x".repeat(19))),
        (Cashbill, "itemKey", json!("x")),
        (Cashbill, "eventDT", json!("x")),
        (Cashbill, "eventDT", json!("20260230000000")),
        (Cashbill, "eventDT", json!("20200101000000")),
        (Cashbill, "colour", json!("x")),
        (Cashbill, "corpNum", json!("1234567890")),
        (Cashbill, "stateCode", json!(1)),
        (Cashbill, "ntsresultCode", json!("12345")),
        (NtsTaxInvoice, "taxType", json!("x")),
        (NtsTaxInvoice, "taxTotal", json!("1")),
    ];
    let bodies = changes.into_iter().map(|(family, path, value)| changed(family, &[(path, value)]).to_string());
    let many = format!("[{},{}]", sample(NtsTaxInvoice), vec!["{}"; 60].join(",")).into_bytes();
    let all = bytes.into_iter().map(<[u8]>::to_vec).chain(bodies.map(String::into_bytes)).chain([many]);
    let mut broken: Vec<_> = all.flat_map(|bytes| check(&bytes, hint).findings).map(|finding| finding.rule).collect();
    let classic = Hint { edition: Some(Edition::Classic), ..NO_HINT };
    broken.extend(found(&sample(NtsTaxInvoice), classic).into_iter().map(|row| row.1));
    // The schemas hold no keyword without words of its own, so the rule for one cannot be broken.
    let missing: Vec<_> = rule::ALL.iter().filter(|rule| !broken.contains(*rule)).collect();
    assert_eq!(missing, [&rule::SCHEMA]);
}

/// However wrong a body is, looking at it takes no longer than anybody waits.
#[test]
fn findings_are_listed_up_to_a_number() {
    let whole = serde_json::to_string(&sample(NtsTaxInvoice)).unwrap();
    let wrong = |member: &str| whole.replacen('{', &format!("{{{member},"), 1);
    let many = |text: fn(usize) -> String| (0..60_000).map(text).collect::<Vec<_>>().join(",");
    let elements = format!("[{whole},{}]", many(|_| "{}".into()));
    let unknown = wrong(&many(|n| format!("\"x{n}\":1")));
    let repeated = wrong(&many(|_| "\"x\":1".into()));
    let nested = changed(NtsTaxInvoice, &[("detailList", json!(vec![7; 60_000]))]).to_string();
    for body in [elements, unknown, repeated, nested] {
        let report = check(body.as_bytes(), NO_HINT);
        let (last, listed) = report.findings.split_last().unwrap();
        assert_eq!((listed.len(), last.rule), (100, rule::MORE_FINDINGS), "{}", &body[..60]);
        assert_eq!(last.severity == Severity::Problem, !report.is_valid());
    }
}

#[test]
fn a_checker_is_shared_between_threads() {
    fn sent<T: Send + Sync>(_: &T) {}
    let checker = Checker::shared(Cashbill);
    sent(checker);
    assert!(std::ptr::eq(checker, Checker::shared(Cashbill)));
    assert_eq!(checker.check(&sample(Cashbill), Edition::Current).findings, []);
}

proptest::proptest! {
    #[test]
    fn no_input_is_a_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        check(&bytes, NO_HINT);
    }

    #[test]
    fn no_text_in_a_field_is_a_panic(text in "\\PC{0,40}|[0-9]{8,24}|-?[0-9.]{1,20}") {
        for family in Family::ALL {
            let mut body = sample(family);
            for value in body.as_object_mut().unwrap().values_mut().filter(|value| value.is_string()) {
                *value = json!(text);
            }
            check(body.to_string().as_bytes(), NO_HINT);
        }
    }
}
