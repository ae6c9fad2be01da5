//! The tables of the file and the keys of each.

use std::collections::BTreeMap;
use std::path::Path;

use toml::de::DeTable;

use super::error::{ConfigError, ConfigWarning, Position, Problem};
use super::values::{Entry, Source, document, entries, policy};
use super::{Config, CredentialSource, Environment, PolicyChoice, ProductSettings, Settings};
use crate::event::{CorpNum, Product};
use crate::wire::{Address, CredentialKind};
use crate::words;
use crate::words::config::wanted;

/// The keys of an environment, besides its products.
pub(super) const ENVIRONMENT_KEYS: [&str; 10] = [
    "url",
    "api_key_env",
    "basic_env",
    "max_time",
    "connect_timeout",
    "edition",
    "policy",
    "strict",
    "cacert",
    "proxy",
];
/// The keys of a product.
pub(super) const PRODUCT_KEYS: [&str; 4] = ["url", "api_key_env", "basic_env", "individual"];
/// The keys of a policy of one's own.
pub(super) const POLICY_KEYS: [&str; 2] = ["retries", "interval"];

/// Reads the text of the file at `path`, which is only named in messages and as the start of relative paths.
///
/// # Errors
///
/// The first mistake in the file: not TOML, unknown or misplaced keys, values of the wrong type or form, two
/// kinds of credentials in one table, and secrets where only a variable's name belongs.
pub fn parse(text: &str, path: &Path) -> Result<Config, ConfigError> {
    document(text, path, |source, table| read_file(source, table, path))
}

fn read_file(source: Source<'_>, table: &DeTable<'_>, path: &Path) -> Result<Config, ConfigError> {
    let mut config = Config { path: path.to_owned(), warnings: Vec::new(), test: None, production: None };
    for entry in entries(source, table) {
        let Ok(environment) = entry.key.parse::<Environment>() else {
            return Err(stray_key(&entry, Level::Root));
        };
        let settings = Some(read_environment(&entry, environment, &mut config.warnings)?);
        match environment {
            Environment::Test => config.test = settings,
            Environment::Production => config.production = settings,
        }
    }
    config.warnings.sort_by_key(|warning| warning.position);
    Ok(config)
}

fn read_environment(
    table: &Entry<'_>,
    environment: Environment,
    warnings: &mut Vec<ConfigWarning>,
) -> Result<Settings, ConfigError> {
    let level = Level::Environment(environment);
    let mut settings = Settings::empty(environment);
    for entry in entries(table.source, table.table()?) {
        match entry.key {
            "url" => settings.url = Some(entry.address()?),
            "api_key_env" | "basic_env" => read_credentials(&entry, level, &mut settings.credentials)?,
            "max_time" => settings.max_time = Some(entry.limit("max_time")?),
            "connect_timeout" => settings.connect_timeout = Some(entry.limit("connect_timeout")?),
            "edition" => settings.edition = Some(entry.edition()?),
            "policy" => settings.policy = Some(read_policy(&entry, environment)?),
            "strict" => settings.strict = Some(entry.switch()?),
            "cacert" => settings.cacert = Some(entry.path("cacert")?),
            "proxy" => settings.proxy = Some(entry.proxy()?),
            key => {
                let Ok(product) = key.parse::<Product>() else { return Err(stray_key(&entry, level)) };
                let own = read_product(&entry, Level::Product(environment, product), warnings)?;
                settings.products.insert(product, own);
            }
        }
    }
    Ok(settings)
}

fn read_product(
    table: &Entry<'_>,
    level: Level,
    warnings: &mut Vec<ConfigWarning>,
) -> Result<ProductSettings, ConfigError> {
    let mut own = ProductSettings::default();
    for entry in entries(table.source, table.table()?) {
        match entry.key {
            "url" => own.url = Some(entry.address()?),
            "api_key_env" | "basic_env" => read_credentials(&entry, level, &mut own.credentials)?,
            "individual" => own.individual = read_individual(&entry, warnings)?,
            _ => return Err(stray_key(&entry, level)),
        }
    }
    Ok(own)
}

fn read_individual(
    table: &Entry<'_>,
    warnings: &mut Vec<ConfigWarning>,
) -> Result<BTreeMap<CorpNum, Address>, ConfigError> {
    let mut individual = BTreeMap::new();
    for entry in entries(table.source, table.table()?) {
        let Ok(corp_num) = entry.key.parse::<CorpNum>() else {
            return Err(entry.wrong_key(Problem::BadCorpNum(entry.key.to_owned())));
        };
        if individual.insert(corp_num, entry.address()?).is_some() {
            return Err(entry.wrong_key(Problem::RepeatedCorpNum(corp_num)));
        }
        if !corp_num.has_valid_check_digit() {
            let position = Position::of(entry.source.text, entry.key_at);
            warnings.push(ConfigWarning { path: entry.source.path.to_owned(), position, corp_num });
        }
    }
    Ok(individual)
}

