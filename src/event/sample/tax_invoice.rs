//! `TAXINVOICE.STATE`: the life of an issued tax invoice.
//!
//! The current page is known only as far as `ntssendErrCode`; the other keys are those of the two published
//! bodies. Keys stand in the order of the page, then of those bodies.

use serde_json::{Map, Value};

use super::SampleRequest;
use super::body::Body;
use super::draw::{Draw, numbered};
use super::goods::{CANCEL_MEMOS, ISSUE_MEMOS};
use super::keys::mgt_key;
use super::life::TaxInvoiceLife;
use crate::event::{CorpNum, EventTime, ItemKey, Kind, MgtKey, NtsConfirmNum};

/// Why NTS refuses an invoice, `ntssendErrCode` (filing results page; its list goes on).
const REFUSALS: [&str; 8] = ["SYN003", "SYN004", "ERR001", "ERR002", "ERR005", "ERR007", "ERR009", "ERR011"];

/// `closeDownState`: 0 not registered, 1 in business, 2 closed, 3 suspended; most buyers are in business.
const BUSINESS_STATES: [u8; 8] = [1, 1, 1, 1, 1, 0, 2, 3];

pub(super) fn body(request: &SampleRequest, member: CorpNum, event_type: &str) -> Map<String, Value> {
    let kind = request.kind;
    let document = Document::of(request.seed, request.at);
    let life = &document.life;
    let state_code = kind.state_code.unwrap_or(300);
    let step = Step::of(kind, life);
    let is_answered = matches!(state_code, 304 | 305);
    let mut body = Body::default();
    body.put("corpNum", member.to_string());
    body.put("itemKey", document.item_key.as_str());
    body.put("ntsconfirmNum", document.nts_confirm_num.as_str());
    body.put_if("ntssendDT", matches!(state_code, 303..=305).then(|| life.filed.stamp()));
    body.put_if("ntsresultDT", is_answered.then(|| life.answered.stamp()));
    body.put_if("ntssendErrCode", is_answered.then_some(if state_code == 304 { "SUC001" } else { document.refusal }));
    body.put("stateCode", state_code);
    body.put("stateDT", step.state.stamp());
    body.put_if("stateMemo", document.memo(kind));
    body.put_if("invoicerMgtKey", document.mgt_key.as_ref().map(MgtKey::as_str));
    // The check follows issuance within seconds, so that every later event knows its result.
    body.put_if("closeDownState", (step.event > life.issued).then_some(document.business_state));
    body.put("issueDT", life.issued.stamp());
    body.put("eventDT", step.event.stamp());
    body.put("eventType", event_type);
    body.put("interOPYN", document.by_api);
    body.into_map()
}

/// When an event happens, and since when the document has its state.
struct Step {
    event: EventTime,
    state: EventTime,
}

impl Step {
    /// Filing leaves `stateDT` at issuance although `stateCode` moves on, as in the published bodies. That a
    /// cancellation moves it is inferred from the name, "date of status change".
    fn of(kind: &Kind, life: &TaxInvoiceLife) -> Self {
        let later = |event| Self { event, state: life.issued };
        match (kind.event_type, kind.state_code) {
            (Some("CancelIssue"), _) => Self { event: life.cancelled, state: life.cancelled },
            (Some("CLOSEDOWN"), _) => later(life.checked),
            (Some("OPEN"), _) => later(life.opened),
            (Some("NTS"), Some(301 | 302)) => later(life.queued),
            (Some("NTS"), Some(303)) => later(life.filed),
            (Some("NTS"), _) => later(life.answered),
            _ => later(life.issued),
        }
    }
}

/// What all events of one document share.
struct Document {
    life: TaxInvoiceLife,
    item_key: ItemKey,
    nts_confirm_num: NtsConfirmNum,
    mgt_key: Option<MgtKey>,
    by_api: bool,
    issue_memo: Option<&'static str>,
    cancel_memo: &'static str,
    business_state: u8,
    refusal: &'static str,
}

impl Document {
    fn of(seed: u64, issued: EventTime) -> Self {
        let draw = &mut Draw::new(seed, "taxinvoice");
        let life = TaxInvoiceLife::of(issued, &mut Draw::new(seed, "taxinvoice.life"));
        let sequence = numbered(seed, "taxinvoice.nts", 1 << 32);
        let by_api = !draw.one_in(5);
        // Whoever issues on the site need not choose a key.
        let has_key = by_api || draw.one_in(2);
        Self {
            item_key: ItemKey::new(life.created, numbered(seed, "taxinvoice", 100_000)),
            nts_confirm_num: NtsConfirmNum::new(
                issued,
                NtsConfirmNum::TEST_BED,
                u32::try_from(sequence).unwrap_or(u32::MAX),
            ),
            mgt_key: mgt_key(seed, "taxinvoice", "TI", issued).filter(|_| has_key),
            by_api,
            issue_memo: (!draw.one_in(4)).then(|| draw.pick(&ISSUE_MEMOS)),
            cancel_memo: draw.pick(&CANCEL_MEMOS),
            business_state: draw.pick(&BUSINESS_STATES),
            refusal: draw.pick(&REFUSALS),
            life,
        }
    }

    /// The memo of the last state the seller chose; the published NTS body has none.
    fn memo(&self, kind: &Kind) -> Option<&'static str> {
        match kind.event_type {
            Some("NTS") => None,
            Some("CancelIssue") => Some(self.cancel_memo),
            _ => self.issue_memo,
        }
    }
}
