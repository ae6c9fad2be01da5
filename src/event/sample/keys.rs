//! Keys a seller chooses, and other texts that number a document.

use super::draw::{Draw, numbered};
use crate::event::{EventTime, MgtKey};

/// The seller's key for the document called `name` of `seed`, in one of the forms sellers use. It holds a
/// number that differs for ten million consecutive seeds.
pub(super) fn mgt_key(seed: u64, name: &str, prefix: &str, day: EventTime) -> Option<MgtKey> {
    let draw = &mut Draw::new(seed, &format!("{name}.key"));
    let number = numbered(seed, name, 10_000_000);
    let day = day.day();
    let text = match draw.below(4) {
        0 => format!("{day}-{number:07}"),
        1 => format!("{prefix}_{number:07}"),
        2 => format!("{}{number:x}", prefix.to_ascii_lowercase()),
        // As long as a key may be.
        _ => format!("{day}-{number:07}-{:07X}", draw.below(1 << 28)),
    };
    text.parse().ok()
}
