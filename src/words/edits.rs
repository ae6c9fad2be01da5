//! Sentences about edits of a payload.

/// No `=`.
pub fn no_equals_sign(text: &str) -> String {
    format!("--set wants path=text or path:=json; there is no `=` in \"{}\"", text.escape_debug())
}

/// Not a path.
pub fn bad_path(text: &str) -> String {
    format!("\"{}\" is not a path; paths look like a.b[0].c", text.escape_debug())
}

/// Not JSON after `:=`.
pub fn bad_json(path: &str, reason: &str) -> String {
    format!("what follows {path}:= is not JSON ({reason}); {path}=… sets a text")
}

/// A field the schema does not know.
pub fn unknown_path(path: &str, family: &str) -> String {
    format!("{family} payloads have no field \"{}\"", path.escape_debug())
}

/// An index beyond a list.
pub fn beyond_list(path: &str, length: usize) -> String {
    let elements = if length == 1 { "1 element".to_owned() } else { format!("{length} elements") };
    format!("{path} is beyond the list, which has {elements}")
}
