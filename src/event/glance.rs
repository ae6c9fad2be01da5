//! A look at a payload that is cheap enough for every request: is it JSON, and which event is it.
//!
//! One pass, without a tree: only the few members that decide the event are kept. A full check is
//! [`check`](super::check()), and costs a hundred times as much.

use std::fmt;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::identify::{Hint, Identity, identify};

/// Makes the look-up of the members that decide which event a body is. A `match` compares by length first, which a
/// search through a list would do for every member of every body.
macro_rules! deciding {
    ($($name:literal),+ $(,)?) => {
        fn deciding(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some($name),)+
                _ => None,
            }
        }
    };
}

deciding![
    "eventType",
    "stateCode",
    "itemKey",
    "ntsconfirmNum",
    "invoiceType",
    "invoiceeType",
    "writeDate",
    "invoiceeCorpNum",
    "invoicerCorpNum",
    "supplyCostTotal",
    "detailList",
    "franchiseCorpNum",
    "confirmNum",
    "ntsresultCode",
    "invoicerMgtKey",
    "ntssendErrCode",
    "closeDownState",
    "stateMemo",
    "tradeDT",
    "tradeUsage",
    "tradeType",
    "serviceFee",
    "invoiceNum",
    "receiptNum",
    "receiptDT",
    "sendNum",
    "contentType",
];

/// What a glance shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Which event it is, as far as that is clear.
    pub identity: Identity,
    /// `eventType` of the body.
    pub event_type: Option<String>,
    /// Whether the body is JSON at all.
    pub is_json: bool,
}

/// Looks at a body once.
pub fn glance(body: &[u8], hint: Hint<'_>) -> Glance {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let seen = (&mut reader).deserialize_any(Deciding).and_then(|seen| reader.end().map(|()| seen));
    let is_json = seen.is_ok();
    let members = seen.ok().flatten().unwrap_or_default();
    let event_type = members.get("eventType").and_then(Value::as_str).map(str::to_owned);
    Glance { identity: identify(hint, &Value::Object(members)), event_type, is_json }
}

/// Keeps the deciding members of an object, or of the first object of an array.
struct Deciding;

impl<'de> Visitor<'de> for Deciding {
    type Value = Option<Map<String, Value>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut kept = Map::new();
        while let Some(name) = members.next_key_seed(Name)? {
            match name {
                Some("detailList") => {
                    members.next_value::<IgnoredAny>()?;
                    kept.insert("detailList".to_owned(), Value::Null);
                }
                Some(name) => {
                    kept.insert(name.to_owned(), members.next_value()?);
                }
                None => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Some(kept))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let first = elements.next_element_seed(Element)?.flatten();
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(first)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

/// The first element of an array.
struct Element;

impl<'de> serde::de::DeserializeSeed<'de> for Element {
    type Value = Option<Map<String, Value>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(Deciding)
    }
}

/// A member's name, if it is one of the deciding ones.
struct Name;

impl<'de> serde::de::DeserializeSeed<'de> for Name {
    type Value = Option<&'static str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<&'static str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(deciding(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{CATALOG, Edition, EventTime, SampleRequest, encode, sample};

    #[test]
    fn a_glance_sees_what_a_full_look_sees() {
        for kind in &CATALOG {
            for (edition, manual) in
                [(Edition::Current, false), (Edition::Classic, false), (Edition::Current, kind.can_be_manual())]
            {
                let request = SampleRequest {
                    kind,
                    edition,
                    seed: 3,
                    at: EventTime::SEEDED,
                    manual,
                    corp_num: None,
                    message_id: None,
                    invoice_type: None,
                };
                let event = sample(&request).unwrap();
                let corp_num = event.corp_num.to_string();
                let webhook_type = Some(kind.family.webhook_type(edition));
                for hint in [
                    Hint { webhook_type, corp_num: Some(&corp_num), ..Hint::default() },
                    Hint { corp_num: Some(&corp_num), ..Hint::default() },
                    Hint::default(),
                ] {
                    let body = encode(&event);
                    let seen = glance(&body, hint);
                    let value = serde_json::from_slice(&body).unwrap();
                    assert_eq!(seen.identity, identify(hint, &value), "{}", kind.id);
                    assert_eq!((seen.is_json, seen.event_type), (true, event.event_type.clone()));
                    let array = [b"[".as_slice(), &body, b",{}]"].concat();
                    assert_eq!(glance(&array, hint).identity, seen.identity);
                }
            }
        }
    }

    #[test]
    fn what_is_no_json_or_no_object_is_nothing() {
        for (body, is_json) in [
            (&b""[..], false),
            (b"{", false),
            (b"{}x", false),
            (b"\xb0\xa1", false),
            (b"null", true),
            (b"\"OK\"", true),
            (b"[]", true),
            (b"[1,{\"eventType\":\"Issue\"}]", true),
            (b"{}", true),
        ] {
            let seen = glance(body, Hint::default());
            assert_eq!((seen.is_json, seen.identity.kind, seen.event_type), (is_json, None, None), "{body:?}");
        }
    }
}
