//! Opens the stream an exchange runs over: directly, or by way of a proxy, with TLS where the URL asks for it.

use std::error::Error;
use std::io;

use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tower_service::Service;

use super::proxy::Way;
use super::resolve::{LookUpFailed, Resolver};
use super::tls::Tls;
use super::{Options, TransportError};
use crate::wire::{Address, FailureKind, Prepared, Request, Secret};
use crate::words::exchange as words;

/// What an exchange needs of a stream, whatever it is made of.
pub(super) trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// An open stream, and how a request must be written on it.
pub(super) struct Connection {
    pub(super) stream: Box<dyn Stream>,
    /// Set where an HTTP proxy forwards in the clear.
    forwarded: Option<ProxyHead>,
}

struct ProxyHead {
    authorization: Option<Secret>,
}

impl Connection {
    /// The request's bytes for this connection.
    pub(super) fn prepare(&self, request: &Request) -> Prepared {
        match &self.forwarded {
            None => request.prepare(),
            Some(head) => request.prepare_for_proxy(head.authorization.as_ref()),
        }
    }
}

/// Why there is no stream.
pub(super) enum ConnectError {
    /// The way to the receiver, or the receiver, is at fault.
    Failed(FailureKind, String),
    /// This machine or its settings are at fault.
    Impossible(TransportError),
}

/// Connects to the receiver at `address`; a connection that `aborts` is reset when it is dropped.
pub(super) async fn connect(
    address: &Address,
    options: &Options,
    tls: Option<&Tls>,
    aborts: bool,
) -> Result<Connection, ConnectError> {
    let way = options.proxy.way(address).map_err(ConnectError::Impossible)?;
    let (stream, forwarded) = match way {
        Way::Direct => (dial(&uri(address.as_str())?, options, address.port()).await?, None),
        Way::Forward { proxy, authorization } => {
            let port = proxy.port_u16().unwrap_or(80);
            (dial(&proxy, options, port).await?, Some(ProxyHead { authorization }))
        }
        Way::Tunnel { proxy, authorization } => {
            let port = proxy.port_u16().unwrap_or(80);
            let mut tunnel = Tunnel::new(proxy, connector(options, port));
            if let Some(authorization) = authorization.and_then(|secret| secret.expose().parse().ok()) {
                tunnel = tunnel.with_auth(authorization);
            }
            let opened = tunnel.call(uri(address.as_str())?).await.map_err(|error| classify(&error, true))?;
            (opened.into_inner(), None)
        }
    };
    // Small writes must leave at once: a delayed last segment would look like a slow receiver.
    stream.set_nodelay(true).ok();
    if aborts {
        stream.set_zero_linger().ok();
    }
    let stream: Box<dyn Stream> = match tls {
        None => Box::new(stream),
        Some(tls) => {
            Box::new(tls.handshake(address, stream).await.map_err(|(kind, detail)| ConnectError::Failed(kind, detail))?)
        }
    };
    Ok(Connection { stream, forwarded })
}

async fn dial(uri: &http::Uri, options: &Options, port: u16) -> Result<TcpStream, ConnectError> {
    let connected = connector(options, port).call(uri.clone()).await;
    connected.map(hyper_util::rt::TokioIo::into_inner).map_err(|error| classify(&error, false))
}

fn connector(options: &Options, port: u16) -> HttpConnector<Resolver> {
    let mut connector = HttpConnector::new_with_resolver(Resolver::new(&options.resolve, port));
    connector.enforce_http(false);
    // The limit is shared out over the addresses of a name, so that a dead first one does not use it up.
    connector.set_connect_timeout(Some(options.connect_timeout));
    connector
}

fn uri(text: &str) -> Result<http::Uri, ConnectError> {
    text.parse().map_err(|_| ConnectError::Failed(FailureKind::Dns, text.to_owned()))
}

/// Tells the connector's errors apart by what they carry, never by their text.
fn classify(error: &(dyn Error + 'static), by_proxy: bool) -> ConnectError {
    let mut link = Some(error);
    let mut last = error;
    while let Some(error) = link {
        if error.is::<LookUpFailed>() {
            return ConnectError::Failed(FailureKind::Dns, error.to_string());
        }
        if let Some(error) = error.downcast_ref::<io::Error>() {
            return classify_io(error, by_proxy);
        }
        last = error;
        link = error.source();
    }
    let detail = if by_proxy { words::proxy(&last.to_string()) } else { last.to_string() };
    ConnectError::Failed(FailureKind::ConnectionRefused, detail)
}

fn classify_io(error: &io::Error, by_proxy: bool) -> ConnectError {
    let detail = if by_proxy { words::proxy(&error.to_string()) } else { error.to_string() };
    match error.kind() {
        io::ErrorKind::TimedOut => ConnectError::Failed(FailureKind::ConnectTimeout, detail),
        io::ErrorKind::ConnectionReset => ConnectError::Failed(FailureKind::ConnectionReset, detail),
        io::ErrorKind::AddrNotAvailable | io::ErrorKind::PermissionDenied | io::ErrorKind::OutOfMemory => {
            ConnectError::Impossible(TransportError::Local(io::Error::new(error.kind(), detail)))
        }
        // EMFILE and ENFILE have no kind of their own.
        _ if matches!(error.raw_os_error(), Some(23 | 24)) => {
            ConnectError::Impossible(TransportError::Local(io::Error::other(detail)))
        }
        _ => ConnectError::Failed(FailureKind::ConnectionRefused, detail),
    }
}
