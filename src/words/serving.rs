//! Sentences of the receiver we play.

/// A private key that cannot be used.
pub fn bad_key(reason: &str) -> String {
    format!("the private key cannot be used: {reason}")
}

/// A key that a password protects.
pub fn encrypted_key() -> String {
    "it is encrypted; decrypt it first, for example with `openssl pkey -in FILE -out KEY`".to_owned()
}

/// A key of another certificate.
pub fn other_key() -> String {
    "it is not the key of this certificate".to_owned()
}

/// A key that cannot be used.
pub fn unusable_key(path: &str, reason: &str) -> String {
    format!("cannot use the private key `{path}`: {reason}")
}
