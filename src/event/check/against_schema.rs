//! What the validator says, put into the words of the field.

use std::collections::HashMap;

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::place::{general_path, member};
use super::{Finding, MOST_FINDINGS, rule};
use crate::event::Edition;
use crate::event::Family;
use crate::event::schema::{Field, FieldType, Presence, general_field, schema};
use crate::words::findings as words;

/// Every violation of the family's schema in one body, at most one for each place: the one that explains most.
pub(super) fn findings(family: Family, validator: &Validator, body: &Value, base: &str) -> Vec<Finding> {
    let mut found: Vec<(u8, Finding)> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    // Several errors can be about one place.
    for error in validator.iter_errors(body).take(8 * MOST_FINDINGS) {
        let (weight, finding) = say(family, &error, base);
        match at.get(&finding.path) {
            Some(&index) if found[index].0 <= weight => {}
            Some(&index) => found[index] = (weight, finding),
            None => {
                at.insert(finding.path.clone(), found.len());
                found.push((weight, finding));
            }
        }
    }
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// A finding and its weight: of two at one place the lighter explains the heavier.
fn say(family: Family, error: &ValidationError<'_>, base: &str) -> (u8, Finding) {
    let pointer = error.instance_path().as_str();
    let at = |weight, rule, problem| (weight, Finding::problem(format!("{base}{pointer}"), rule, problem));
    if let Kind::Required { property } = error.kind() {
        let name = property.as_str().unwrap_or_default();
        let path = member(pointer, name);
        let problem = words::missing(name, source(family, error, general_field(family, &general_path(&path))));
        return (0, Finding::problem(format!("{base}{path}"), rule::MISSING, problem));
    }
    let Some(field) = general_field(family, &general_path(pointer)) else {
        // Only the elements of a list have no field of their own.
        return match error.kind() {
            Kind::Type { .. } => at(1, rule::NOT_AN_OBJECT, words::not_an_object(&spoken(error.instance()))),
            _ => at(9, rule::SCHEMA, words::other_rule(&error.to_string())),
        };
    };
    let (name, by, value) = (field.name, source(family, error, Some(field)), error.instance());
    let text = value.as_str().unwrap_or_default();
    match error.kind() {
        Kind::Type { .. } if value.is_null() => at(0, rule::NULL, null(field)),
        Kind::Type { .. } => {
            let fix = written(field.kind, value);
            let problem = words::wrong_type(name, &spoken(value), field.kind.name(), fix.as_deref(), by);
            at(1, rule::WRONG_TYPE, problem)
        }
        Kind::MaxLength { limit } => at(3, rule::TOO_LONG, words::too_long(name, text, *limit, by)),
        Kind::Maximum { .. } => {
            let digits = field.max_length.unwrap_or_default();
            at(3, rule::TOO_LONG, words::too_many_digits(name, &value.to_string(), digits, by))
        }
        Kind::MaxItems { limit } => {
            let count = value.as_array().map_or(0, Vec::len);
            at(3, rule::TOO_LONG, words::too_many_elements(name, count, *limit, by))
        }
        Kind::Minimum { .. } => at(3, rule::FORMAT, words::negative(name, &value.to_string(), by)),
        Kind::Enum { options } => {
            at(2, rule::NOT_LISTED, words::not_listed(name, &value.to_string(), &listed(options), by))
        }
        Kind::Pattern { .. } => {
            let must_be = annotation(family, error, "x-must-be").or(field.must_be).unwrap_or("as documented");
            let problem =
                if text.is_empty() { words::empty(name, must_be, by) } else { words::format(name, text, must_be, by) };
            at(5, rule::FORMAT, problem)
        }
        _ => at(9, rule::SCHEMA, words::other_rule(&error.to_string())),
    }
}

fn null(field: &Field) -> String {
    // Presence by edition is checked elsewhere; null is no value in either.
    if field.presence(Edition::Current) == Presence::Required {
        words::null_mandatory(field.name, field.source)
    } else {
        words::null_optional(field.name)
    }
}

/// Who made the rule: the nearest source named above it in the schema. A mandatory field of the object itself is
/// its own witness.
fn source(family: Family, error: &ValidationError<'_>, field: Option<&'static Field>) -> &'static str {
    let conditional = error.schema_path().as_str().starts_with("/allOf");
    let own = field.map(|field| field.source).filter(|_| !conditional);
    own.or_else(|| annotation(family, error, "x-source")).unwrap_or("schema")
}

/// The nearest annotation of this name on the way from the schema's root to the rule.
fn annotation(family: Family, error: &ValidationError<'_>, name: &str) -> Option<&'static str> {
    let mut node = schema(family);
    let mut found = node.get(name);
    for part in error.schema_path().as_str().split('/').skip(1) {
        let inner = match node {
            Value::Array(elements) => part.parse().ok().and_then(|index: usize| elements.get(index)),
            other => other.get(part),
        };
        let Some(inner) = inner else { break };
        node = inner;
        found = node.get(name).filter(|value| value.is_string()).or(found);
    }
    found.and_then(Value::as_str)
}

/// The values of a closed list, as they are written in JSON.
fn listed(options: &Value) -> String {
    let values = options.as_array().into_iter().flatten();
    values.map(Value::to_string).collect::<Vec<_>>().join(", ")
}

/// A value as a sentence names it: `the string "300"`, `the number 300`.
pub(super) fn spoken(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("the boolean {value}"),
        Value::Number(value) => format!("the number {value}"),
        Value::String(value) => format!("the string {}", words::quoted(value)),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// How the same value is written in the documented type, where that is clear.
fn written(wanted: FieldType, value: &Value) -> Option<String> {
    match (wanted, value) {
        (FieldType::Text, Value::Number(number)) => Some(format!("\"{number}\"")),
        (FieldType::Text, Value::Bool(value)) => Some(format!("\"{value}\"")),
        (FieldType::Number, Value::String(text)) => text.parse::<u32>().ok().map(|number| number.to_string()),
        (FieldType::Boolean, Value::String(text)) if text == "true" || text == "false" => Some(text.clone()),
        _ => None,
    }
}
