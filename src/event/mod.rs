//! What POPBiLL announces: the catalogue, schemas, samples, identifiers and code tables.
//!
//! Pure values. No HTTP, no clock, no files.

mod catalog;
mod check;
mod codes;
mod confirm_num;
mod corp_num;
mod documents;
mod edit;
mod edition;
mod encode;
mod event_time;
mod glance;
mod glob;
mod identify;
mod invoice_type;
mod item_key;
mod message_id;
mod mgt_key;
mod product;
mod sample;
mod schema;

pub use catalog::{Basis, CATALOG, Family, Kind, find};
pub use check::{CheckReport, Checked, Checker, CodeFound, Finding, Severity, check, pointer_token, rule};
pub use codes::{Explanation, explain};
pub use confirm_num::{ConfirmNum, NtsConfirmNum};
pub use corp_num::{CorpNum, NotACorpNum};
pub use documents::{Examples, asyncapi, openapi};
pub use edit::{Edit, EditError, apply};
pub use edition::Edition;
pub use encode::encode;
pub use event_time::{EventTime, NotATime};
pub use glance::{Glance, glance};
pub use glob::glob_fits;
pub use identify::{Hint, Identity, identify};
pub use invoice_type::{InvoiceType, NotAnInvoiceType};
pub use item_key::ItemKey;
pub use message_id::{MessageId, NotAMessageId};
pub use mgt_key::{MgtKey, NotAMgtKey};
pub use product::Product;
pub use sample::{SampleError, SampleRequest, invoice_types, member, sample};
pub use schema::{Code, Field, FieldType, Form, Presence, field_at, fields, nearest_path, schema, schema_text};

use serde_json::{Map, Value};

/// One event as POPBiLL would announce it: what happened, to whom, and the body that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its row in the catalogue.
    pub kind: &'static Kind,
    /// Which generation of documents it follows.
    pub edition: Edition,
    /// Its message id.
    pub message_id: MessageId,
    /// The member it is announced to (`Pb-Webhook-Corpnum`).
    pub corp_num: CorpNum,
    /// `eventType`, which is `MANUAL` when POPBiLL's site sends it again by hand.
    pub event_type: Option<String>,
    /// The JSON object of the body.
    pub body: Map<String, Value>,
}
