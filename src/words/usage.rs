//! Sentences about command lines.

/// The user ended it before the receiver answered.
pub fn interrupted() -> String {
    "interrupted before an answer came: whether the receiver acted on it is not known".to_owned()
}

/// A speed where nothing waits.
pub fn speed_without_retry() -> String {
    "--speed has no effect without --retry".to_owned()
}

/// The nearest right thing.
pub fn nearest(name: &str) -> String {
    format!("did you mean `{name}`?")
}

/// Where to read more.
pub fn see_help() -> String {
    "see `popbill-hook --help`, or `popbill-hook COMMAND --help`".to_owned()
}

/// An event that is not in the catalogue.
pub fn unknown_event(id: &str) -> String {
    format!("there is no event \"{}\"", id.escape_debug())
}

/// Where all events are.
pub fn list_events() -> String {
    "`popbill-hook events list` shows every event".to_owned()
}

/// A body that comes from nowhere.
pub fn data_file(path: &str) -> String {
    format!("the body file {path}")
}

/// A port POPBiLL does not call.
pub fn odd_port(port: u16) -> String {
    format!(
        "POPBiLL calls ports 80, 443 and 9854; port {port} works only after asking its support (NTS page, cashbill page)"
    )
}

/// A number with a wrong check digit.
pub fn wrong_check_digit(corp_num: &str) -> String {
    format!("business number {corp_num} has a wrong check digit; it is sent as given")
}

/// A credential over a wire that anyone can read.
pub fn cleartext_credentials(host: &str) -> String {
    format!("the credentials leave for {host} over plain http, readable on the way")
}

/// `--insecure` was asked for.
pub fn insecure() -> String {
    "the receiver's certificate is not verified (--insecure); POPBiLL would verify it".to_owned()
}

/// A manual page that does not exist.
pub fn no_manual(name: &str, known: &str) -> String {
    format!("there is no manual page {name}; there are {known}")
}

/// A value that cannot be used.
pub fn bad_value(argument: &str, value: Option<&str>, reason: &str) -> String {
    match value {
        Some(value) => format!("{argument} cannot be \"{}\": {reason}", value.escape_debug()),
        None => format!("the value of {argument} cannot be used: {reason}"),
    }
}
