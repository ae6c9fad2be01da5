//! A request as a curl line for a POSIX shell: run, it puts the same bytes on the wire.

use std::fmt::Write as _;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::escape::{Lines, escape};
use crate::wire::{AUTHORIZATION_VARIABLE, CredentialKind, FieldValue, Request};
use crate::words::shell::word;

/// The connection settings that have a curl flag.
#[derive(Clone, Debug, Default)]
pub struct CurlOptions {
    /// `--max-time`.
    pub max_time: Duration,
    /// `--connect-timeout`.
    pub connect_timeout: Duration,
    /// `--insecure`.
    pub insecure: bool,
    /// `--cacert`.
    pub cacert: Option<String>,
    /// `--proxy`, without its credentials.
    pub proxy: Option<String>,
    /// `--resolve`, as given.
    pub resolve: Vec<String>,
    /// `--request-target`, where the URL would say something else.
    pub target: Option<String>,
}

/// An argument beyond this many bytes may not pass through a shell.
const ARGUMENT_LIMIT: usize = 100_000;

/// The line. Secrets are named by their environment variables, so it runs where those are set.
pub fn curl_line(request: &Request, options: &CurlOptions) -> String {
    let mut words = vec!["curl".to_owned(), "--http1.1".to_owned(), "--include".to_owned(), "--globoff".to_owned()];
    words.push("--path-as-is".to_owned());
    for (flag, limit) in [("--max-time", options.max_time), ("--connect-timeout", options.connect_timeout)] {
        if !limit.is_zero() {
            push_option(&mut words, flag, &seconds(limit));
        }
    }
    words.extend(options.insecure.then(|| "--insecure".to_owned()));
    for (flag, value) in [("--cacert", &options.cacert), ("--proxy", &options.proxy)] {
        if let Some(value) = value {
            push_option(&mut words, flag, &word(value));
        }
    }
    for rule in &options.resolve {
        push_option(&mut words, "--resolve", &word(rule));
    }
    if let Some(target) = &options.target {
        push_option(&mut words, "--request-target", &word(target));
    }
    push_headers(&mut words, request);
    let body = body(&mut words, &request.body);
    push_option(&mut words, "--url", &word(&request.address.to_string()));
    match body {
        None => words.join(" "),
        Some(base64) => format!("printf %s {base64} | base64 -d | {}", words.join(" ")),
    }
}

/// curl writes `Host` first by itself. Its own headers are taken away where we have none of that name.
fn push_headers(words: &mut Vec<String>, request: &Request) {
    for name in ["Accept", "User-Agent", "Content-Type", "Expect"] {
        if !request.fields.iter().any(|field| field.name.eq_ignore_ascii_case(name)) {
            push_option(words, "--header", &word(&format!("{name}:")));
        }
    }
    for field in request.fields.iter().filter(|field| !field.name.eq_ignore_ascii_case("host")) {
        let header = match &field.value {
            FieldValue::Plain(value) => header(&field.name, value.as_bytes()),
            FieldValue::Raw(value) => header(&field.name, value),
            FieldValue::Secret(CredentialKind::Basic, _) => {
                format!("\"{}: Basic $(printf %s \"$POPBILL_HOOK_BASIC\" | base64 | tr -d '\\n')\"", field.name)
            }
            FieldValue::Secret(kind @ CredentialKind::ApiKey, _) => format!("\"{}: ${}\"", field.name, kind.variable()),
            FieldValue::Hidden(_) => format!("\"{}: ${AUTHORIZATION_VARIABLE}\"", field.name),
        };
        push_option(words, "--header", &header);
    }
}

/// One header as a shell word. For curl a semicolon says that the value is empty; a colon would take the field away.
fn header(name: &str, value: &[u8]) -> String {
    if value.is_empty() {
        return word(&format!("{name};"));
    }
    match visible(value, Lines::Join) {
        Some(value) => word(&format!("{name}: {value}")),
        // A name may hold quotes, percent signs and a leading hyphen, so it is written as the value is.
        None => format!("\"$(printf -- '{}')\"", octal(&[name.as_bytes(), b": ", value].concat())),
    }
}

/// The text, where nothing in it acts on a terminal or hides there.
fn visible(bytes: &[u8], lines: Lines) -> Option<&str> {
    std::str::from_utf8(bytes).ok().filter(|text| escape(text, lines) == *text)
}

/// Bytes for the format of a shell's `printf`.
fn octal(bytes: &[u8]) -> String {
    let mut format = String::with_capacity(bytes.len() + 16);
    for byte in bytes {
        match byte {
            b'%' => format.push_str("%%"),
            b' '..=b'~' if !matches!(byte, b'\\' | b'\'') => format.push(char::from(*byte)),
            _ => {
                let _ = write!(format, "\\{byte:03o}");
            }
        }
    }
    format
}

/// Text goes into the line; other bytes, what would act on a terminal, and very long ones, come by a pipe.
fn body(words: &mut Vec<String>, body: &[u8]) -> Option<String> {
    let text = visible(body, Lines::Keep).filter(|text| text.len() <= ARGUMENT_LIMIT);
    if let Some(text) = text {
        push_option(words, "--data-raw", &word(text));
        return None;
    }
    push_option(words, "--data-binary", "@-");
    Some(STANDARD.encode(body))
}

fn push_option(words: &mut Vec<String>, flag: &str, value: &str) {
    words.push(flag.to_owned());
    words.push(value.to_owned());
}

fn seconds(duration: Duration) -> String {
    format!("{}", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_stay_exact_and_visible() {
        for (value, word) in [
            (&b"a"[..], "'X: a'"),
            (b"", "'X;'"),
            ("한글".as_bytes(), "'X: 한글'"),
            (b"50%\x1b]0;'\\\xb0", r#""$(printf -- 'X: 50%%\033]0;\047\134\260')""#),
            ("\u{9b}31m".as_bytes(), r#""$(printf -- 'X: \302\23331m')""#),
        ] {
            assert_eq!(header("X", value), word);
        }
        assert_eq!(header("-v%d'`id`'", b"\xff"), r#""$(printf -- '-v%%d\047`id`\047: \377')""#);
    }

    #[test]
    fn a_body_that_acts_on_a_terminal_is_piped() {
        for (text, piped) in
            [("{\n\t\"a\": 1\n}", false), ("a\x1b]0;x\x07", true), ("a\u{202e}b", true), ("a\rb", true)]
        {
            assert_eq!(body(&mut Vec::new(), text.as_bytes()).is_some(), piped, "{text:?}");
        }
    }
}
