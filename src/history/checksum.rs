//! A number over the values of a record, so that a record that changed on the disk is never shown as good.

use super::record::{AttemptRecord, AttemptResult, CaptureRecord, DeliveryRecord, RecordId};

/// Mixes values in order. Every step is a bijection of the state, so that a change of a single value always
/// changes the result. It guards against damage, not against somebody who wants to deceive.
#[derive(Clone, Copy, Debug)]
struct Checksum(u64);

impl Checksum {
    fn new() -> Self {
        Self(0x706f_7062_696c_6c31)
    }

    fn word(mut self, word: u64) -> Self {
        self.0 = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
        self
    }

    fn bytes(mut self, bytes: &[u8]) -> Self {
        self = self.word(bytes.len() as u64);
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self = self.word(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.word(u64::from_le_bytes(last))
    }

    fn optional(self, bytes: Option<&[u8]>) -> Self {
        match bytes {
            None => self.word(0),
            Some(bytes) => self.word(1).bytes(bytes),
        }
    }

    fn optional_text(self, text: Option<&String>) -> Self {
        self.optional(text.map(String::as_bytes))
    }

    fn optional_word(self, word: Option<u64>) -> Self {
        match word {
            None => self.word(0),
            Some(word) => self.word(1).word(word),
        }
    }

    fn finish(self) -> i64 {
        self.0.cast_signed()
    }
}

/// Over a capture. What its answer became is not part of it: that is known only later.
pub(super) fn of_capture(capture: &CaptureRecord, duplicate_of: Option<RecordId>) -> i64 {
    let mut sum = Checksum::new()
        .word(capture.id.bits())
        .word(capture.received_at.as_millisecond().cast_unsigned())
        .bytes(capture.peer.as_bytes())
        .bytes(&capture.head)
        .bytes(&capture.body);
    for text in [&capture.event, &capture.webhook_type, &capture.event_type, &capture.message_id, &capture.corp_num] {
        sum = sum.optional_text(text.as_ref());
    }
    sum = sum.bytes(capture.auth.name().as_bytes()).word(capture.flags.len() as u64);
    for flag in &capture.flags {
        sum = sum.bytes(flag.as_bytes());
    }
    sum = sum.optional_word(capture.reply.status.map(u64::from)).bytes(&capture.reply.body);
    sum = sum.optional_word(duplicate_of.map(RecordId::bits));
    if let Some(forwarded) = &capture.forwarded {
        sum = sum
            .bytes(forwarded.url.as_bytes())
            .optional_word(forwarded.status.map(u64::from))
            .bytes(forwarded.verdict.as_bytes())
            .bytes(forwarded.slug.as_bytes())
            .word(forwarded.elapsed_us);
    }
    sum.finish()
}

/// Over a delivery. Its outcome is not part of it: that is known only later.
pub(super) fn of_delivery(delivery: &DeliveryRecord) -> i64 {
    Checksum::new()
        .word(delivery.id.bits())
        .word(delivery.created_at.as_millisecond().cast_unsigned())
        .optional_text(delivery.event.as_ref())
        .bytes(delivery.message_id.as_bytes())
        .bytes(delivery.corp_num.as_bytes())
        .bytes(delivery.url.as_bytes())
        .bytes(&delivery.head)
        .bytes(&delivery.body)
        .word(u64::from(delivery.of))
        .optional_word(delivery.seed)
        .optional_word(delivery.origin.map(RecordId::bits))
        .finish()
}

/// Over an attempt with its result.
pub(super) fn of_attempt(attempt: &AttemptRecord) -> i64 {
    let started = Checksum::new()
        .word(u64::from(attempt.number))
        .word(attempt.due_at.as_millisecond().cast_unsigned())
        .word(attempt.sent_at.as_millisecond().cast_unsigned());
    attempt.result.as_ref().map_or(started, |result| of_result(started, result)).finish()
}

fn of_result(sum: Checksum, result: &AttemptResult) -> Checksum {
    sum.word(result.elapsed_us)
        .optional_word(result.status.map(u64::from))
        .bytes(result.verdict.as_bytes())
        .bytes(result.slug.as_bytes())
        .optional_text(result.category.as_ref())
        .optional_text(result.detail.as_ref())
        .bytes(&result.head)
        .bytes(&result.body)
}

/// Stands for a message in the store's index: its id and the business it is announced to.
pub(super) fn of_message(message_id: &str, corp_num: Option<&str>) -> i64 {
    Checksum::new().bytes(message_id.as_bytes()).optional(corp_num.map(str::as_bytes)).finish()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_do_not_run_into_each_other() {
        let sum = |parts: &[&str]| parts.iter().fold(Checksum::new(), |sum, part| sum.bytes(part.as_bytes())).finish();
        let variants = [
            sum(&[]),
            sum(&[""]),
            sum(&["", ""]),
            sum(&["ab"]),
            sum(&["a", "b"]),
            sum(&["ab", ""]),
            sum(&["ab\0"]),
            of_message("ab", None),
            of_message("ab", Some("")),
            of_message("a", Some("b")),
        ];
        for (index, one) in variants.iter().enumerate() {
            assert_eq!(variants.iter().position(|other| other == one), Some(index));
        }
    }

    proptest! {
        #[test]
        fn every_flipped_bit_shows(mut bytes in proptest::collection::vec(any::<u8>(), 1..200), place: proptest::sample::Index, bit in 0..8) {
            let before = Checksum::new().bytes(&bytes).finish();
            prop_assert_eq!(Checksum::new().bytes(&bytes).finish(), before);
            let place = place.index(bytes.len());
            bytes[place] ^= 1_u8 << bit;
            prop_assert_ne!(Checksum::new().bytes(&bytes).finish(), before);
        }
    }
}
