//! The event catalogue: one row for each thing POPBiLL announces.
//!
//! A row is found by its id (`<product>.<what>`). Ids name fixtures, complete in shells and never change
//! meaning. Where no document gives a value, the row says [`Basis::Inferred`] or [`Basis::InPart`].

use super::{Edition, Product};

/// The body format an event uses; each family has one JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// `TAXINVOICE.STATE`.
    TaxInvoice,
    /// `CASHBILL.STATE`.
    Cashbill,
    /// `HT.TAXINVOICEXML` (classic: `TAXINVOICE.STATE`).
    NtsTaxInvoice,
    /// `HT.CASHBILL`.
    NtsCashbill,
    /// `STATEMENT.STATE`.
    Statement,
    /// `KAKAO.STATE`.
    Kakao,
}

impl Family {
    /// Every family, in the order of the catalogue.
    pub const ALL: [Self; 6] =
        [Self::TaxInvoice, Self::Cashbill, Self::NtsTaxInvoice, Self::NtsCashbill, Self::Statement, Self::Kakao];

    /// The stem of the family's schema file.
    pub fn name(self) -> &'static str {
        match self {
            Self::TaxInvoice => "taxinvoice",
            Self::Cashbill => "cashbill",
            Self::NtsTaxInvoice => "nts-taxinvoice",
            Self::NtsCashbill => "nts-cashbill",
            Self::Statement => "statement",
            Self::Kakao => "kakao",
        }
    }

    /// The value of `Pb-Webhook-Type`. The classic NTS page prints `TAXINVOICE.STATE` for crawled invoices,
    /// the current one `HT.TAXINVOICEXML`.
    pub fn webhook_type(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (Self::TaxInvoice, _) | (Self::NtsTaxInvoice, Edition::Classic) => "TAXINVOICE.STATE",
            (Self::NtsTaxInvoice, Edition::Current) => "HT.TAXINVOICEXML",
            (Self::Cashbill, _) => "CASHBILL.STATE",
            (Self::NtsCashbill, _) => "HT.CASHBILL",
            (Self::Statement, _) => "STATEMENT.STATE",
            (Self::Kakao, _) => "KAKAO.STATE",
        }
    }

    /// Whether requests of this family carry `Pb-Webhook-EventType`. The event pages list it for tax
    /// invoices, cashbills and statements; NTS and Kakao pages have no such header.
    pub fn has_event_type_header(self) -> bool {
        matches!(self, Self::TaxInvoice | Self::Cashbill | Self::Statement)
    }
}

/// How well an event is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Event, codes and fields are in POPBiLL's documents.
    Documented,
    /// The event is documented or promised; a code or its form is our inference.
    Inferred,
    /// Only a part of the body is documented; only that part is sent.
    InPart,
}

impl Basis {
    /// The word used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::InPart => "in-part",
        }
    }
}

/// One row of the catalogue.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// The id, `<product>.<what>`.
    pub id: &'static str,
    /// The product that announces it.
    pub product: Product,
    /// The format of its body.
    pub family: Family,
    /// `eventType` in the body, and `Pb-Webhook-EventType` where the family has that header.
    pub event_type: Option<&'static str>,
    /// `stateCode`, as a number; a statement sends it as a string.
    pub state_code: Option<u16>,
    /// How well it is documented.
    pub basis: Basis,
    /// What it is, in English.
    pub title: &'static str,
    /// What it is, in Korean.
    pub title_ko: &'static str,
}

impl Kind {
    /// Whether POPBiLL's site can send it again by hand: only events with an `eventType` can say `MANUAL`.
    pub fn can_be_manual(&self) -> bool {
        self.event_type.is_some()
    }
}

/// The row with this id.
pub fn find(id: &str) -> Option<&'static Kind> {
    CATALOG.iter().find(|kind| kind.id == id)
}

