//! Sentences of the receiver we play.

/// A private key that cannot be used.
pub fn bad_key(reason: &str) -> String {
    format!("the private key cannot be used: {reason}")
}
