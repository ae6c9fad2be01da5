//! Where to listen.

use std::net::{Ipv4Addr, SocketAddr, ToSocketAddrs};

use crate::words::captures as words;

/// Reads `9854`, `:9854`, `127.0.0.1:9854`, `[::1]:9854` or `localhost:9854`. Without a host it is loopback: what is
/// received is tax data, and nobody else on the network should see it unasked.
pub(super) fn parse(text: &str) -> Result<SocketAddr, String> {
    let bare = text.strip_prefix(':').unwrap_or(text);
    if let Ok(port) = bare.parse::<u16>() {
        return Ok(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    }
    if let Some(port) = text.strip_prefix("localhost:") {
        return port
            .parse()
            .map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .map_err(|_| words::bad_address());
    }
    let mut found = text.to_socket_addrs().map_err(|_| words::bad_address())?;
    found.next().ok_or_else(words::bad_address)
}

/// The address as the URL of a receiver on this machine.
pub(super) fn url(local: SocketAddr, https: bool) -> String {
    let scheme = if https { "https" } else { "http" };
    if local.ip().is_unspecified() {
        return format!("{scheme}://localhost:{}", local.port());
    }
    format!("{scheme}://{local}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_people_write_them() {
        for (text, address) in [
            ("9854", "127.0.0.1:9854"),
            (":8080", "127.0.0.1:8080"),
            ("localhost:0", "127.0.0.1:0"),
            ("0.0.0.0:80", "0.0.0.0:80"),
            ("[::1]:9854", "[::1]:9854"),
        ] {
            assert_eq!(parse(text).unwrap().to_string(), address);
        }
        for bad in ["", ":", "99999", "localhost", "127.0.0.1", "a b:1", "http://localhost:1"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