const fn row(
    id: &'static str,
    (product, family): (Product, Family),
    (event_type, state_code): (Option<&'static str>, Option<u16>),
    basis: Basis,
    (title, title_ko): (&'static str, &'static str),
) -> Kind {
    Kind { id, product, family, event_type, state_code, basis, title, title_ko }
}

const TAX: (Product, Family) = (Product::TaxInvoice, Family::TaxInvoice);
const CASH: (Product, Family) = (Product::Cashbill, Family::Cashbill);
const NTS: (Product, Family) = (Product::Nts, Family::NtsTaxInvoice);
const NTS_CASH: (Product, Family) = (Product::Nts, Family::NtsCashbill);
const STATEMENT: (Product, Family) = (Product::Statement, Family::Statement);
const KAKAO: (Product, Family) = (Product::Kakao, Family::Kakao);
const NO_STATE: (Option<&str>, Option<u16>) = (None, None);

use Basis::{Documented, InPart, Inferred};

/// Every event, in the order users see them.
pub static CATALOG: [Kind; 24] = [
    row(
        "taxinvoice.issue",
        TAX,
        (Some("Issue"), Some(300)),
        Documented,
        ("a tax invoice was issued", "세금계산서 발행"),
    ),
    row(
        "taxinvoice.cancel",
        TAX,
        (Some("CancelIssue"), Some(600)),
        Inferred,
        ("its issuance was cancelled before filing", "세금계산서 발행취소"),
    ),
    row(
        "taxinvoice.closedown",
        TAX,
        (Some("CLOSEDOWN"), Some(300)),
        Inferred,
        ("the buyer's business status was checked", "공급받는자 휴폐업 조회 완료"),
    ),
    row(
        "taxinvoice.open",
        TAX,
        (Some("OPEN"), Some(300)),
        Inferred,
        ("the buyer opened the invoice from its mail", "공급받는자 메일 열람"),
    ),
    row(
        "taxinvoice.nts-pending",
        TAX,
        (Some("NTS"), Some(301)),
        Documented,
        ("it waits for filing to NTS", "국세청 전송 대기"),
    ),
    row(
        "taxinvoice.nts-sent",
        TAX,
        (Some("NTS"), Some(303)),
        Documented,
        ("it was filed, the result is open", "국세청 전송 중"),
    ),
    row("taxinvoice.nts-success", TAX, (Some("NTS"), Some(304)), Documented, ("NTS accepted it", "국세청 전송 성공")),
    row("taxinvoice.nts-failure", TAX, (Some("NTS"), Some(305)), Documented, ("NTS refused it", "국세청 전송 실패")),
    row(
        "cashbill.issue",
        CASH,
        (Some("Issue"), Some(300)),
        Documented,
        ("a cash receipt was issued", "현금영수증 발행"),
    ),
    row(
        "cashbill.nts-sent",
        CASH,
        (Some("NTS"), Some(303)),
        Inferred,
        ("its filing to NTS started", "현금영수증 국세청 전송 시작"),
    ),
    row(
        "cashbill.nts-success",
        CASH,
        (Some("NTS"), Some(304)),
        Documented,
        ("NTS accepted it", "현금영수증 국세청 전송 성공"),
    ),
    row(
        "cashbill.nts-failure",
        CASH,
        (Some("NTS"), Some(305)),
        Documented,
        ("NTS refused it", "현금영수증 국세청 전송 실패"),
    ),
    row(
        "cashbill.cancel",
        CASH,
        (Some("Issue"), Some(300)),
        Inferred,
        ("a cancelling cash receipt was issued", "취소 현금영수증 발행"),
    ),
    row(
        "nts.sales",
        NTS,
        NO_STATE,
        Documented,
        ("a sales invoice was crawled from NTS", "홈택스 매출 세금계산서 수집"),
    ),
    row(
        "nts.purchase",
        NTS,
        NO_STATE,
        Documented,
        ("a purchase invoice was crawled from NTS", "홈택스 매입 세금계산서 수집"),
    ),
    row(
        "nts.revised",
        NTS,
        NO_STATE,
        Documented,
        ("a revised invoice was crawled from NTS", "홈택스 수정 세금계산서 수집"),
    ),
    row(
        "nts.consigned",
        NTS,
        NO_STATE,
        Documented,
        ("a consigned invoice was crawled from NTS", "홈택스 위수탁 세금계산서 수집"),
    ),
    row(
        "nts.exempt",
        NTS,
        NO_STATE,
        Documented,
        ("a tax-exempt invoice was crawled from NTS", "홈택스 면세 계산서 수집"),
    ),
    row(
        "nts.foreigner",
        NTS,
        NO_STATE,
        Documented,
        ("an invoice to a foreigner was crawled from NTS", "홈택스 외국인 세금계산서 수집"),
    ),
    row("nts.cashbill", NTS_CASH, NO_STATE, InPart, ("a cash receipt was crawled from NTS", "홈택스 현금영수증 수집")),
    row(
        "statement.issue",
        STATEMENT,
        (Some("Issue"), Some(300)),
        InPart,
        ("a statement was issued", "전자명세서 발행"),
    ),
    row(
        "statement.cancel",
        STATEMENT,
        (Some("Cancel"), Some(600)),
        InPart,
        ("a statement was cancelled", "전자명세서 발행취소"),
    ),
    row(
        "statement.open",
        STATEMENT,
        (Some("OPEN"), Some(300)),
        InPart,
        ("the recipient opened a statement", "전자명세서 열람"),
    ),
    row(
        "kakao.result",
        KAKAO,
        (Some("RESULT"), None),
        InPart,
        ("a KakaoTalk message reached its result", "카카오톡 전송 결과"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_start_with_their_product() {
        for (index, kind) in CATALOG.iter().enumerate() {
            assert!(kind.id.starts_with(kind.product.name()), "{}", kind.id);
            assert!(!CATALOG[..index].iter().any(|other| other.id == kind.id), "{}", kind.id);
            assert_eq!(find(kind.id), Some(kind));
        }
    }

    #[test]
    fn only_the_nts_type_depends_on_the_edition() {
        for family in Family::ALL {
            let same = family.webhook_type(Edition::Current) == family.webhook_type(Edition::Classic);
            assert_eq!(same, family != Family::NtsTaxInvoice, "{family:?}");
        }
    }
}
