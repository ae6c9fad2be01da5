//! A conformance suite for receivers: checks as data, made over real sockets, judged by pure functions.
//!
//! ```text
//! checks (what is asked and why) → desk, message (documents of its own) → script (posts and readings)
//!   → stage (sockets, probe) → judge, observation, hangul (pure) → result (one value for every report)
//! ```
//!
//! Terminals, files and what was typed are not known here.

mod check;
mod checks;
mod control;
mod desk;
mod hangul;
mod judge;
mod limits;
mod message;
mod observation;
mod probe;
mod reproduction;
mod result;
mod run;
mod scene;
mod script;
mod select;
mod stage;

pub use check::{Check, Scope, Severity};
pub use checks::{CHECKS, FAMILIES};
pub use probe::{Keys, PLACEHOLDERS, Pointers, Probe, ProbeAnswer, Template, TemplateError};
pub use reproduction::{Reproduction, Surroundings};
pub use result::{CheckResult, Finding, Headline, Outcome, Shortfall, Verification};
pub use run::{Suite, SuiteError, Watcher};
pub use scene::{Endpoint, Scene, plain_kind};
pub use select::{Selection, SelectionError, endpoints_of, products_of, select};
