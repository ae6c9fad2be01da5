//! The numbers by which NTS knows a document.

use super::EventTime;

/// `confirmNum` of a cash receipt: nine characters (cashbill page).
///
/// POPBiLL's test bed gives `TB` and seven digits, and generated numbers have that form. The prefix of the
/// production site is not documented by POPBiLL.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ConfirmNum(String);

impl ConfirmNum {
    /// The test bed's number; of `sequence`, the last seven digits count.
    pub fn test_bed(sequence: u64) -> Self {
        Self(format!("TB{:07}", sequence % 10_000_000))
    }

    /// The number as it stands in the body.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `ntsconfirmNum` of a tax invoice: twenty-four characters (NTS page).
///
/// Samples are the date of preparation, eight digits of the system that issued it, and eight lower-case
/// hexadecimal digits. Invoices crawled from NTS may come from any system, with numbers of other forms.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NtsConfirmNum(String);

impl NtsConfirmNum {
    /// The issuing system of POPBiLL's test bed.
    pub const TEST_BED: u32 = 88_888_888;

    /// The number of the invoice prepared on the day of `prepared`, issued by the system registered as
    /// `system` (its last eight digits count).
    pub fn new(prepared: EventTime, system: u32, sequence: u32) -> Self {
        Self(format!("{}{:08}{sequence:08x}", prepared.day(), system % 100_000_000))
    }

    /// The number as it stands in the body.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_forms_of_samples() {
        assert_eq!(ConfirmNum::test_bed(30_001_147).as_str(), "TB0001147");
        let invoice = NtsConfirmNum::new(EventTime::SEEDED, NtsConfirmNum::TEST_BED, 0x00c0_ffee);
        assert_eq!(invoice.as_str(), "202601058888888800c0ffee");
    }
}
