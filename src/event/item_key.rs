//! `itemKey`, the number POPBiLL gives a document.

use super::EventTime;

/// Eighteen characters, assigned by POPBiLL (cashbill page; the tax invoice and statement pages have the same).
///
/// Every published one is `0`, the moment the document was created as `yyMMddHHmmss` in Korean time, and a
/// number of five digits; generated keys have that form. The form itself is not documented by POPBiLL.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ItemKey(String);

impl ItemKey {
    /// The key of the document created at `created`; of `sequence`, the last five digits count.
    pub fn new(created: EventTime, sequence: u64) -> Self {
        let stamp = created.stamp();
        // A stamp has fourteen digits; a year outside 0 to 9999, which no document can have, makes it longer.
        let short = stamp.get(stamp.len().saturating_sub(12)..).unwrap_or_default();
        Self(format!("0{short}{:05}", sequence % 100_000))
    }

    /// The key as it stands in the body.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_tells_when_its_document_was_created() {
        assert_eq!(ItemKey::new(EventTime::SEEDED, 12_300_042).as_str(), "026010510000000042");
    }
}
