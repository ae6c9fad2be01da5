//! Where an event goes and with which credentials: flag before variable before file.

use std::path::{Path, PathBuf};

use super::global::GlobalArgs;
use super::{CliError, values};
use crate::config::{Config, CredentialSource, Environment, Settings};
use crate::event::{CorpNum, Kind};
use crate::wire::{Address, CredentialError, CredentialKind, Credentials, CustomHeader};
use crate::words::{credentials as words, errors};

/// The two variables are read here and not by the parser: a flag of one kind overrules the variable of the other.
const BASIC_HELP: &str = "Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]";
const API_KEY_HELP: &str = "An API key, sent in X-Api-Key [env: POPBILL_HOOK_API_KEY]";

/// The receiver and how to authenticate to it.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Endpoint")]
pub(super) struct EndpointArgs {
    /// The table of popbill-hook.toml to use: test or production
    #[arg(long, value_name = "NAME", env = "POPBILL_HOOK_ENV", default_value = "test", value_parser = values::EnvironmentParser)]
    pub(super) env: Environment,

    /// Basic credentials, USER:PASSWORD
    #[arg(short = 'u', long, value_name = "USER:PASSWORD", conflicts_with = "api_key", help = BASIC_HELP)]
    basic: Option<String>,

    /// An API key, sent in X-Api-Key
    #[arg(long, value_name = "KEY", help = API_KEY_HELP)]
    api_key: Option<String>,

    /// Another header, 'Name: value'; 'Name:' takes one away (repeatable)
    #[arg(short = 'H', long = "header", value_name = "HEADER", env = "POPBILL_HOOK_HEADER")]
    pub(super) headers: Vec<CustomHeader>,
}

/// The configuration that holds for this command, if there is one.
pub(super) struct Configured {
    config: Option<Config>,
    environment: Environment,
}

impl Configured {
    /// Loads the named file, or the one found upward from here.
    pub(super) fn load(global: &GlobalArgs, environment: Environment) -> Result<Self, CliError> {
        let found = || std::env::current_dir().ok().and_then(|here| crate::config::find(&here));
        let path: Option<PathBuf> = global.config.clone().or_else(found);
        let config = path.map(|path| crate::config::load(&path)).transpose()?;
        Ok(Self { config, environment })
    }

    /// The table of the environment.
    pub(super) fn settings(&self) -> Option<&Settings> {
        self.config.as_ref().and_then(|config| config.environment(self.environment))
    }

    /// What the file itself is warned about.
    pub(super) fn warnings(&self) -> Vec<String> {
        self.config.iter().flat_map(|config| config.warnings.iter().map(ToString::to_string)).collect()
    }

    fn path(&self) -> Option<&Path> {
        self.config.as_ref().map(|config| config.path.as_path())
    }
}

/// A resolved endpoint.
pub(super) struct Endpoint {
    pub(super) address: Address,
    pub(super) credentials: Credentials,
}

impl EndpointArgs {
    /// Which credentials were typed, if any were.
    pub(super) fn typed_credentials(&self) -> Option<CredentialKind> {
        let basic = self.basic.as_ref().map(|_| CredentialKind::Basic);
        basic.or(self.api_key.as_ref().map(|_| CredentialKind::ApiKey))
    }

    /// The endpoint for an event of `kind` that is announced to `corp_num`.
    pub(super) fn resolve(
        &self,
        url: Option<Address>,
        configured: &Configured,
        kind: &Kind,
        corp_num: CorpNum,
    ) -> Result<Endpoint, CliError> {
        let route = configured.settings().map(|settings| settings.route(kind.product, Some(corp_num)));
        let (address, from_file) = match (url, route) {
            (Some(url), Some(Ok(route))) if url.has_origin_of(&route.address) => (url, route.credentials),
            // A secret of the file belongs to the URLs of the file: it is not sent elsewhere.
            (Some(url), _) => (url, None),
            (None, Some(Ok(route))) => (route.address, route.credentials),
            (None, Some(Err(missing))) => {
                return Err(CliError::usage_hint(missing.to_string(), errors::no_endpoint_hint(kind.id)));
            }
            (None, None) => return Err(self.no_endpoint(configured, kind)),
        };
        let credentials = match given(self.basic.as_deref(), self.api_key.as_deref())? {
            Some(credentials) => credentials,
            None => from_file.map(|source| read(&source, configured.path())).transpose()?.unwrap_or_default(),
        };
        Ok(Endpoint { address, credentials })
    }

    fn no_endpoint(&self, configured: &Configured, kind: &Kind) -> CliError {
        let message = match configured.path() {
            None => errors::no_endpoint(),
            Some(path) => errors::no_environment(self.env.name(), &path.display().to_string()),
        };
        CliError::usage_hint(message, errors::no_endpoint_hint(kind.id))
    }
}

/// The credentials for a URL: of the command line, else of the environment, else of the file, where the URL is one
/// of the file.
pub(super) fn credentials_for(
    url: &Address,
    given: Option<Credentials>,
    configured: &Configured,
    kind: Option<&Kind>,
    corp_num: Option<CorpNum>,
) -> Result<Credentials, CliError> {
    if let Some(given) = given {
        return Ok(given);
    }
    let settings = configured.settings().zip(kind);
    let route = settings.and_then(|(settings, kind)| settings.route(kind.product, corp_num).ok());
    let source = route.filter(|route| url.has_origin_of(&route.address)).and_then(|route| route.credentials);
    source.map(|source| read(&source, configured.path())).transpose().map(Option::unwrap_or_default)
}

/// Credentials of the command line, else of the environment.
pub(super) fn given(basic: Option<&str>, api_key: Option<&str>) -> Result<Option<Credentials>, CliError> {
    if let Some(pair) = basic {
        return usable(Credentials::basic(pair)).map(Some);
    }
    if let Some(key) = api_key {
        return usable(Credentials::api_key(key)).map(Some);
    }
    let variable = |kind: CredentialKind| std::env::var(kind.variable()).ok().filter(|value| !value.is_empty());
    match (variable(CredentialKind::Basic), variable(CredentialKind::ApiKey)) {
        (Some(_), Some(_)) => {
            Err(CliError::usage(words::both(CredentialKind::Basic.variable(), CredentialKind::ApiKey.variable())))
        }
        (Some(pair), None) => usable(Credentials::basic(pair)).map(Some),
        (None, Some(key)) => usable(Credentials::api_key(key)).map(Some),
        (None, None) => Ok(None),
    }
}

fn usable(credentials: Result<Credentials, CredentialError>) -> Result<Credentials, CliError> {
    credentials.map_err(|error| CliError::usage(error.to_string()))
}

/// Reads the variable a file names.
fn read(source: &CredentialSource, path: Option<&Path>) -> Result<Credentials, CliError> {
    let place = path.map_or_else(String::new, |path| path.display().to_string());
    let value = std::env::var(&source.variable)
        .map_err(|_| CliError::usage(words::unset_variable(&source.variable, &place)))?;
    usable(match source.kind {
        CredentialKind::Basic => Credentials::basic(value),
        CredentialKind::ApiKey => Credentials::api_key(value),
    })
}
