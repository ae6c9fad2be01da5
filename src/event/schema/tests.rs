//! What the schemas must be, held against the documents' tables.

use super::*;
use crate::event::Edition;

#[test]
fn every_schema_is_valid_json_schema() {
    for family in Family::ALL {
        let schema = schema(family);
        assert!(jsonschema::draft202012::meta::is_valid(schema), "{family:?}");
        assert_eq!(schema["$id"], format!("https://popbill-hook.dev/schemas/{}.schema.json", family.name()));
        assert!(jsonschema::draft202012::options().build(schema).is_ok(), "{family:?}");
    }
    let broken = serde_json::json!({"type": "strnig"});
    assert!(!jsonschema::draft202012::meta::is_valid(&broken));
}

#[test]
fn every_schema_names_its_event_type() {
    for family in Family::ALL {
        assert_eq!(schema(family)["title"], family.webhook_type(Edition::Current));
    }
}

/// The 61 rows of the NTS page's table and the 9 of its detail lines, in its order.
const NTS_PAGE: &str = "writeDate ntsconfirmNum issueDT invoiceType taxType taxTotal supplyCostTotal totalAmount \
    purposeType serialNum cash chkBill credit note remark1 remark2 remark3 invoicerCorpNum invoicerMgtKey \
    invoicerTaxRegID invoicerCorpName invoicerCEOName invoicerAddr invoicerBizType invoicerBizClass \
    invoicerContactName invoicerDeptName invoicerTEL invoicerEmail invoiceeCorpNum invoiceeType invoiceeMgtKey \
    invoiceeTaxRegID invoiceeCorpName invoiceeCEOName invoiceeAddr invoiceeBizType invoiceeBizClass \
    invoiceeContactName1 invoiceeDeptName1 invoiceeTEL1 invoiceeEmail1 invoiceeContactName2 invoiceeDeptName2 \
    invoiceeTEL2 invoiceeEmail2 trusteeCorpNum trusteeMgtKey trusteeTaxRegID trusteeCorpName trusteeCEOName \
    trusteeAddr trusteeBizType trusteeBizClass trusteeContactName trusteeDeptName trusteeTEL trusteeEmail modifyCode \
    orgNTSConfirmNum detailList detailList[].serialNum detailList[].purchaseDT detailList[].itemName \
    detailList[].spec detailList[].qty detailList[].unitCost detailList[].supplyCost detailList[].tax \
    detailList[].remark";

#[test]
fn the_nts_schema_is_the_nts_page_and_the_filing_date() {
    let known: Vec<&str> = fields(Family::NtsTaxInvoice).iter().map(|field| field.path.as_str()).collect();
    let page: Vec<&str> = NTS_PAGE.split_whitespace().collect();
    assert_eq!((page.len(), known.len()), (70, 71));
    let without: Vec<&str> = known.into_iter().filter(|path| *path != "sendDate").collect();
    assert_eq!(without, page);
}

#[test]
fn the_cashbill_schema_is_the_cashbill_page() {
    let known: Vec<_> = fields(Family::Cashbill).iter().map(|field| (field.name, field.max_length)).collect();
    let page = [
        ("corpNum", Some(10)),
        ("franchiseCorpNum", Some(10)),
        ("itemKey", Some(18)),
        ("tradeDate", Some(8)),
        ("confirmNum", Some(9)),
        ("ntssendDT", Some(14)),
        ("ntsresultDT", Some(14)),
        ("ntsresultCode", Some(8)),
        ("stateCode", Some(3)),
        ("stateDT", Some(14)),
        ("issueDT", Some(14)),
        ("mgtKey", Some(24)),
        ("eventDT", Some(14)),
        ("eventType", Some(30)),
        ("interOPYN", None),
    ];
    assert_eq!(known, page);
    let optional: Vec<_> = fields(Family::Cashbill)
        .iter()
        .filter(|field| field.presence(Edition::Classic) == Presence::Optional)
        .map(|field| field.name)
        .collect();
    assert_eq!(optional, ["ntssendDT", "ntsresultDT", "ntsresultCode", "mgtKey"]);
}

#[test]
fn every_field_says_what_it_is_and_who_says_so() {
    for family in Family::ALL {
        for field in fields(family) {
            let place = format!("{family:?} {}", field.path);
            assert!(!field.description.is_empty() && !field.source.is_empty(), "{place}");
            assert!(field.description_ko.chars().any(|c| ('가'..='힣').contains(&c)), "{place}");
            assert_eq!(field.pattern.is_some(), field.must_be.is_some(), "{place}");
            assert!(field.kind != FieldType::Text || field.max_length.is_some(), "{place}");
            assert!(!field.closed || !field.codes.is_empty(), "{place}");
        }
    }
}

#[test]
fn closed_lists_and_explained_codes_are_the_same() {
    let mut closed = 0;
    for family in Family::ALL {
        for field in fields(family).iter().filter(|field| field.closed) {
            let listed = schema(family)["properties"][field.name]["enum"].as_array().unwrap();
            let listed = listed.iter().map(|value| value.as_str().map_or(value.to_string(), str::to_owned));
            let explained: Vec<_> = field.codes.iter().map(|code| code.value.to_owned()).collect();
            assert_eq!(listed.collect::<Vec<_>>(), explained, "{}", field.path);
            closed += 1;
        }
    }
    assert_eq!(closed, 7);
}

#[test]
fn only_the_filing_date_depends_on_the_edition() {
    let all = Family::ALL.into_iter().flat_map(fields);
    let names: Vec<_> = all.filter(|field| field.differs_by_edition()).map(|field| field.path.as_str()).collect();
    assert_eq!(names, ["sendDate"]);
    let field = field_at(Family::NtsTaxInvoice, "sendDate").unwrap();
    assert_eq!(field.presence(Edition::Current), Presence::Required);
    assert_eq!(field.presence(Edition::Classic), Presence::Absent);
}

#[test]
fn paths_as_people_type_them() {
    for (path, found) in [
        ("detailList[0].qty", Some("detailList[].qty")),
        ("detailList[98].qty", Some("detailList[].qty")),
        ("detailList[].qty", Some("detailList[].qty")),
        ("[2].detailList[0].tax", Some("detailList[].tax")),
        ("detailList[3]", Some("detailList")),
        ("detailList", Some("detailList")),
        ("writeDate", Some("writeDate")),
        ("detailList.qty", None),
        ("detailList[x].qty", None),
        ("writedate", None),
        ("[", None),
        ("", None),
    ] {
        assert_eq!(field_at(Family::NtsTaxInvoice, path).map(|field| field.path.as_str()), found, "{path}");
    }
}

#[test]
fn mistyped_paths_have_a_nearest() {
    for (family, path, nearest) in [
        (Family::NtsTaxInvoice, "detailList[7].qyt", Some("detailList[7].qty")),
        (Family::NtsTaxInvoice, "detaillist[0].qty", Some("detailList[0].qty")),
        (Family::NtsTaxInvoice, "detailist[].qty", Some("detailList[].qty")),
        (Family::Cashbill, "statecode", Some("stateCode")),
        (Family::TaxInvoice, "ntsConfirmNum", Some("ntsconfirmNum")),
        (Family::Cashbill, "colour", None),
        (Family::Cashbill, "]][[", None),
    ] {
        assert_eq!(nearest_path(family, path).as_deref(), nearest, "{path}");
    }
}
