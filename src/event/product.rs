//! POPBiLL's products, as far as they announce events.

use std::fmt;
use std::str::FromStr;

/// A product whose documents or messages raise events; URLs are registered per product
/// (overview, "Callback URL Registration").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Product {
    /// 전자세금계산서, e-Tax invoice.
    TaxInvoice,
    /// 현금영수증, e-Cashbill.
    Cashbill,
    /// 홈택스수집, invoices and cash receipts crawled from NTS.
    Nts,
    /// 전자명세서, statement.
    Statement,
    /// 카카오톡, `KakaoTalk` messages.
    Kakao,
}

impl Product {
    /// Every product, in the order of the catalogue.
    pub const ALL: [Self; 5] = [Self::TaxInvoice, Self::Cashbill, Self::Nts, Self::Statement, Self::Kakao];

    /// The first part of an event id, and the key of a product's table in a configuration file.
    pub fn name(self) -> &'static str {
        match self {
            Self::TaxInvoice => "taxinvoice",
            Self::Cashbill => "cashbill",
            Self::Nts => "nts",
            Self::Statement => "statement",
            Self::Kakao => "kakao",
        }
    }
}

impl fmt::Display for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Product {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|product| product.name() == name).ok_or(())
    }
}
