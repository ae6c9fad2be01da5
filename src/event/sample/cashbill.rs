//! `CASHBILL.STATE`: the life of a cash receipt, with the keys and their order of the cashbill page.

use serde_json::{Map, Value};

use super::SampleRequest;
use super::body::Body;
use super::draw::{Draw, numbered};
use super::keys::mgt_key;
use super::life::CashbillLife;
use crate::event::{ConfirmNum, CorpNum, EventTime, ItemKey, MgtKey};

/// Why NTS refuses a receipt, `ntsresultCode` (response code page; its list goes on).
const REFUSALS: [&str; 5] = ["TS1", "TS2", "TS3", "TS4", "TS7"];

pub(super) fn body(request: &SampleRequest, member: CorpNum, event_type: &str) -> Map<String, Value> {
    let seed = request.seed;
    let life = CashbillLife::of(request.at, &mut Draw::new(seed, "cashbill.life"));
    // A cancellation is a receipt of its own, issued for the first one; it has its own keys.
    let (name, issued) = if request.kind.id == "cashbill.cancel" {
        ("cashbill.cancel", life.revoked)
    } else {
        ("cashbill", life.issued)
    };
    let document = Document::of(seed, name, issued);
    let state_code = request.kind.state_code.unwrap_or(300);
    let is_answered = matches!(state_code, 304 | 305);
    let event = match state_code {
        303 => life.filed,
        304 | 305 => life.answered,
        _ => issued,
    };
    let mut body = Body::default();
    body.put("corpNum", member.to_string());
    body.put("franchiseCorpNum", member.to_string());
    body.put("itemKey", document.item_key.as_str());
    body.put("tradeDate", issued.day());
    body.put("confirmNum", document.confirm_num.as_str());
    body.put_if("ntssendDT", matches!(state_code, 303..=305).then(|| life.filed.stamp()));
    body.put_if("ntsresultDT", is_answered.then(|| life.answered.stamp()));
    body.put_if("ntsresultCode", is_answered.then_some(if state_code == 304 { "0000" } else { document.refusal }));
    body.put("stateCode", state_code);
    // The published NTS bodies leave stateDT at issuance although stateCode moved on.
    body.put("stateDT", issued.stamp());
    body.put("issueDT", issued.stamp());
    body.put_if("mgtKey", document.mgt_key.as_ref().map(MgtKey::as_str));
    body.put("eventDT", event.stamp());
    body.put("eventType", event_type);
    body.put("interOPYN", document.by_api);
    body.into_map()
}

/// What all events of one receipt share.
struct Document {
    item_key: ItemKey,
    confirm_num: ConfirmNum,
    mgt_key: Option<MgtKey>,
    by_api: bool,
    refusal: &'static str,
}

impl Document {
    fn of(seed: u64, name: &str, issued: EventTime) -> Self {
        let draw = &mut Draw::new(seed, name);
        let by_api = !draw.one_in(5);
        // Whoever issues on the site need not choose a key.
        let has_key = by_api || draw.one_in(2);
        Self {
            item_key: ItemKey::new(issued, numbered(seed, name, 100_000)),
            confirm_num: ConfirmNum::test_bed(numbered(seed, name, 10_000_000)),
            mgt_key: mgt_key(seed, name, "CB", issued).filter(|_| has_key),
            by_api,
            refusal: draw.pick(&REFUSALS),
        }
    }
}
