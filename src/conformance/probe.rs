//! Reading back what a receiver stored: the receiver's own page or a command, and what its answer has to show.

use std::future::Future;
use std::pin::Pin;

use serde_json::Value;

use crate::event::Event;
use crate::words::conformance as words;

/// Something that can be asked what the receiver has of a document.
pub trait Probe: Send + Sync {
    /// Asks once.
    fn ask<'a>(&'a self, keys: &'a Keys) -> Pin<Box<dyn Future<Output = Result<ProbeAnswer, String>> + Send + 'a>>;
}

/// What a probe said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProbeAnswer {
    /// It does not know the document, or not yet; the text says how it said so.
    Unknown(String),
    /// What it has of it.
    Found(Vec<u8>),
}

impl ProbeAnswer {
    /// Whether it is JSON.
    pub(super) fn is_json(&self) -> bool {
        matches!(self, Self::Found(bytes) if serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok())
    }
}

/// Where in a probe's answer things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointers {
    /// The state of the document.
    pub state: String,
    /// How many times the message was stored.
    pub count: String,
}

impl Default for Pointers {
    fn default() -> Self {
        Self { state: "/stateCode".to_owned(), count: "/n".to_owned() }
    }
}

/// What a document can be asked for by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    values: Vec<(&'static str, String)>,
}

/// The placeholders of templates, in the order users see them.
pub const PLACEHOLDERS: [&str; 5] = ["itemKey", "mid", "mgtKey", "corpNum", "ntsconfirmNum"];

impl Keys {
    /// Those of an event.
    pub fn of(event: &Event) -> Self {
        let text = |name: &str| event.body.get(name).and_then(Value::as_str).map(str::to_owned);
        let values = [
            ("itemKey", text("itemKey")),
            ("mid", Some(event.message_id.to_string())),
            ("mgtKey", text("mgtKey").or_else(|| text("invoicerMgtKey"))),
            ("corpNum", Some(event.corp_num.to_string())),
            ("ntsconfirmNum", text("ntsconfirmNum")),
        ];
        Self { values: values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect() }
    }

    /// The value of a placeholder, where the event has one.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find_map(|(other, value)| (*other == name).then_some(value.as_str()))
    }
}

/// A text with placeholders in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Key(&'static str),
}

/// Why a template cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// No placeholder of this name.
    #[error("{}", words::unknown_placeholder(.0, &PLACEHOLDERS))]
    Unknown(String),
    /// Every document would be asked for by the same text.
    #[error("{}", words::no_placeholder(&PLACEHOLDERS))]
    Constant,
}

impl Template {
    /// Reads a template. Braces around anything but a word, as in JSON or a shell's command, are only braces.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let word = after.split_once('}').filter(|(name, _)| is_word(name));
            let Some((name, after)) = word else {
                parts.push(Part::Text(format!("{before}{{")));
                rest = after;
                continue;
            };
            let key = PLACEHOLDERS.into_iter().find(|known| *known == name);
            parts.push(Part::Text(before.to_owned()));
            parts.push(Part::Key(key.ok_or_else(|| TemplateError::Unknown(name.to_owned()))?));
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        let has_key = parts.iter().any(|part| matches!(part, Part::Key(_)));
        if has_key { Ok(Self { parts }) } else { Err(TemplateError::Constant) }
    }

    /// The text for these keys, each written by `write`; the error names the one that is missing.
    pub fn fill(&self, keys: &Keys, write: impl Fn(&str) -> String) -> Result<String, &'static str> {
        let part = |part: &Part| match part {
            Part::Text(text) => Ok(text.clone()),
            Part::Key(name) => keys.get(name).map(&write).ok_or(*name),
        };
        self.parts.iter().map(part).collect()
    }
}

fn is_word(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_or_refused() {
        let keys = Keys { values: vec![("mid", "m/1".into()), ("corpNum", "123".into())] };
        let fill =
            |text: &str| Template::parse(text).map(|template| template.fill(&keys, |key| key.replace('/', "%2F")));
        assert_eq!(fill("http://a/{corpNum}?m={mid}"), Ok(Ok("http://a/123?m=m%2F1".into())));
        assert_eq!(fill("http://a/{itemKey}"), Ok(Err("itemKey")));
        assert_eq!(fill("http://a/{itemkey}"), Err(TemplateError::Unknown("itemkey".into())));
        assert_eq!(fill("http://a/"), Err(TemplateError::Constant));
        assert_eq!(fill("http://a/{"), Err(TemplateError::Constant));
        assert_eq!(fill("jq '{n: .x}' {mid} ${1}"), Ok(Ok("jq '{n: .x}' m%2F1 ${1}".into())));
    }
}
