//! What tests stand on: the real binary, receivers made of byte scripts, TLS with certificates of the test's own.

pub mod certificate;
pub mod command;
pub mod listener;
pub mod model;
pub mod receiver;
pub mod scratch;

pub use command::{Outcome, Tool};
pub use listener::Listener;
pub use model::{Mistake, Model, Setup};
pub use receiver::{Receiver, Step};
pub use scratch::Scratch;

/// An answer that fulfils the contract.
pub const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nOK";
