//! A JSON reader that keeps what an ordinary one hides: members that occur twice.

use std::fmt::{self, Write as _};

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::MOST_FINDINGS;

/// A member that occurs again in its object.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Duplicate {
    /// Its JSON pointer.
    pub(super) path: String,
    /// Its name.
    pub(super) name: String,
}

/// Reads one JSON text to its end. Of a repeated member the last value is kept, as most readers do.
pub(super) fn read(text: &str) -> Result<(Value, Vec<Duplicate>), serde_json::Error> {
    let mut duplicates = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Reader { place: &Place::Root, duplicates: &mut duplicates }.deserialize(&mut reader)?;
    reader.end()?;
    Ok((value, duplicates))
}

/// Where the reader is; a chain on the stack, turned into text only when there is something to say.
enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Element(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(parent, name) => write!(f, "{parent}/{}", super::place::pointer_token(name)),
            Self::Element(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

struct Reader<'a> {
    place: &'a Place<'a>,
    duplicates: &'a mut Vec<Duplicate>,
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let place = Place::Element(self.place, list.len());
            match elements.next_element_seed(Reader { place: &place, duplicates: self.duplicates })? {
                Some(element) => list.push(element),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let place = Place::Member(self.place, &name);
            let value = members.next_value_seed(Reader { place: &place, duplicates: self.duplicates })?;
            if self.duplicates.len() <= MOST_FINDINGS && object.contains_key(&name) {
                let mut path = String::new();
                write!(path, "{place}").map_err(|_| A::Error::custom("a path could not be written"))?;
                self.duplicates.push(Duplicate { path, name: name.clone() });
            }
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,8}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((".{0,4}", inner), 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_an_ordinary_reader_reads(value in json()) {
            let text = value.to_string();
            let (read, duplicates) = read(&text).unwrap();
            prop_assert_eq!(read, serde_json::from_str::<Value>(&text).unwrap());
            prop_assert_eq!(duplicates, vec![]);
        }
    }

    #[test]
    fn repeated_members_are_found_where_they_are() {
        let (value, found) = read(r#"{"a":1,"b":[{"c/d":1,"c/d":2}],"a":{"a":3}}"#).unwrap();
        let paths: Vec<_> = found.iter().map(|duplicate| duplicate.path.as_str()).collect();
        assert_eq!(paths, ["/b/0/c~1d", "/a"]);
        assert_eq!(value["a"]["a"], 3);
        assert_eq!(value["b"][0]["c/d"], 2);
    }

    #[test]
    fn what_is_not_json_is_refused() {
        let deep = "[".repeat(200);
        for text in ["", "{", "{} x", "{'a':1}", "[1,]", "nul", "1e999", &deep] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
