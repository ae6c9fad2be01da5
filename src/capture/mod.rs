//! The receiver we play: it shows, stores and answers what arrives, and never dies of it.
//!
//! The order is fixed: a whole request, the store, then the answer. What is incomplete, malformed or over a limit
//! is refused and never becomes a capture; what cannot be stored is never acknowledged.

pub mod admission;
mod connection;
mod connections;
pub mod expectation;
mod flags;
mod forward;
mod handler;
mod ids;
mod memory;
pub mod plan;
mod quota;
mod rejects;
mod server;

pub use forward::Upstream;
pub use rejects::{NOT_STORED, Reject};
pub use server::{Attention, Settings, Show, Shown, Totals, serve};
