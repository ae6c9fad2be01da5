//! An event's body as the bytes of a payload.

use super::Event;

/// The body as POPBiLL writes it: compact JSON in UTF-8, keys in their order, Hangul as it is and not escaped.
#[expect(clippy::missing_panics_doc, reason = "a map with text keys is always JSON")]
pub fn encode(event: &Event) -> Vec<u8> {
    serde_json::to_vec(&event.body).expect("a map with text keys is always JSON")
}
