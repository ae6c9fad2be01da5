//! A run as one page that needs nothing else: no network, no other file. Every text in it is escaped.

mod page;
mod text;

pub use page::{PageAttempt, PageDelivery, RunPage, write_run_page};
pub(super) use text::safe;
