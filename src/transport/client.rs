//! An ordinary client, for what is no delivery: waiting for a receiver, reading a page of it.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::proxy::ProxyChoice;
use super::{Options, tls};

/// The largest page that is read, in bytes.
const PAGE_LIMIT: usize = 1024 * 1024;
/// The most time for a page.
const PAGE_TIME: Duration = Duration::from_secs(10);

/// A client that follows no redirect, keeps no cookie and no connection: an idle one would hold the only thread of some
/// receivers.
#[derive(Clone, Debug)]
pub struct Client {
    options: Arc<Options>,
    /// By whether TLS and a proxy are needed; made when they are, because roots cost time to load.
    made: Arc<[OnceLock<reqwest::Client>; 4]>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its status.
    pub status: u16,
    /// Its first mebibyte.
    pub body: Vec<u8>,
}

impl Client {
    /// A client that trusts, resolves and is proxied as `options` say.
    pub fn new(options: &Options) -> Self {
        Self { options: Arc::new(options.clone()), made: Arc::default() }
    }

    /// Reads a page; the error says why there is none.
    pub async fn get(&self, url: &str) -> Result<Page, String> {
        let url = reqwest::Url::parse(url).map_err(|error| error.to_string())?;
        let client = self.client_for(&url)?;
        let mut response = client.get(url).send().await.map_err(|error| text(&error))?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| text(&error))? {
            body.extend_from_slice(&chunk);
            if body.len() >= PAGE_LIMIT {
                body.truncate(PAGE_LIMIT);
                break;
            }
        }
        Ok(Page { status: response.status().as_u16(), body })
    }

    fn client_for(&self, url: &reqwest::Url) -> Result<&reqwest::Client, String> {
        let (needs_tls, needs_proxy) = (url.scheme() == "https", !is_loopback(url));
        let place = &self.made[usize::from(needs_tls) * 2 + usize::from(needs_proxy)];
        if let Some(client) = place.get() {
            return Ok(client);
        }
        let client = build(&self.options, needs_tls, needs_proxy)?;
        Ok(place.get_or_init(|| client))
    }
}

/// Loopback is never proxied.
fn is_loopback(url: &reqwest::Url) -> bool {
    url.host_str().is_some_and(|host| {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost" || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
    })
}

fn build(options: &Options, needs_tls: bool, needs_proxy: bool) -> Result<reqwest::Client, String> {
    let tls = if needs_tls { tls::client_config(options.insecure, &options.certificates) } else { no_tls() };
    let close = [(reqwest::header::CONNECTION, reqwest::header::HeaderValue::from_static("close"))];
    let builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(reqwest::redirect::Policy::none())
        .default_headers(close.into_iter().collect())
        .pool_max_idle_per_host(0)
        .timeout(options.max_time.min(PAGE_TIME))
        .connect_timeout(options.connect_timeout);
    let builder = match &options.proxy {
        ProxyChoice::Explicit(url) if needs_proxy => {
            builder.proxy(reqwest::Proxy::all(url.expose()).map_err(|error| text(&error))?)
        }
        ProxyChoice::Environment if needs_proxy => builder,
        _ => builder.no_proxy(),
    };
    let resolved = |builder: reqwest::ClientBuilder, rule: &super::Resolve| {
        builder.resolve(&rule.host, SocketAddr::new(rule.address, rule.port))
    };
    options.resolve.iter().fold(builder, resolved).build().map_err(|error| text(&error))
}

/// What the client wants to have where TLS is not used: it trusts nobody.
fn no_tls() -> ClientConfig {
    tls::trusting(RootCertStore::empty())
}

/// What the client says without the URL, which may hold a secret, and down to the cause.
fn text(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
