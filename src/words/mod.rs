//! Every sentence a person reads, in one room, so that a second language is one more file beside each.
//!
//! Functions take plain values and return text. This room knows no other.

pub mod addresses;
pub mod admission;
pub mod captures;
pub mod catalog;
pub mod clock;
pub mod config;
pub mod conformance;
pub mod conformance_report;
pub mod credentials;
pub mod demo;
pub mod documents;
pub mod edits;
pub mod errors;
pub mod exchange;
pub mod expectations;
pub mod faults;
pub mod findings;
pub mod headers;
pub mod history;
pub mod history_report;
pub mod labels;
pub mod nearest;
pub mod page;
pub mod plans;
pub mod results;
pub mod retry;
pub mod samples;
pub mod serving;
pub mod shell;
pub mod simulation;
pub mod usage;
pub mod verdicts;
