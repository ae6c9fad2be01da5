//! `HT.CASHBILL`, as far as it is documented: the page is known up to `invoiceType`.

use serde_json::{Map, Value};

use super::SampleRequest;
use super::body::Body;
use super::draw::{Draw, numbered};

/// A receipt of the day before the crawl. Only a business's own receipt (지출증빙용) is one of its purchases.
pub(super) fn body(request: &SampleRequest) -> Map<String, Value> {
    let SampleRequest { kind, seed, at, .. } = *request;
    let draw = &mut Draw::new(seed, kind.id);
    let opening = at.plus_days(-1).at(9, 0, 0);
    let traded = opening.plus_seconds(draw.between(0, 12 * 3600));
    let supply = draw.between(100, 30_000) * 10;
    let tax = supply / 10;
    let service = if draw.one_in(6) { supply / 20 } else { 0 };
    let is_purchase = draw.one_in(3);
    let usage = if is_purchase || draw.one_in(3) { "지출증빙용" } else { "소득공제용" };
    let mut body = Body::default();
    // The page gives the receipt's nine characters under the tax invoice's key.
    body.put("ntsconfirmNum", format!("{:09}", 100_000_000 + numbered(seed, kind.id, 100_000_000)));
    body.put("tradeDate", traded.day());
    body.put("tradeDT", traded.stamp());
    body.put("tradeType", if draw.one_in(8) { "취소거래" } else { "승인거래" });
    body.put("tradeUsage", usage);
    body.put("totalAmount", (supply + tax + service).to_string());
    body.put("supplyCost", supply.to_string());
    body.put("tax", tax.to_string());
    body.put("serviceFee", service.to_string());
    body.put("invoiceType", if is_purchase { "매입" } else { "매출" });
    body.into_map()
}
