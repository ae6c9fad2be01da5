//! TLS for the receiver we play: a certificate from files, or one made on the spot.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{Error, ServerConfig};
use tokio_rustls::server::TlsStream;

use crate::words::{exchange, serving as words};

/// Accepts TLS with one certificate.
#[derive(Clone)]
pub struct ServerTls {
    acceptor: TlsAcceptor,
    certificate_pem: String,
}

/// Why a certificate or its key cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServerTlsError {
    /// The certificate.
    Certificate(String),
    /// The key.
    Key(String),
}

impl ServerTls {
    /// A certificate chain and its key, both PEM.
    pub fn from_pem(chain: &[u8], key: &[u8]) -> Result<Self, ServerTlsError> {
        let chain_text = String::from_utf8_lossy(chain).into_owned();
        let chain: Vec<_> = CertificateDer::pem_slice_iter(chain)
            .collect::<Result<_, _>>()
            .map_err(|error| ServerTlsError::Certificate(error.to_string()))?;
        if chain.is_empty() {
            return Err(ServerTlsError::Certificate(exchange::no_certificates()));
        }
        if key.windows(9).any(|window| window == b"ENCRYPTED") {
            return Err(ServerTlsError::Key(words::encrypted_key()));
        }
        let key = PrivateKeyDer::from_pem_slice(key)
            .map_err(|error| ServerTlsError::Key(words::bad_key(&error.to_string())))?;
        Self::new(chain, key, chain_text).map_err(|error| match error {
            Error::InconsistentKeys(_) => ServerTlsError::Key(words::other_key()),
            error => ServerTlsError::Certificate(error.to_string()),
        })
    }

    /// A certificate of our own for these names, valid from now on; nothing is written anywhere.
    pub fn self_signed(names: Vec<String>) -> Result<Self, String> {
        let made = rcgen::generate_simple_self_signed(names).map_err(|error| error.to_string())?;
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        Self::new(vec![made.cert.der().clone()], key, made.cert.pem()).map_err(|error| error.to_string())
    }

    fn new(
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
        certificate_pem: String,
    ) -> Result<Self, Error> {
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))?;
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)), certificate_pem })
    }

    /// The certificate, so that a caller can be told to trust it.
    pub fn certificate_pem(&self) -> &str {
        &self.certificate_pem
    }

    /// Makes an accepted stream a secret one.
    pub async fn accept(&self, stream: TcpStream) -> io::Result<ServerStream> {
        Ok(ServerStream::Tls(Box::new(self.acceptor.accept(stream).await?)))
    }
}

impl std::fmt::Debug for ServerTls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerTls")
    }
}

/// A connection that was accepted, plain or over TLS.
#[derive(Debug)]
pub enum ServerStream {
    /// Plain.
    Plain(TcpStream),
    /// Over TLS.
    Tls(Box<TlsStream<TcpStream>>),
}

impl ServerStream {
    /// Cuts the connection with a reset.
    pub fn reset(self) {
        let socket = match &self {
            Self::Plain(stream) => stream,
            Self::Tls(stream) => stream.get_ref().0,
        };
        // Where a reset cannot be asked for, the connection is at least closed.
        socket.set_zero_linger().ok();
    }
}

impl AsyncRead for ServerStream {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_read(context, buffer),
            Self::Tls(stream) => Pin::new(stream).poll_read(context, buffer),
        }
    }
}

impl AsyncWrite for ServerStream {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_write(context, bytes),
            Self::Tls(stream) => Pin::new(stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_flush(context),
            Self::Tls(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_shutdown(context),
            Self::Tls(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}
