//! The largest payloads that the schemas allow.

use serde_json::{Map, Value};

use crate::event::{Family, Field, FieldType, fields};

/// The most lines of an invoice (NTS page).
pub(super) const LINES: usize = 99;

/// The length of the key a seller chooses (cashbill page, NTS page).
const KEY_LENGTH: usize = 24;

/// Fills every free text of a body with Hangul up to its documented length, and the seller's key with zeros. Fields whose
/// text has a form or stands for something keep it.
pub(super) fn fill(body: &mut Map<String, Value>, family: Family) {
    for key in ["mgtKey", "invoicerMgtKey"] {
        if let Some(Value::String(text)) = body.get_mut(key) {
            *text = format!("{text:0<KEY_LENGTH$}");
        }
    }
    for field in free_texts(family) {
        let text = Value::String("가".repeat(usize::try_from(field.max_length.unwrap_or(0)).unwrap_or(0)));
        match field.path.split_once("[].") {
            None => drop(body.insert(field.path.clone(), text)),
            Some((list, name)) => {
                for line in body.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                    if let Some(line) = line.as_object_mut() {
                        line.insert(name.to_owned(), text.clone());
                    }
                }
            }
        }
    }
}

/// Gives an invoice as many lines as it may have, each like its first.
pub(super) fn lengthen(body: &mut Map<String, Value>) {
    let Some(lines) = body.get_mut("detailList").and_then(Value::as_array_mut) else { return };
    let Some(first) = lines.first().cloned() else { return };
    *lines = (1..=LINES)
        .map(|number| {
            let mut line = first.clone();
            line["serialNum"] = number.into();
            line
        })
        .collect();
}

fn free_texts(family: Family) -> impl Iterator<Item = &'static Field> {
    fields(family).iter().filter(|field| {
        let is_free = field.kind == FieldType::Text && field.pattern.is_none() && field.form.is_none();
        // The texts of keys, numbers and addresses are ASCII by nature.
        let is_ascii = ["TEL", "Email", "Key", "Num", "Code"].iter().any(|part| field.name.contains(part));
        is_free && field.codes.is_empty() && !field.closed && !is_ascii && field.max_length.is_some()
    })
}
