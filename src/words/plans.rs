//! What is wrong with a plan of answers (`--respond`).

use super::findings::quoted;

/// A sentence with the place it is about, counted in characters from 1.
pub fn located(position: usize, found: &str, sentence: &str) -> String {
    if found.is_empty() {
        format!("at character {position}: {sentence}")
    } else {
        format!("at character {position}, {}: {sentence}", quoted(found))
    }
}

/// There is no step.
pub fn empty() -> &'static str {
    "the plan is empty"
}

/// Nothing between two commas, or after the last.
pub fn empty_step() -> &'static str {
    "a step is missing here; steps are separated by one comma"
}

/// Nothing beside a `+`, or before a `*`.
pub fn empty_part() -> &'static str {
    "a part is missing here"
}

/// A part nobody knows.
pub fn unknown_part() -> &'static str {
    "there is no such part"
}

/// A part without its value.
pub fn needs_value(shape: &str) -> String {
    format!("this part needs a value: {shape}")
}

/// A part with a value it does not take.
pub fn takes_no_value(name: &str) -> String {
    format!("{name} takes no value")
}

/// No status code.
pub fn bad_status() -> &'static str {
    "a status is a number from 200 to 999"
}

/// A status code from 100 to 199.
pub fn interim_status() -> &'static str {
    "1xx is not an answer; the sender goes on waiting for one"
}

/// A body beside a status that has none.
pub fn body_forbidden(status: u16) -> String {
    format!("HTTP allows no body with status:{status}")
}

/// No duration.
pub fn bad_delay(reason: &str) -> String {
    format!("this is not a usable duration: {reason}")
}

/// A backslash before something it does not escape.
pub fn bad_escape() -> &'static str {
    "a backslash escapes nothing of this kind; a backslash itself is written \\\\"
}

/// No count.
pub fn bad_count() -> &'static str {
    "after * stands how often the step is repeated, a whole number from 1; a star in a body is written \\*"
}

/// A `*` that is not at the end.
pub fn count_inside() -> &'static str {
    "*N belongs at the end of its step; a star in a body is written \\*"
}

/// Two parts that no single answer can be.
pub fn contradiction(first: &str, second: &str) -> String {
    let (first, second) = (quoted(first), quoted(second));
    format!("{first} and {second} cannot both stand in one step; a comma starts the next step")
}
