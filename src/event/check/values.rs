//! What the schema cannot say of single values: the calendar, check digits, codes, names.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::place::member;
use super::{Checked, CodeFound, Finding, rule};
use crate::event::codes::{explain_field, has_sample_form};
use crate::event::schema::{Field, FieldType, Form, Presence, fields, general_field, nearest_name};
use crate::event::{CorpNum, Edition, EventTime, Family};
use crate::words::findings as words;

/// Goes through every member of one body.
pub(super) fn walk(family: Family, edition: Edition, object: &Map<String, Value>, base: &str, checked: &mut Checked) {
    let mut walk = Walk { family, edition, checked };
    walk.object(object, base, "");
    walk.demanded_by_edition(object, base);
}

struct Walk<'a> {
    family: Family,
    edition: Edition,
    checked: &'a mut Checked,
}

impl Walk<'_> {
    fn object(&mut self, object: &Map<String, Value>, pointer: &str, prefix: &str) {
        for (name, value) in object {
            if self.checked.is_full() {
                return;
            }
            let path = if prefix.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(format!("{prefix}{name}")) };
            let pointer = member(pointer, name);
            match general_field(self.family, &path) {
                Some(field) => self.value(field, value, &pointer),
                None => self.unknown(name, prefix, pointer),
            }
        }
    }

    fn value(&mut self, field: &'static Field, value: &Value, pointer: &str) {
        if field.presence(self.edition) == Presence::Absent {
            self.note(pointer, rule::OTHER_EDITION, words::absent_in_edition(field.name, self.edition.name()));
        }
        match value {
            Value::String(text) => self.text(field, text, pointer),
            Value::Number(number) => self.code(field, number.to_string(), number.is_u64(), pointer),
            Value::Bool(value) => self.code(field, value.to_string(), true, pointer),
            Value::Array(elements) => self.elements(field, elements, pointer),
            Value::Null | Value::Object(_) => {}
        }
    }

    fn elements(&mut self, field: &Field, elements: &[Value], pointer: &str) {
        let prefix = format!("{}[].", field.path);
        for (index, element) in elements.iter().enumerate() {
            if let Some(object) = element.as_object() {
                self.object(object, &format!("{pointer}/{index}"), &prefix);
            }
        }
    }

    fn text(&mut self, field: &'static Field, text: &str, pointer: &str) {
        match field.form {
            Some(Form::Date | Form::DateTime) if is_impossible(field.form, text) => {
                self.problem(pointer, rule::CALENDAR, words::not_in_calendar(field.name, text));
            }
            Some(Form::BusinessNumber | Form::BuyerNumber) if has_wrong_check_digit(text) => {
                self.note(pointer, rule::CHECK_DIGIT, words::check_digit(field.name, text));
            }
            Some(form) if !text.is_empty() && has_sample_form(form, text) == Some(false) => {
                self.note(pointer, rule::SAMPLE_FORM, words::sample_form(field.name, text));
            }
            _ => {}
        }
        let limit = field.current_length.filter(|_| self.edition == Edition::Current);
        let count = text.chars().count();
        if let Some(limit) = limit.filter(|limit| count as u64 > *limit) {
            self.note(pointer, rule::LONGER_THAN_CURRENT, words::longer_than_current(field.name, count, limit));
        }
        self.code(field, text.to_owned(), field.kind == FieldType::Text, pointer);
    }

    /// Explains a code, also one in the wrong type; an unknown one is worth a note where nothing else is wrong.
    fn code(&mut self, field: &Field, value: String, fits: bool, pointer: &str) {
        if let Some(explanation) = explain_field(field, &value) {
            self.checked.codes.push(CodeFound { path: pointer.to_owned(), value, explanation });
        } else if fits && !field.codes.is_empty() && !field.closed && !field.open_codes {
            self.note(pointer, rule::UNDOCUMENTED_CODE, words::undocumented_code(field.name, &value));
        }
    }

    fn unknown(&mut self, name: &str, prefix: &str, pointer: String) {
        let siblings = fields(self.family)
            .iter()
            .filter_map(|field| field.path.strip_prefix(prefix).filter(|rest| !rest.contains('.')));
        let problem = words::unknown_field(name, nearest_name(name, siblings));
        self.checked.findings.push(Finding::note(pointer, rule::UNKNOWN_FIELD, problem));
    }

    /// Fields that only this edition demands: the schema is one for both and cannot.
    fn demanded_by_edition(&mut self, object: &Map<String, Value>, base: &str) {
        let edition = self.edition;
        let by_edition = fields(self.family).iter().filter(|field| field.differs_by_edition());
        let demanded = by_edition.filter(|field| field.presence(edition) == Presence::Required);
        for field in demanded.filter(|field| !object.contains_key(field.name)) {
            let problem = words::missing_in_edition(field.name, edition.name(), field.source);
            self.problem(&member(base, field.name), rule::MISSING, problem);
        }
    }

    fn problem(&mut self, path: &str, rule: &'static str, problem: String) {
        self.checked.findings.push(Finding::problem(path, rule, problem));
    }

    fn note(&mut self, path: &str, rule: &'static str, problem: String) {
        self.checked.findings.push(Finding::note(path, rule, problem));
    }
}

/// Whether a text has the digits of its form and yet names nothing: the pattern is the schema's business.
fn is_impossible(form: Option<Form>, text: &str) -> bool {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match (form, text.len()) {
        (Some(Form::Date), 8) if digits => EventTime::parse(&format!("{text}000000")).is_err(),
        (Some(Form::DateTime), 14) if digits => EventTime::parse(text).is_err(),
        _ => false,
    }
}

fn has_wrong_check_digit(text: &str) -> bool {
    let digits = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits && text.parse::<CorpNum>().is_ok_and(|number| !number.has_valid_check_digit())
}
