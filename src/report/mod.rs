//! Values become text, JSON and other forms, written into a given writer. No network, no files, no exit codes.

pub mod conformance;
mod curl;
mod diagnosis;
mod escape;
mod heads;
pub mod html;
pub mod json;
mod live;
mod plan_row;
mod secret_name;
mod style;
pub mod text;

pub use curl::{CurlOptions, curl_line};
pub use escape::{Lines, escape, escape_bytes};
use heads::hint;
pub use heads::{clock_time, day_time, header_fields, request_line, request_target};
pub use live::Live;
pub use plan_row::PlanRow;
pub use secret_name::shown_value;
pub use style::Palette;
pub use text::{Mark, TimelineRow};
