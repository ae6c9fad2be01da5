//! Edits of a generated body: `path=text`, `path:=json`, and leaving a field out.
//!
//! A path is `a.b[0].c`. Only paths the family's schema knows are taken, because a misspelt field that silently
//! changes nothing costs an afternoon.

use serde_json::{Map, Value};

use super::{Family, field_at, nearest_path};
use crate::words::edits as words;

/// One change of a body.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets the value at a path.
    Set(Path, Value),
    /// Removes the value at a path.
    Unset(Path),
}

/// A path into a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    text: String,
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Member(String),
    Element(usize),
}

/// Why an edit cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// No `=`.
    #[error("{}", words::no_equals_sign(.0))]
    NoEqualsSign(String),
    /// Not a path.
    #[error("{}", words::bad_path(.0))]
    BadPath(String),
    /// The text after `:=` is not JSON.
    #[error("{}", words::bad_json(path, reason))]
    BadJson {
        /// The path it was meant for.
        path: String,
        /// What the reader says.
        reason: String,
    },
    /// The schema has no such field.
    #[error("{}", words::unknown_path(path, family))]
    UnknownPath {
        /// The path.
        path: String,
        /// The family.
        family: &'static str,
        /// The nearest field.
        nearest: Option<String>,
    },
    /// The list is shorter than the index.
    #[error("{}", words::beyond_list(path, *length))]
    BeyondList {
        /// The path.
        path: String,
        /// How many elements there are.
        length: usize,
    },
}

impl EditError {
    /// The nearest right path, where there is one.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::UnknownPath { nearest, .. } => nearest.as_deref(),
            _ => None,
        }
    }
}

impl Edit {
    /// Reads `path=text` or `path:=json`.
    pub fn set(text: &str) -> Result<Self, EditError> {
        let (left, right) = text.split_once('=').ok_or_else(|| EditError::NoEqualsSign(text.to_owned()))?;
        let Some(path) = left.strip_suffix(':') else {
            return Ok(Self::Set(Path::parse(left)?, Value::String(right.to_owned())));
        };
        let value = serde_json::from_str(right)
            .map_err(|error| EditError::BadJson { path: path.to_owned(), reason: error.to_string() })?;
        Ok(Self::Set(Path::parse(path)?, value))
    }

    /// Reads the path of a field to leave out.
    pub fn unset(path: &str) -> Result<Self, EditError> {
        Path::parse(path).map(Self::Unset)
    }
}

impl Path {
    fn parse(text: &str) -> Result<Self, EditError> {
        let bad = || EditError::BadPath(text.to_owned());
        let mut steps = Vec::new();
        for part in text.split('.') {
            let (name, mut rest) = part.find('[').map_or((part, ""), |at| part.split_at(at));
            if name.is_empty() {
                return Err(bad());
            }
            steps.push(Step::Member(name.to_owned()));
            while !rest.is_empty() {
                let (index, after) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).ok_or_else(bad)?;
                steps.push(Step::Element(index.parse().map_err(|_| bad())?));
                rest = after;
            }
        }
        Ok(Self { text: text.to_owned(), steps })
    }
}

/// Makes the edit, or leaves the body as it is and says why not.
pub fn apply(body: &mut Map<String, Value>, family: Family, edit: &Edit) -> Result<(), EditError> {
    let (Edit::Set(path, _) | Edit::Unset(path)) = edit;
    if field_at(family, &path.text).is_none() {
        let nearest = nearest_path(family, &path.text);
        return Err(EditError::UnknownPath { path: path.text.clone(), family: family.name(), nearest });
    }
    let mut edited = Value::Object(std::mem::take(body));
    let result = match edit {
        Edit::Set(path, value) => set(&mut edited, path, value.clone()),
        Edit::Unset(path) => {
            unset(&mut edited, path);
            Ok(())
        }
    };
    if let Value::Object(edited) = edited {
        *body = edited;
    }
    result
}

