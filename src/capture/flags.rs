//! What is odd about a request that was taken, as slugs.

use std::net::SocketAddr;

use crate::transport::Inbound;

/// The oddities of a request, for the record.
pub(super) fn flags(inbound: &Inbound, is_json: bool, local: SocketAddr) -> Vec<String> {
    let parsed = &inbound.parsed;
    let repeated = |name: &str| parsed.headers.all(name).count() > 1;
    let found = [
        ("http-1.0", parsed.minor_version == 0),
        ("foreign-host", parsed.headers.text("host").is_some_and(|host| is_foreign(host, local))),
        ("blank-lines", parsed.blank_lines),
        ("chunk-extras", inbound.chunk_extras),
        ("repeated-credentials", repeated("authorization") || repeated("x-api-key")),
        ("repeated-mid", repeated("pb-webhook-mid")),
        ("empty-body", inbound.body.is_empty()),
        ("not-json", !is_json && !inbound.body.is_empty()),
    ];
    found.into_iter().filter(|(_, set)| *set).map(|(name, _)| name.to_owned()).collect()
}

/// A `Host` that is not this machine's: a tunnel in between, or somebody who should not be there.
fn is_foreign(host: &str, local: SocketAddr) -> bool {
    let name = host
        .rsplit_once(':')
        .filter(|(name, _)| !name.is_empty() && !name.ends_with(':'))
        .map_or(host, |(name, _)| name);
    let name = name.trim_start_matches('[').trim_end_matches(']');
    let known = ["localhost", "127.0.0.1", "::1"];
    !known.contains(&name.to_ascii_lowercase().as_str()) && name != local.ip().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_this_machine_are_not_foreign() {
        let local: SocketAddr = "192.168.0.7:9854".parse().unwrap();
        for (host, foreign) in [
            ("localhost:9854", false),
            ("LOCALHOST", false),
            ("127.0.0.1:9854", false),
            ("[::1]:9854", false),
            ("192.168.0.7:9854", false),
            ("evil.example", true),
            ("127.0.0.1.nip.io:9854", true),
            ("10.0.0.1", true),
        ] {
            assert_eq!(is_foreign(host, local), foreign, "{host}");
        }
    }
}
