//! Business registration numbers (사업자등록번호).

use std::fmt;
use std::str::FromStr;

/// Ten digits. The check digit is not enforced, because POPBiLL's own samples carry a wrong one; ask
/// [`CorpNum::has_valid_check_digit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CorpNum([u8; 10]);

const WEIGHTS: [u32; 9] = [1, 3, 7, 1, 3, 7, 1, 3, 5];

impl CorpNum {
    /// Completes nine digits (each 0 to 9) with their check digit.
    pub fn from_first_nine(nine: [u8; 9]) -> Self {
        let mut digits = [0; 10];
        digits[..9].copy_from_slice(&nine);
        digits[9] = check_digit(&digits);
        Self(digits)
    }

    /// Whether the last digit is the one NTS computes from the first nine.
    pub fn has_valid_check_digit(self) -> bool {
        self.0 != [0; 10] && self.0[9] == check_digit(&self.0)
    }
}

/// Weights 1 3 7 1 3 7 1 3 5, plus the tens of the ninth digit times five, taken from the next ten. The second
/// `% 10` is for a sum that ends in 0, where the digit is 0 and not 10.
fn check_digit(digits: &[u8; 10]) -> u8 {
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    let sum = sum + u32::from(digits[8]) * 5 / 10;
    ((10 - sum % 10) % 10) as u8
}

/// A text that is not ten digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a business number has ten digits")]
pub struct NotACorpNum;

impl FromStr for CorpNum {
    type Err = NotACorpNum;

    /// Accepts `1234567891` and the printed form `123-45-67891`.
    fn from_str(text: &str) -> Result<Self, NotACorpNum> {
        let bytes = text.as_bytes();
        let plain = if bytes.len() == 12 && bytes[3] == b'-' && bytes[6] == b'-' {
            [&bytes[..3], &bytes[4..6], &bytes[7..]].concat()
        } else {
            bytes.to_vec()
        };
        if plain.len() != 10 || !plain.iter().all(u8::is_ascii_digit) {
            return Err(NotACorpNum);
        }
        let mut digits = [0; 10];
        for (digit, byte) in digits.iter_mut().zip(plain) {
            *digit = byte - b'0';
        }
        Ok(Self(digits))
    }
}

impl fmt::Display for CorpNum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{digit}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits() {
        for (text, valid) in [
            ("6798700433", true),
            ("1234567891", true),
            ("1234567890", false),
            ("0000000000", false),
            ("9999999999", false),
        ] {
            assert_eq!(text.parse::<CorpNum>().unwrap().has_valid_check_digit(), valid, "{text}");
        }
    }

    #[test]
    fn dashes_are_read_only_where_they_are_printed() {
        assert_eq!("123-45-67891".parse::<CorpNum>().unwrap().to_string(), "1234567891");
        for bad in ["12345-67891", "123456789", "12345678911", "12345 7891", "", "１２３４５６７８９１", "1-2345-67891"]
        {
            assert_eq!(bad.parse::<CorpNum>(), Err(NotACorpNum), "{bad}");
        }
    }

    #[test]
    fn completed_numbers_are_valid() {
        for first in 1..=9 {
            assert!(CorpNum::from_first_nine([first, 2, 3, 4, 5, 6, 7, 8, first]).has_valid_check_digit());
        }
    }
}
