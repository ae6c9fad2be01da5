//! Which certificate to serve https with.

use std::path::Path;

use super::address::ListenAddress;
use crate::cli::CliError;
use crate::transport::{ServerTls, ServerTlsError};
use crate::words::{captures, exchange as words, serving};

/// A way to get a certificate without files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum TlsChoice {
    /// A certificate made on the spot, for localhost and the listening address
    SelfSigned,
}

/// The certificate asked for, if any.
pub(super) fn resolve(
    choice: Option<TlsChoice>,
    cert: Option<&Path>,
    key: Option<&Path>,
    address: ListenAddress,
) -> Result<Option<ServerTls>, CliError> {
    let is_asked = choice.is_some() || cert.is_some();
    if is_asked && address.https == Some(false) {
        return Err(CliError::usage(captures::http_with_certificate()));
    }
    if choice == Some(TlsChoice::SelfSigned) || (!is_asked && address.https == Some(true)) {
        let address = address.socket;
        let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
        if !address.ip().is_unspecified() && !address.ip().is_loopback() {
            names.push(address.ip().to_string());
        }
        return ServerTls::self_signed(names).map(Some).map_err(CliError::usage);
    }
    let (Some(cert), Some(key)) = (cert, key) else { return Ok(None) };
    let read = |path: &Path| std::fs::read(path).map_err(|error| CliError::Input(path.display().to_string(), error));
    ServerTls::from_pem(&read(cert)?, &read(key)?).map(Some).map_err(|error| {
        CliError::usage(match error {
            ServerTlsError::Certificate(reason) => words::unusable_certificates(&cert.display().to_string(), &reason),
            ServerTlsError::Key(reason) => serving::unusable_key(&key.display().to_string(), &reason),
        })
    })
}
