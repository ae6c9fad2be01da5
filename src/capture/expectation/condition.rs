//! One condition, `field=value`, and how a capture differs from it.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use super::field_path::FieldPath;
use super::{EventGlob, Seen};
use crate::capture::admission::Verdict;
use crate::words::expectations as words;
use crate::words::nearest::nearest;

/// What a condition looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Mid,
    CorpNum,
    WebhookType,
    EventType,
    Auth,
    Body(FieldPath),
}

/// The names that stand for something outside the body; no member of a body is named so.
pub(super) const OUTSIDE: [(&str, Subject); 5] = [
    ("mid", Subject::Mid),
    ("corp_num", Subject::CorpNum),
    ("webhook_type", Subject::WebhookType),
    ("event_type", Subject::EventType),
    ("auth", Subject::Auth),
];

/// The most members of a body whose names are compared with a missing one.
const MEMBERS_COMPARED: usize = 200;

/// `field=value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) subject: Subject,
    pub(super) expected: String,
}

/// What differs between a capture and an expectation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What was looked at: `event`, a name as it is typed, or a path into the body.
    pub field: String,
    /// The value that was expected.
    pub expected: String,
    /// What was found.
    pub found: Found,
}

/// What a capture had in place of an expected value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Another value; a text as it is, anything else as JSON.
    Value(String),
    /// Nothing.
    Absent {
        /// The name it does have that is most like the expected one.
        nearest: Option<String>,
    },
    /// No body that is JSON.
    NoBody,
    /// An event that was not identified.
    Unidentified,
}

impl Difference {
    /// Another event than the expected.
    pub(super) fn of_event(expected: &EventGlob, event: Option<&str>) -> Self {
        let found = event.map_or(Found::Unidentified, |event| Found::Value(event.to_owned()));
        Self { field: "event".to_owned(), expected: expected.to_string(), found }
    }
}

impl Difference {
    /// Credentials that were not the demanded ones.
    pub(super) fn of_credentials(auth: &str) -> Option<Self> {
        let refused = [Verdict::Missing, Verdict::Wrong].map(Verdict::name).contains(&auth);
        let found = Found::Value(auth.to_owned());
        refused.then(|| Self { field: "auth".to_owned(), expected: Verdict::Ok.name().to_owned(), found })
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, expected, found } = self;
        f.write_str(&match found {
            Found::Value(value) => words::differs(field, value, expected),
            Found::Absent { nearest } => words::absent(field, expected, nearest.as_deref()),
            Found::NoBody => words::no_body(field, expected),
            Found::Unidentified => words::unidentified(expected),
        })
    }
}

impl Subject {
    /// How it is typed.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Body(path) => path.as_str(),
            outside => OUTSIDE.iter().find(|(_, subject)| subject == outside).map_or("", |(name, _)| name),
        }
    }

    /// Whether it is the same as `other`, however it was typed.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Body(path), Self::Body(other)) => path.leads_where(other),
            _ => self == other,
        }
    }
}

impl Condition {
    /// Whether it says which credentials a request must have come with.
    pub(super) fn is_about_credentials(&self) -> bool {
        self.subject == Subject::Auth
    }

    /// Whether it holds; `element` is the body, or the element of it that is looked at.
    pub(super) fn holds(&self, seen: &Seen<'_>, element: Option<&Value>) -> bool {
        match &self.subject {
            Subject::Body(path) => {
                let value = seen.body.zip(element).and_then(|(body, element)| path.value(body, element));
                value.is_some_and(|value| is_written(value, &self.expected))
            }
            outside => value_outside(outside, seen) == Some(&self.expected),
        }
    }

    /// What is there instead, unless it holds.
    pub(super) fn difference(&self, seen: &Seen<'_>, element: Option<&Value>) -> Option<Difference> {
        if self.holds(seen, element) {
            return None;
        }
        let found = match (&self.subject, seen.body.zip(element)) {
            (Subject::Body(_), None) => Found::NoBody,
            (Subject::Body(path), Some((body, element))) => match path.value(body, element) {
                Some(value) => Found::Value(text_of(value).into_owned()),
                None => Found::Absent { nearest: nearest_member(path, element) },
            },
            (outside, _) => match value_outside(outside, seen) {
                Some(value) => Found::Value(value.to_owned()),
                None => Found::Absent { nearest: None },
            },
        };
        Some(Difference { field: self.subject.name().to_owned(), expected: self.expected.clone(), found })
    }
}

fn value_outside<'a>(subject: &Subject, seen: &Seen<'a>) -> Option<&'a str> {
    match subject {
        Subject::Mid => seen.mid,
        Subject::CorpNum => seen.corp_num,
        Subject::WebhookType => seen.webhook_type,
        Subject::EventType => seen.event_type,
        Subject::Auth => Some(seen.auth),
        Subject::Body(_) => None,
    }
}

/// Whether `text` writes the value: a text as it is, anything else as JSON. So `stateCode=300` holds for the
/// number and for the text, which a statement sends (statement page).
fn is_written(value: &Value, text: &str) -> bool {
    match value {
        // Spaces and the order of members do not count.
        Value::Array(_) | Value::Object(_) => {
            serde_json::from_str::<Value>(text).is_ok_and(|written| written == *value)
        }
        scalar => text_of(scalar) == text,
    }
}

fn text_of(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

/// The member a missing top-level one was probably meant to be, or the name outside the body.
fn nearest_member(path: &FieldPath, element: &Value) -> Option<String> {
    let first = path.first_name();
    let members = element.as_object().filter(|members| !members.contains_key(first))?;
    let names = members.keys().take(MEMBERS_COMPARED).map(String::as_str);
    nearest(first, names.chain(OUTSIDE.iter().map(|(name, _)| *name))).map(str::to_owned)
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}=", self.subject.name())?;
        let plain = !self.expected.starts_with('"') && !self.expected.contains(char::is_whitespace);
        if plain {
            return f.write_str(&self.expected);
        }
        write!(f, "\"{}\"", self.expected.replace('\\', "\\\\").replace('"', "\\\""))
    }
}
