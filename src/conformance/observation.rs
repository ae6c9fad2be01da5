//! What a probe's answer says of what a receiver was to have stored.

use serde_json::Value;

use super::hangul::{self, Damage, Sight};
use super::probe::{Pointers, ProbeAnswer};
use super::script::Want;
use crate::words::conformance as words;

/// What reading back has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Observation {
    /// It is as it has to be.
    Met,
    /// It is not.
    Short { reason: String, cause: Option<&'static str>, fix: Option<&'static str> },
    /// The answer does not show it.
    Unknown(String),
}

impl Observation {
    fn short(reason: String) -> Self {
        Self::Short { reason, cause: None, fix: None }
    }
}

/// Holds an answer against what was wanted.
pub(super) fn judge(want: &Want, answer: &ProbeAnswer, pointers: &Pointers) -> Observation {
    let bytes = match answer {
        ProbeAnswer::Unknown(how) => return Observation::short(words::acknowledged_not_stored(how)),
        ProbeAnswer::Found(bytes) => bytes,
    };
    let json: Option<Value> = serde_json::from_slice(bytes).ok();
    match want {
        Want::Stored => Observation::Met,
        Want::Once => count(json.as_ref(), &pointers.count),
        Want::State(state) => self::state(json.as_ref(), &pointers.state, *state),
        Want::Text(text) => self::text(json.as_ref(), bytes, text),
    }
}

/// A number, or the digits of one.
fn number(json: Option<&Value>, pointer: &str) -> Result<i64, String> {
    let value = json.ok_or_else(words::probe_not_json)?.pointer(pointer);
    let number = match value {
        Some(Value::Number(number)) => number.as_i64(),
        Some(Value::String(digits)) => digits.parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| words::probe_without(pointer))
}

fn count(json: Option<&Value>, pointer: &str) -> Observation {
    match number(json, pointer) {
        Ok(1) => Observation::Met,
        Ok(0) => Observation::short(words::stored_never()),
        Ok(count) => Observation::short(words::stored_often(count)),
        Err(unknown) => Observation::Unknown(unknown),
    }
}

fn state(json: Option<&Value>, pointer: &str, wanted: u16) -> Observation {
    match number(json, pointer) {
        Ok(state) if state == i64::from(wanted) => Observation::Met,
        Ok(state) => Observation::short(words::wrong_state(state, wanted)),
        Err(unknown) => Observation::Unknown(unknown),
    }
}

fn text(json: Option<&Value>, bytes: &[u8], wanted: &str) -> Observation {
    let lossy = String::from_utf8_lossy(bytes);
    let mut stored = vec![&*lossy];
    if let Some(json) = json {
        collect(json, &mut stored);
    }
    match hangul::look(wanted, &stored) {
        Sight::Whole => Observation::Met,
        Sight::Nothing => Observation::Unknown(words::probe_without_text()),
        Sight::Damaged(damage) => {
            let (cause, fix) = words::damage(name(damage));
            Observation::Short { reason: words::damaged(name(damage)), cause: Some(cause), fix: Some(fix) }
        }
    }
}

/// Every text in a value, also those that are JSON themselves.
fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(members) => members.values().for_each(|value| collect(value, texts)),
        _ => {}
    }
}

fn name(damage: Damage) -> &'static str {
    match damage {
        Damage::Latin1 => "ISO-8859-1",
        Damage::DoubleUtf8 => "double UTF-8",
        Damage::Cp949 => "CP949",
        Damage::Ascii => "US-ASCII",
        Damage::NoHangul => "no Hangul",
        Damage::NoRareHangul => "EUC-KR",
        Damage::Cut => "pieces",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(want: &Want, answer: &str) -> Observation {
        judge(want, &ProbeAnswer::Found(answer.as_bytes().to_vec()), &Pointers::default())
    }

    #[test]
    fn counts_and_states_are_read_where_they_stand() {
        let short = |reason: String| Observation::short(reason);
        for (want, answer, found) in [
            (Want::Once, r#"{"n":1}"#, Observation::Met),
            (Want::Once, r#"{"n":"1"}"#, Observation::Met),
            (Want::Once, r#"{"n":2}"#, short(words::stored_often(2))),
            (Want::Once, r#"{"n":0}"#, short(words::stored_never())),
            (Want::Once, r#"{"count":1}"#, Observation::Unknown(words::probe_without("/n"))),
            (Want::Once, "one", Observation::Unknown(words::probe_not_json())),
            (Want::State(304), r#"{"stateCode":304}"#, Observation::Met),
            (Want::State(304), r#"{"stateCode":300}"#, short(words::wrong_state(300, 304))),
            (Want::State(304), r#"{"stateCode":null}"#, Observation::Unknown(words::probe_without("/stateCode"))),
            (Want::Stored, "anything", Observation::Met),
        ] {
            assert_eq!(judged(&want, answer), found, "{want:?} {answer}");
        }
        let unknown = judge(&Want::Stored, &ProbeAnswer::Unknown("404".into()), &Pointers::default());
        assert_eq!(unknown, short(words::acknowledged_not_stored("404")));
    }

    #[test]
    fn text_is_found_wherever_it_stands() {
        let want = Want::Text(hangul::COMMON.to_owned());
        for answer in [
            format!(r#"{{"event":{{"memo":["{}"]}}}}"#, hangul::COMMON),
            format!("<td>{}</td>", hangul::COMMON),
            format!(r#"{{"raw":"{{\"memo\":\"{}\"}}"}}"#, hangul::COMMON),
        ] {
            assert_eq!(judged(&want, &answer), Observation::Met, "{answer}");
        }
        let escaped = serde_json::to_string(hangul::COMMON).unwrap();
        assert_eq!(judged(&want, &escaped), Observation::Met);
        assert_eq!(judged(&want, "{}"), Observation::Unknown(words::probe_without_text()));
        let damaged: String = hangul::COMMON.bytes().map(char::from).collect();
        let Observation::Short { cause, .. } = judged(&want, &format!("[\"{damaged}\"]")) else { panic!() };
        assert!(cause.is_some_and(|cause| cause.contains("ISO-8859-1")));
    }
}
