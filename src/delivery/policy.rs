//! How often and when a failed attempt is made again.

use std::time::Duration;

use jiff::Timestamp;

use crate::clock::later;
use crate::event::{Edition, Product};

/// How many attempts follow a failed first one, how far apart, and on whose word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RetryPolicy {
    retries: u32,
    interval: Duration,
    source: PolicySource,
}

/// Where a policy comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PolicySource {
    /// The overview ("Retransmission Policy"): four times, for every product.
    Overview,
    /// The cashbill page: three times.
    CashbillPage,
    /// The NTS page: twice.
    NtsPage,
    /// The older Korean pages of the other products: three times.
    OlderPages,
    /// A user's own numbers.
    Custom,
}

impl PolicySource {
    /// The name of the document a preset quotes; a user's own policy quotes none.
    pub fn document(self) -> Option<&'static str> {
        match self {
            Self::Overview => Some("overview"),
            Self::CashbillPage => Some("cashbill page"),
            Self::NtsPage => Some("NTS page"),
            Self::OlderPages => Some("older Korean product pages"),
            Self::Custom => None,
        }
    }
}

impl RetryPolicy {
    /// Five minutes, wherever a document states an interval (overview, cashbill page, NTS page).
    pub const POPBILL_INTERVAL: Duration = Duration::from_mins(5);

    /// What POPBiLL does for this product, by one generation of its documents.
    pub fn popbill(edition: Edition, product: Product) -> Self {
        let (retries, source) = match (edition, product) {
            (Edition::Current, _) => (4, PolicySource::Overview),
            (Edition::Classic, Product::Cashbill) => (3, PolicySource::CashbillPage),
            (Edition::Classic, Product::Nts) => (2, PolicySource::NtsPage),
            (Edition::Classic, Product::TaxInvoice | Product::Statement | Product::Kakao) => {
                (3, PolicySource::OlderPages)
            }
        };
        Self { retries, interval: Self::POPBILL_INTERVAL, source }
    }

    /// A user's own policy: `retries` after the first attempt, `interval` apart.
    pub fn custom(retries: u32, interval: Duration) -> Self {
        Self { retries, interval, source: PolicySource::Custom }
    }

    /// How many attempts may follow the first.
    pub fn retries(self) -> u32 {
        self.retries
    }

    /// How far apart the attempts are due.
    pub fn interval(self) -> Duration {
        self.interval
    }

    /// Where it comes from.
    pub fn source(self) -> PolicySource {
        self.source
    }

    /// The name of the document a preset quotes.
    pub fn document(self) -> Option<&'static str> {
        self.source.document()
    }

    /// The most attempts it allows, the first one included.
    pub fn attempts(self) -> u32 {
        self.retries.saturating_add(1)
    }

    /// When the attempt after number `number` (counted from 1) is due, where there is one: `number` intervals after
    /// the first one was due, and an interval after the last one really began, so that one that is late shifts those
    /// after it and two are never closer than the policy says.
    pub fn next_due(self, number: u32, first_due: Timestamp, started_at: Timestamp) -> Option<Timestamp> {
        let planned = later(first_due, self.due(number));
        (number < self.attempts()).then(|| planned.max(later(started_at, self.interval)))
    }

    /// When retry `k` is due, counted from the initial attempt (overview: "from the initial attempt"); the
    /// initial attempt is `k` = 0. A time beyond what can be counted stays at the end of counting.
    pub fn due(self, k: u32) -> Duration {
        self.interval.saturating_mul(k)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_are_the_documented_ones() {
        use Edition::{Classic, Current};
        for (edition, product, retries, document) in [
            (Current, Product::TaxInvoice, 4, "overview"),
            (Current, Product::Cashbill, 4, "overview"),
            (Current, Product::Nts, 4, "overview"),
            (Current, Product::Statement, 4, "overview"),
            (Current, Product::Kakao, 4, "overview"),
            (Classic, Product::TaxInvoice, 3, "older Korean product pages"),
            (Classic, Product::Cashbill, 3, "cashbill page"),
            (Classic, Product::Nts, 2, "NTS page"),
            (Classic, Product::Statement, 3, "older Korean product pages"),
            (Classic, Product::Kakao, 3, "older Korean product pages"),
        ] {
            let policy = RetryPolicy::popbill(edition, product);
            assert_eq!((policy.retries(), policy.attempts()), (retries, retries + 1), "{edition} {product}");
            assert_eq!(policy.interval(), Duration::from_mins(5), "{edition} {product}");
            assert_eq!(policy.document(), Some(document), "{edition} {product}");
        }
    }

    #[test]
    fn retries_are_due_from_the_first_attempt() {
        let policy = RetryPolicy::popbill(Edition::Current, Product::Cashbill);
        let minutes: Vec<u64> = (0..policy.attempts()).map(|k| policy.due(k).as_secs() / 60).collect();
        assert_eq!(minutes, [0, 5, 10, 15, 20]);
    }

    #[test]
    fn a_late_attempt_shifts_those_after_it() {
        let policy = RetryPolicy::custom(3, Duration::from_mins(5));
        let at = |minutes| later("2026-01-05T01:00:00Z".parse().unwrap(), Duration::from_mins(minutes));
        assert_eq!(policy.next_due(1, at(0), at(0)), Some(at(5)));
        assert_eq!(policy.next_due(2, at(0), at(5)), Some(at(10)));
        assert_eq!(policy.next_due(2, at(0), at(7)), Some(at(12)), "seven minutes after the first, and late by two");
        assert_eq!(policy.next_due(3, at(0), at(1)), Some(at(15)), "a clock that went back makes nothing early");
        assert_eq!(policy.next_due(4, at(0), at(15)), None, "the first and three retries");
    }

    #[test]
    fn extreme_policies_do_not_overflow() {
        let policy = RetryPolicy::custom(u32::MAX, Duration::MAX);
        assert_eq!((policy.attempts(), policy.due(u32::MAX)), (u32::MAX, Duration::MAX));
        assert_eq!(policy.document(), None);
        let none = RetryPolicy::custom(0, Duration::ZERO);
        assert_eq!((none.attempts(), none.due(1)), (1, Duration::ZERO));
    }
}
