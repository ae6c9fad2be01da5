//! What a code or an identifier in a payload means, in both languages.

use std::borrow::Cow;

use super::schema::{Code, Field, Form, field_at};
use super::{EventTime, Family};

/// A meaning, once in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// In English.
    pub en: Cow<'static, str>,
    /// In Korean.
    pub ko: Cow<'static, str>,
}

impl From<&Code> for Explanation {
    fn from(code: &Code) -> Self {
        Self { en: Cow::Borrowed(code.en), ko: Cow::Borrowed(code.ko) }
    }
}

/// What `value` means in the field at `path` of this family: a code of the schema's tables, or an identifier
/// whose parts are known. A number is given by its digits, a boolean by its name.
pub fn explain(family: Family, path: &str, value: &str) -> Option<Explanation> {
    field_at(family, path).and_then(|field| explain_field(field, value))
}

pub(super) fn explain_field(field: &Field, value: &str) -> Option<Explanation> {
    match (field.code(value), field.form) {
        (Some(code), _) => Some(code.into()),
        (None, Some(Form::ItemKey)) => item_key(value),
        (None, Some(Form::NtsConfirmNumber)) => NtsConfirmNumber::read(value).map(|number| number.explain()),
        (None, Some(Form::CashConfirmNumber)) => test_bed_receipt(value),
        _ => None,
    }
}

/// Whether an identifier has the form of POPBiLL's samples; `None` where no form is known. No document gives
/// these forms, so a difference is worth a note and no more.
pub(super) fn has_sample_form(form: Form, value: &str) -> Option<bool> {
    match form {
        Form::ItemKey => Some(item_key_time(value).is_some()),
        Form::NtsConfirmNumber => Some(NtsConfirmNumber::read(value).is_some()),
        Form::CashConfirmNumber => Some(value.len() == 9 && value.bytes().all(|byte| byte.is_ascii_alphanumeric())),
        _ => None,
    }
}

/// The moment inside an item key: `0`, twelve digits yyMMddHHmmss, five digits (inferred from published
/// samples, not documented by POPBiLL).
pub(super) fn item_key_time(value: &str) -> Option<EventTime> {
    let digits = value.len() == 18 && value.bytes().all(|byte| byte.is_ascii_digit());
    let moment = value.strip_prefix('0').filter(|_| digits)?.get(..12)?;
    EventTime::parse(&format!("20{moment}")).ok()
}

/// `2026-01-05`, from eight or more digits of a time text.
fn printed_day(digits: &str) -> String {
    let part = |range| digits.get(range).unwrap_or_default();
    format!("{}-{}-{}", part(0..4), part(4..6), part(6..8))
}

fn item_key(value: &str) -> Option<Explanation> {
    let stamp = item_key_time(value)?.stamp();
    let part = |range| stamp.get(range).unwrap_or_default();
    let (hour, minute, second) = (part(8..10), part(10..12), part(12..14));
    let moment = format!("{} {hour}:{minute}:{second}", printed_day(&stamp));
    Some(Explanation {
        en: format!("made {moment} in Korea, by the form of published samples").into(),
        ko: format!("공개된 예시 형식으로 보면 {moment}에 생성").into(),
    })
}

/// The three parts of an NTS number: the day of preparation and the registration number of the issuing system
/// (both named by the NTS result codes ERR006 and ERR010), and a sequence.
struct NtsConfirmNumber<'a> {
    day: &'a str,
    system: &'a str,
    sequence: &'a str,
}

impl<'a> NtsConfirmNumber<'a> {
    fn read(value: &'a str) -> Option<Self> {
        if value.len() != 24 || !value.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        let (day, system, sequence) = (value.get(..8)?, value.get(8..16)?, value.get(16..)?);
        EventTime::parse(&format!("{day}000000")).ok()?;
        Some(Self { day, system, sequence })
    }

    /// The two registration numbers are those of published samples.
    fn explain(&self) -> Explanation {
        let (en, ko) = match self.system {
            "41000203" => ("POPBiLL", "팝빌"),
            "88888888" => ("POPBiLL's test bed", "팝빌 테스트베드"),
            _ => ("another issuing system", "다른 발급 시스템"),
        };
        let (day, system, sequence) = (printed_day(self.day), self.system, self.sequence);
        Explanation {
            en: format!("prepared {day}, issued by {system} ({en}), sequence {sequence}").into(),
            ko: format!("작성일자 {day}, 발급 시스템 {system}({ko}), 일련번호 {sequence}").into(),
        }
    }
}

/// Test-bed samples are `TB` and seven digits; the prefix of production is not documented by POPBiLL.
fn test_bed_receipt(value: &str) -> Option<Explanation> {
    let digits = value.strip_prefix("TB")?;
    (digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(Explanation {
        en: Cow::Borrowed("a number of POPBiLL's test bed, by the form of published samples"),
        ko: Cow::Borrowed("공개된 예시 형식으로 보면 팝빌 테스트베드 번호"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::schema::fields;

    #[test]
    fn every_code_of_every_family_is_explained_in_both_languages() {
        let hangul = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
        let mut count = 0;
        for family in Family::ALL {
            for field in fields(family) {
                for code in &field.codes {
                    let found = explain(family, &field.path, code.value).unwrap();
                    assert!(!found.en.is_empty() && !hangul(&found.en), "{} {}", field.path, code.value);
                    assert!(hangul(&found.ko), "{} {}", field.path, code.value);
                    count += 1;
                }
            }
        }
        assert_eq!(count, 97);
    }

    #[test]
    fn unknown_codes_are_not_explained() {
        for (family, path, value) in [
            (Family::TaxInvoice, "stateCode", "310"),
            (Family::Cashbill, "stateCode", "600"),
            (Family::Statement, "stateCode", "304"),
            (Family::TaxInvoice, "noSuchField", "300"),
            (Family::NtsTaxInvoice, "invoiceType", "302"),
            (Family::Cashbill, "mgtKey", "20260105-001"),
        ] {
            assert_eq!(explain(family, path, value), None, "{path} {value}");
        }
    }

    #[test]
    fn identifiers_are_taken_apart() {
        let en = |family, path, value| explain(family, path, value).unwrap().en.into_owned();
        assert!(en(Family::Cashbill, "itemKey", "026010510000000001").contains("2026-01-05 10:00:00"));
        let number = en(Family::TaxInvoice, "ntsconfirmNum", "20260105888888880000007f");
        assert!(number.contains("2026-01-05") && number.contains("test bed") && number.ends_with("0000007f"));
        assert!(en(Family::NtsTaxInvoice, "[0].ntsconfirmNum", "202601051000000012345678").contains("another"));
        assert!(en(Family::Cashbill, "confirmNum", "TB0001147").contains("test bed"));
    }

    #[test]
    fn other_identifiers_are_left_alone() {
        for (path, value) in [
            ("itemKey", "126010510000000001"),
            ("itemKey", "026023010000000001"),
            ("itemKey", "02601051000000000"),
            ("itemKey", "02601051000000000가"),
            ("ntsconfirmNum", "9999999999999999xsderror"),
            ("ntsconfirmNum", "20260105888888880000007"),
        ] {
            assert_eq!(explain(Family::TaxInvoice, path, value), None, "{value}");
        }
        assert_eq!(explain(Family::Cashbill, "confirmNum", "AB0001147"), None);
    }
}
