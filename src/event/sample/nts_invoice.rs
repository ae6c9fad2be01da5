//! `HT.TAXINVOICEXML`: an invoice crawled from NTS, with the keys and their order of the NTS page.

use serde_json::{Map, Value};

use super::SampleRequest;
use super::amounts::{Line, Payment, Sign, lines};
use super::body::Body;
use super::draw::{Draw, numbered};
use super::goods::REMARKS;
use super::keys::mgt_key;
use super::party::{Party, Role, business, customs};
use super::revision::Revision;
use crate::event::{CorpNum, Edition, EventTime, InvoiceType, MgtKey, NtsConfirmNum};

/// Systems that issue invoices: POPBiLL, its test bed, and two invented ones.
const SYSTEMS: [u32; 4] = [41_000_203, NtsConfirmNum::TEST_BED, 41_009_901, 41_009_902];

const HOUR: i64 = 3600;

/// Whether the member stands on the buyer's side. The seller of an import invoice is customs.
fn member_buys(kind_id: &str, invoice_type: InvoiceType) -> bool {
    kind_id == "nts.purchase" || invoice_type.is_import()
}

pub(super) fn body(request: &SampleRequest, invoice_type: InvoiceType, member: CorpNum) -> Map<String, Value> {
    // Invoices of two kinds or types are two invoices, even of one seed.
    let draft = Draft { name: format!("{}/{invoice_type}", request.kind.id), request, invoice_type };
    let dates = Dates::of(request.at, &mut draft.draw("dates"));
    let revision = Revision::of(&mut draft.draw("revision"), invoice_type, dates.written);
    let sign = revision.as_ref().map_or(Sign::Plus, |revision| revision.sign);
    let lines = lines(&mut draft.draw("lines"), invoice_type, sign);
    let mut body = Body::default();
    body.put("writeDate", dates.written.day());
    body.put("ntsconfirmNum", draft.confirm_num("nts", dates.written).as_str());
    body.put("issueDT", dates.issued.stamp());
    // Only the current event page has the key.
    body.put_if("sendDate", (request.edition == Edition::Current).then(|| dates.filed.day()));
    body.put("invoiceType", invoice_type.code());
    draft.write_sums(&mut body, &lines);
    draft.write_remarks(&mut body);
    draft.write_parties(&mut body, member, dates.issued);
    if let Some(Revision { code, original, .. }) = revision {
        body.put("modifyCode", code);
        body.put("orgNTSConfirmNum", draft.confirm_num("original", original).as_str());
    }
    body.put("detailList", draft.detail_list(&lines, dates.written));
    body.into_map()
}

/// When an invoice found at a crawl was prepared, issued and filed.
struct Dates {
    written: EventTime,
    issued: EventTime,
    filed: EventTime,
}

impl Dates {
    /// Issued at an hour of work one to three days before the crawl, filed that day or the next. Prepared on the
    /// same day or up to nine days before, which never passes the tenth of the month that follows, the last day
    /// allowed.
    fn of(crawled: EventTime, draw: &mut Draw) -> Self {
        let issued_day = crawled.plus_days(-days(1 + draw.below(3)));
        let issued = issued_day.at(9, 0, 0).plus_seconds(draw.between(0, 9 * HOUR));
        let filed = issued.plus_days(days(draw.below(2)));
        Self { written: issued.plus_days(-days(draw.below(10))), issued, filed }
    }
}

fn days(count: u64) -> i32 {
    i32::try_from(count).unwrap_or(0)
}

struct Draft<'a> {
    /// Names its streams.
    name: String,
    request: &'a SampleRequest,
    invoice_type: InvoiceType,
}

