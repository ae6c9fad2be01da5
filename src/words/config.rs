//! What is wrong with a configuration file, and with a duration. None of these sentences repeats a value of the
//! file: it may be a secret in the wrong place.

use std::fmt::Write as _;

/// A sentence with the place it is about.
pub fn located(path: &str, position: Option<(usize, usize)>, sentence: &str) -> String {
    match position {
        Some((line, column)) => format!("{path}:{line}:{column}: {sentence}"),
        None => format!("{path}: {sentence}"),
    }
}

/// There is no such file.
pub fn missing() -> &'static str {
    "there is no such configuration file"
}

/// It is a directory.
pub fn directory() -> &'static str {
    "this is a directory, not a configuration file"
}

/// It is too long.
pub fn too_large() -> &'static str {
    "the configuration file is larger than 1 MiB"
}

/// It is in another encoding.
pub fn not_utf8() -> &'static str {
    "the configuration file is not UTF-8 from here on; save it as UTF-8"
}

/// The system refuses to read it.
pub fn unreadable(reason: &str) -> String {
    format!("the configuration file cannot be read: {reason}")
}

/// It is not TOML.
pub fn syntax(reason: &str) -> String {
    format!("this is not TOML: {reason}")
}

/// A key nobody knows.
pub fn unknown_key(key: &str, table: &str) -> String {
    format!("unknown key `{}` {}", shown(key), place(table))
}

/// A key that belongs in another table.
pub fn misplaced_key(key: &str, table: &str, home: &str) -> String {
    format!("`{}` does not belong {}; its place is {home}", shown(key), place(table))
}

/// The tables a key of an environment belongs in.
pub fn either_environment() -> &'static str {
    "[test] or [production]"
}

/// The table a business number belongs in, with one product as the example where none is named.
pub fn individual_table(environment: &str, product: Option<&str>) -> String {
    match product {
        Some(product) => format!("[{environment}.{product}.individual]"),
        None => format!("a product's table, such as [{environment}.cashbill.individual]"),
    }
}

/// A value of another type.
pub fn wrong_type(key: &str, wanted: &str, toml_type: &str) -> String {
    format!("`{}` must be {wanted}, not {}", shown(key), type_name(toml_type))
}

/// A text that is none of a few words.
pub fn unknown_word(key: &str, wanted: &str) -> String {
    format!("`{}` must be {wanted}", shown(key))
}

/// A URL that cannot be used.
pub fn bad_url(key: &str, reason: &str) -> String {
    format!("`{}` is not a usable URL: {reason}", shown(key))
}

/// `user:password@` in a receiver's URL.
pub fn credentials_in_url(key: &str) -> String {
    format!("`{}` holds a user or password; name an environment variable in `basic_env` instead", shown(key))
}

/// `user:password@` in the proxy's URL.
pub fn credentials_in_proxy() -> &'static str {
    "`proxy` holds a user or password, which no file should; give such a proxy with --proxy or POPBILL_HOOK_PROXY"
}

/// An https proxy.
pub fn https_proxy() -> &'static str {
    "`proxy` must be an http:// proxy; https receivers are reached through it too"
}

/// A duration that cannot be used.
pub fn bad_duration(key: &str, reason: &str) -> String {
    format!("`{}` is not a usable duration: {reason}", shown(key))
}

/// A time limit of nothing.
pub fn no_time_at_all(key: &str) -> String {
    format!("`{}` must be longer than 0", shown(key))
}

/// A number of retries that is none.
pub fn bad_count(key: &str) -> String {
    format!("`{}` must be a whole number from 0 to {}", shown(key), u32::MAX)
}

/// A count that a run cannot have.
pub fn out_of_range(key: &str, most: u32) -> String {
    format!("{key} must be from 1 to {most}")
}

/// An outage of no time.
pub fn empty_window() -> &'static str {
    "an outage must end after it begins"
}

/// A policy without its number.
pub fn no_retries() -> &'static str {
    "`policy` needs `retries`, the number of attempts after the first"
}

/// A path of no letters.
pub fn empty_path(key: &str) -> String {
    format!("`{}` is empty", shown(key))
}

/// A key that is no business number.
pub fn bad_corp_num(key: &str) -> String {
    format!("`{}` is not a business number, which has ten digits", shown(key))
}

/// One business, two URLs.
pub fn repeated_corp_num(corp_num: &str) -> String {
    format!("business number {corp_num} already has a URL in this table")
}

/// Two kinds of credentials.
pub fn both_credentials(table: &str) -> String {
    format!("[{table}] names both `api_key_env` and `basic_env`, but POPBiLL sends only one of the two")
}

/// A key that is named like a secret.
pub fn secret_key(key: &str, instead: &str) -> String {
    format!(
        "`{}` would hold a secret, and no secret belongs in this file; put it into an environment variable and name \
         that variable in `{instead}`",
        shown(key)
    )
}