fn set(root: &mut Value, path: &Path, value: Value) -> Result<(), EditError> {
    check_lists(root, path)?;
    let mut place = root;
    for step in &path.steps {
        place = match step {
            Step::Member(name) => {
                if !place.is_object() {
                    *place = Value::Object(Map::new());
                }
                let Value::Object(members) = place else { return Ok(()) };
                members.entry(name.as_str()).or_insert(Value::Null)
            }
            Step::Element(index) => {
                if !place.is_array() {
                    *place = Value::Array(Vec::new());
                }
                let Value::Array(elements) = place else { return Ok(()) };
                if *index == elements.len() {
                    elements.push(Value::Null);
                }
                &mut elements[*index]
            }
        };
    }
    *place = value;
    Ok(())
}

/// An index may name an element or the place after the last one; beyond, the list would have holes.
fn check_lists(root: &Value, path: &Path) -> Result<(), EditError> {
    let mut place = Some(root);
    for step in &path.steps {
        place = match step {
            Step::Member(name) => place.and_then(|place| place.get(name)),
            Step::Element(index) => {
                let length = place.and_then(Value::as_array).map_or(0, Vec::len);
                if *index > length {
                    return Err(EditError::BeyondList { path: path.text.clone(), length });
                }
                place.and_then(|place| place.get(index))
            }
        };
    }
    Ok(())
}

/// What is not there is left out already: payloads differ by seed, and the edit says how they must not be.
fn unset(root: &mut Value, path: &Path) {
    let Some((last, parents)) = path.steps.split_last() else { return };
    let mut place = root;
    for step in parents {
        let inner = match step {
            Step::Member(name) => place.get_mut(name),
            Step::Element(index) => place.get_mut(index),
        };
        let Some(inner) = inner else { return };
        place = inner;
    }
    match (last, place) {
        (Step::Member(name), Value::Object(members)) => drop(members.shift_remove(name)),
        (Step::Element(index), Value::Array(elements)) if *index < elements.len() => drop(elements.remove(*index)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn edited(edit: Result<Edit, EditError>) -> Result<Value, EditError> {
        let body = json!({ "taxTotal": "10", "detailList": [{ "qty": "1" }] });
        let Value::Object(mut body) = body else { unreachable!() };
        apply(&mut body, Family::NtsTaxInvoice, &edit?)?;
        Ok(Value::Object(body))
    }

    #[test]
    fn edits_change_what_they_name() {
        for (text, changed) in [
            ("taxTotal=20", json!({ "taxTotal": "20", "detailList": [{ "qty": "1" }] })),
            ("taxTotal:=20", json!({ "taxTotal": 20, "detailList": [{ "qty": "1" }] })),
            ("taxTotal=a=b", json!({ "taxTotal": "a=b", "detailList": [{ "qty": "1" }] })),
            ("detailList[0].qty=2", json!({ "taxTotal": "10", "detailList": [{ "qty": "2" }] })),
            ("detailList[1].tax=5", json!({ "taxTotal": "10", "detailList": [{ "qty": "1" }, { "tax": "5" }] })),
            ("detailList:=[]", json!({ "taxTotal": "10", "detailList": [] })),
            ("remark1=", json!({ "taxTotal": "10", "detailList": [{ "qty": "1" }], "remark1": "" })),
        ] {
            assert_eq!(edited(Edit::set(text)), Ok(changed), "{text}");
        }
        assert_eq!(edited(Edit::unset("detailList[0].qty")), Ok(json!({ "taxTotal": "10", "detailList": [{}] })));
        let unchanged = json!({ "taxTotal": "10", "detailList": [{ "qty": "1" }] });
        for absent in ["remark1", "detailList[7]", "detailList[7].qty"] {
            assert_eq!(edited(Edit::unset(absent)), Ok(unchanged.clone()), "{absent}");
        }
        assert_eq!(edited(Edit::unset("taxTotal")), Ok(json!({ "detailList": [{ "qty": "1" }] })));
    }

    #[test]
    fn what_cannot_be_edited_is_said() {
        for (text, message) in [
            ("taxTotal", "no `=`"),
            ("taxTotl=1", "taxTotl"),
            ("detailList[2].qty=1", "1 element"),
            ("taxTotal:={", "not JSON"),
            ("a..b=1", "path"),
            ("detailList[x].qty=1", "path"),
            ("detailList[0]qty=1", "path"),
        ] {
            let error = edited(Edit::set(text)).unwrap_err().to_string();
            assert!(error.contains(message), "{text}: {error}");
        }
        assert_eq!(edited(Edit::set("taxTotl=1")).unwrap_err().nearest(), Some("taxTotal"));
    }
}
