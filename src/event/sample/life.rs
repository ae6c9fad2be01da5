//! When things happen to a document, from the moment it is issued.

use super::draw::Draw;
use crate::event::EventTime;

/// The moments of a tax invoice.
///
/// Filing is at 15:00 on the next business day, and its result comes within twenty minutes (POPBiLL's guide to
/// filing). Saturdays and Sundays are no business days; public holidays are not known here.
pub(super) struct TaxInvoiceLife {
    /// Its draft was made: at once, or up to some hours before.
    pub(super) created: EventTime,
    pub(super) issued: EventTime,
    /// The buyer's business status was checked.
    pub(super) checked: EventTime,
    /// The buyer opened it from the mail.
    pub(super) opened: EventTime,
    /// The seller cancelled it; always before it could be filed.
    pub(super) cancelled: EventTime,
    /// It stands before filing.
    pub(super) queued: EventTime,
    pub(super) filed: EventTime,
    /// NTS gave its result.
    pub(super) answered: EventTime,
}

impl TaxInvoiceLife {
    pub(super) fn of(issued: EventTime, draw: &mut Draw) -> Self {
        let created = if draw.one_in(2) { issued } else { issued.plus_seconds(-draw.between(60, 6 * HOUR)) };
        let queued = next_business_day(issued).at(15, 0, 0).plus_seconds(draw.between(0, 9));
        let filed = queued.plus_seconds(draw.between(MINUTE, 5 * MINUTE));
        Self {
            created,
            issued,
            checked: issued.plus_seconds(draw.between(2, 30)),
            opened: issued.plus_seconds(draw.between(MINUTE, 2 * HOUR)),
            cancelled: issued.plus_seconds(draw.between(2 * HOUR + MINUTE, 4 * HOUR)),
            queued,
            filed,
            answered: filed.plus_seconds(draw.between(5 * MINUTE, 20 * MINUTE)),
        }
    }
}

/// The moments of a cash receipt: filed when the next day begins, answered that morning (cashbill page, by its
/// samples).
pub(super) struct CashbillLife {
    pub(super) issued: EventTime,
    /// A cancelling receipt was issued for it.
    pub(super) revoked: EventTime,
    pub(super) filed: EventTime,
    /// NTS gave its result, between 09:15 and 10:00.
    pub(super) answered: EventTime,
}

impl CashbillLife {
    pub(super) fn of(issued: EventTime, draw: &mut Draw) -> Self {
        let filed = issued.plus_days(1).at(0, 0, 0);
        Self {
            issued,
            revoked: issued.plus_seconds(draw.between(10 * MINUTE, 4 * HOUR)),
            filed,
            answered: filed.at(9, 15, 0).plus_seconds(draw.between(0, 45 * MINUTE)),
        }
    }
}

/// The moments of a statement.
pub(super) struct StatementLife {
    pub(super) issued: EventTime,
    /// The recipient opened it.
    pub(super) opened: EventTime,
    /// The sender cancelled it.
    pub(super) cancelled: EventTime,
}

impl StatementLife {
    pub(super) fn of(issued: EventTime, draw: &mut Draw) -> Self {
        Self {
            issued,
            opened: issued.plus_seconds(draw.between(MINUTE, 2 * HOUR)),
            cancelled: issued.plus_seconds(draw.between(2 * HOUR + MINUTE, 8 * HOUR)),
        }
    }
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

fn next_business_day(time: EventTime) -> EventTime {
    time.plus_days(match weekday(time) {
        4 => 3,
        5 => 2,
        _ => 1,
    })
}

/// The day of the week in Korea, Monday being 0.
fn weekday(time: EventTime) -> i64 {
    let days = (time.to_timestamp().as_second() + 9 * HOUR).div_euclid(24 * HOUR);
    // 1970-01-01 was a Thursday.
    (days + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_are_no_business_days() {
        for (day, next) in [
            ("20260105", "20260106"),
            ("20260108", "20260109"),
            ("20260109", "20260112"),
            ("20260110", "20260112"),
            ("20260111", "20260112"),
            ("20241231", "20250101"),
        ] {
            for clock in ["000000", "085959", "235959"] {
                let time = EventTime::parse(&format!("{day}{clock}")).unwrap();
                assert_eq!(next_business_day(time).day(), next, "{day}{clock}");
            }
        }
    }

    #[test]
    fn a_cancellation_is_always_before_filing() {
        for seed in 0..50 {
            let late = EventTime::parse("20260105235959").unwrap();
            let life = TaxInvoiceLife::of(late, &mut Draw::new(seed, "late"));
            assert!(life.cancelled < life.queued, "{seed}");
        }
    }
}
