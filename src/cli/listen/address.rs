//! Where to listen.

use std::net::{Ipv4Addr, SocketAddr, ToSocketAddrs};

use crate::words::captures as words;

/// Where to listen, and with which protocol where a URL said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListenAddress {
    pub(super) socket: SocketAddr,
    /// Whether an https or an http URL was given; nothing where it was no URL.
    pub(super) https: Option<bool>,
}

/// Reads `9854`, `:9854`, `127.0.0.1:9854`, `[::1]:9854`, `localhost:9854`, or a URL, whose path does not matter:
/// every path is received. Without a host it is loopback: what is received is tax data, and nobody else on the
/// network should see it unasked.
pub(super) fn parse(text: &str) -> Result<ListenAddress, String> {
    if let Some((scheme, rest)) = text.split_once("://") {
        let default_port = match scheme.to_ascii_lowercase().as_str() {
            "http" => 80,
            "https" => 443,
            _ => return Err(words::bad_address()),
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.is_empty() || authority.contains('@') {
            return Err(words::bad_address());
        }
        let has_port = authority.rsplit_once(':').is_some_and(|(_, port)| !port.contains(']'));
        let socket = if has_port { socket(authority)? } else { socket(&format!("{authority}:{default_port}"))? };
        return Ok(ListenAddress { socket, https: Some(default_port == 443) });
    }
    Ok(ListenAddress { socket: socket(text)?, https: None })
}

fn socket(text: &str) -> Result<SocketAddr, String> {
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
    let has_port = text.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
    if !has_port {
        return Err(words::bad_address());
    }
    let mut found = text.to_socket_addrs().map_err(|_| words::unknown_host())?;
    found.next().ok_or_else(words::unknown_host)
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
        for (text, address, https) in [
            ("9854", "127.0.0.1:9854", None),
            (":8080", "127.0.0.1:8080", None),
            ("localhost:0", "127.0.0.1:0", None),
            ("0.0.0.0:80", "0.0.0.0:80", None),
            ("[::1]:9854", "[::1]:9854", None),
            ("http://localhost:9854", "127.0.0.1:9854", Some(false)),
            ("http://127.0.0.1/pbconnect", "127.0.0.1:80", Some(false)),
            ("https://[::1]:9854/", "[::1]:9854", Some(true)),
            ("HTTPS://127.0.0.1:0", "127.0.0.1:0", Some(true)),
            ("http://[::1]", "[::1]:80", Some(false)),
        ] {
            let read = parse(text).unwrap();
            assert_eq!((read.socket.to_string().as_str(), read.https), (address, https), "{text}");
        }
        for bad in
            ["", ":", "99999", "localhost", "127.0.0.1", "a b:1", "ftp://localhost:1", "http://", "http://u:p@h:1/"]
        {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
