//! The judgement: what POPBiLL would make of an answer, why, and what to change. Pure and total; no socket, no
//! clock, no tree of the body.
//!
//! The contract is the overview's: status 200, and a body that is `OK` or `{"result":"OK"}`. What POPBiLL's own
//! pages print beside that (single quotes, a bare name, quotes around `OK`) or what no document excludes (white
//! space, a byte order mark, further members) is tolerated; the rest is rejected under a name of its own.

mod body;
mod charset;
mod document;
mod exception;
mod framework;
mod json;
mod json_string;
mod judge;
mod judgement;
mod label;
mod look_alike;
mod members;
mod note;
mod page;
mod reading;
mod search;
mod sign_in;
mod status;
mod text;
mod verdict;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod oracle;

pub use charset::TextEncoding;
pub use framework::{Framework, framework};
pub use judge::{judge, judge_ending};
pub use judgement::Judgement;
pub use note::Note;
pub use verdict::{Category, Slug, Verdict};
