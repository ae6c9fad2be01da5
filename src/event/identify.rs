//! Which event a payload is: by its headers where they are known, else by its members.

use serde_json::{Map, Value};

use super::{CATALOG, Edition, Family, Kind, find};

/// What is known of a payload besides its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// The value of `Pb-Webhook-Type`.
    pub webhook_type: Option<&'a str>,
    /// The value of `Pb-Webhook-EventType`.
    pub event_type: Option<&'a str>,
    /// The value of `Pb-Webhook-Corpnum`; it alone tells a crawled sale from a purchase.
    pub corp_num: Option<&'a str>,
    /// The generation of documents to judge by; without one, what the headers suggest.
    pub edition: Option<Edition>,
}

/// What a payload turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Its body format, if that is clear.
    pub family: Option<Family>,
    /// Its row in the catalogue, if exactly one fits.
    pub kind: Option<&'static Kind>,
    /// The generation of documents it follows.
    pub edition: Edition,
}

/// Members that only bodies of one family have; the family with the most of them present is taken.
const MARKS: [(Family, &[&str]); 6] = [
    (Family::NtsTaxInvoice, &["writeDate", "invoiceeCorpNum", "invoicerCorpNum", "supplyCostTotal", "detailList"]),
    (Family::Cashbill, &["franchiseCorpNum", "confirmNum", "ntsresultCode"]),
    (Family::TaxInvoice, &["invoicerMgtKey", "ntssendErrCode", "closeDownState", "stateMemo"]),
    (Family::NtsCashbill, &["tradeDT", "tradeUsage", "tradeType", "serviceFee"]),
    (Family::Statement, &["invoiceNum"]),
    (Family::Kakao, &["receiptNum", "receiptDT", "sendNum", "contentType"]),
];

/// Decides what a body is. An array stands for its first element, because crawled invoices may come in one.
pub fn identify(hint: Hint<'_>, body: &Value) -> Identity {
    let object = match body {
        Value::Array(elements) => elements.first().and_then(Value::as_object),
        other => other.as_object(),
    };
    let named = hint.webhook_type.and_then(|name| family_of_type(name, object));
    let family = named.or_else(|| object.and_then(family_of_body));
    // The classic NTS page labels crawled invoices as TAXINVOICE.STATE; nothing else does.
    let classic_label = family == Some(Family::NtsTaxInvoice) && hint.webhook_type == Some("TAXINVOICE.STATE");
    let edition = hint.edition.unwrap_or(if classic_label { Edition::Classic } else { Edition::Current });
    let empty = Map::new();
    let kind = family.and_then(|family| kind_of(family, hint, object.unwrap_or(&empty)));
    Identity { family, kind, edition }
}

/// The family whose members the object has.
pub(super) fn family_of_body(object: &Map<String, Value>) -> Option<Family> {
    let count = |marks: &[&str]| marks.iter().filter(|mark| object.contains_key(**mark)).count();
    let counted = MARKS.iter().map(|(family, marks)| (count(marks), *family));
    // The first of equals: max_by_key would give the last.
    let best = counted.rev().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0);
    best.map(|(_, family)| family).or_else(|| by_common_members(object))
}

/// Tax invoices and statements share every mandatory member but one with others; what is left decides.
fn by_common_members(object: &Map<String, Value>) -> Option<Family> {
    match object.get("stateCode") {
        Some(Value::String(_)) if object.contains_key("itemKey") => Some(Family::Statement),
        Some(_) if object.contains_key("ntsconfirmNum") => Some(Family::TaxInvoice),
        _ => None,
    }
}

fn family_of_type(name: &str, object: Option<&Map<String, Value>>) -> Option<Family> {
    let families = Family::ALL.into_iter();
    let mut fitting =
        families.filter(|family| Edition::ALL.iter().any(|edition| family.webhook_type(*edition) == name));
    let first = fitting.next()?;
    let by_body = object.and_then(family_of_body);
    // TAXINVOICE.STATE names two families; the body decides between them.
    fitting.find(|family| Some(*family) == by_body).or(Some(first))
}

fn kind_of(family: Family, hint: Hint<'_>, object: &Map<String, Value>) -> Option<&'static Kind> {
    match family {
        Family::NtsTaxInvoice => nts_kind(hint, object).and_then(find),
        Family::NtsCashbill => find("nts.cashbill"),
        Family::Kakao => find("kakao.result"),
        Family::TaxInvoice | Family::Cashbill | Family::Statement => state_kind(family, hint, object),
    }
}

/// The row with the body's event type and state. A hand-made resend says `MANUAL`, so its state alone decides,
/// for the first row that has it.
fn state_kind(family: Family, hint: Hint<'_>, object: &Map<String, Value>) -> Option<&'static Kind> {
    let event_type = object.get("eventType").and_then(Value::as_str).or(hint.event_type)?;
    let state = object.get("stateCode").and_then(state_code);
    let rows = || CATALOG.iter().filter(move |kind| kind.family == family);
    if event_type == "MANUAL" {
        return rows().find(|kind| state.is_some() && kind.state_code == state);
    }
    let of_type = || rows().filter(move |kind| kind.event_type == Some(event_type));
    let exact = of_type().find(|kind| kind.state_code == state);
    // OPEN and CLOSEDOWN leave the state as it is, so any state may stand beside them.
    exact.or_else(|| of_type().next().filter(|_| of_type().count() == 1))
}

fn state_code(value: &Value) -> Option<u16> {
    match value {
        Value::String(text) => text.parse().ok(),
        other => other.as_u64().and_then(|number| number.try_into().ok()),
    }
}

/// Crawled invoices have no event type: the kind of invoice comes first, then the side the member is on.
fn nts_kind(hint: Hint<'_>, object: &Map<String, Value>) -> Option<&'static str> {
    let text = |name: &str| object.get(name).and_then(Value::as_str);
    match object.get("invoiceType").and_then(Value::as_u64) {
        Some(201..=205 | 401..=404) => return Some("nts.revised"),
        Some(103 | 105 | 303) => return Some("nts.consigned"),
        Some(301 | 304) => return Some("nts.exempt"),
        _ if text("invoiceeType") == Some("외국인") => return Some("nts.foreigner"),
        _ => {}
    }
    let member = hint.corp_num?;
    match (text("invoicerCorpNum") == Some(member), text("invoiceeCorpNum") == Some(member)) {
        (true, false) => Some("nts.sales"),
        (false, true) => Some("nts.purchase"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
