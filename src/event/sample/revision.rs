//! Why an invoice revises another, and what that makes of it.

use super::amounts::Sign;
use super::draw::Draw;
use crate::event::{EventTime, InvoiceType};

/// `modifyCode` with what follows from it.
pub(super) struct Revision {
    /// 1 error, 2 supply value changed, 3 return, 4 contract cancelled, 5 local letter of credit opened
    /// afterwards, 6 issued twice (NTS page).
    pub(super) code: u8,
    /// When the revised invoice was prepared.
    pub(super) original: EventTime,
    pub(super) sign: Sign,
}

impl Revision {
    /// The revision that an invoice of this type, prepared at `written`, makes; none unless it is a revised one.
    pub(super) fn of(draw: &mut Draw, invoice_type: InvoiceType, written: EventTime) -> Option<Self> {
        if !invoice_type.is_revised() {
            return None;
        }
        let code = match invoice_type {
            // Customs correct and reassess; nobody returns goods to them.
            one if one.is_import() => draw.pick(&[1, 2]),
            // Without tax there is no zero rate that a letter of credit could bring about.
            one if one.is_exempt() => draw.pick(&[1, 2, 3, 4, 6]),
            _ => draw.pick(&[1, 2, 3, 4, 5, 6]),
        };
        let (falls, days) = (draw.one_in(2), draw.between(1, 60));
        let sign = match code {
            // An error is revised by taking back the wrong invoice or by writing the right one.
            1 if falls => Sign::MinusQuantity,
            2 if falls => Sign::MinusPrice,
            1 | 2 => Sign::Plus,
            // The taxed supply is taken back, and written again with the zero rate.
            5 if invoice_type.is_zero_rated() => Sign::Plus,
            _ => Sign::MinusQuantity,
        };
        // What was wrong from the start keeps its date; what happened later has its own.
        let original = if matches!(code, 1 | 5 | 6) { written } else { written.plus_days(-i32::try_from(days).ok()?) };
        Some(Self { code, original, sign })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_agree_with_type_sign_and_date() {
        let written = EventTime::SEEDED;
        for invoice_type in InvoiceType::ALL {
            let mut seen = std::collections::BTreeSet::new();
            for seed in 0..200 {
                let revision = Revision::of(&mut Draw::new(seed, "revision"), invoice_type, written);
                assert_eq!(revision.is_some(), invoice_type.is_revised(), "{invoice_type}");
                let Some(Revision { code, original, sign }) = revision else { continue };
                seen.insert(code);
                assert_eq!(original < written, matches!(code, 2..=4), "{invoice_type} {code}");
                if matches!(code, 3 | 4 | 6) {
                    assert_eq!(sign, Sign::MinusQuantity);
                }
            }
            let codes = match invoice_type.code() {
                201..=203 | 205 => 6,
                401 | 403 => 5,
                204 | 404 => 2,
                _ => 0,
            };
            assert_eq!(seen.len(), codes, "{invoice_type}");
            assert!(!invoice_type.is_exempt() || !seen.contains(&5));
        }
    }
}
