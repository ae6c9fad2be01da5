//! Sentences about sending again.

use std::time::Duration;

use super::labels::interval;

/// Not a policy.
pub fn bad_policy() -> String {
    "expected popbill, or how many times to send again, such as 4".to_owned()
}

/// Not a policy of a scenario.
pub fn bad_policy_text() -> String {
    "expected popbill, a number of retries such as 3, or retries and interval such as 3/5m".to_owned()
}

/// By which policy it is sent again, and on whose word.
pub fn policy(retries: u32, apart: Duration, document: Option<&str>) -> String {
    let source = document.unwrap_or("your policy");
    match retries {
        0 => format!("one attempt and no retry ({source})"),
        1 => format!("one attempt and at most 1 retry, {} later ({source})", interval(apart)),
        _ => format!("one attempt and at most {retries} retries, {} apart ({source})", interval(apart)),
    }
}

/// Which attempt comes.
pub fn attempt(number: u32, of: u32) -> String {
    format!("attempt {number} of {of}")
}

/// When it is due by the clock of the attempts.
pub fn due(time: &str) -> String {
    format!("due {time}")
}

/// How long that takes on this machine.
pub fn here_in(wait: &str, speed: &str) -> String {
    format!("here in {wait} ({speed})")
}

/// It ended as the attempt before it.
pub fn as_before(elapsed: &str) -> String {
    format!("after {elapsed}, as before")
}

/// It was acknowledged.
pub fn acknowledged(attempts: u32) -> String {
    match attempts {
        1 => "acknowledged at the first attempt".to_owned(),
        _ => format!("acknowledged after {attempts} attempts"),
    }
}

/// No attempt is left. What POPBiLL does then is in its overview.
pub fn exhausted(attempts: u32, is_popbills: bool) -> String {
    let attempts = if attempts == 1 { "1 attempt".to_owned() } else { format!("{attempts} attempts") };
    if is_popbills {
        format!(
            "exhausted after {attempts}: POPBiLL sends it no more, its support center gets in touch by phone or mail, \
             and it can be sent again by hand from POPBiLL's site (eventType MANUAL)"
        )
    } else {
        format!("exhausted after {attempts}: your policy allows no more")
    }
}

/// The user ended it.
pub fn interrupted(attempts: u32) -> String {
    match attempts {
        0 => "interrupted before an answer came".to_owned(),
        1 => "interrupted after 1 attempt".to_owned(),
        _ => format!("interrupted after {attempts} attempts"),
    }
}
