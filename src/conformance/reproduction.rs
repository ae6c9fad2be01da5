//! The line that shows a shortfall again, by itself.

use std::fmt::Write as _;

use super::message::{ByHand, Message};
use super::script::{Expect, Post};
use crate::event::Edition;
use crate::transport::Fault;
use crate::wire::CredentialKind;
use crate::words::conformance as words;
use crate::words::shell::word;

/// How a shortfall is shown again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reproduction {
    /// By `send`, once or several times; `is_refusal` says that the last one must not be acknowledged.
    Sends {
        /// The sends.
        sendings: Vec<Sending>,
        /// Whether an acknowledgement is what is wrong.
        is_refusal: bool,
    },
    /// By `curl`, with a GET of this URL.
    Curl(String),
    /// By this check alone, which then sends new documents: one that was repaired passes.
    Check(String),
}

/// One `send`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    event: &'static str,
    edition: Edition,
    flags: String,
}

/// What every line of a run needs besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The URL as it was given; nothing where the configuration says it.
    pub url: Option<String>,
    /// The flags that `send` and `verify` share.
    pub shared: String,
    /// The flags that only `verify` has.
    pub verify: String,
    /// The flags for curl.
    pub curl: String,
    /// The edition that holds without a flag.
    pub edition: Edition,
}

impl Reproduction {
    /// The line.
    pub fn line(&self, around: &Surroundings) -> String {
        let url = around.url.as_ref().map(|url| format!(" {}", word(url))).unwrap_or_default();
        match self {
            Self::Sends { sendings, is_refusal } => {
                let line = |one: &Sending| {
                    let other = Some(one.edition).filter(|edition| *edition != around.edition);
                    let edition = other.map(|edition| format!(" --edition {}", edition.name())).unwrap_or_default();
                    format!("popbill-hook send {}{url}{}{edition}{}", one.event, one.flags, around.shared)
                };
                // The last one decides: those before it may be refused, or cut, as they have to be.
                let lines = sendings.iter().map(line).collect::<Vec<_>>().join("; ");
                if *is_refusal { format!("{lines}  # {}", words::must_not_be_accepted()) } else { lines }
            }
            Self::Curl(url) => format!("curl --include{} {}", around.curl, word(url)),
            Self::Check(id) => format!("popbill-hook verify{url} --check {id}{}{}", around.shared, around.verify),
        }
    }
}

/// The longest body that is written into a line, in bytes.
const BODY_LIMIT: usize = 2_000;

/// The `send`s that post the same, if lines can say so: no secret may stand in one, nor what a shell cannot pass on.
pub(super) fn by_send<'a>(posts: impl Iterator<Item = &'a Post> + Clone) -> Option<Reproduction> {
    let is_refusal = posts.clone().last().is_some_and(|post| post.expect == Expect::Refused);
    let sendings = posts.map(|post| sending(&post.message, post.fault)).collect::<Option<_>>()?;
    Some(Reproduction::Sends { sendings, is_refusal })
}

fn sending(message: &Message, fault: Option<Fault>) -> Option<Sending> {
    let ByHand { event, seed, headers, body, .. } = &message.by_hand;
    let has_empty_header = headers.iter().any(|header| header.value.as_deref().is_none_or(str::is_empty));
    if message.by_hand.has_other_credentials || has_empty_header {
        return None;
    }
    let mut flags = format!(" --seed {seed}");
    let mut push = |flag: &str, value: &str| {
        let _ = write!(flags, " {flag} {}", word(value));
    };
    if let Some(at) = message.by_hand.at {
        push("--at", &at.stamp());
    }
    if let Some(id) = &message.by_hand.message_id {
        push("--mid", id.as_str());
    }
    for header in headers {
        push("-H", &format!("{}: {}", header.name, header.value.as_deref().unwrap_or_default()));
    }
    if message.by_hand.is_without_credentials {
        for kind in [CredentialKind::Basic, CredentialKind::ApiKey] {
            push("-H", &format!("{}:", kind.header()));
        }
    }
    if let Some(body) = body {
        push("-d", printable(body)?);
    }
    if let Some(fault) = fault {
        push("--fault", fault.name());
    }
    if message.by_hand.manual {
        flags.push_str(" --manual");
    }
    Some(Sending { event, edition: message.by_hand.edition, flags })
}

/// The body as text of one line, where it is that and not long. A body that begins with `@`, or is `-`, would be read
/// as the name of a file.
fn printable(body: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(body).ok()?;
    let is_plain = !text.chars().any(char::is_control) && !text.starts_with('@') && text != "-";
    (is_plain && text.len() <= BODY_LIMIT).then_some(text)
}
