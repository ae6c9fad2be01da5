//! `invoiceType` of an invoice crawled from NTS.

use std::fmt;
use std::str::FromStr;

/// One of the sixteen documented types (NTS page).
///
/// The hundreds say what the document is (1 tax invoice, 2 revised tax invoice, 3 exempt invoice, 4 revised
/// exempt invoice), the last digit how it came about (1 plain, 2 zero-rated, 3 consigned, 4 on import,
/// 5 consigned and zero-rated). An exempt invoice is never zero-rated, and there is no 402, 405, 302 or 305.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InvoiceType(u16);

/// A text or number that is none of the sixteen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no documented invoice type; they are 101-105, 201-205, 301, 303, 304, 401, 403 and 404")]
pub struct NotAnInvoiceType;

impl InvoiceType {
    /// Every documented type, in ascending order.
    pub const ALL: [Self; 16] = [
        Self(101),
        Self(102),
        Self(103),
        Self(104),
        Self(105),
        Self(201),
        Self(202),
        Self(203),
        Self(204),
        Self(205),
        Self(301),
        Self(303),
        Self(304),
        Self(401),
        Self(403),
        Self(404),
    ];

    pub(super) const PLAIN: Self = Self(101);
    pub(super) const CONSIGNED: Self = Self(103);
    pub(super) const REVISED: Self = Self(201);
    pub(super) const EXEMPT: Self = Self(301);

    /// The number sent.
    pub fn code(self) -> u16 {
        self.0
    }

    /// `taxType` of such an invoice: 과세 (taxable), 영세 (zero-rated) or 면세 (exempt).
    pub fn tax_type(self) -> &'static str {
        if self.is_exempt() {
            "면세"
        } else if self.is_zero_rated() {
            "영세"
        } else {
            "과세"
        }
    }

    /// Whether it corrects an earlier invoice, and so carries `modifyCode` and `orgNTSConfirmNum`.
    pub fn is_revised(self) -> bool {
        matches!(self.0 / 100, 2 | 4)
    }

    /// Whether it is an invoice without tax by law (계산서).
    pub fn is_exempt(self) -> bool {
        self.0 / 100 >= 3
    }

    /// Whether its tax rate is zero.
    pub fn is_zero_rated(self) -> bool {
        matches!(self.0 % 10, 2 | 5)
    }

    /// Whether a consignee issued it for the seller.
    pub fn is_consigned(self) -> bool {
        matches!(self.0 % 10, 3 | 5)
    }

    /// Whether customs issued it to an importer.
    pub fn is_import(self) -> bool {
        self.0 % 10 == 4
    }
}

impl TryFrom<u16> for InvoiceType {
    type Error = NotAnInvoiceType;

    fn try_from(code: u16) -> Result<Self, NotAnInvoiceType> {
        Self::ALL.into_iter().find(|one| one.0 == code).ok_or(NotAnInvoiceType)
    }
}

impl FromStr for InvoiceType {
    type Err = NotAnInvoiceType;

    fn from_str(text: &str) -> Result<Self, NotAnInvoiceType> {
        Self::ALL.into_iter().find(|one| one.to_string() == text).ok_or(NotAnInvoiceType)
    }
}

impl fmt::Display for InvoiceType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_what_a_document_is() {
        for (code, tax, revised, consigned, import) in [
            (101, "과세", false, false, false),
            (102, "영세", false, false, false),
            (105, "영세", false, true, false),
            (203, "과세", true, true, false),
            (204, "과세", true, false, true),
            (301, "면세", false, false, false),
            (403, "면세", true, true, false),
            (404, "면세", true, false, true),
        ] {
            let one = InvoiceType::try_from(code).unwrap();
            assert_eq!((one.code(), one.tax_type()), (code, tax));
            assert_eq!((one.is_revised(), one.is_consigned(), one.is_import()), (revised, consigned, import), "{code}");
            assert_eq!(one.to_string().parse(), Ok(one));
        }
    }

    #[test]
    fn only_the_sixteen_are_types() {
        let known = (0..=u16::MAX).filter(|&code| InvoiceType::try_from(code).is_ok()).count();
        assert_eq!(known, 16);
        for bad in ["", "100", "302", "305", "402", "405", "0101", "+101", "101 ", "일반"] {
            assert_eq!(bad.parse::<InvoiceType>(), Err(NotAnInvoiceType), "{bad}");
        }
    }
}
