//! The flags that a line which shows something again has to repeat. No secret is among them.

use std::fmt::Write as _;

use super::args::VerifyArgs;
use crate::cli::global::GlobalArgs;
use crate::config::Environment;
use crate::conformance::{Pointers, Surroundings};
use crate::event::Edition;
use crate::wire::CredentialKind;
use crate::words::shell::word;

/// What every line of this run needs; `edition` holds without a flag.
pub(super) fn surroundings(args: &VerifyArgs, global: &GlobalArgs, edition: Edition) -> Surroundings {
    let mut shared = Flags::default();
    shared.push("--config", global.config.as_ref().map(|path| path.display().to_string()));
    shared.push("--env", Some(args.endpoint.env).filter(|env| *env != Environment::Test).map(Environment::name));
    for header in args.endpoint.headers.iter().filter(|header| !is_telling(&header.name)) {
        shared.push("-H", Some(format!("{}: {}", header.name, header.value.as_deref().unwrap_or_default()).trim_end()));
    }
    match args.endpoint.typed_credentials() {
        Some(kind @ CredentialKind::Basic) => shared.push_variable("--basic", kind.variable()),
        Some(kind @ CredentialKind::ApiKey) => shared.push_variable("--api-key", kind.variable()),
        None => {}
    }
    let mut curl = Flags::default();
    args.connection.flags(|flag, value| {
        shared.push(flag, Some(&value));
        // curl counts seconds, and a GET is done in a moment.
        if !flag.ends_with("time") && !flag.ends_with("timeout") {
            curl.push(flag, Some(&value));
        }
    });
    let mut verify = Flags::default();
    let products =
        args.typed_products().map(|products| products.iter().map(|product| product.name()).collect::<Vec<_>>());
    verify.push("--products", products.map(|names| names.join(",")));
    verify.push("--edition", args.edition.filter(|other| *other != edition).map(Edition::name));
    match &args.probe_url {
        Some(url) if is_telling(url) || url.contains('@') => {
            verify.push_variable("--probe-url", "POPBILL_HOOK_PROBE_URL");
        }
        url => verify.push("--probe-url", url.as_ref()),
    }
    if args.probe_cmd.is_some() {
        // A command may hold a password in any of its words.
        verify.push_variable("--probe-cmd", "POPBILL_HOOK_PROBE_CMD");
    }
    let usual = Pointers::default();
    verify.push("--probe-pointer", Some(&args.probe_pointer).filter(|pointer| **pointer != usual.state));
    verify.push("--probe-count", Some(&args.probe_count).filter(|pointer| **pointer != usual.count));
    let url = args.url.as_ref().map(ToString::to_string);
    Surroundings { url, shared: shared.0, verify: verify.0, curl: curl.0, edition }
}

/// Whether a name, or what has one in it, is one that secrets have.
fn is_telling(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let names = [
        "auth", "cookie", "token", "secret", "password", "passwd", "session", "apikey", "api-key", "api_key", "key=",
        "sig=",
    ];
    names.iter().any(|name| text.contains(name))
}

/// Flags of a line.
#[derive(Default)]
struct Flags(String);

impl Flags {
    /// Adds one that has a value, or that is a switch where the value is empty.
    fn push(&mut self, flag: &str, value: Option<impl AsRef<str>>) {
        let Some(value) = value else { return };
        let value = value.as_ref();
        let _ = if value.is_empty() { write!(self.0, " {flag}") } else { write!(self.0, " {flag} {}", word(value)) };
    }

    /// Adds one whose value a variable of the shell stands for.
    fn push_variable(&mut self, flag: &str, variable: &str) {
        let _ = write!(self.0, " {flag} \"${variable}\"");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets_are_known() {
        for (text, telling) in [
            ("Cookie", true),
            ("X-Access-Token", true),
            ("x-api-key", true),
            ("http://a/probe?token=1&mid={mid}", true),
            ("X-Tenant", false),
            ("http://a/probe?mid={mid}", false),
        ] {
            assert_eq!(is_telling(text), telling, "{text}");
        }
    }
}
