//! Flags about the connection to a receiver.

use std::path::PathBuf;
use std::time::Duration;

use super::{CliError, values};
use crate::config::Settings;
use crate::report::CurlOptions;
use crate::transport::{Certificates, Options, ProxyChoice, Resolve, without_userinfo};
use crate::wire::{Address, Secret};
use crate::words::exchange as words;

/// How to reach the receiver.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Connection")]
pub(super) struct ConnectionArgs {
    /// The time for the whole exchange [default: 10s, not documented by POPBiLL]
    #[arg(short = 'm', long, value_name = "TIME", env = "POPBILL_HOOK_MAX_TIME", value_parser = values::limit)]
    max_time: Option<Duration>,

    /// The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]
    #[arg(long, value_name = "TIME", env = "POPBILL_HOOK_CONNECT_TIMEOUT", value_parser = values::limit)]
    connect_timeout: Option<Duration>,

    /// Accept any certificate
    #[arg(short = 'k', long, env = "POPBILL_HOOK_INSECURE", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) insecure: bool,

    /// Trust these PEM certificates too
    #[arg(long, value_name = "FILE", env = "POPBILL_HOOK_CACERT")]
    cacert: Option<PathBuf>,

    /// Go through this http:// proxy; loopback is never proxied
    #[arg(short = 'x', long, value_name = "URL", env = "POPBILL_HOOK_PROXY")]
    proxy: Option<String>,

    /// Use this address for a name, as HOST:PORT:ADDRESS (repeatable)
    #[arg(long, value_name = "RULE", env = "POPBILL_HOOK_RESOLVE", value_delimiter = ',')]
    resolve: Vec<Resolve>,
}

/// The connection as it is meant: flag before file before default.
pub(super) struct Connection {
    pub(super) options: Options,
    cacert: Option<PathBuf>,
    proxy: Option<String>,
}

impl ConnectionArgs {
    /// Each flag that was given with its value, empty for a switch; credentials of a proxy are left out.
    pub(super) fn flags(&self, mut push: impl FnMut(&str, String)) {
        let time = |time: Duration| crate::clock::duration_text(time);
        for (flag, value) in [("--max-time", self.max_time), ("--connect-timeout", self.connect_timeout)] {
            if let Some(value) = value {
                push(flag, time(value));
            }
        }
        if self.insecure {
            push("--insecure", String::new());
        }
        if let Some(path) = &self.cacert {
            push("--cacert", path.display().to_string());
        }
        if let Some(url) = &self.proxy {
            push("--proxy", without_userinfo(url));
        }
        for rule in &self.resolve {
            push("--resolve", format!("{}:{}:{}", rule.host, rule.port, rule.address));
        }
    }

    /// Resolves against the configuration; reads the certificate file.
    pub(super) fn resolve(self, settings: Option<&Settings>) -> Result<Connection, CliError> {
        let defaults = Options::default();
        let cacert = self.cacert.or_else(|| settings.and_then(|settings| settings.cacert.clone()));
        let proxy = self.proxy.or_else(|| settings.and_then(|settings| Some(settings.proxy.as_ref()?.to_string())));
        let configured = |pick: fn(&Settings) -> Option<Duration>| settings.and_then(pick);
        let options = Options {
            max_time: self.max_time.or(configured(|settings| settings.max_time)).unwrap_or(defaults.max_time),
            connect_timeout: self
                .connect_timeout
                .or(configured(|settings| settings.connect_timeout))
                .unwrap_or(defaults.connect_timeout),
            insecure: self.insecure,
            certificates: cacert.as_ref().map(read_certificates).transpose()?.unwrap_or_default(),
            proxy: match &proxy {
                Some(url) => ProxyChoice::Explicit(Secret::new(url.as_str())),
                None => ProxyChoice::Environment,
            },
            resolve: self.resolve,
        };
        options.proxy.check()?;
        Ok(Connection { options, cacert, proxy })
    }
}

impl Connection {
    /// The same settings as curl flags.
    pub(super) fn curl_options(&self, address: &Address) -> CurlOptions {
        CurlOptions {
            max_time: self.options.max_time,
            connect_timeout: self.options.connect_timeout,
            insecure: self.options.insecure,
            cacert: self.cacert.as_ref().map(|path| path.display().to_string()),
            proxy: self.proxy.as_deref().filter(|_| !address.is_loopback()).map(without_userinfo),
            resolve: self
                .options
                .resolve
                .iter()
                .map(|rule| format!("{}:{}:{}", rule.host, rule.port, rule.address))
                .collect(),
            target: None,
        }
    }
}

fn read_certificates(path: &PathBuf) -> Result<Certificates, CliError> {
    let name = path.display().to_string();
    let pem = std::fs::read(path).map_err(|error| CliError::Input(name.clone(), error))?;
    Certificates::from_pem(&pem).map_err(|reason| CliError::usage(words::unusable_certificates(&name, &reason)))
}
