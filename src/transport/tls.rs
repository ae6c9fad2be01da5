//! TLS for https receivers: which roots are trusted, and what a failed handshake means.

use std::error::Error;
use std::io;
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    self, CertificateError, ClientConfig, ConfigBuilder, DigitallySignedStruct, RootCertStore, SignatureScheme,
    WantsVerifier,
};

use crate::wire::{Address, FailureKind};
use crate::words::exchange as words;

/// Roots to trust beside the compiled-in public ones.
#[derive(Clone, Debug, Default)]
pub struct Certificates(Vec<CertificateDer<'static>>);

impl Certificates {
    /// Reads PEM text; the error says what is wrong with it.
    pub fn from_pem(pem: &[u8]) -> Result<Self, String> {
        let certificates: Vec<_> =
            CertificateDer::pem_slice_iter(pem).collect::<Result<_, _>>().map_err(|error| error.to_string())?;
        let mut roots = RootCertStore::empty();
        for certificate in &certificates {
            roots.add(certificate.clone()).map_err(|error| error.to_string())?;
        }
        if certificates.is_empty() { Err(words::no_certificates()) } else { Ok(Self(certificates)) }
    }
}

/// The TLS side of a transport.
pub(super) struct Tls(TlsConnector);

impl std::fmt::Debug for Tls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tls")
    }
}

impl Tls {
    /// Trusts the public roots compiled in, and `extra`. POPBiLL calls over the public internet, so the roots
    /// that count are the public ones and not those of this machine.
    pub(super) fn new(insecure: bool, extra: &Certificates) -> Self {
        let mut config = client_config(insecure, extra);
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Self(TlsConnector::from(Arc::new(config)))
    }

    /// Makes the stream a secret one.
    pub(super) async fn handshake(
        &self,
        address: &Address,
        stream: TcpStream,
    ) -> Result<TlsStream<TcpStream>, (FailureKind, String)> {
        let host = address.host().trim_start_matches('[').trim_end_matches(']').to_owned();
        let name = ServerName::try_from(host).map_err(|error| (FailureKind::TlsHostname, error.to_string()))?;
        self.0.connect(name, stream).await.map_err(|error| match alert(&error) {
            Some(named) => named,
            None if error.kind() == io::ErrorKind::ConnectionReset => (FailureKind::ConnectionReset, error.to_string()),
            None => (FailureKind::TlsHandshake, error.to_string()),
        })
    }
}

/// Whom a client trusts: anybody, or the public roots and `extra`.
pub(super) fn client_config(insecure: bool, extra: &Certificates) -> ClientConfig {
    if insecure {
        let verifier = Arc::new(AcceptAny(Arc::new(ring::default_provider())));
        return builder().dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth();
    }
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    roots.add_parsable_certificates(extra.0.iter().cloned());
    trusting(roots)
}

/// A client that trusts these roots.
pub(super) fn trusting(roots: RootCertStore) -> ClientConfig {
    builder().with_root_certificates(roots).with_no_client_auth()
}

fn builder() -> ConfigBuilder<ClientConfig, WantsVerifier> {
    ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("ring supports the default protocol versions")
}

/// The TLS failure inside an io error, if there is one. With TLS 1.3 a refused client arrives only at the first
/// read, so the conversation asks too.
pub(super) fn alert(error: &io::Error) -> Option<(FailureKind, String)> {
    let mut link: Option<&(dyn Error + 'static)> = error.get_ref().map(|inner| inner as &(dyn Error + 'static));
    while let Some(inner) = link {
        if let Some(tls) = inner.downcast_ref::<rustls::Error>() {
            return Some((kind(tls), tls.to_string()));
        }
        link = inner.source();
    }
    None
}

fn kind(error: &rustls::Error) -> FailureKind {
    use CertificateError as Bad;
    match error {
        rustls::Error::InvalidCertificate(bad) => match bad {
            Bad::Expired | Bad::ExpiredContext { .. } | Bad::NotValidYet | Bad::NotValidYetContext { .. } => {
                FailureKind::TlsExpired
            }
            Bad::NotValidForName | Bad::NotValidForNameContext { .. } => FailureKind::TlsHostname,
            _ => FailureKind::TlsUntrusted,
        },
        _ => FailureKind::TlsHandshake,
    }
}

/// Believes every certificate, for `--insecure`; signatures are still checked, so the handshake is a real one.
#[derive(Debug)]
struct AcceptAny(Arc<CryptoProvider>);

impl ServerCertVerifier for AcceptAny {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
