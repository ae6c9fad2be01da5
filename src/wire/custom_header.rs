//! Header fields a user adds. POPBiLL adds customer-specific ones on request, so a receiver must bear them.

use std::str::FromStr;

/// A field given as `Name: value`; an empty value (`Name:`) takes the field of that name away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomHeader {
    /// The name, in the case it was given in.
    pub name: String,
    /// The value, or nothing to take the field away.
    pub value: Option<String>,
}

/// Why a field cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CustomHeaderError {
    /// There is no colon.
    #[error("{}", crate::words::headers::no_colon())]
    NoColon,
    /// The name is not an HTTP token of at most 64 bytes.
    #[error("{}", crate::words::headers::bad_name(.0))]
    BadName(String),
    /// The value has bytes that no field may have, or more than 8 KiB.
    #[error("{}", crate::words::headers::bad_value(.0))]
    BadValue(String),
    /// The field belongs to the framing of the message.
    #[error("{}", crate::words::headers::reserved(.0))]
    Reserved(String),
}

/// Fields that frame the message or speak to the next hop: the tool writes them itself.
const RESERVED: [&str; 8] =
    ["host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect"];

impl FromStr for CustomHeader {
    type Err = CustomHeaderError;

    fn from_str(text: &str) -> Result<Self, CustomHeaderError> {
        let (name, value) = text.split_once(':').ok_or(CustomHeaderError::NoColon)?;
        let lower = name.to_ascii_lowercase();
        if name.is_empty() || name.len() > 64 || !name.bytes().all(is_token) {
            return Err(CustomHeaderError::BadName(name.to_owned()));
        }
        if RESERVED.contains(&lower.as_str()) || lower.starts_with("proxy-") {
            return Err(CustomHeaderError::Reserved(name.to_owned()));
        }
        let value = value.trim_matches([' ', '\t']);
        if value.len() > 8 * 1024 || !value.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) {
            return Err(CustomHeaderError::BadValue(name.to_owned()));
        }
        Ok(Self { name: name.to_owned(), value: (!value.is_empty()).then(|| value.to_owned()) })
    }
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usable_and_unusable_fields() {
        let good: CustomHeader = "X-Tenant:  acme ".parse().unwrap();
        assert_eq!((good.name.as_str(), good.value.as_deref()), ("X-Tenant", Some("acme")));
        assert_eq!("Accept:".parse::<CustomHeader>().unwrap().value, None);
        for (text, error) in [
            ("no colon", CustomHeaderError::NoColon),
            ("a b: c", CustomHeaderError::BadName("a b".into())),
            (": c", CustomHeaderError::BadName(String::new())),
            ("X: a\r\nY: b", CustomHeaderError::BadValue("X".into())),
            ("X: 한글", CustomHeaderError::BadValue("X".into())),
            ("Content-Length: 3", CustomHeaderError::Reserved("Content-Length".into())),
            ("Proxy-Authorization: x", CustomHeaderError::Reserved("Proxy-Authorization".into())),
        ] {
            assert_eq!(text.parse::<CustomHeader>(), Err(error), "{text:?}");
        }
    }
}
