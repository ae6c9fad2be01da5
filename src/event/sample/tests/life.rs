//! The events of one document agree with each other.

use super::*;

fn life(product: &str, request: &SampleRequest) -> Vec<(&'static str, Map<String, Value>)> {
    CATALOG
        .iter()
        .filter(|kind| kind.product.name() == product && kind.id != "cashbill.cancel")
        .map(|kind| (kind.id, made(&SampleRequest { kind, invoice_type: None, ..request.clone() }).body))
        .collect()
}

/// The moment an event happened.
fn moment(life: &[(&str, Map<String, Value>)], id: &str) -> String {
    let (_, body) = life.iter().find(|(own, _)| *own == id).expect("an event of the product");
    text(body, "eventDT").to_owned()
}

proptest! {
    #[test]
    fn a_tax_invoice_lives_in_order(request in requests()) {
        let life = life("taxinvoice", &request);
        for (id, body) in &life {
            for key in ["corpNum", "itemKey", "ntsconfirmNum", "invoicerMgtKey", "issueDT", "interOPYN"] {
                prop_assert_eq!(body.get(key), life[0].1.get(key), "{} {}", id, key);
            }
            let state = if *id == "taxinvoice.cancel" { "eventDT" } else { "issueDT" };
            prop_assert_eq!(text(body, "stateDT"), text(body, state), "{}", id);
            prop_assert_eq!(body.contains_key("closeDownState"), *id != "taxinvoice.issue", "{}", id);
        }
        let at = |what: &str| moment(&life, &format!("taxinvoice.{what}"));
        prop_assert_eq!(at("issue"), request.at.stamp());
        let order = ["issue", "closedown", "open", "cancel", "nts-pending", "nts-sent", "nts-success"];
        prop_assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
        prop_assert_eq!(at("nts-success"), at("nts-failure"));
        prop_assert_eq!(&at("nts-pending")[8..12], "1500");
    }

    #[test]
    fn a_cash_receipt_lives_in_order(request in requests()) {
        let life = life("cashbill", &request);
        for (id, body) in &life {
            for key in
                ["corpNum", "franchiseCorpNum", "itemKey", "confirmNum", "mgtKey", "tradeDate", "issueDT", "stateDT"]
            {
                prop_assert_eq!(body.get(key), life[0].1.get(key), "{} {}", id, key);
            }
            prop_assert_eq!(text(body, "stateDT"), request.at.stamp());
        }
        let filed = request.at.plus_days(1).at(0, 0, 0).stamp();
        prop_assert_eq!(moment(&life, "cashbill.nts-sent"), filed.as_str());
        let answered = moment(&life, "cashbill.nts-success");
        prop_assert_eq!(&answered[..8], &filed[..8]);
        prop_assert!(("091500"..="100000").contains(&&answered[8..]), "{}", answered);
        prop_assert_eq!(moment(&life, "cashbill.nts-failure"), answered);
    }

    #[test]
    fn a_cancelling_receipt_is_another_one_and_later(request in requests()) {
        let of = |id| made(&SampleRequest { kind: find(id).unwrap(), invoice_type: None, ..request.clone() }).body;
        let (first, second) = (of("cashbill.issue"), of("cashbill.cancel"));
        for key in ["itemKey", "confirmNum"] {
            prop_assert_ne!(text(&first, key), text(&second, key));
        }
        prop_assert_eq!(text(&first, "corpNum"), text(&second, "corpNum"));
        prop_assert!(text(&first, "issueDT") < text(&second, "issueDT"));
        for key in ["stateDT", "eventDT"] {
            prop_assert_eq!(text(&second, key), text(&second, "issueDT"));
        }
        prop_assert_eq!(text(&second, "tradeDate"), &text(&second, "issueDT")[..8]);
    }

    #[test]
    fn a_statement_lives_in_order(request in requests()) {
        let life = life("statement", &request);
        for (id, body) in &life {
            for key in ["corpNum", "itemKey", "invoiceNum", "mgtKey", "issueDT"] {
                prop_assert_eq!(body.get(key), life[0].1.get(key), "{} {}", id, key);
            }
        }
        let at = |what: &str| moment(&life, &format!("statement.{what}"));
        prop_assert!(at("issue") < at("open") && at("open") < at("cancel"));
    }

    #[test]
    fn a_message_is_answered_after_it_is_sent(request in requests()) {
        let body = made(&SampleRequest { kind: find("kakao.result").unwrap(), invoice_type: None, ..request }).body;
        let mut order = vec![text(&body, "receiptDT"), text(&body, "sendDT"), text(&body, "resultDT")];
        if body.contains_key("altResult") {
            order.extend([text(&body, "altSendDT"), text(&body, "altResultDT")]);
        }
        prop_assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", order);
        prop_assert_eq!(body["result"] == 100, order.len() == 3);
    }
}

#[test]
fn filing_has_what_each_step_knows() {
    for (id, sent, answered, code) in [
        ("taxinvoice.issue", false, false, None),
        ("taxinvoice.cancel", false, false, None),
        ("taxinvoice.nts-pending", false, false, None),
        ("taxinvoice.nts-sent", true, false, None),
        ("taxinvoice.nts-success", true, true, Some("SUC001")),
        ("taxinvoice.nts-failure", true, true, Some("R")),
        ("cashbill.issue", false, false, None),
        ("cashbill.cancel", false, false, None),
        ("cashbill.nts-sent", true, false, None),
        ("cashbill.nts-success", true, true, Some("0000")),
        ("cashbill.nts-failure", true, true, Some("R")),
    ] {
        for seed in 0..40 {
            let body = made(&request(id, seed)).body;
            assert_eq!(body.contains_key("ntssendDT"), sent, "{id}");
            assert_eq!(body.contains_key("ntsresultDT"), answered, "{id}");
            if answered {
                assert_eq!(text(&body, "ntsresultDT"), text(&body, "eventDT"), "{id}");
                assert!(text(&body, "ntssendDT") < text(&body, "ntsresultDT"), "{id}");
            }
            let told = body.get("ntssendErrCode").or(body.get("ntsresultCode")).and_then(Value::as_str);
            match code {
                Some("R") => assert!(!matches!(told, None | Some("SUC001" | "0000")), "{id} {told:?}"),
                code => assert_eq!(told, code, "{id}"),
            }
        }
    }
}

#[test]
fn an_invoice_issued_on_friday_is_filed_on_monday() {
    let at = EventTime::parse("20260109170000").unwrap();
    let body = made(&SampleRequest { at, ..request("taxinvoice.nts-sent", 1) }).body;
    assert_eq!(&text(&body, "ntssendDT")[..8], "20260112");
}
