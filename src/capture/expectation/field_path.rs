//! A path into a body, `a.b[0].c`.

use std::fmt::{self, Write as _};

use serde_json::Value;

use crate::event::pointer_token;

/// A path, and the same as a JSON pointer (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldPath {
    text: String,
    pointer: String,
}

impl FieldPath {
    /// Reads a path; `None` where it is none. Names are whatever stands between `.`, `[` and `]`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut pointer = String::new();
        for (index, part) in text.split('.').enumerate() {
            let (name, mut indices) = part.find('[').map_or((part, ""), |at| part.split_at(at));
            // Only the body itself may be an array without a name.
            if name.contains(']') || name.is_empty() && (index > 0 || indices.is_empty()) {
                return None;
            }
            if !name.is_empty() {
                let _ = write!(pointer, "/{}", pointer_token(name));
            }
            while !indices.is_empty() {
                let (digits, rest) = indices.strip_prefix('[')?.split_once(']')?;
                let index: usize = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
                let _ = write!(pointer, "/{index}");
                indices = rest;
            }
        }
        Some(Self { text: text.to_owned(), pointer })
    }

    /// The path, as it was typed.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it leads to the same place as `other`.
    pub(super) fn leads_where(&self, other: &Self) -> bool {
        self.pointer == other.pointer
    }

    /// The path with every index taken out, as schemas name fields: `detailList[].qty`. An index on the whole body
    /// is left out.
    pub(super) fn general(&self) -> String {
        let mut general = String::with_capacity(self.text.len());
        for (index, part) in self.text.split('[').enumerate() {
            let name = if index == 0 { part } else { part.split_once(']').map_or("", |(_, rest)| rest) };
            general.push_str(if index == 0 { "" } else { "[]" });
            general.push_str(name);
        }
        general.trim_start_matches("[]").trim_start_matches('.').to_owned()
    }

    /// The name of the top-level member it begins with; empty where it begins with an index.
    pub(super) fn first_name(&self) -> &str {
        self.text.split(['.', '[']).next().unwrap_or_default()
    }

    /// The value it leads to. `element` is what a name is looked up in, `whole` what a first index is.
    pub(super) fn value<'a>(&self, whole: &'a Value, element: &'a Value) -> Option<&'a Value> {
        if self.first_name().is_empty() { whole.pointer(&self.pointer) } else { element.pointer(&self.pointer) }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn paths_lead_to_values() {
        let body = json!({ "a": { "b": [{ "c": 1 }, { "c": 2 }] }, "m": [[3]], "x/y~z": 4, "0": 5 });
        for (text, general, value) in [
            ("a.b[1].c", "a.b[].c", Some(json!(2))),
            ("a.b[001].c", "a.b[].c", Some(json!(2))),
            ("a.b[2].c", "a.b[].c", None),
            ("a.b", "a.b", Some(json!([{ "c": 1 }, { "c": 2 }]))),
            ("m[0][0]", "m[][]", Some(json!(3))),
            ("x/y~z", "x/y~z", Some(json!(4))),
            ("0", "0", Some(json!(5))),
            ("a.c", "a.c", None),
            ("stateCode", "stateCode", None),
        ] {
            let path = FieldPath::parse(text).unwrap();
            assert_eq!(path.value(&Value::Null, &body), value.as_ref(), "{text}");
            assert_eq!((path.general().as_str(), path.as_str()), (general, text));
        }
    }

    #[test]
    fn a_first_index_is_of_the_whole_body() {
        let body = json!([{ "a": 1 }, { "a": 2 }]);
        for (text, general, value) in [
            ("[1].a", "a", Some(json!(2))),
            ("[0]", "", Some(json!({ "a": 1 }))),
            ("[2].a", "a", None),
            ("a", "a", Some(json!(1))),
        ] {
            let path = FieldPath::parse(text).unwrap();
            assert_eq!(path.value(&body, &body[0]), value.as_ref(), "{text}");
            assert_eq!(path.general(), general, "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_paths() {
        for text in ["", ".", "a.", ".a", "a..b", "a[", "a[]", "a[x]", "a[+1]", "a[0", "a[0]b", "a]0[", "a.[0]", "[0]a"]
        {
            assert_eq!(FieldPath::parse(text), None, "{text}");
        }
        assert_eq!(FieldPath::parse("a[99999999999999999999]"), None);
    }
}