/// A value that is no variable's name.
pub fn not_a_variable(key: &str) -> String {
    format!(
        "`{}` takes only the name of an environment variable (letters, digits and `_`, without `$`), never the \
         secret itself",
        shown(key)
    )
}

/// The name that was probably meant.
pub fn nearest(name: &str) -> String {
    format!("did you mean `{name}`?")
}

/// What may stand there.
pub fn allowed(names: &[&str]) -> String {
    format!("allowed here: {}", names.join(", "))
}

/// A business number whose last digit does not fit.
pub fn wrong_check_digit(corp_num: &str) -> String {
    format!("the check digit of business number {corp_num} is wrong; it is used as it is")
}

/// Nothing leads to a receiver.
pub fn no_route(environment: &str, product: &str, corp_num: Option<&str>, configured: &[String]) -> String {
    let business = corp_num.map(|number| format!(", business {number}")).unwrap_or_default();
    let mut sentence = format!("[{environment}] has no URL for {product}{business}; ");
    match configured {
        [] => sentence.push_str("it has no URL at all"),
        few @ ([_] | [_, _] | [_, _, _] | [_, _, _, _]) => {
            let _ = write!(sentence, "it has {}", few.join(", "));
        }
        [first, second, third, rest @ ..] => {
            let _ = write!(sentence, "it has {first}, {second}, {third} and {} more", rest.len());
        }
    }
    sentence
}

/// Where a URL of a file stands.
pub fn url_place(table: &str, key: &str) -> String {
    format!("[{table}] {key}")
}

/// What kind of value is wanted.
pub mod wanted {
    /// A URL.
    pub fn url() -> &'static str {
        "a URL in quotes"
    }

    /// The name of a variable.
    pub fn variable() -> &'static str {
        "the name of an environment variable, in quotes"
    }

    /// A duration.
    pub fn duration() -> &'static str {
        "a duration in quotes, such as \"10s\""
    }

    /// An edition.
    pub fn edition() -> &'static str {
        "\"current\" or \"classic\""
    }

    /// A policy.
    pub fn policy() -> &'static str {
        "\"popbill\" or a table such as { retries = 3, interval = \"5m\" }"
    }

    /// Which events of a document.
    pub fn events() -> &'static str {
        "\"life\" or \"first\""
    }

    /// The order of a document's events.
    pub fn order() -> &'static str {
        "\"natural\", \"reversed\" or \"shuffled\""
    }

    /// Products.
    pub fn products() -> &'static str {
        "a list of \"taxinvoice\", \"cashbill\", \"nts\", \"statement\", \"kakao\""
    }

    /// An instant.
    pub fn time() -> &'static str {
        "a time in quotes, such as \"2026-01-05T09:00:00+09:00\" or \"20260105090000\""
    }

    /// A share of one.
    pub fn share() -> &'static str {
        "a number from 0 to 1, such as 0.1"
    }

    /// Outages.
    pub fn windows() -> &'static str {
        "a list such as [{ from = \"0m\", to = \"12m\" }]"
    }

    /// Yes or no.
    pub fn switch() -> &'static str {
        "true or false, without quotes"
    }

    /// A path.
    pub fn path() -> &'static str {
        "the path of a file, in quotes"
    }

    /// A count.
    pub fn count() -> &'static str {
        "a whole number"
    }

    /// A table.
    pub fn table() -> &'static str {
        "a table"
    }
}

/// Why a text is no duration.
pub mod duration {
    /// Nothing was given.
    pub fn empty() -> &'static str {
        "it is empty"
    }

    /// Below zero.
    pub fn negative() -> &'static str {
        "it cannot be negative"
    }

    /// Not a whole number.
    pub fn not_a_number() -> &'static str {
        "it is not a whole number and a unit, such as 10s, 500ms, 5m or 1h"
    }

    /// A number alone.
    pub fn no_unit() -> &'static str {
        "it lacks its unit: ms, s, m, h or d"
    }

    /// Another unit.
    pub fn unknown_unit() -> &'static str {
        "its unit is none of ms, s, m, h and d"
    }

    /// Beyond the limit.
    pub fn too_long() -> &'static str {
        "it is longer than a hundred years"
    }
}

fn type_name(toml_type: &str) -> &'static str {
    match toml_type {
        "string" => "text",
        "integer" => "a whole number",
        "float" => "a number with a fraction",
        "boolean" => "true or false",
        "datetime" => "a date",
        "array" => "a list",
        _ => "a table",
    }
}

fn place(table: &str) -> String {
    if table.is_empty() { "at the top level".to_owned() } else { format!("in [{table}]") }
}

/// A key as it may appear in a terminal: one line, no control characters, not endless.
fn shown(key: &str) -> String {
    const MOST: usize = 60;
    let mut text: String = key.chars().take(MOST).flat_map(char::escape_debug).collect();
    if key.chars().nth(MOST).is_some() {
        text.push('…');
    }
    text
}
