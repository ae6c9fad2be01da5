//! What the receiver answers, request by request: the plans of `--respond`.
//!
//! Steps are separated by `,`; a step is parts joined by `+`, with `*N` at its end to repeat it. The last step
//! repeats for ever, because POPBiLL sends again what was not acknowledged and a plan has to answer that too.
//! A plan is a value: this module knows neither sockets nor time, and only says which bytes or which
//! misbehaviour the request with a given number meets.

mod answer;
mod error;
mod parse;
#[cfg(test)]
mod tests;
mod text;

use std::fmt;
use std::num::NonZeroU32;
use std::time::Duration;

use crate::clock::duration_text;
pub use error::{PlanError, PlanProblem};

/// The answers of a receiver, in order.
///
/// Its text form is the grammar of `--respond`: `delay:3s+status:503*2,ok`. Reading what [`fmt::Display`] writes
/// gives the same plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponsePlan {
    before: Vec<Repeated>,
    last: Repeated,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Repeated {
    step: Step,
    times: NonZeroU32,
}

/// What one request meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How long the receiver waits, after the whole request was read, before it acts. Whole milliseconds.
    pub delay: Duration,
    /// What it does then.
    pub action: Action,
}

/// What a receiver does with a request it has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It answers, completely.
    Answer {
        /// The status code, 200 to 999.
        status: u16,
        /// The value of `Content-Type`, or no such field.
        content_type: Option<&'static str>,
        /// The body, exactly.
        body: Vec<u8>,
    },
    /// It never answers and keeps the connection open.
    Hang,
    /// It cuts the connection with RST, without an answer.
    Reset,
    /// It announces more than it sends, then closes.
    Truncate,
    /// It sends bytes that are not HTTP, then closes.
    Garbage,
}

/// The type of plain answers; the contract names none, so there is no charset either (overview).
const TEXT: &str = "text/plain";
/// The type of the other documented answer.
const JSON: &str = "application/json";
/// The one documented answer (overview).
const OK_BODY: &[u8] = b"OK";
/// The other documented answer (overview).
const JSON_BODY: &[u8] = br#"{"result":"OK"}"#;

impl ResponsePlan {
    /// What the `n`-th request meets, counted from 0; beyond the plan it is the last step.
    pub fn step(&self, n: u64) -> &Step {
        let mut left = n;
        for repeated in &self.before {
            let times = u64::from(repeated.times.get());
            if left < times {
                return &repeated.step;
            }
            left -= times;
        }
        &self.last.step
    }
}

impl Default for ResponsePlan {
    /// `ok`: the contract, at once and for ever.
    fn default() -> Self {
        let step = Step { delay: Duration::ZERO, action: Action::ok() };
        Self { before: Vec::new(), last: Repeated { step, times: NonZeroU32::MIN } }
    }
}

impl Action {
    /// The answer `ok`: 200, `text/plain`, the two bytes `OK`.
    fn ok() -> Self {
        Self::Answer { status: 200, content_type: Some(TEXT), body: OK_BODY.to_vec() }
    }
}

impl fmt::Display for ResponsePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for repeated in &self.before {
            write!(f, "{repeated},")?;
        }
        self.last.fmt(f)
    }
}

impl fmt::Display for Repeated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.step.fmt(f)?;
        if self.times > NonZeroU32::MIN { write!(f, "*{}", self.times) } else { Ok(()) }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.delay.is_zero() {
            write!(f, "delay:{}+", duration_text(self.delay))?;
        }
        self.action.fmt(f)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (status, content_type, body) = match self {
            Self::Answer { status, content_type, body } => (*status, *content_type, body.as_slice()),
            Self::Hang => return f.write_str("hang"),
            Self::Reset => return f.write_str("reset"),
            Self::Truncate => return f.write_str("truncate"),
            Self::Garbage => return f.write_str("garbage"),
        };
        let content = match (content_type, body) {
            (Some(TEXT), OK_BODY) => Some("ok".to_owned()),
            (Some(JSON), JSON_BODY) => Some("json".to_owned()),
            (_, []) => None,
            _ => Some(format!("body:{}", text::escape(body))),
        };
        match (status, content) {
            (200, None) => f.write_str("empty"),
            (200, Some(content)) => f.write_str(&content),
            (_, None) => write!(f, "status:{status}"),
            (_, Some(content)) => write!(f, "status:{status}+{content}"),
        }
    }
}
