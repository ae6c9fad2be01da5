//! What differs between two recorded requests: header fields, JSON fields, and bytes where only the writing differs.

use serde_json::Value;

use crate::event::pointer_token;
use crate::wire::Headers;

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A header field: its values on both sides, all repeats in order.
    Header {
        /// The name.
        name: String,
        /// On the left.
        left: Vec<Vec<u8>>,
        /// On the right.
        right: Vec<Vec<u8>>,
    },
    /// A place in the JSON bodies.
    Field {
        /// The JSON pointer.
        path: String,
        /// On the left, as JSON; nothing where it is absent.
        left: Option<String>,
        /// On the right.
        right: Option<String>,
    },
    /// The bodies say the same in other bytes: white space, the order of members, or escapes.
    Writing {
        /// The first byte that differs.
        offset: usize,
        /// From there on, on the left.
        left: Vec<u8>,
        /// From there on, on the right.
        right: Vec<u8>,
    },
    /// The bodies are not both JSON, and differ.
    Body {
        /// The first byte that differs.
        offset: usize,
        /// The lengths of both.
        lengths: (usize, usize),
    },
}

/// How many bytes of a difference in writing are shown.
const SHOWN: usize = 24;

/// Compares two requests by their header fields (name and value, as they came) and bodies.
pub fn differences(left: (&Headers, &[u8]), right: (&Headers, &[u8])) -> Vec<Difference> {
    let mut found = headers(left.0, right.0);
    found.extend(bodies(left.1, right.1));
    found
}

fn headers(left: &Headers, right: &Headers) -> Vec<Difference> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in left.iter().chain(right.iter()) {
        if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    let values = |fields: &Headers, name: &str| fields.all(name).map(<[u8]>::to_vec).collect();
    let pairs = names.into_iter().map(|name| Difference::Header {
        name: name.to_owned(),
        left: values(left, name),
        right: values(right, name),
    });
    pairs.filter(|pair| !matches!(pair, Difference::Header { left, right, .. } if left == right)).collect()
}

fn bodies(left: &[u8], right: &[u8]) -> Vec<Difference> {
    if left == right {
        return Vec::new();
    }
    let offset = left.iter().zip(right).position(|(a, b)| a != b).unwrap_or_else(|| left.len().min(right.len()));
    let parsed = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
    let (Some(old), Some(new)) = (parsed(left), parsed(right)) else {
        return vec![Difference::Body { offset, lengths: (left.len(), right.len()) }];
    };
    let mut found = Vec::new();
    values(&old, &new, &mut String::new(), &mut found);
    if found.is_empty() {
        let cut = |bytes: &[u8]| bytes[offset.min(bytes.len())..].iter().copied().take(SHOWN).collect();
        found.push(Difference::Writing { offset, left: cut(left), right: cut(right) });
    }
    found
}

fn values(left: &Value, right: &Value, path: &mut String, found: &mut Vec<Difference>) {
    match (left, right) {
        (Value::Object(old), Value::Object(new)) => {
            let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
            for name in names {
                step(path, &pointer_token(name), |path| {
                    sides(old.get(name), new.get(name), path, found);
                });
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            for index in 0..old.len().max(new.len()) {
                step(path, &index.to_string(), |path| sides(old.get(index), new.get(index), path, found));
            }
        }
        (old, new) if old == new => {}
        (old, new) => push(path, Some(old), Some(new), found),
    }
}

fn sides(left: Option<&Value>, right: Option<&Value>, path: &mut String, found: &mut Vec<Difference>) {
    match (left, right) {
        (Some(old), Some(new)) => values(old, new, path, found),
        (old, new) => push(path, old, new, found),
    }
}

fn step(path: &mut String, name: &str, inside: impl FnOnce(&mut String)) {
    let length = path.len();
    path.push('/');
    path.push_str(name);
    inside(path);
    path.truncate(length);
}

fn push(path: &str, left: Option<&Value>, right: Option<&Value>, found: &mut Vec<Difference>) {
    let json = |value: Option<&Value>| value.map(ToString::to_string);
    found.push(Difference::Field { path: path.to_owned(), left: json(left), right: json(right) });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fields(pairs: &[(&str, &str)]) -> Headers {
        pairs.iter().copied().collect()
    }

    fn of_bodies(left: &str, right: &str) -> Vec<String> {
        let found = differences((&Headers::new(), left.as_bytes()), (&Headers::new(), right.as_bytes()));
        found
            .iter()
            .map(|difference| match difference {
                Difference::Field { path, left, right } => format!("{path}: {left:?} {right:?}"),
                Difference::Writing { offset, .. } => format!("writing at {offset}"),
                Difference::Body { offset, .. } => format!("body at {offset}"),
                Difference::Header { name, .. } => name.clone(),
            })
            .collect()
    }

    #[test]
    fn fields_are_compared_by_place() {
        let same: [&str; 0] = [];
        assert_eq!(of_bodies("{\"a\":1}", "{\"a\":1}"), same);
        assert_eq!(of_bodies("{\"a\":1}", "{\"a\":2}"), ["/a: Some(\"1\") Some(\"2\")"]);
        assert_eq!(of_bodies("{\"a/b\":[1]}", "{\"a/b\":[1,2]}"), ["/a~1b/1: None Some(\"2\")"]);
        assert_eq!(of_bodies("{\"a\":1}", "{\"b\":1}"), ["/a: Some(\"1\") None", "/b: None Some(\"1\")"]);
    }

    #[test]
    fn the_same_in_other_bytes_is_a_difference_in_writing() {
        assert_eq!(of_bodies("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}"), ["writing at 2"]);
        assert_eq!(of_bodies("{\"a\":1}", "{\"a\": 1}"), ["writing at 5"]);
        assert_eq!(of_bodies("{\"a\":\"가\"}", "{\"a\":\"\\uac00\"}"), ["writing at 6"]);
        assert_eq!(of_bodies("x", "y"), ["body at 0"]);
        assert_eq!(of_bodies("{}", "{}x"), ["body at 2"]);
    }

    #[test]
    fn header_names_have_no_case_but_values_and_repeats_count() {
        let left = fields(&[("A", "1"), ("b", "x"), ("B", "y")]);
        assert_eq!(differences((&left, b""), (&fields(&[("a", "1"), ("B", "x"), ("b", "y")]), b"")), []);
        let found = differences((&left, b""), (&fields(&[("a", "2"), ("b", "x")]), b""));
        assert_eq!(found.len(), 2);
    }

    proptest! {
        #[test]
        fn equal_requests_never_differ_and_others_do(left: Vec<u8>, right: Vec<u8>) {
            let none = Headers::new();
            prop_assert!(differences((&none, &left), (&none, &left)).is_empty());
            prop_assert_eq!(differences((&none, &left), (&none, &right)).is_empty(), left == right);
        }
    }
}
