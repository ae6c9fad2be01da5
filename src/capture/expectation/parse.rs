//! Reading an expectation.

use std::str::FromStr;

use super::condition::{Condition, OUTSIDE, Subject};
use super::error::AUTH;
use super::field_path::FieldPath;
use super::{Count, Expectation, ExpectationError, ExpectationProblem};
use crate::event::{Family, field_at, fields};
use crate::words::nearest::{fold, nearest};

impl FromStr for Expectation {
    type Err = ExpectationError;

    /// Reads `cashbill.issue corpNum=1234567891 stateMemo="two words" x2`.
    fn from_str(text: &str) -> Result<Self, ExpectationError> {
        let words = words(text)?;
        let Some((first, rest)) = words.split_first() else {
            let problem = ExpectationProblem::Event(super::EventGlobError::Empty);
            return Err(error(text, 0, problem));
        };
        if first.value.is_some() {
            return Err(error(text, first.at, ExpectationProblem::ConditionFirst(first.name.to_owned())));
        }
        let event = first.name.parse().map_err(|problem| error(text, first.at, ExpectationProblem::Event(problem)))?;
        let mut expectation = Self { event, conditions: Vec::new(), count: Count::AtLeast(1) };
        for (index, word) in rest.iter().enumerate() {
            let read = match &word.value {
                Some(value) => expectation.add(word.name, value),
                None if index + 1 < rest.len() => Err(misplaced(word.name)),
                None => read_count(word.name).map(|count| expectation.count = count),
            };
            read.map_err(|problem| error(text, word.at, problem))?;
        }
        Ok(expectation)
    }
}

impl Expectation {
    fn add(&mut self, name: &str, value: &str) -> Result<(), ExpectationProblem> {
        let subject = read_subject(name)?;
        if self.conditions.iter().any(|condition| condition.subject.is(&subject)) {
            return Err(ExpectationProblem::RepeatedField(name.to_owned()));
        }
        if subject == Subject::Auth && !AUTH.contains(&value) {
            return Err(ExpectationProblem::BadAuth { found: value.to_owned(), nearest: nearest(value, AUTH) });
        }
        self.conditions.push(Condition { subject, expected: value.to_owned() });
        Ok(())
    }
}

/// One word: a name alone, or `name=value`.
struct Word<'a> {
    /// Where it begins, in bytes.
    at: usize,
    name: &'a str,
    value: Option<String>,
}

fn error(text: &str, at: usize, problem: ExpectationProblem) -> ExpectationError {
    ExpectationError { position: text.get(..at).unwrap_or(text).chars().count() + 1, problem }
}

/// The words of an expectation: separated by blanks, except inside the quotes of a value.
fn words(text: &str) -> Result<Vec<Word<'_>>, ExpectationError> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let at = text.len() - rest.len();
        let end = rest.find(|character: char| character == '=' || character.is_whitespace()).unwrap_or(rest.len());
        let name = &rest[..end];
        let mut value = None;
        rest = &rest[end..];
        if let Some(written) = rest.strip_prefix('=') {
            let (read, after) = read_value(text, written)?;
            value = Some(read);
            rest = after;
        }
        words.push(Word { at, name, value });
        rest = rest.trim_start();
    }
    Ok(words)
}

/// The value at the start of `written`, the end of `text`, and what follows it.
fn read_value<'a>(text: &str, written: &'a str) -> Result<(String, &'a str), ExpectationError> {
    let start = text.len() - written.len();
    let Some(quoted) = written.strip_prefix('"') else {
        let (value, rest) = written.split_at(written.find(char::is_whitespace).unwrap_or(written.len()));
        return Ok((value.to_owned(), rest));
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => {
                let rest = &quoted[at + 1..];
                let stray = rest.split(char::is_whitespace).next().unwrap_or_default();
                if stray.is_empty() {
                    return Ok((value, rest));
                }
                return Err(error(text, start + 1 + at + 1, ExpectationProblem::AfterQuote(stray.to_owned())));
            }
            '\\' => match characters.next() {
                Some((_, escaped @ ('"' | '\\'))) => value.push(escaped),
                Some((_, other)) => {
                    let found = format!("\\{other}");
                    return Err(error(text, start + 1 + at, ExpectationProblem::BadEscape(found)));
                }
                None => break,
            },
            other => value.push(other),
        }
    }
    Err(error(text, start, ExpectationProblem::OpenQuote))
}

fn read_subject(name: &str) -> Result<Subject, ExpectationProblem> {
    if let Some((_, subject)) = OUTSIDE.iter().find(|(outside, _)| *outside == name) {
        return Ok(subject.clone());
    }
    let path = FieldPath::parse(name).ok_or_else(|| ExpectationProblem::BadPath(name.to_owned()))?;
    match misspelt(&path) {
        Some(nearest) => Err(ExpectationProblem::MisspeltField { found: name.to_owned(), nearest: nearest.to_owned() }),
        None => Ok(Subject::Body(path)),
    }
}

/// The known name from which an unknown one differs only by case, `-` or `_`. Any other unknown name is taken:
/// POPBiLL may add fields, and a receiver may have to wait for one.
fn misspelt(path: &FieldPath) -> Option<&'static str> {
    let known = |family: Family| field_at(family, path.as_str()).is_some();
    if Family::ALL.into_iter().any(known) {
        return None;
    }
    let folded = fold(&path.general());
    let outside = OUTSIDE.iter().map(|(name, _)| *name);
    let inside = Family::ALL.into_iter().flat_map(fields).map(|field| field.path.as_str());
    outside.chain(inside).find(|name| fold(name) == folded)
}

/// `xN` or `xN+`.
fn read_count(word: &str) -> Result<Count, ExpectationProblem> {
    if !looks_like_count(word) {
        return Err(ExpectationProblem::NotACondition(word.to_owned()));
    }
    let bad = || ExpectationProblem::BadCount(word.to_owned());
    let number = word.strip_prefix('x').ok_or_else(bad)?;
    let (digits, open) = number.strip_suffix('+').map_or((number, false), |digits| (digits, true));
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.parse() {
        // "At least none" would say nothing.
        Ok(0) if open => Err(bad()),
        Ok(wanted) if plain => Ok(if open { Count::AtLeast(wanted) } else { Count::Exactly(wanted) }),
        _ => Err(bad()),
    }
}

/// Whether somebody meant a count: `x2`, `X2`, `2x`, `×2`, `x2-`, `x`.
fn looks_like_count(word: &str) -> bool {
    word.contains(|character: char| matches!(character, 'x' | 'X' | '×' | '*' | '0'..='9'))
        && word.chars().all(|character| matches!(character, 'x' | 'X' | '×' | '*' | '+' | '-' | '.' | '0'..='9'))
}

/// What is wrong with a word that is no condition and has others after it.
fn misplaced(word: &str) -> ExpectationProblem {
    if read_count(word).is_ok() {
        ExpectationProblem::CountNotLast(word.to_owned())
    } else {
        ExpectationProblem::NotACondition(word.to_owned())
    }
}
