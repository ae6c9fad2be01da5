//! An ordinary client, for what is no delivery: waiting for a receiver, reading a page of it.

use std::net::SocketAddr;
use std::time::Duration;

use super::proxy::ProxyChoice;
use super::{Options, tls};

/// The largest page that is read, in bytes.
const PAGE_LIMIT: usize = 1024 * 1024;

/// A client that follows no redirect and keeps no cookie.
#[derive(Clone, Debug)]
pub struct Client {
    direct: reqwest::Client,
    proxied: reqwest::Client,
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
    /// A client that trusts and resolves as `options` say.
    pub fn new(options: &Options) -> Result<Self, String> {
        let proxied = match &options.proxy {
            ProxyChoice::Never => builder(options).no_proxy(),
            ProxyChoice::Environment => builder(options),
            ProxyChoice::Explicit(url) => {
                builder(options).proxy(reqwest::Proxy::all(url.expose()).map_err(|error| text(&error))?)
            }
        };
        let build = |builder: reqwest::ClientBuilder| builder.build().map_err(|error| text(&error));
        Ok(Self { direct: build(builder(options).no_proxy())?, proxied: build(proxied)? })
    }

    /// Reads a page; the error says why there is none. Loopback is never proxied.
    pub async fn get(&self, url: &str) -> Result<Page, String> {
        let url = reqwest::Url::parse(url).map_err(|error| error.to_string())?;
        let is_loopback = url.host_str().is_some_and(|host| {
            let host = host.trim_start_matches('[').trim_end_matches(']');
            host == "localhost" || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
        });
        let client = if is_loopback { &self.direct } else { &self.proxied };
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
}

fn builder(options: &Options) -> reqwest::ClientBuilder {
    let tls = tls::client_config(options.insecure, &options.certificates);
    let builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(reqwest::redirect::Policy::none())
        .timeout(options.max_time.min(Duration::from_secs(10)))
        .connect_timeout(options.connect_timeout);
    options
        .resolve
        .iter()
        .fold(builder, |builder, rule| builder.resolve(&rule.host, SocketAddr::new(rule.address, rule.port)))
}

/// What the client says without the URL, which may hold a secret, and down to the cause.
fn text(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
