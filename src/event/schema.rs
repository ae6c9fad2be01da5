//! The JSON Schemas: the one source for fields, lengths, formats, meanings and the document behind each rule.
//!
//! The texts are in the binary; each is parsed when it is first asked for. Nothing here compiles a validator:
//! that costs more than a command that only shows fields should pay (see [`super::Checker`]).

mod field;
mod nearest;

use std::collections::HashMap;
use std::sync::OnceLock;

use serde_json::Value;

pub use field::{Code, Field, FieldType, Form, Presence};
pub(super) use nearest::nearest_name;

use super::Family;

/// What is known of one family: its schema and the fields read from it.
struct Book {
    schema: Value,
    fields: OnceLock<Fields>,
}

/// The fields of a family, in the order of its schema, and where each path is in that list.
struct Fields {
    list: Vec<Field>,
    by_path: HashMap<String, usize>,
}

/// The text of a family's schema, as it ships in `fixtures/schemas/`.
pub fn schema_text(family: Family) -> &'static str {
    match family {
        Family::TaxInvoice => include_str!("../../fixtures/schemas/taxinvoice.schema.json"),
        Family::Cashbill => include_str!("../../fixtures/schemas/cashbill.schema.json"),
        Family::NtsTaxInvoice => include_str!("../../fixtures/schemas/nts-taxinvoice.schema.json"),
        Family::NtsCashbill => include_str!("../../fixtures/schemas/nts-cashbill.schema.json"),
        Family::Statement => include_str!("../../fixtures/schemas/statement.schema.json"),
        Family::Kakao => include_str!("../../fixtures/schemas/kakao.schema.json"),
    }
}

/// A family's schema as JSON (2020-12), parsed once.
pub fn schema(family: Family) -> &'static Value {
    &book(family).schema
}

/// Every field of a family, parents before children, in the order of the documents.
pub fn fields(family: Family) -> &'static [Field] {
    &known(family).list
}

/// The field at a path as a person types it (`detailList[0].qty`), or as [`Field::path`] prints it. An index on
/// the whole body (`[0].writeDate`) is skipped; the path of a list element (`detailList[0]`) gives the list.
pub fn field_at(family: Family, path: &str) -> Option<&'static Field> {
    let general = without_indices(path);
    let general = general.strip_prefix("[].").unwrap_or(&general);
    let general = general.strip_suffix("[]").unwrap_or(general);
    general_field(family, general)
}

/// The known path that a mistyped one most likely meant, with the indices that were typed.
pub fn nearest_path(family: Family, path: &str) -> Option<String> {
    let indices: Vec<&str> = path.split('[').skip(1).filter_map(|rest| rest.split(']').next()).collect();
    let best = nearest::nearest_name(&without_indices(path), fields(family).iter().map(|field| field.path.as_str()))?;
    let mut indices = indices.into_iter();
    let mut pieces = best.split("[]");
    let first = pieces.next().unwrap_or_default().to_owned();
    Some(pieces.fold(first, |path, piece| format!("{path}[{}]{piece}", indices.next().unwrap_or("0"))))
}

/// The field whose [`Field::path`] is exactly this.
pub(super) fn general_field(family: Family, path: &str) -> Option<&'static Field> {
    let known = known(family);
    known.by_path.get(path).and_then(|&index| known.list.get(index))
}

/// `a.b[12].c` becomes `a.b[].c`; other brackets stay as they are.
fn without_indices(path: &str) -> String {
    let mut general = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('[') {
        general.push_str(before);
        general.push('[');
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        if !rest.starts_with(']') {
            rest = after;
        }
    }
    general.push_str(rest);
    general
}

fn book(family: Family) -> &'static Book {
    static BOOKS: [OnceLock<Book>; Family::ALL.len()] = [const { OnceLock::new() }; Family::ALL.len()];
    BOOKS[family as usize].get_or_init(|| Book {
        schema: serde_json::from_str(schema_text(family)).expect("the embedded schemas are JSON; a test parses each"),
        fields: OnceLock::new(),
    })
}

fn known(family: Family) -> &'static Fields {
    let book = book(family);
    book.fields.get_or_init(|| {
        let list = field::read(&book.schema);
        let by_path = list.iter().enumerate().map(|(index, field)| (field.path.clone(), index)).collect();
        Fields { list, by_path }
    })
}

#[cfg(test)]
mod tests;
