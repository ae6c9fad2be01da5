//! Words around the history.

/// What came in.
pub const IN: &str = "in";
/// What went out.
pub const OUT: &str = "out";
/// Two requests that are the same.
pub const SAME: &str = "no difference";
/// A side that has nothing.
pub const ABSENT: &str = "(absent)";
/// A header field that differs.
pub const HEADER: &str = "header";
/// A JSON field that differs.
pub const FIELD: &str = "field";
/// The same in other bytes.
pub const WRITING: &str = "same content, other bytes";
/// Bodies that differ.
pub const BODY: &str = "body";

/// It came before.
pub fn duplicate(id: &str) -> String {
    format!(" duplicate of {id}")
}

/// An attempt without a result.
pub fn unknown() -> String {
    "unknown: the process ended before the answer".to_owned()
}

/// Some deliveries are not there yet.
pub fn incomplete(reason: &str) -> String {
    format!(
        "deliveries of `send` that wait beside the history could not be read in, so they are missing here: {reason}"
    )
}

/// Not a verdict.
pub fn unknown_verdict(nearest: Option<&str>) -> String {
    let nearest = nearest.map(|nearest| format!("; did you mean {nearest}?")).unwrap_or_default();
    format!("expected accepted, tolerated, rejected or a slug such as read-timeout{nearest}")
}

/// What was recorded without its credentials is sent without.
pub fn credentials_are_masked() -> String {
    "the recorded credentials are masked, so it is sent without any; give them by -u, --api-key or popbill-hook.toml"
        .to_owned()
}

/// Whether the answer to a capture reached its sender.
pub fn answered(name: &str) -> &'static str {
    match name {
        "delivered" => "the sender took the answer",
        "not-delivered" => "the sender was gone before it had the answer",
        _ => "it is not known whether the sender had the answer",
    }
}

/// What a delivery sends again.
pub fn origin(id: &str) -> String {
    format!("sends {id} again")
}

/// The title of an attempt.
pub fn attempt(number: u32, of: u32, time: &str) -> String {
    format!("attempt {number} of {of} at {time}")
}

/// Where bytes begin to differ.
pub fn from_byte(offset: usize) -> String {
    format!("from byte {offset}")
}

/// How many entries were deleted.
pub fn pruned(captures: u64, deliveries: u64) -> String {
    format!("deleted {captures} captures and {deliveries} deliveries")
}

/// Deleting wants a yes.
pub fn prune_wants_yes() -> String {
    "prune deletes for good, and there is no terminal to ask at".to_owned()
}

/// How to say yes.
pub fn prune_yes_hint() -> String {
    "add --yes".to_owned()
}

/// The question before deleting.
pub fn prune_question() -> String {
    "delete these entries for good? [y/N] ".to_owned()
}

/// Nothing was deleted.
pub fn prune_kept() -> String {
    "nothing was deleted".to_owned()
}

/// Which entries to delete.
pub fn prune_what() -> String {
    "prune wants to know what: --keep N, --older-than TIME or --all".to_owned()
}

/// What is sent again has no URL.
pub fn no_target(id: &str) -> String {
    format!("{id} is a capture, so it has no URL to be sent to again")
}

/// How to name one.
pub fn no_target_hint() -> String {
    "give one with --to URL".to_owned()
}

/// Nothing has failed.
pub fn nothing_failed() -> String {
    "no delivery waits to be acknowledged".to_owned()
}

/// What to send again is not said.
pub fn resend_what() -> String {
    "resend wants ids, or --failed".to_owned()
}

/// A resend by hand of what has no `eventType`.
pub fn not_manual(id: &str) -> String {
    format!("{id} has no eventType in its body, so it cannot be sent as MANUAL")
}

/// The history could not be written; the command went on.
pub fn not_recorded(reason: &str) -> String {
    format!("this was not recorded: {reason}")
}

/// An entry that no longer holds what was written.
pub fn damaged(id: &str) -> String {
    format!("{id} is damaged on the disk and is left out")
}
