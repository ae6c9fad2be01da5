//! Small readings of headers and values.

use hyper::HeaderMap;
use serde_json::Value;

pub(super) fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).map(|value| value.to_str().unwrap().to_owned())
}

pub(super) fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

/// A header value, also as the pair that Basic encodes.
pub(super) fn decoded(value: &str) -> String {
    use base64::Engine as _;
    let pair =
        value.strip_prefix("Basic ").and_then(|token| base64::engine::general_purpose::STANDARD.decode(token).ok());
    format!("{value} {}", pair.and_then(|pair| String::from_utf8(pair).ok()).unwrap_or_default())
}

/// Every text as a column in EUC-KR would keep it.
pub(super) fn in_euc_kr(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let keep = |letter: char| {
                let mut buffer = [0; 4];
                let bytes = encoding_rs::EUC_KR.encode(letter.encode_utf8(&mut buffer)).0.into_owned();
                let is_held = letter.is_ascii() || (bytes.len() == 2 && bytes.iter().all(|byte| *byte > 0xa0));
                if is_held { letter } else { '?' }
            };
            Value::String(text.chars().map(keep).collect())
        }
        Value::Object(members) => {
            Value::Object(members.into_iter().map(|(name, value)| (name, in_euc_kr(value))).collect())
        }
        other => other,
    }
}
