//! Sentences about what a command did.

/// A file was written.
pub fn wrote(path: &str) -> String {
    format!("wrote {path}")
}
