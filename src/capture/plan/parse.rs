//! Reading a plan.

use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

use super::answer::has_no_body;
use super::error::PARTS;
use super::{Action, JSON, JSON_BODY, OK_BODY, PlanError, PlanProblem, Repeated, ResponsePlan, Step, TEXT, text};
use crate::clock::parse_duration;
use crate::words::nearest::nearest;

impl FromStr for ResponsePlan {
    type Err = PlanError;

    /// Reads `delay:3s+status:503*2,ok`. Spaces around a part do not count, except in the text of `body:`, which
    /// goes exactly to the next `+`, `*` or `,`.
    fn from_str(plan: &str) -> Result<Self, PlanError> {
        let source = Source(plan);
        if plan.trim_matches(' ').is_empty() {
            return Err(source.error(plan, "", PlanProblem::Empty));
        }
        let mut before = Vec::new();
        let mut rest = plan;
        while let Some(comma) = find(rest, ',') {
            before.push(source.step(&rest[..comma])?);
            rest = &rest[comma + 1..];
        }
        Ok(Self { before, last: source.step(rest)? })
    }
}

/// The whole plan; everything read is a slice of it, so that an error finds its place.
#[derive(Clone, Copy)]
struct Source<'a>(&'a str);

/// One part.
enum Part {
    Delay(Duration),
    Status(u16),
    Content(Content),
    Misbehaviour(Action),
}

/// A body and its type.
type Content = (Option<&'static str>, Vec<u8>);

impl<'a> Source<'a> {
    /// An error about `found`, at the place where the slice `place` of the plan begins.
    fn error(self, place: &str, found: &str, problem: PlanProblem) -> PlanError {
        let offset = place.as_ptr().addr().saturating_sub(self.0.as_ptr().addr());
        let before = self.0.get(..offset).unwrap_or(self.0);
        PlanError { position: before.chars().count() + 1, found: found.to_owned(), problem }
    }

    fn step(self, step: &'a str) -> Result<Repeated, PlanError> {
        if step.trim_matches(' ').is_empty() {
            return Err(self.error(step, "", PlanProblem::EmptyStep));
        }
        let mut draft = Draft::default();
        let mut rest = step;
        while let Some(plus) = find(rest, '+') {
            let part = &rest[..plus];
            if let Some(star) = find(part, '*') {
                return Err(self.error(&part[star..], &part[star..], PlanProblem::CountInside));
            }
            self.add(&mut draft, part)?;
            rest = &rest[plus + 1..];
        }
        let star = find(rest, '*');
        self.add(&mut draft, &rest[..star.unwrap_or(rest.len())])?;
        let times = star.map_or(Ok(NonZeroU32::MIN), |star| self.times(&rest[star + 1..]))?;
        Ok(Repeated { step: self.finish(draft)?, times })
    }

    fn times(self, count: &str) -> Result<NonZeroU32, PlanError> {
        let digits = count.trim_matches(' ');
        let times = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
        times.ok_or_else(|| self.error(count, count, PlanProblem::BadCount))
    }

    /// Reads a part and puts it beside those it goes with.
    fn add(self, draft: &mut Draft<'a>, part: &'a str) -> Result<(), PlanError> {
        let part = part.trim_start_matches(' ');
        let written = if part.starts_with("body:") { part } else { part.trim_end_matches(' ') };
        let read = self.part(written)?;
        if let Some(rival) = draft.rival(&read) {
            let problem = PlanProblem::Contradiction { first: rival.to_owned(), second: written.to_owned() };
            return Err(self.error(written, written, problem));
        }
        match read {
            Part::Delay(delay) => draft.delay = Some((written, delay)),
            Part::Status(status) => draft.status = Some((written, status)),
            Part::Content(content) => draft.content = Some((written, content)),
            Part::Misbehaviour(action) => draft.misbehaviour = Some((written, action)),
        }
        Ok(())
    }

    fn part(self, written: &str) -> Result<Part, PlanError> {
        let (name, value) = written.split_once(':').map_or((written, None), |(name, value)| (name, Some(value)));
        match (name, value.filter(|value| !value.is_empty())) {
            ("delay", Some(value)) => parse_duration(value)
                .map(Part::Delay)
                .map_err(|reason| self.error(value, value, PlanProblem::BadDelay(reason))),
            ("status", Some(value)) => {
                read_status(value).map(Part::Status).map_err(|problem| self.error(value, value, problem))
            }
            ("body", Some(value)) => text::unescape(value)
                .map(|body| Part::Content((Some(TEXT), body)))
                .map_err(|bad| self.error(&value[bad.at..], bad.found, PlanProblem::BadEscape)),
            ("ok", None) if value.is_none() => Ok(Part::Content((Some(TEXT), OK_BODY.to_vec()))),
            ("json", None) if value.is_none() => Ok(Part::Content((Some(JSON), JSON_BODY.to_vec()))),
            ("empty", None) if value.is_none() => Ok(Part::Content((None, Vec::new()))),
            ("hang", None) if value.is_none() => Ok(Part::Misbehaviour(Action::Hang)),
            ("reset", None) if value.is_none() => Ok(Part::Misbehaviour(Action::Reset)),
            ("truncate", None) if value.is_none() => Ok(Part::Misbehaviour(Action::Truncate)),
            ("garbage", None) if value.is_none() => Ok(Part::Misbehaviour(Action::Garbage)),
            _ => Err(self.error(written, written, not_a_part(written, name))),
        }
    }

    fn finish(self, draft: Draft<'_>) -> Result<Step, PlanError> {
        let delay = draft.delay.map_or(Duration::ZERO, |(_, delay)| delay);
        let action = match (draft.misbehaviour, draft.status, draft.content) {
            (Some((_, action)), _, _) => action,
            // A wait alone is a wait before the contract's answer.
            (None, None, None) => Action::ok(),
            (None, Some((_, status)), None) => Action::Answer { status, content_type: None, body: Vec::new() },
            (None, Some((_, status)), Some((written, (_, body)))) if has_no_body(status) && !body.is_empty() => {
                return Err(self.error(written, written, PlanProblem::BodyForbidden { status }));
            }
            (None, status, Some((_, (content_type, body)))) => {
                Action::Answer { status: status.map_or(200, |(_, status)| status), content_type, body }
            }
        };
        Ok(Step { delay, action })
    }
}

/// The parts of a step so far, each with how it was written.
#[derive(Default)]
struct Draft<'a> {
    delay: Option<(&'a str, Duration)>,
    status: Option<(&'a str, u16)>,
    content: Option<(&'a str, Content)>,
    misbehaviour: Option<(&'a str, Action)>,
}

impl<'a> Draft<'a> {
    /// The part that cannot stand beside `part`: a step has one wait, and one answer or misbehaviour.
    fn rival(&self, part: &Part) -> Option<&'a str> {
        fn written<'a, T>(slot: Option<&(&'a str, T)>) -> Option<&'a str> {
            slot.map(|(written, _)| *written)
        }
        let delay = written(self.delay.as_ref());
        let status = written(self.status.as_ref());
        let content = written(self.content.as_ref());
        let misbehaviour = written(self.misbehaviour.as_ref());
        match part {
            Part::Delay(_) => delay,
            Part::Status(_) => status.or(misbehaviour),
            Part::Content(_) => content.or(misbehaviour),
            Part::Misbehaviour(_) => misbehaviour.or(status).or(content),
        }
    }
}

