//! One family's validator, compiled once and kept.

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

use super::{CodeFound, Finding, MOST_FINDINGS, against_schema, place, relations, rule, values};
use crate::event::schema::schema;
use crate::event::{Edition, Family};
use crate::words::findings as words;

/// Checks bodies of one family. Compiling one takes a while, checking with it does not; it can be shared between
/// threads.
#[derive(Debug)]
pub struct Checker {
    family: Family,
    validator: Validator,
}

/// What a checker found in a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Problems and notes, in the order of the body.
    pub findings: Vec<Finding>,
    /// The codes and identifiers in it that can be explained, in the order of the body.
    pub codes: Vec<CodeFound>,
}

impl Checked {
    /// Whether there are more findings than are listed.
    pub(super) fn is_full(&self) -> bool {
        self.findings.len() > MOST_FINDINGS
    }
}

impl Checker {
    /// Compiles the validator of a family.
    ///
    /// # Panics
    ///
    /// Never: the schemas are embedded, and a test compiles each.
    pub fn new(family: Family) -> Self {
        let validator = jsonschema::draft202012::options()
            .build(schema(family))
            .expect("the embedded schemas compile; a test compiles each");
        Self { family, validator }
    }

    /// The checker that this process keeps for a family.
    pub fn shared(family: Family) -> &'static Self {
        static CHECKERS: [OnceLock<Checker>; Family::ALL.len()] = [const { OnceLock::new() }; Family::ALL.len()];
        CHECKERS[family as usize].get_or_init(|| Self::new(family))
    }

    /// Checks a body; where it is wrong in very many places, only in part. A crawled invoice may be one object or an array of them (both are seen in the field, neither
    /// is documented by POPBiLL); every other product sends one object.
    pub fn check(&self, body: &Value, edition: Edition) -> Checked {
        let mut checked = Checked::default();
        match body {
            Value::Array(_) if self.family != Family::NtsTaxInvoice => {
                let problem = words::array_not_expected(self.family.webhook_type(edition));
                checked.findings.push(Finding::problem("", rule::ARRAY_NOT_EXPECTED, problem));
            }
            Value::Array(elements) if elements.is_empty() => {
                checked.findings.push(Finding::problem("", rule::EMPTY_ARRAY, words::empty_array()));
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    if checked.is_full() {
                        break;
                    }
                    self.check_one(element, &format!("/{index}"), edition, &mut checked);
                }
            }
            one => self.check_one(one, "", edition, &mut checked),
        }
        place::sort(&mut checked.findings, body);
        checked
    }

    fn check_one(&self, value: &Value, base: &str, edition: Edition, checked: &mut Checked) {
        let Some(object) = value.as_object() else {
            let problem = words::not_an_object(against_schema::spoken(value).as_str());
            checked.findings.push(Finding::problem(base, rule::NOT_AN_OBJECT, problem));
            return;
        };
        checked.findings.extend(against_schema::findings(self.family, &self.validator, value, base));
        values::walk(self.family, edition, object, base, checked);
        relations::check(self.family, object, base, &mut checked.findings);
    }
}
