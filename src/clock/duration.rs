//! Durations as a file and a flag write them: a whole number and a unit.

use std::time::Duration;

/// The longest duration, a hundred years: beyond it, sums of instants could overflow.
const LONGEST: Duration = Duration::from_hours(100 * 365 * 24);

/// The units, in milliseconds.
const UNITS: [(&str, u64); 5] = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

/// Why a text is no duration. It carries nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DurationError {
    /// Nothing was given.
    #[error("{}", crate::words::config::duration::empty())]
    Empty,
    /// It is below zero.
    #[error("{}", crate::words::config::duration::negative())]
    Negative,
    /// It is not a whole number and a unit.
    #[error("{}", crate::words::config::duration::not_a_number())]
    NotANumber,
    /// It has no unit.
    #[error("{}", crate::words::config::duration::no_unit())]
    NoUnit,
    /// Its unit is not one of ours.
    #[error("{}", crate::words::config::duration::unknown_unit())]
    UnknownUnit,
    /// It is longer than a hundred years.
    #[error("{}", crate::words::config::duration::too_long())]
    TooLong,
}

/// Reads `500ms`, `10s`, `5m`, `1h`, `1d` or `0`. Signs, fractions, spaces and sums of units are refused.
pub fn parse_duration(text: &str) -> Result<Duration, DurationError> {
    if text == "0" {
        return Ok(Duration::ZERO);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (amount, unit) = text.split_at(digits);
    match (amount, unit) {
        ("", "") => return Err(DurationError::Empty),
        ("", _) if text.starts_with('-') => return Err(DurationError::Negative),
        ("", _) => return Err(DurationError::NotANumber),
        (_, "") => return Err(DurationError::NoUnit),
        _ if unit.starts_with('.') => return Err(DurationError::NotANumber),
        _ => {}
    }
    let (_, factor) = UNITS.into_iter().find(|(name, _)| *name == unit).ok_or(DurationError::UnknownUnit)?;
    amount
        .parse::<u64>()
        .ok()
        .and_then(|amount| amount.checked_mul(factor))
        .map(Duration::from_millis)
        .filter(|duration| *duration <= LONGEST)
        .ok_or(DurationError::TooLong)
}

/// Writes whole milliseconds as [`parse_duration`] reads them, in the largest unit that leaves no rest.
pub fn duration_text(duration: Duration) -> String {
    let millis = duration.as_millis();
    let exact = UNITS.into_iter().rev().find(|(_, factor)| millis.is_multiple_of(u128::from(*factor)));
    let (unit, factor) = exact.unwrap_or(UNITS[0]);
    format!("{}{unit}", millis / u128::from(factor))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn durations() {
        for (text, millis) in [
            ("0", 0),
            ("0s", 0),
            ("500ms", 500),
            ("10s", 10_000),
            ("010s", 10_000),
            ("5m", 300_000),
            ("1h", 3_600_000),
            ("2d", 172_800_000),
            ("876000h", 876_000 * 3_600_000),
        ] {
            assert_eq!(parse_duration(text), Ok(Duration::from_millis(millis)), "{text}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for (text, error) in [
            ("", DurationError::Empty),
            ("-5s", DurationError::Negative),
            ("-", DurationError::Negative),
            ("10", DurationError::NoUnit),
            ("00", DurationError::NoUnit),
            ("s", DurationError::NotANumber),
            ("+5s", DurationError::NotANumber),
            (" 5s", DurationError::NotANumber),
            ("1.5s", DurationError::NotANumber),
            ("５s", DurationError::NotANumber),
            ("ten", DurationError::NotANumber),
            ("5 s", DurationError::UnknownUnit),
            ("5S", DurationError::UnknownUnit),
            ("5sec", DurationError::UnknownUnit),
            ("1w", DurationError::UnknownUnit),
            ("1h30m", DurationError::UnknownUnit),
            ("876001h", DurationError::TooLong),
            ("18446744073709551615h", DurationError::TooLong),
            ("99999999999999999999999ms", DurationError::TooLong),
        ] {
            assert_eq!(parse_duration(text), Err(error), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whole_numbers_round_trip(amount in 0_u64..36_500, unit in 0_usize..5) {
            let (name, factor) = UNITS[unit];
            let read = parse_duration(&format!("{amount}{name}"));
            prop_assert_eq!(read, Ok(Duration::from_millis(amount * factor)));
        }

        #[test]
        fn an_accepted_text_is_digits_and_a_unit(text in "[-+ 0-9.smhdw５]{0,12}") {
            if let Ok(duration) = parse_duration(&text) {
                let unit = text.trim_start_matches(|digit: char| digit.is_ascii_digit());
                prop_assert!(text == "0" || UNITS.iter().any(|(name, _)| *name == unit), "{}", text);
                prop_assert!(duration <= LONGEST && text.starts_with(|digit: char| digit.is_ascii_digit()));
            }
        }
    }
}
