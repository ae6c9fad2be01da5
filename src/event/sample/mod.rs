//! Payloads as POPBiLL would write them, made from a seed.
//!
//! Pure and the same on every machine: equal requests give equal bytes. All numbers come from named streams of
//! the seed, by integer arithmetic alone; all names come from tables. Who changes a table, or the order in
//! which a stream is read, changes the bytes that users reproduce by their seeds; the committed fixtures show
//! it.
//!
//! One seed is one document of each product. `cashbill.issue`, `cashbill.nts-success` and the others of a
//! product speak of the same document when their seed and time are the same, so that a whole life can be sent.
//! The exception is `cashbill.cancel`, which announces a second receipt that cancels the first. Invoices and
//! receipts crawled from NTS have no life; there, each kind (and each invoice type) is a document of its own.

mod amounts;
mod body;
mod cashbill;
mod draw;
mod goods;
mod kakao;
mod keys;
mod life;
mod names;
mod nts_cashbill;
mod nts_invoice;
mod party;
mod revision;
mod statement;
mod tax_invoice;
#[cfg(test)]
mod tests;

pub use party::member;

use self::draw::{Draw, numbered};
use super::{CorpNum, Edition, Event, EventTime, Family, InvoiceType, Kind, MessageId};
use crate::words;

/// What to make.
#[derive(Clone, Debug)]
pub struct SampleRequest {
    /// The event.
    pub kind: &'static Kind,
    /// The generation of documents to follow.
    pub edition: Edition,
    /// Decides everything that the other fields leave open.
    pub seed: u64,
    /// When the document is issued. The later events of its life follow from it: filing and its result the
    /// next day or business day, a cancellation some hours later, and so on; so the event itself may lie after
    /// `at`. For documents crawled from NTS it is the moment of the crawl, and the document is older; for a
    /// `KakaoTalk` message it is the moment when POPBiLL took it.
    ///
    /// Texts have their documented lengths for years from 1 to 9998.
    pub at: EventTime,
    /// Whether it is sent again by hand: `eventType` is then `MANUAL`, and nothing else changes.
    pub manual: bool,
    /// The member it is announced to; [`member`] of the seed otherwise. The number decides the name and address
    /// of a business, too.
    pub corp_num: Option<CorpNum>,
    /// Its message id; one from the seed otherwise.
    pub message_id: Option<MessageId>,
    /// The type of an invoice crawled from NTS, one of [`invoice_types`]; the kind's own otherwise.
    pub invoice_type: Option<InvoiceType>,
}

/// A request that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleError {
    /// `MANUAL` is said in `eventType`, and this event has none.
    #[error("{}", words::samples::manual_without_event_type(event))]
    ManualWithoutEventType {
        /// The event's id.
        event: &'static str,
    },
    /// Only invoices crawled from NTS have a type.
    #[error("{}", words::samples::no_invoice_type(event, given.code()))]
    NoInvoiceType {
        /// The event's id.
        event: &'static str,
        /// The type asked for.
        given: InvoiceType,
    },
    /// The type contradicts what the event says.
    #[error("{}", words::samples::invoice_type_does_not_fit(event, given.code(), &codes(fitting)))]
    InvoiceTypeDoesNotFit {
        /// The event's id.
        event: &'static str,
        /// The type asked for.
        given: InvoiceType,
        /// The types that do not contradict it.
        fitting: Vec<InvoiceType>,
    },
}

fn codes(types: &[InvoiceType]) -> Vec<u16> {
    types.iter().map(|one| one.code()).collect()
}

/// The event that a request describes.
pub fn sample(request: &SampleRequest) -> Result<Event, SampleError> {
    let SampleRequest { kind, edition, seed, at, manual, .. } = *request;
    if manual && !kind.can_be_manual() {
        return Err(SampleError::ManualWithoutEventType { event: kind.id });
    }
    let invoice_type = invoice_type(kind, request.invoice_type)?;
    let corp_num = request.corp_num.unwrap_or_else(|| member(seed));
    let event_type = kind.event_type.map(|own| if manual { "MANUAL" } else { own });
    let said = event_type.unwrap_or_default();
    let body = match kind.family {
        Family::TaxInvoice => tax_invoice::body(request, corp_num, said),
        Family::Cashbill => cashbill::body(request, corp_num, said),
        Family::NtsTaxInvoice => nts_invoice::body(request, invoice_type.unwrap_or(InvoiceType::PLAIN), corp_num),
        Family::NtsCashbill => nts_cashbill::body(request),
        Family::Statement => statement::body(request, corp_num, said),
        Family::Kakao => kakao::body(request, corp_num, said),
    };
    let message_id = request.message_id.clone().unwrap_or_else(|| message_id(kind, seed, at));
    Ok(Event { kind, edition, message_id, corp_num, event_type: event_type.map(str::to_owned), body })
}

/// The invoice types this event can have, in ascending order; none unless it is crawled from NTS.
///
/// A sale is never an import, because the seller of an import is customs; a foreigner's is none for the same
/// reason.
pub fn invoice_types(kind: &Kind) -> Vec<InvoiceType> {
    let fits = |one: &InvoiceType| match kind.id {
        "nts.sales" | "nts.foreigner" => !one.is_import(),
        "nts.purchase" => true,
        "nts.revised" => one.is_revised(),
        "nts.consigned" => one.is_consigned(),
        "nts.exempt" => one.is_exempt(),
        _ => false,
    };
    InvoiceType::ALL.into_iter().filter(fits).collect()
}

fn invoice_type(kind: &'static Kind, asked: Option<InvoiceType>) -> Result<Option<InvoiceType>, SampleError> {
    let own = match (kind.family, kind.id) {
        (Family::NtsTaxInvoice, "nts.revised") => Some(InvoiceType::REVISED),
        (Family::NtsTaxInvoice, "nts.consigned") => Some(InvoiceType::CONSIGNED),
        (Family::NtsTaxInvoice, "nts.exempt") => Some(InvoiceType::EXEMPT),
        (Family::NtsTaxInvoice, _) => Some(InvoiceType::PLAIN),
        _ => None,
    };
    let event = kind.id;
    match (own, asked) {
        (own, None) => Ok(own),
        (None, Some(given)) => Err(SampleError::NoInvoiceType { event, given }),
        (Some(_), Some(given)) => {
            let fitting = invoice_types(kind);
            if fitting.contains(&given) {
                Ok(Some(given))
            } else {
                Err(SampleError::InvoiceTypeDoesNotFit { event, given, fitting })
            }
        }
    }
}

/// The id of the one event of this kind and seed; another kind's is always another. Its digits are `0`, year and
/// month as `yyMM`, and a number, which is how POPBiLL's one sample can be read.
fn message_id(kind: &Kind, seed: u64, at: EventTime) -> MessageId {
    let month: u64 = at.stamp().get(2..6).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    let number = month * 10_000_000 + numbered(seed, kind.id, 10_000_000);
    let draw = &mut Draw::new(seed, &format!("{}.mid", kind.id));
    let tail = u128::from(draw.bits()) << 64 | u128::from(draw.bits());
    MessageId::from_bits(number, tail)
}
