//! A header value as it may be shown.

use crate::wire::{AUTHORIZATION_VARIABLE, CredentialKind, FieldValue};

/// The value, or in place of a secret the variable that stands for it in a shell.
pub fn shown_value(value: &FieldValue) -> String {
    match value {
        FieldValue::Plain(value) => value.clone(),
        FieldValue::Raw(value) => super::escape_bytes(value, super::Lines::Join),
        FieldValue::Secret(kind @ CredentialKind::Basic, _) => format!("Basic ${}", kind.variable()),
        FieldValue::Secret(kind @ CredentialKind::ApiKey, _) => format!("${}", kind.variable()),
        FieldValue::Hidden(_) => format!("${AUTHORIZATION_VARIABLE}"),
    }
}
