//! Sentences about credentials.

/// Basic without a colon.
pub fn basic_without_colon() -> String {
    "Basic credentials are USER:PASSWORD; there is no colon in what was given".to_owned()
}

/// An API key that cannot stand in a header.
pub fn unprintable_api_key() -> String {
    "an API key is printable ASCII without spaces at its ends, because it is sent as a header value".to_owned()
}

/// Both kinds at once.
pub fn both(first: &str, second: &str) -> String {
    format!("{first} and {second} exclude each other: POPBiLL's setting is one selector")
}

/// A variable that should hold a credential is not set.
pub fn unset_variable(variable: &str, place: &str) -> String {
    format!("the environment variable `{variable}` named in {place} is not set")
}
