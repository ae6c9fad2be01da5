//! Fields as read from a schema.

use serde_json::{Map, Value};

use crate::event::Edition;

/// One field of a payload: what the documents say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Where it is: `stateCode`, or `detailList[].qty` inside a list.
    pub path: String,
    /// The last part of the path.
    pub name: &'static str,
    /// Its JSON type.
    pub kind: FieldType,
    /// The most characters of a text, digits of a number, or elements of a list.
    pub max_length: Option<u64>,
    /// The regular expression of a text, where a document gives a format.
    pub pattern: Option<&'static str>,
    /// The same in words, fit for "must be …".
    pub must_be: Option<&'static str>,
    /// What its text stands for, where that can be checked further than by a pattern.
    pub form: Option<Form>,
    /// What it means, in English.
    pub description: &'static str,
    /// What it means, in Korean.
    pub description_ko: &'static str,
    /// The document that says so, or the reason for an inference.
    pub source: &'static str,
    /// Whether the documents list every value it may have; [`Field::codes`] then is that list.
    pub closed: bool,
    /// Whether further codes exist that the known part of the documents does not show.
    pub open_codes: bool,
    /// Its codes and what they mean.
    pub codes: Vec<Code>,
    /// A smaller length that the current documents give; longer values are worth a note there.
    pub current_length: Option<u64>,
    current: Presence,
    classic: Presence,
}

impl Field {
    /// Whether a payload of this edition has to have it.
    pub fn presence(&self, edition: Edition) -> Presence {
        match edition {
            Edition::Current => self.current,
            Edition::Classic => self.classic,
        }
    }

    /// Whether its presence depends on the edition.
    pub fn differs_by_edition(&self) -> bool {
        self.current != self.classic
    }

    /// The code with this value.
    pub fn code(&self, value: &str) -> Option<&Code> {
        self.codes.iter().find(|code| code.value == value)
    }
}

/// One value of a code field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The value as text; a number's digits, `true` or `false`.
    pub value: &'static str,
    /// What it means, in English.
    pub en: &'static str,
    /// What it means, in Korean.
    pub ko: &'static str,
}

/// Whether a field has to be in the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It has to be there.
    Required,
    /// It may be absent.
    Optional,
    /// The documents do not have it.
    Absent,
}

/// The JSON type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// A string.
    Text,
    /// A number without a fraction.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array of objects.
    List,
}

impl FieldType {
    /// The word the documents use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::List => "array",
        }
    }

    fn read(name: &str) -> Self {
        match name {
            "integer" => Self::Number,
            "boolean" => Self::Boolean,
            "array" => Self::List,
            _ => Self::Text,
        }
    }
}

/// What a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `yyyyMMdd`.
    Date,
    /// `yyyyMMddHHmmss`.
    DateTime,
    /// Ten digits, the last one a check digit.
    BusinessNumber,
    /// A business number, or thirteen digits of a person or foreigner.
    BuyerNumber,
    /// A key POPBiLL gave to a document.
    ItemKey,
    /// The 24 characters under which NTS knows an invoice.
    NtsConfirmNumber,
    /// The nine characters under which NTS knows a cash receipt.
    CashConfirmNumber,
    /// A whole amount in won.
    Amount,
}

impl Form {
    fn read(name: &str) -> Option<Self> {
        Some(match name {
            "date" => Self::Date,
            "date-time" => Self::DateTime,
            "business-number" => Self::BusinessNumber,
            "buyer-number" => Self::BuyerNumber,
            "item-key" => Self::ItemKey,
            "nts-confirm-number" => Self::NtsConfirmNumber,
            "cash-confirm-number" => Self::CashConfirmNumber,
            "amount" => Self::Amount,
            _ => return None,
        })
    }
}

/// The fields of an object schema, each list followed by the fields of its elements.
pub(super) fn read(schema: &'static Value) -> Vec<Field> {
    let mut fields = Vec::new();
    read_object(schema, "", &mut fields);
    fields
}

fn read_object(schema: &'static Value, prefix: &str, fields: &mut Vec<Field>) {
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, node) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{prefix}{name}");
        fields.push(read_field(name, path.clone(), required.contains(&name.as_str()), node));
        if let Some(items) = node.get("items") {
            read_object(items, &format!("{path}[]."), fields);
        }
    }
}

fn read_field(name: &'static str, path: String, required: bool, node: &'static Value) -> Field {
    let kind = FieldType::read(text(node, "type").unwrap_or_default());
    let usual = if required { Presence::Required } else { Presence::Optional };
    let in_edition = |edition: &str| match node["x-edition"][edition].as_str() {
        Some("required") => Presence::Required,
        Some("absent") => Presence::Absent,
        _ => usual,
    };
    Field {
        path,
        name,
        kind,
        max_length: max_length(kind, node),
        pattern: text(node, "pattern"),
        must_be: text(node, "x-must-be"),
        form: text(node, "x-form").and_then(Form::read),
        description: text(node, "description").unwrap_or_default(),
        description_ko: text(node, "x-description-ko").unwrap_or_default(),
        source: text(node, "x-source").unwrap_or_default(),
        closed: node.get("enum").is_some(),
        open_codes: node["x-codes-open"].as_bool().unwrap_or(false),
        codes: node["x-codes"].as_object().map(codes).unwrap_or_default(),
        current_length: node["x-max-length-current"].as_u64(),
        current: in_edition("current"),
        classic: in_edition("classic"),
    }
}

/// The documents give a number's length in digits; the schema says it as the greatest such number.
fn max_length(kind: FieldType, node: &Value) -> Option<u64> {
    match kind {
        FieldType::Text => node["maxLength"].as_u64(),
        FieldType::List => node["maxItems"].as_u64(),
        FieldType::Number => node["maximum"].as_u64().map(|most| u64::from(most.max(1).ilog10()) + 1),
        FieldType::Boolean => None,
    }
}

fn codes(table: &'static Map<String, Value>) -> Vec<Code> {
    table
        .iter()
        .map(|(value, node)| Code {
            value,
            en: text(node, "en").unwrap_or_default(),
            ko: text(node, "ko").unwrap_or_default(),
        })
        .collect()
}

fn text(node: &'static Value, key: &str) -> Option<&'static str> {
    node.get(key).and_then(Value::as_str)
}