impl Draft<'_> {
    fn draw(&self, aspect: &str) -> Draw {
        Draw::new(self.request.seed, &format!("{}.{aspect}", self.name))
    }

    fn confirm_num(&self, aspect: &str, prepared: EventTime) -> NtsConfirmNum {
        let name = format!("{}.{aspect}", self.name);
        let number = numbered(self.request.seed, &name, 1 << 32);
        let system = self.draw("system").pick(&SYSTEMS);
        NtsConfirmNum::new(prepared, system, u32::try_from(number).unwrap_or(u32::MAX))
    }

    fn mgt_key(&self, side: &str, prefix: &str, day: EventTime) -> Option<MgtKey> {
        mgt_key(self.request.seed, &format!("{}.{side}", self.name), prefix, day)
    }

    fn write_sums(&self, body: &mut Body, lines: &[Line]) {
        let supply: i64 = lines.iter().map(|line| line.supply).sum();
        let tax: i64 = lines.iter().map(|line| line.tax).sum();
        let total = supply + tax;
        body.put("taxType", self.invoice_type.tax_type());
        body.put("taxTotal", tax.to_string());
        body.put("supplyCostTotal", supply.to_string());
        body.put("totalAmount", total.to_string());
        let payment = Payment::of(&mut self.draw("payment"), total, self.invoice_type);
        let draw = &mut self.draw("serial");
        let serial = draw.one_in(2).then(|| format!("제{}-{:04}호", 1 + draw.below(12), draw.below(10_000)));
        body.put("purposeType", payment.purpose);
        body.put_if("serialNum", serial);
        for (key, amount) in
            [("cash", payment.cash), ("chkBill", payment.chk_bill), ("credit", payment.credit), ("note", payment.note)]
        {
            body.put_if(key, amount.map(|amount| amount.to_string()));
        }
    }

    /// None for most, up to three for the rest, each another one.
    fn write_remarks(&self, body: &mut Body) {
        let draw = &mut self.draw("remarks");
        let count = usize::try_from(draw.below(8).saturating_sub(4)).unwrap_or(0);
        let first = usize::try_from(draw.below(6)).unwrap_or(0);
        for (remark, number) in REMARKS.iter().cycle().skip(first).take(count).zip(1..) {
            body.put(format!("remark{number}"), *remark);
        }
    }

    fn write_parties(&self, body: &mut Body, member: CorpNum, day: EventTime) {
        let draw = &mut self.draw("parties");
        let other = business(draw, &[member]);
        let consignee = business(draw, &[member, other]);
        let is_import = self.invoice_type.is_import();
        let seller_has_key = draw.one_in(2) && !is_import;
        let consignee_has_key = draw.one_in(2);
        // A buyer has a key only where it asked for the invoice (역발행).
        let is_requested = draw.one_in(8) && !is_import;
        let (seller, role, buyer) = self.sides(draw, member, other);
        let is_business = matches!(role, Role::Buyer("사업자"));
        let seller_key = self.mgt_key("seller", "INV", day).filter(|_| seller_has_key);
        let buyer_key = self.mgt_key("buyer", "PO", day).filter(|_| is_requested && is_business);
        seller.write(body, Role::Seller, seller_key.as_ref());
        buyer.write(body, role, buyer_key.as_ref());
        if self.invoice_type.is_consigned() {
            let key = self.mgt_key("consignee", "CON", day).filter(|_| consignee_has_key);
            Party::business(consignee).write(body, Role::Consignee, key.as_ref());
        }
    }

    /// The seller, the buyer's role, and the buyer.
    fn sides(&self, draw: &mut Draw, member: CorpNum, other: CorpNum) -> (Party, Role, Party) {
        let business = Role::Buyer("사업자");
        let kind = self.request.kind.id;
        if self.invoice_type.is_import() {
            return (customs(draw), business, Party::business(member));
        }
        if member_buys(kind, self.invoice_type) {
            return (Party::business(other), business, Party::business(member));
        }
        let seller = Party::business(member);
        match (kind, draw.below(8)) {
            ("nts.foreigner", _) => (seller, Role::Buyer("외국인"), Party::foreigner(draw)),
            (_, 0) => (seller, Role::Buyer("개인"), Party::individual(draw)),
            _ => (seller, business, Party::business(other)),
        }
    }

    fn detail_list(&self, lines: &[Line], written: EventTime) -> Vec<Value> {
        let draw = &mut self.draw("deliveries");
        let day = written.day().get(6..8).and_then(|day| day.parse().ok()).unwrap_or(1);
        lines
            .iter()
            .zip(1_u8..)
            .map(|(line, number)| {
                // Delivered on the day of preparation, or up to three days before it in the same month.
                let back = draw.below(4).min(day - 1);
                let delivered = written.plus_days(-days(back));
                let mut row = Body::default();
                row.put("serialNum", number);
                row.put("purchaseDT", delivered.day());
                row.put("itemName", line.good.name);
                row.put_if("spec", line.good.spec);
                row.put("qty", line.quantity.to_string());
                row.put("unitCost", line.unit_cost.to_string());
                row.put("supplyCost", line.supply.to_string());
                row.put("tax", line.tax.to_string());
                row.put_if("remark", line.remark);
                row.into()
            })
            .collect()
    }
}
