//! POPBiLL's webhook wire, both ends of it.
//!
//! The library exists for the binary and its tests; it carries no promise of stability. Its rooms, left using
//! what stands right of them:
//!
//! ```text
//! main → cli → report → { capture, conformance, simulation } → history → delivery → { contract, transport } → wire → event
//!        cli → config → { simulation, delivery::policy, wire, event }
//!        words, clock: alone, used by all
//! ```

pub mod capture;
pub mod cli;
pub mod clock;
pub mod config;
pub mod conformance;
pub mod contract;
pub mod delivery;
pub mod event;
pub mod history;
pub mod report;
pub mod simulation;
pub mod transport;
pub mod wire;
pub mod words;
