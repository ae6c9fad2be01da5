//! `Pb-Webhook-MID`, the identification value of an event.

use std::fmt;
use std::str::FromStr;

/// The message id of an event, equal on every attempt of a delivery.
///
/// POPBiLL's one sample (`016120000002-1777d55c2c41492ab06826d`) has twelve digits, a hyphen and 23 lower-case
/// hexadecimal digits; generated ids have that form. Any visible ASCII without spaces is accepted, because
/// no document promises the form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MessageId(String);

/// A text that cannot stand in a header as one word.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a message id is 1 to 256 visible ASCII characters")]
pub struct NotAMessageId;

impl MessageId {
    /// An id in POPBiLL's form from random bits.
    pub fn from_bits(number: u64, tail: u128) -> Self {
        Self(format!("{:012}-{:023x}", number % 1_000_000_000_000, tail & ((1 << 92) - 1)))
    }

    /// The id as it stands in the header.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has the form of POPBiLL's sample.
    pub fn has_sample_form(&self) -> bool {
        self.0.split_once('-').is_some_and(|(number, tail)| {
            number.len() == 12
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && tail.len() == 23
                && tail.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        })
    }
}

impl FromStr for MessageId {
    type Err = NotAMessageId;

    fn from_str(text: &str) -> Result<Self, NotAMessageId> {
        if matches!(text.len(), 1..=256) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAMessageId)
        }
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_ids_have_the_sample_form() {
        for (number, tail) in [(0, 0), (u64::MAX, u128::MAX), (16_120_000_002, 0x0177_7d55)] {
            assert!(MessageId::from_bits(number, tail).has_sample_form());
        }
        assert!("016120000002-1777d55c2c41492ab06826d".parse::<MessageId>().unwrap().has_sample_form());
    }

    #[test]
    fn header_breaking_ids_are_refused() {
        for bad in ["", "a b", "a\r\nX: y", "문서", &"x".repeat(257)] {
            assert_eq!(bad.parse::<MessageId>(), Err(NotAMessageId));
        }
    }
}
