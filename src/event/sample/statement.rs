//! `STATEMENT.STATE`, as far as it is documented: the page is known up to `eventDT`.

use serde_json::{Map, Value};

use super::SampleRequest;
use super::body::Body;
use super::draw::{Draw, numbered};
use super::keys::mgt_key;
use super::life::StatementLife;
use crate::event::{CorpNum, ItemKey, MgtKey};

pub(super) fn body(request: &SampleRequest, member: CorpNum, event_type: &str) -> Map<String, Value> {
    let SampleRequest { kind, seed, at, .. } = *request;
    let draw = &mut Draw::new(seed, "statement");
    let life = StatementLife::of(at, &mut Draw::new(seed, "statement.life"));
    let (state, event) = match kind.event_type {
        Some("Cancel") => (life.cancelled, life.cancelled),
        Some("OPEN") => (life.issued, life.opened),
        _ => (life.issued, life.issued),
    };
    let number = numbered(seed, "statement", 10_000_000);
    let has_key = !draw.one_in(5);
    let mut body = Body::default();
    body.put("corpNum", member.to_string());
    body.put("itemKey", ItemKey::new(life.issued, number).as_str());
    // Its length is documented, its form is not.
    body.put("invoiceNum", format!("{}{number:016}", life.issued.day()));
    // Alone among the products, a statement's code is a text.
    body.put("stateCode", kind.state_code.unwrap_or(300).to_string());
    body.put("stateDT", state.stamp());
    body.put("issueDT", life.issued.stamp());
    let key = mgt_key(seed, "statement", "ST", at).filter(|_| has_key);
    body.put_if("mgtKey", key.as_ref().map(MgtKey::as_str));
    body.put("eventDT", event.stamp());
    body.put("eventType", event_type);
    body.into_map()
}
