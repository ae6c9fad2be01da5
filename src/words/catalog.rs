//! Words around the catalogue and around checked payloads.

/// Heading of the fields.
pub const FIELDS: &str = "Fields";
/// Heading of an example.
pub const EXAMPLE: &str = "Example";
/// A payload without problems.
pub const VALID: &str = "valid";
/// A payload with problems.
pub const INVALID: &str = "invalid";
/// The label of a problem.
pub const PROBLEM: &str = "problem";

/// A title in both languages.
pub fn title(en: &str, ko: &str) -> String {
    format!("{en} · {ko}")
}

/// What stands behind events that are not wholly documented.
pub fn mark(basis: &str) -> &'static str {
    match basis {
        "inferred" => "  (code inferred)",
        "in-part" => "  (documented in part)",
        _ => "",
    }
}

/// Whether a field is always there.
pub fn presence(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}

/// A payload that is none of the catalogue's events.
pub fn no_event() -> String {
    "no event of the catalogue".to_owned()
}

/// A name that is neither an event nor a body format.
pub fn no_schema(name: &str, families: &str) -> String {
    format!("there is no event or body format \"{}\"; body formats are {families}", name.escape_debug())
}

/// The seed of a payload, and the time where the seed alone would give another one.
pub fn seed(seed: u64, at: Option<&str>) -> String {
    let at = at.map(|at| format!(" --at {at}")).unwrap_or_default();
    format!("--seed {seed}{at} makes this payload again")
}
