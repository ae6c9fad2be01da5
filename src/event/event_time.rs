//! POPBiLL's time texts: local Korean time, `yyyyMMddHHmmss` or `yyyyMMdd`, without a zone.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{Span, Timestamp};

/// A wall-clock moment in Korea, to the second. Korea has had no daylight saving time since 1988, so the zone
/// is a fixed nine hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventTime(DateTime);

const KST: Offset = jiff::tz::offset(9);

/// A text that is neither RFC 3339 nor `yyyyMMddHHmmss`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither RFC 3339 nor yyyyMMddHHmmss in Korean time")]
pub struct NotATime;

impl EventTime {
    /// The moment a seed alone stands for: 2026-01-05 10:00:00, a Monday morning.
    pub const SEEDED: Self = Self(jiff::civil::date(2026, 1, 5).at(10, 0, 0, 0));

    /// The Korean wall clock at `instant`, cut to the second.
    pub fn from_timestamp(instant: Timestamp) -> Self {
        let civil = KST.to_datetime(instant);
        Self(civil.with().subsec_nanosecond(0).build().unwrap_or(civil))
    }

    /// The instant this wall clock names.
    pub fn to_timestamp(self) -> Timestamp {
        KST.to_timestamp(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Reads RFC 3339 (with its offset) or POPBiLL's fourteen digits.
    pub fn parse(text: &str) -> Result<Self, NotATime> {
        if text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return DateTime::strptime("%Y%m%d%H%M%S", text).map(Self).map_err(|_| NotATime);
        }
        text.parse::<Timestamp>().map(Self::from_timestamp).map_err(|_| NotATime)
    }

    /// `yyyyMMddHHmmss`.
    pub fn stamp(self) -> String {
        self.0.strftime("%Y%m%d%H%M%S").to_string()
    }

    /// `yyyyMMdd`.
    pub fn day(self) -> String {
        self.0.strftime("%Y%m%d").to_string()
    }

    /// This moment, later by so many seconds (earlier when negative); the edges of the calendar stay.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(Span::new().seconds(seconds)))
    }

    /// The same wall clock, so many days on.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(Span::new().days(days)))
    }

    /// The same day at another hour, minute and second; an impossible one leaves the moment as it is.
    #[must_use]
    pub fn at(self, hour: i8, minute: i8, second: i8) -> Self {
        let other = self.0.with().hour(hour).minute(minute).second(second).build();
        Self(other.unwrap_or(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_name_the_same_moment() {
        let stamp = EventTime::parse("20260105100000").unwrap();
        assert_eq!(stamp, EventTime::SEEDED);
        assert_eq!(EventTime::parse("2026-01-05T01:00:00Z").unwrap(), stamp);
        assert_eq!(EventTime::parse("2026-01-05T10:00:00.9+09:00").unwrap(), stamp);
        assert_eq!(stamp.to_timestamp().to_string(), "2026-01-05T01:00:00Z");
        assert_eq!((stamp.stamp().as_str(), stamp.day().as_str()), ("20260105100000", "20260105"));
    }

    #[test]
    fn impossible_moments_are_refused() {
        for bad in ["20261301000000", "20260230000000", "20260105246000", "2026-01-05", "2026010510000", "now", ""] {
            assert_eq!(EventTime::parse(bad), Err(NotATime), "{bad}");
        }
    }
}
