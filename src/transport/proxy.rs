//! Which way leads to a receiver: direct, through a forwarding proxy, or through a tunnel.

use hyper_util::client::proxy::matcher::Matcher;

use super::TransportError;
use crate::wire::{Address, Secret};

/// Where the choice of a proxy comes from.
#[derive(Clone, Debug, Default)]
pub enum ProxyChoice {
    /// Always direct.
    #[default]
    Never,
    /// `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    Environment,
    /// This proxy, whatever the environment says.
    Explicit(Secret),
}

/// The way to a receiver.
pub(super) enum Way {
    /// No proxy.
    Direct,
    /// The proxy reads the whole URL and passes the request on (http).
    Forward {
        /// The proxy.
        proxy: http::Uri,
        /// Its own credentials.
        authorization: Option<Secret>,
    },
    /// The proxy opens a tunnel with CONNECT (https).
    Tunnel {
        /// The proxy.
        proxy: http::Uri,
        /// Its own credentials.
        authorization: Option<Secret>,
    },
}

impl ProxyChoice {
    /// Whether a proxy that was named can be used, found out before anything is sent.
    pub fn check(&self) -> Result<(), TransportError> {
        if let Self::Explicit(url) = self {
            let shown = without_userinfo(url.expose());
            shown.parse::<Address>().map_err(|_| TransportError::Proxy(shown.clone()))?;
        }
        let anywhere = "http://receiver.invalid/".parse().map_or(Ok(Way::Direct), |address| self.way(&address));
        anywhere.map(drop)
    }

    /// The way to `address`. Loopback is never proxied: the receiver is on this machine.
    pub(super) fn way(&self, address: &Address) -> Result<Way, TransportError> {
        if address.is_loopback() {
            return Ok(Way::Direct);
        }
        let matcher = match self {
            Self::Never => return Ok(Way::Direct),
            Self::Environment => Matcher::from_env(),
            Self::Explicit(url) => Matcher::builder().all(url.expose().to_owned()).build(),
        };
        let target: http::Uri = match address.as_str().parse() {
            Ok(target) => target,
            Err(_) => return Ok(Way::Direct),
        };
        let Some(intercept) = matcher.intercept(&target) else {
            return match self {
                Self::Explicit(url) => Err(TransportError::Proxy(without_userinfo(url.expose()))),
                _ => Ok(Way::Direct),
            };
        };
        let proxy = intercept.uri().clone();
        if proxy.scheme_str() != Some("http") {
            return Err(TransportError::Proxy(without_userinfo(&proxy.to_string())));
        }
        let authorization =
            intercept.basic_auth().and_then(|value| value.to_str().ok()).map(|value| Secret::new(value.to_owned()));
        Ok(if address.is_https() {
            Way::Tunnel { proxy, authorization }
        } else {
            Way::Forward { proxy, authorization }
        })
    }
}

/// A proxy's URL may hold its password, which must not be shown.
pub fn without_userinfo(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").map_or(("", url), |(scheme, rest)| (scheme, rest));
    // An @ further on belongs to the path.
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest[..end].rfind('@').map_or(rest, |at| &rest[at + 1..]);
    if scheme.is_empty() { host.to_owned() } else { format!("{scheme}://{host}") }
}
