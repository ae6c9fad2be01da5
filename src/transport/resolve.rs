//! Names become addresses: by `--resolve`, by the loopback rule, or by the system.

use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::str::FromStr;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::dns::Name;
use tower_service::Service;

/// `HOST:PORT:ADDRESS`, as curl's `--resolve` has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolve {
    /// The name, lower-case.
    pub host: String,
    /// The port the rule is for.
    pub port: u16,
    /// The address that stands in.
    pub address: IpAddr,
}

/// A text that is no `HOST:PORT:ADDRESS`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::words::headers::bad_resolve())]
pub struct ResolveError;

impl FromStr for Resolve {
    type Err = ResolveError;

    fn from_str(text: &str) -> Result<Self, ResolveError> {
        let mut parts = text.splitn(3, ':');
        let (Some(host), Some(port), Some(address)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(ResolveError);
        };
        let address = address.trim_start_matches('[').trim_end_matches(']');
        Ok(Self {
            host: Some(host).filter(|host| !host.is_empty()).ok_or(ResolveError)?.to_ascii_lowercase(),
            port: port.parse().map_err(|_| ResolveError)?,
            address: address.parse().map_err(|_| ResolveError)?,
        })
    }
}

/// The resolver given to the connector.
#[derive(Clone, Debug)]
pub(super) struct Resolver {
    rules: Vec<Resolve>,
}

impl Resolver {
    /// The rules that hold for this port.
    pub(super) fn new(rules: &[Resolve], port: u16) -> Self {
        Self { rules: rules.iter().filter(|rule| rule.port == port).cloned().collect() }
    }

    /// The answer that needs no look-up. `localhost` is loopback by RFC 6761, so no receiver elsewhere is ever
    /// reached by that name.
    fn known(&self, name: &str) -> Option<Vec<SocketAddr>> {
        let name = name.to_ascii_lowercase();
        let ruled: Vec<_> =
            self.rules.iter().filter(|rule| rule.host == name).map(|rule| SocketAddr::new(rule.address, 0)).collect();
        if !ruled.is_empty() {
            return Some(ruled);
        }
        let loopback = name == "localhost" || name.ends_with(".localhost");
        loopback.then(|| vec![(Ipv4Addr::LOCALHOST, 0).into(), (Ipv6Addr::LOCALHOST, 0).into()])
    }
}

/// A failed look-up; its type is how the connector's error is told apart from a refused connection.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct LookUpFailed(io::Error);

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = LookUpFailed;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, LookUpFailed>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), LookUpFailed>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let known = self.known(name.as_str());
        Box::pin(async move {
            let addresses = match known {
                Some(addresses) => addresses,
                None => tokio::net::lookup_host((name.as_str(), 0)).await.map_err(LookUpFailed)?.collect(),
            };
            Ok(addresses.into_iter())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_as_curl_writes_them() {
        let rule: Resolve = "Receiver.example:443:127.0.0.1".parse().unwrap();
        assert_eq!((rule.host.as_str(), rule.port), ("receiver.example", 443));
        assert_eq!("a:1:[::1]".parse::<Resolve>().unwrap().address, IpAddr::from(Ipv6Addr::LOCALHOST));
        for bad in ["a", "a:1", ":1:127.0.0.1", "a:x:127.0.0.1", "a:1:b", "a:99999:127.0.0.1"] {
            assert_eq!(bad.parse::<Resolve>(), Err(ResolveError), "{bad}");
        }
    }

    #[test]
    fn a_rule_holds_for_its_port_only() {
        let rules = ["a.example:80:127.0.0.2".parse().unwrap()];
        assert_eq!(Resolver::new(&rules, 80).known("A.example").unwrap()[0].ip().to_string(), "127.0.0.2");
        assert_eq!(Resolver::new(&rules, 443).known("a.example"), None);
        assert_eq!(Resolver::new(&rules, 80).known("localhost").unwrap().len(), 2);
    }
}
