//! What a JSON text says: the success, nearly the success, or something else.

use super::json::{self, Document, Value};
use super::json_string::{DECODED_LIMIT, Text};
use super::look_alike;
use super::members::Members;
use super::note::Note;
use super::reading::{Form, Reading};
use super::search::excerpt;
use super::verdict::Slug;
use super::{exception, text};

/// Reads a text that the JSON reader could read.
pub(super) fn read(document: &Document<'_>) -> Reading {
    match document.value {
        Value::Object { .. } => with_liberties(document, object(&document.members)),
        Value::Array { ok_inside: true } => Reading::json(Slug::Nested),
        // The quotes of `'OK'` are the same oddity as those of `"OK"`, so they are named once.
        Value::Text(text) => string(text),
        Value::Array { ok_inside: false } | Value::False | Value::Scalar => Reading::json(Slug::NotAnObject),
    }
}

fn with_liberties(document: &Document<'_>, reading: Reading) -> Reading {
    if document.lenient { Reading { form: Form::Either, ..reading.with_oddity(Slug::LenientJson) } } else { reading }
}

fn object(members: &Members<'_>) -> Reading {
    if let Some(name) = members.repeated {
        return Reading::json(Slug::DuplicateKey).noting(Note::RepeatedName(shown(name)));
    }
    match members.result {
        Some(Value::Text(text)) if text.is("OK") => {
            Reading::json(if members.count == 1 { Slug::Json } else { Slug::ExtraMembers })
        }
        Some(Value::Text(text)) => result(text),
        Some(Value::False) => Reading::json(Slug::Refused),
        Some(value) if value.has_ok() => Reading::json(Slug::Nested),
        Some(_) => Reading::json(Slug::WrongValue),
        None => without_result(members),
    }
}

/// A result that is a string, but not `OK`.
fn result(text: Text<'_>) -> Reading {
    near_success(text).unwrap_or_else(|| Reading::json(Slug::WrongValue))
}

fn without_result(members: &Members<'_>) -> Reading {
    if let Some(name) = members.nearly_result {
        return if look_alike::deceives_as(name.chars(), "result") {
            Reading::json(Slug::LookAlike).noting(Note::CodePoints(look_alike::deviations(name.chars())))
        } else {
            Reading::json(Slug::WrongKey)
        };
    }
    if members.ok_inside() {
        return Reading::json(Slug::Nested);
    }
    let reading = Reading::json(Slug::MissingResult);
    match members.ok_under {
        Some(name) => reading.noting(Note::OkUnder(shown(name))),
        None => reading,
    }
}

/// A body that is one JSON string.
fn string(text: Text<'_>) -> Reading {
    if text.is("OK") {
        return Reading::either(Slug::JsonQuotedString);
    }
    near_success(text).unwrap_or_else(|| {
        let mut buffer = [0; DECODED_LIMIT];
        let (decoded, _) = text.decode(&mut buffer);
        Reading::json(if exception::begins(decoded) {
            Slug::ExceptionText
        } else if text::has_ok(decoded) {
            Slug::TextAroundOk
        } else {
            Slug::NotAnObject
        })
    })
}

/// What a string is that comes near to `OK`, or denies it.
fn near_success(text: Text<'_>) -> Option<Reading> {
    if look_alike::deceives_as(text.chars(), "ok") {
        return Some(Reading::json(Slug::LookAlike).noting(Note::CodePoints(look_alike::deviations(text.chars()))));
    }
    let mut buffer = [0; DECODED_LIMIT];
    let (decoded, complete) = text.decode(&mut buffer);
    let slug = if decoded.eq_ignore_ascii_case(b"ok") {
        Slug::WrongCase
    } else if complete && text::is_refusal(decoded) {
        Slug::Refused
    } else if complete && encodes_success(decoded) {
        Slug::Nested
    } else {
        return None;
    };
    Some(Reading::json(slug))
}

/// Whether a string is itself JSON with a success in it. A string inside that one is not looked into.
fn encodes_success(decoded: &[u8]) -> bool {
    json::read(decoded).is_ok_and(|inner| match inner.value {
        Value::Object { ok_inside } => ok_inside || inner.members.result.is_some() || inner.members.ok_under.is_some(),
        value => value.has_ok(),
    })
}

fn shown(name: Text<'_>) -> String {
    let mut buffer = [0; DECODED_LIMIT];
    excerpt(name.decode(&mut buffer).0)
}