/// Where `wanted` first stands without a backslash before it.
fn find(text: &str, wanted: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, character)| {
        let plain = !std::mem::take(&mut escaped);
        escaped = plain && character == '\\';
        (plain && character == wanted).then_some(at)
    })
}

fn read_status(value: &str) -> Result<u16, PlanProblem> {
    let digits = value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_digit());
    match value.parse() {
        Ok(100..=199) if digits => Err(PlanProblem::InterimStatus),
        Ok(status @ 200..=999) if digits => Ok(status),
        _ => Err(PlanProblem::BadStatus),
    }
}

/// Why `written`, whose name is `name`, is none of the parts.
fn not_a_part(written: &str, name: &str) -> PlanProblem {
    if written.is_empty() {
        return PlanProblem::EmptyPart;
    }
    let named = |name: &str| PARTS.into_iter().find(|shape| name_of(shape) == name);
    match named(name) {
        Some(shape) if shape.contains(':') => return PlanProblem::NeedsValue { shape },
        Some(name) => return PlanProblem::TakesNoValue { name },
        None => {}
    }
    // A bare code and a bare duration are what people type first.
    let meant = match written {
        _ if read_status(written).is_ok() => Some("status"),
        _ if parse_duration(written).is_ok() => Some("delay"),
        _ => nearest(name, PARTS.into_iter().map(name_of)),
    };
    PlanProblem::UnknownPart { nearest: meant.and_then(named) }
}

fn name_of(shape: &'static str) -> &'static str {
    shape.split(':').next().unwrap_or(shape)
}
