//! Who is let in: the sender's credentials and its address.
//!
//! Values in, a verdict out. Whether a refused request is answered, and how, is decided elsewhere.

mod allow_list;
mod cidr;
#[cfg(test)]
mod tests;

use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub use allow_list::{AllowList, AllowedSource, POPBILL_ADDRESSES, SourceError};
pub use cidr::{Cidr, CidrError};

use crate::wire::{CredentialKind, Credentials, Headers};

/// What a receiver demands of those who call it. The default demands nothing.
#[derive(Clone, Debug, Default)]
pub struct Admission {
    /// The credentials a request must carry.
    pub credentials: Credentials,
    /// The addresses it may come from.
    pub allow: AllowList,
    /// The proxies whose `X-Forwarded-For` counts.
    pub trust_proxy: Vec<Cidr>,
}

/// Whether a request carries the demanded credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// None are demanded; whatever the request carries is not looked at.
    NotDemanded,
    /// It carries them.
    Ok,
    /// It does not have the header.
    Missing,
    /// It has others, or the header more than once.
    Wrong,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 4] = [Self::NotDemanded, Self::Ok, Self::Missing, Self::Wrong];

    /// The word used in JSON, and by the `auth=` condition of an expectation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotDemanded => "none",
            Self::Ok => "ok",
            Self::Missing => "missing",
            Self::Wrong => "wrong",
        }
    }

    /// Whether the request may pass.
    pub fn admits(self) -> bool {
        matches!(self, Self::NotDemanded | Self::Ok)
    }
}

impl Admission {
    /// Compares the request's credentials with the demanded ones (overview: Basic in `Authorization`, or an API
    /// key in `X-Api-Key`).
    ///
    /// The demanded header must be there exactly once; a repeated one is wrong even where one of them is right,
    /// because receivers differ in which one they read. The other credential header is not looked at. How long
    /// this takes does not depend on what the secret is.
    pub fn authenticate(&self, headers: &Headers) -> Verdict {
        let (kind, expected) = match &self.credentials {
            Credentials::None => return Verdict::NotDemanded,
            Credentials::Basic(pair) => (CredentialKind::Basic, STANDARD.encode(pair.expose())),
            Credentials::ApiKey(key) => (CredentialKind::ApiKey, key.expose().to_owned()),
        };
        let mut values = headers.all(kind.header());
        let Some(value) = values.next() else { return Verdict::Missing };
        if values.next().is_some() {
            return Verdict::Wrong;
        }
        let value = trim_blanks(value);
        let presented = match kind {
            CredentialKind::Basic => after_scheme(value),
            CredentialKind::ApiKey => Some(value),
        };
        match presented {
            Some(presented) if same_bytes(presented, expected.as_bytes()) => Verdict::Ok,
            _ => Verdict::Wrong,
        }
    }

    /// The address a request counts as coming from; see [`peer_of`].
    pub fn peer(&self, connected: IpAddr, headers: &Headers) -> IpAddr {
        peer_of(connected, headers, &self.trust_proxy)
    }
}

/// The address a request comes from: that of the connection, or, where that is a trusted proxy's, the last entry
/// of the last `X-Forwarded-For` field.
///
/// Only the last entry is the proxy's own word; whatever stands before it came from outside and may be made up.
/// An entry that is no address (a port behind it is allowed) leaves the proxy's address. An IPv4 address mapped
/// into IPv6 counts as IPv4.
pub fn peer_of(connected: IpAddr, headers: &Headers, trusted: &[Cidr]) -> IpAddr {
    let connected = connected.to_canonical();
    if !trusted.iter().any(|proxy| proxy.contains(connected)) {
        return connected;
    }
    let entry = headers.all("X-Forwarded-For").last().and_then(|value| value.rsplit(|byte| *byte == b',').next());
    entry.and_then(read_entry).map_or(connected, |address| address.to_canonical())
}

/// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:4711`.
fn read_entry(entry: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(trim_blanks(entry)).ok()?;
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    match bare {
        Some(bare) => bare.parse().ok().filter(IpAddr::is_ipv6),
        None => text.parse().ok().or_else(|| text.parse().ok().map(|socket: std::net::SocketAddr| socket.ip())),
    }
}

/// What follows the scheme `Basic`, whose case does not matter (RFC 7617), and at least one space.
fn after_scheme(value: &[u8]) -> Option<&[u8]> {
    let (scheme, rest) = value.split_at_checked(5)?;
    let named = scheme.eq_ignore_ascii_case(b"Basic") && rest.first() == Some(&b' ');
    named.then(|| trim_blanks(rest))
}

/// Without the spaces and tabs that may stand around a header value.
fn trim_blanks(value: &[u8]) -> &[u8] {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let start = value.iter().position(|byte| !blank(byte)).unwrap_or(value.len());
    let end = value.iter().rposition(|byte| !blank(byte)).map_or(start, |last| last + 1);
    &value[start..end]
}

/// Whether both are the same, in a time that depends on how long `presented` is and not on what `secret` holds.
///
/// An ordinary comparison stops at the first difference, and so tells a patient sender how much of a guess was
/// right. This one looks at every byte, and keeps the compiler from seeing that the rest no longer matters.
fn same_bytes(presented: &[u8], secret: &[u8]) -> bool {
    let mut difference = u8::from(presented.len() != secret.len());
    // Where the secret is shorter it starts again: the length differs already, and the work stays the same.
    for (presented, secret) in presented.iter().zip(secret.iter().cycle()) {
        difference = std::hint::black_box(difference | (presented ^ secret));
    }
    difference == 0
}
