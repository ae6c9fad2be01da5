//! What is on an invoice's lines, and how it is paid. Whole won throughout; only quantities and unit prices
//! have two decimals (NTS page).

use std::fmt;

use super::draw::Draw;
use super::goods::{EXEMPT, Good, LINE_REMARKS, TAXABLE, UNUSUAL};
use crate::event::InvoiceType;

/// A number with two decimals, counted in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hundredths(i64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match (part, part % 10) {
            (0, _) => write!(f, "{sign}{whole}"),
            (_, 0) => write!(f, "{sign}{whole}.{}", part / 10),
            _ => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// What makes an amount negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    /// Goods go back: the quantity is negative.
    MinusQuantity,
    /// The price falls: the unit price is negative.
    MinusPrice,
}

/// One row of `detailList`. The supply is exactly quantity × unit price, the tax a tenth of it.
pub(super) struct Line {
    pub(super) good: Good,
    pub(super) quantity: Hundredths,
    pub(super) unit_cost: Hundredths,
    pub(super) supply: i64,
    pub(super) tax: i64,
    pub(super) remark: Option<&'static str>,
}

/// One to six lines of an invoice of this type.
pub(super) fn lines(draw: &mut Draw, invoice_type: InvoiceType, sign: Sign) -> Vec<Line> {
    let count = 1 + draw.below(6);
    (0..count).map(|_| line(draw, invoice_type, sign)).collect()
}

fn line(draw: &mut Draw, invoice_type: InvoiceType, sign: Sign) -> Line {
    let good = match (invoice_type.is_exempt(), draw.below(8)) {
        (true, _) => draw.pick(&EXEMPT),
        (false, 0) => draw.pick(&UNUSUAL),
        (false, _) => draw.pick(&TAXABLE),
    };
    let won = (good.won * draw.between(80, 120) / 1000).max(1) * 10;
    // Each way gives a supply in whole won.
    let (quantity, unit_cost) = match draw.below(10) {
        0..=6 => (draw.between(1, 50) * 100, won * 100),
        7 | 8 => (draw.between(1, 1999), (won / 100 + 1) * 10_000),
        // Only what is cheap and sold by the hundred has a price below the won.
        _ if won < 10_000 => (draw.between(1, 9) * 10_000, won * 100 + draw.between(1, 99)),
        _ => (100, won * 100),
    };
    let (quantity, unit_cost) = match sign {
        Sign::Plus => (quantity, unit_cost),
        Sign::MinusQuantity => (-quantity, unit_cost),
        Sign::MinusPrice => (quantity, -unit_cost),
    };
    let supply = quantity * unit_cost / 10_000;
    // Fractions of a won are dropped, towards zero, so that a return takes back what was paid.
    let tax = if invoice_type.tax_type() == "과세" { supply / 10 } else { 0 };
    let remark = draw.one_in(6).then(|| draw.pick(&LINE_REMARKS));
    Line { good, quantity: Hundredths(quantity), unit_cost: Hundredths(unit_cost), supply, tax, remark }
}

/// `purposeType` and the four payment boxes; an empty box is left out.
pub(super) struct Payment {
    pub(super) purpose: &'static str,
    pub(super) cash: Option<i64>,
    pub(super) chk_bill: Option<i64>,
    pub(super) credit: Option<i64>,
    pub(super) note: Option<i64>,
}

impl Payment {
    const NONE: Self = Self { purpose: "없음", cash: None, chk_bill: None, credit: None, note: None };

    /// How `total` is paid. Boxes always add up to it, where there are any: received money (영수) is in cash,
    /// checks and notes; claimed money (청구) may stand in the credit box, in part after a payment.
    pub(super) fn of(draw: &mut Draw, total: i64, invoice_type: InvoiceType) -> Self {
        let (purpose, boxes) = (draw.below(10), draw.below(4));
        // At least the small rest stays for the second box, so that none is zero.
        let first = (total / 10 * draw.between(1, 9)).clamp(total.min(0), total.max(0));
        let split = first != 0 && first != total;
        let (received, claimed) = (Self { purpose: "영수", ..Self::NONE }, Self { purpose: "청구", ..Self::NONE });
        match (purpose, boxes) {
            _ if invoice_type.is_import() => Self::NONE,
            (0, _) => Self::NONE,
            (1..=4, 2) if split => Self { cash: Some(first), note: Some(total - first), ..received },
            (1..=4, 3) if split => Self { cash: Some(first), chk_bill: Some(total - first), ..received },
            (1..=4, _) => Self { cash: Some(total), ..received },
            (_, 0) => claimed,
            (_, 3) if split => Self { cash: Some(first), credit: Some(total - first), ..claimed },
            _ => Self { credit: Some(total), ..claimed },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_printed_only_where_they_are() {
        for (hundredths, text) in [
            (100, "1"),
            (0, "0"),
            (150, "1.5"),
            (5, "0.05"),
            (-5, "-0.05"),
            (-2_550, "-25.5"),
            (-100, "-1"),
            (199, "1.99"),
        ] {
            assert_eq!(Hundredths(hundredths).to_string(), text);
        }
    }

    #[test]
    fn lines_are_exact_to_the_won() {
        for seed in 0..300 {
            for sign in [Sign::Plus, Sign::MinusQuantity, Sign::MinusPrice] {
                for line in lines(&mut Draw::new(seed, "lines"), InvoiceType::PLAIN, sign) {
                    assert_eq!(line.quantity.0 * line.unit_cost.0, line.supply * 10_000);
                    assert_eq!(line.supply < 0, sign != Sign::Plus);
                    assert_eq!(line.tax.abs(), line.supply.abs() / 10);
                }
            }
        }
    }

    #[test]
    fn boxes_add_up_and_none_is_zero() {
        for seed in 0..300 {
            for total in [1, 9, 10, 11, 123_456, -1, -10, -98_765] {
                let payment = Payment::of(&mut Draw::new(seed, "payment"), total, InvoiceType::PLAIN);
                let boxes = [payment.cash, payment.chk_bill, payment.credit, payment.note];
                let filled: Vec<i64> = boxes.into_iter().flatten().collect();
                assert!(!filled.contains(&0), "{total}");
                let sum: i64 = filled.iter().sum();
                match payment.purpose {
                    "영수" => assert_eq!((sum, payment.credit), (total, None)),
                    "청구" => assert!(filled.is_empty() || (sum == total && payment.credit.is_some())),
                    _ => assert!(filled.is_empty()),
                }
            }
        }
    }
}