fn read_policy(entry: &Entry<'_>, environment: Environment) -> Result<PolicyChoice, ConfigError> {
    let own = policy(entry, |part| stray_key(part, Level::Policy(environment)))?;
    Ok(own.map_or(PolicyChoice::Popbill, PolicyChoice::Custom))
}

fn read_credentials(
    entry: &Entry<'_>,
    level: Level,
    credentials: &mut Option<CredentialSource>,
) -> Result<(), ConfigError> {
    let (key, kind) = match entry.key {
        "basic_env" => ("basic_env", CredentialKind::Basic),
        _ => ("api_key_env", CredentialKind::ApiKey),
    };
    let variable = entry.text(wanted::variable())?;
    if !is_variable(variable) {
        return Err(entry.wrong_value(Problem::NotAVariable(key)));
    }
    if credentials.is_some() {
        return Err(entry.wrong_key(Problem::BothCredentials(level.table())));
    }
    *credentials = Some(CredentialSource { kind, variable: variable.to_owned() });
    Ok(())
}

/// Whether every shell could set such a variable (POSIX "Name").
fn is_variable(name: &str) -> bool {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    name.bytes().all(word) && !name.is_empty() && !name.starts_with(|first: char| first.is_ascii_digit())
}

/// A table, by what may stand in it.
#[derive(Clone, Copy)]
enum Level {
    Root,
    Environment(Environment),
    Product(Environment, Product),
    Policy(Environment),
}

impl Level {
    fn table(self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Environment(environment) => environment.name().to_owned(),
            Self::Product(environment, product) => format!("{environment}.{product}"),
            Self::Policy(environment) => format!("{environment}.policy"),
        }
    }

    fn allowed(self) -> Vec<&'static str> {
        match self {
            Self::Root => Environment::ALL.map(Environment::name).to_vec(),
            Self::Environment(_) => [&ENVIRONMENT_KEYS[..], &Product::ALL.map(Product::name)].concat(),
            Self::Product(..) => PRODUCT_KEYS.to_vec(),
            Self::Policy(_) => POLICY_KEYS.to_vec(),
        }
    }

    /// The table a key belongs in that is known, but not here.
    fn home(self, key: &str) -> Option<String> {
        let of_environment = ENVIRONMENT_KEYS.contains(&key) || key.parse::<Product>().is_ok();
        let of_business = key == "individual" || key.parse::<CorpNum>().is_ok();
        match self {
            Self::Root if of_environment => Some(words::config::either_environment().to_owned()),
            Self::Root if of_business => Some(words::config::individual_table(Environment::Test.name(), None)),
            Self::Environment(environment) if of_business => {
                Some(words::config::individual_table(environment.name(), None))
            }
            Self::Product(environment, product) if of_business => {
                Some(words::config::individual_table(environment.name(), Some(product.name())))
            }
            Self::Product(environment, _) | Self::Policy(environment) if of_environment => {
                Some(format!("[{environment}]"))
            }
            _ => None,
        }
    }
}

/// What to say of a key that does not belong where it stands. A secret is the worst of it, so it comes first.
fn stray_key(entry: &Entry<'_>, level: Level) -> ConfigError {
    let (key, table) = (entry.key.to_owned(), level.table());
    entry.wrong_key(if let Some(instead) = secret_key(&key) {
        Problem::SecretKey { key, instead }
    } else if let Some(home) = level.home(&key) {
        Problem::MisplacedKey { key, table, home }
    } else {
        Problem::UnknownKey { key, table, allowed: level.allowed() }
    })
}

/// The key that takes a variable's name in place of a key that is named like the secret itself.
fn secret_key(key: &str) -> Option<&'static str> {
    let folded: String = key.chars().filter(|letter| !matches!(letter, '-' | '_')).collect();
    match folded.to_lowercase().as_str() {
        "apikey" | "xapikey" | "key" | "token" | "secret" | "apisecret" => Some("api_key_env"),
        "basic" | "user" | "username" | "password" | "passwd" | "userpass" | "authorization" | "credentials" => {
            Some("basic_env")
        }
        _ => None,
    }
}
