//! What a probe's answer says of what a receiver was to have stored.

use std::time::Duration;

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
    Short(Lapse, String),
    /// The answer does not show it.
    Unknown(String),
}

/// In which way what was stored falls short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lapse {
    /// It is not there.
    NotStored,
    /// It is there more than once.
    Duplicate,
    /// The document is in another state.
    State,
    /// The text is damaged, in this way.
    Damage(&'static str),
    /// The probe itself does not work.
    Probe,
}

impl Observation {
    /// How long a later look may show something else: what is not there may be waiting in a queue, but once the last
    /// message is there, the state of its document is soon the last one too.
    pub(super) fn may_change_within(&self) -> Duration {
        match self {
            Self::Short(Lapse::NotStored, _) => Duration::from_secs(10),
            Self::Short(Lapse::State, _) | Self::Unknown(_) => Duration::from_millis(500),
            Self::Short(..) | Self::Met => Duration::ZERO,
        }
    }
}

/// Holds an answer against what was wanted.
pub(super) fn judge(want: &Want, answer: &ProbeAnswer, pointers: &Pointers) -> Observation {
    let bytes = match answer {
        ProbeAnswer::Unknown(how) => return not_stored(how),
        ProbeAnswer::Found(bytes) => bytes,
    };
    let json: Option<Value> = serde_json::from_slice(bytes).ok();
    if is_nothing(bytes, json.as_ref(), pointers) {
        return not_stored(&words::probe_says_nothing());
    }
    match want {
        Want::Stored => Observation::Met,
        Want::Once => count(json.as_ref(), &pointers.count),
        Want::State(state) => self::state(json.as_ref(), &pointers.state, *state),
        Want::Text(text) => self::text(json.as_ref(), bytes, text),
    }
}

fn not_stored(how: &str) -> Observation {
    Observation::Short(Lapse::NotStored, words::acknowledged_not_stored(how))
}

/// Whether a page that is there says that the document is not: by emptiness, or by a count of none.
fn is_nothing(bytes: &[u8], json: Option<&Value>, pointers: &Pointers) -> bool {
    match json {
        None => bytes.trim_ascii().is_empty(),
        Some(Value::Null) => true,
        Some(Value::Array(elements)) => elements.is_empty(),
        Some(Value::Object(members)) => members.is_empty() || number(json, &pointers.count) == Ok(0),
        Some(_) => false,
    }
}

/// A number, or the digits of one.
fn number(json: Option<&Value>, pointer: &str) -> Result<i64, String> {
    let value = json.ok_or_else(words::probe_not_json)?.pointer(pointer);
    let number = match value {
        Some(Value::Number(number)) => whole(number),
        Some(Value::String(digits)) => digits.parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| words::probe_without(pointer))
}

/// `1` and `1.0` are one.
fn whole(number: &serde_json::Number) -> Option<i64> {
    let text = number.to_string();
    text.strip_suffix(".0").unwrap_or(&text).parse().ok()
}

fn count(json: Option<&Value>, pointer: &str) -> Observation {
    match number(json, pointer) {
        Ok(1) => Observation::Met,
        Ok(count) => Observation::Short(Lapse::Duplicate, words::stored_often(count)),
        Err(unknown) => Observation::Unknown(unknown),
    }
}

fn state(json: Option<&Value>, pointer: &str, wanted: u16) -> Observation {
    match number(json, pointer) {
        Ok(state) if state == i64::from(wanted) => Observation::Met,
        Ok(state) => Observation::Short(Lapse::State, words::wrong_state(state, wanted)),
        Err(unknown) => Observation::Unknown(unknown),
    }
}

fn text(json: Option<&Value>, bytes: &[u8], wanted: &str) -> Observation {
    let mut stored = vec![String::from_utf8_lossy(bytes).into_owned()];
    if let Some(json) = json {
        collect(json, &mut stored);
    }
    let stored: Vec<&str> = stored.iter().map(String::as_str).collect();
    match hangul::look(wanted, &stored) {
        Sight::Whole => Observation::Met,
        Sight::Nothing => Observation::Unknown(words::probe_without_text()),
        Sight::Damaged(damage) => Observation::Short(Lapse::Damage(name(damage)), words::damaged(name(damage))),
    }
}

/// Every text in a value, also of texts that are JSON themselves: a receiver may have stored the body as it came.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            texts.push(text.clone());
            if let Ok(inner @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str(text) {
                collect(&inner, texts);
            }
        }
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
        Damage::Escapes => "escapes",
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
        let short = Observation::Short;
        for (want, answer, found) in [
            (Want::Once, r#"{"n":1}"#, Observation::Met),
            (Want::Once, r#"{"n":"1"}"#, Observation::Met),
            (Want::Once, r#"{"n":1.0}"#, Observation::Met),
            (Want::Once, r#"{"n":2}"#, short(Lapse::Duplicate, words::stored_often(2))),
            (Want::Once, r#"{"n":0}"#, not_stored(&words::probe_says_nothing())),
            (Want::Stored, r#"{"n":0}"#, not_stored(&words::probe_says_nothing())),
            (Want::Stored, " null\n", not_stored(&words::probe_says_nothing())),
            (Want::State(304), "[]", not_stored(&words::probe_says_nothing())),
            (Want::Once, r#"{"count":1}"#, Observation::Unknown(words::probe_without("/n"))),
            (Want::Once, "one", Observation::Unknown(words::probe_not_json())),
            (Want::State(304), r#"{"stateCode":304}"#, Observation::Met),
            (Want::State(304), r#"{"stateCode":300}"#, short(Lapse::State, words::wrong_state(300, 304))),
            (Want::State(304), r#"{"stateCode":null}"#, Observation::Unknown(words::probe_without("/stateCode"))),
            (Want::Stored, "anything", Observation::Met),
        ] {
            assert_eq!(judged(&want, answer), found, "{want:?} {answer}");
        }
        let unknown = judge(&Want::Stored, &ProbeAnswer::Unknown("404".into()), &Pointers::default());
        assert_eq!(unknown, not_stored("404"));
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
        assert_eq!(judged(&want, r#"{"memo":""}"#), Observation::Unknown(words::probe_without_text()));
        let damaged: String = hangul::COMMON.bytes().map(char::from).collect();
        let found = judged(&want, &format!("[\"{damaged}\"]"));
        assert_eq!(found, Observation::Short(Lapse::Damage("ISO-8859-1"), words::damaged("ISO-8859-1")));
        let raw = serde_json::to_string(&json_escaped(hangul::COMMON)).unwrap();
        assert_eq!(judged(&want, &format!("{{\"body\":{raw}}}")), Observation::Met);
    }

    /// A JSON text in which the Hangul stands as escapes.
    fn json_escaped(text: &str) -> String {
        let escapes: Vec<String> = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        format!("{{\"memo\":\"{}\"}}", escapes.concat())
    }
}
