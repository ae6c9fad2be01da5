//! What has to agree between fields: amounts that add up, times that follow each other.
//!
//! Which fields, and on whose word, stands in the schema (`x-sums`, `x-order`).

use serde_json::{Map, Value};

use super::place::member;
use super::{Finding, rule};
use crate::event::codes::item_key_time;
use crate::event::schema::schema;
use crate::event::{EventTime, Family};
use crate::words::findings as words;

/// Checks every relation of the family in one body. A relation with a missing or unreadable side is skipped: the
/// field itself has its own finding.
pub(super) fn check(family: Family, object: &Map<String, Value>, base: &str, findings: &mut Vec<Finding>) {
    let schema = schema(family);
    findings.extend(rows(schema, "x-sums").filter_map(|row| sum(row, object, base)));
    findings.extend(rows(schema, "x-order").filter_map(|row| order(row, object, base)));
}

fn rows(schema: &'static Value, name: &str) -> impl Iterator<Item = &'static Value> {
    schema[name].as_array().into_iter().flatten()
}

fn sum(row: &'static Value, object: &Map<String, Value>, base: &str) -> Option<Finding> {
    let name = row["total"].as_str()?;
    let total = amount(object.get(name)?)?;
    let parts: Vec<&str> = row["parts"].as_array()?.iter().filter_map(Value::as_str).collect();
    let sum = parts.iter().try_fold(0_i128, |sum, part| sum.checked_add(part_sum(part, object)?))?;
    if sum == total {
        return None;
    }
    let source = row["x-source"].as_str().unwrap_or_default();
    let problem = words::sum(name, total, &parts, sum, source);
    let path = member(base, name);
    let inferred = source.starts_with("inferred");
    Some(if inferred { Finding::note(path, rule::SUM, problem) } else { Finding::problem(path, rule::SUM, problem) })
}

/// The amount of a field, or of every element's field (`detailList[].tax`).
fn part_sum(part: &str, object: &Map<String, Value>) -> Option<i128> {
    let Some((list, name)) = part.split_once("[].") else { return amount(object.get(part)?) };
    let elements = object.get(list)?.as_array().filter(|elements| !elements.is_empty())?;
    elements.iter().try_fold(0_i128, |sum, element| sum.checked_add(amount(element.get(name)?)?))
}

fn amount(value: &Value) -> Option<i128> {
    value.as_str().filter(|text| text.len() <= 20)?.parse().ok()
}

fn order(row: &'static Value, object: &Map<String, Value>, base: &str) -> Option<Finding> {
    let (earlier, later) = (row["earlier"].as_str()?, row["later"].as_str()?);
    let (earlier_text, later_text) = (object.get(earlier)?.as_str()?, object.get(later)?.as_str()?);
    let (first, second) = (moment(earlier_text)?, moment(later_text)?);
    (second < first).then(|| {
        let problem = words::out_of_order(earlier, &first.stamp(), later, &second.stamp());
        Finding::note(member(base, later), rule::TIME_ORDER, problem)
    })
}

/// A time text, or the time inside an item key.
fn moment(text: &str) -> Option<EventTime> {
    if text.len() == 18 { item_key_time(text) } else { EventTime::parse(text).ok() }
}
