//! `mgtKey` (문서번호), the key a seller chooses for a document.

use std::fmt;
use std::str::FromStr;

/// One to twenty-four characters of `A-Z a-z 0-9 - _`, unique for a business number (issue-type guide; the
/// older pages leave out `_`). It is not a date, however much the samples look like one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MgtKey(String);

/// A text POPBiLL refuses as a document key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a document key has 1 to 24 letters, digits, hyphens and underscores")]
pub struct NotAMgtKey;

impl MgtKey {
    /// The key as it stands in the body.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MgtKey {
    type Err = NotAMgtKey;

    fn from_str(text: &str) -> Result<Self, NotAMgtKey> {
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if plain && matches!(text.len(), 1..=24) { Ok(Self(text.to_owned())) } else { Err(NotAMgtKey) }
    }
}

impl fmt::Display for MgtKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_every_allowed_form_are_read() {
        for good in ["1", "2021121-002", "df3452345", "A_b-C_123456789012345678"] {
            assert_eq!(good.parse::<MgtKey>().unwrap().as_str(), good);
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for bad in ["", "1234567890123456789012345", "a b", "a.b", "문서1", "a/b", "a\n"] {
            assert_eq!(bad.parse::<MgtKey>(), Err(NotAMgtKey), "{bad:?}");
        }
    }
}
