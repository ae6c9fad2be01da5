//! What a file says about one environment, and where an event goes by it. Pure.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use super::Environment;
use crate::delivery::RetryPolicy;
use crate::event::{CorpNum, Edition, Product};
use crate::wire::{Address, CredentialKind};
use crate::words;

/// One environment's table. Everything that is not written there is absent, so that flags and variables can be
/// laid over it and defaults under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Which environment.
    pub environment: Environment,
    /// The integrated URL of every product.
    pub url: Option<Address>,
    /// The variable that holds the credentials of every product.
    pub credentials: Option<CredentialSource>,
    /// The time limit of a whole answer.
    pub max_time: Option<Duration>,
    /// The time limit of connecting.
    pub connect_timeout: Option<Duration>,
    /// The generation of documents.
    pub edition: Option<Edition>,
    /// The retry policy.
    pub policy: Option<PolicyChoice>,
    /// Whether a tolerated answer fails.
    pub strict: Option<bool>,
    /// A file of certificates to trust; a relative path starts at the configuration file.
    pub cacert: Option<PathBuf>,
    /// The http proxy.
    pub proxy: Option<Address>,
    /// What products have for themselves.
    pub products: BTreeMap<Product, ProductSettings>,
}

/// One product's table within an environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductSettings {
    /// The product's integrated URL.
    pub url: Option<Address>,
    /// The variable that holds the product's credentials.
    pub credentials: Option<CredentialSource>,
    /// The individual URL of each business.
    pub individual: BTreeMap<CorpNum, Address>,
}

/// Where a secret is found: in an environment variable, which whoever asks must read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialSource {
    /// How the secret is sent.
    pub kind: CredentialKind,
    /// The name of the variable.
    pub variable: String,
}

/// Which retry policy a file asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyChoice {
    /// POPBiLL's own, which depends on edition and product.
    Popbill,
    /// The file's own.
    Custom(RetryPolicy),
}

impl PolicyChoice {
    /// The policy for one product.
    pub fn policy(self, edition: Edition, product: Product) -> RetryPolicy {
        match self {
            Self::Popbill => RetryPolicy::popbill(edition, product),
            Self::Custom(policy) => policy,
        }
    }
}

/// Where an event goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The receiver.
    pub address: Address,
    /// Where its URL stands in the file.
    pub place: UrlPlace,
    /// Where its credentials are found.
    pub credentials: Option<CredentialSource>,
}

/// Where in a file a URL stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UrlPlace {
    /// In which environment.
    pub environment: Environment,
    /// For what.
    pub scope: UrlScope,
}

/// What a URL is for (overview, "Callback URL Registration").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UrlScope {
    /// Integrated: every product, every business.
    Environment,
    /// Integrated: one product, every business.
    Product(Product),
    /// Individual: one product of one business.
    Individual(Product, CorpNum),
}

impl fmt::Display for UrlPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let environment = self.environment;
        f.write_str(&match self.scope {
            UrlScope::Environment => words::config::url_place(environment.name(), "url"),
            UrlScope::Product(product) => words::config::url_place(&format!("{environment}.{product}"), "url"),
            UrlScope::Individual(product, corp_num) => {
                words::config::url_place(&format!("{environment}.{product}.individual"), &corp_num.to_string())
            }
        })
    }
}

/// No URL is configured for an event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct NoRoute {
    /// The environment that was asked.
    pub environment: Environment,
    /// The product of the event.
    pub product: Product,
    /// The business it is announced to, if known.
    pub corp_num: Option<CorpNum>,
    /// Every URL that is configured in this environment, for other events.
    pub configured: Vec<UrlPlace>,
}

impl NoRoute {
    fn sentence(&self) -> String {
        let corp_num = self.corp_num.map(|number| number.to_string());
        let configured: Vec<String> = self.configured.iter().map(ToString::to_string).collect();
        words::config::no_route(self.environment.name(), self.product.name(), corp_num.as_deref(), &configured)
    }
}

impl Settings {
    /// An environment of which nothing is said.
    pub fn empty(environment: Environment) -> Self {
        Self {
            environment,
            url: None,
            credentials: None,
            max_time: None,
            connect_timeout: None,
            edition: None,
            policy: None,
            strict: None,
            cacert: None,
            proxy: None,
            products: BTreeMap::new(),
        }
    }

    /// Where an event of `product` about `corp_num` goes: the individual URL of this business, else the product's
    /// integrated URL, else the environment's.
    pub fn route(&self, product: Product, corp_num: Option<CorpNum>) -> Result<Route, NoRoute> {
        let own = self.products.get(&product);
        let individual = own
            .zip(corp_num)
            .and_then(|(own, number)| Some((own.individual.get(&number)?, UrlScope::Individual(product, number))));
        let integrated = || own.and_then(|own| Some((own.url.as_ref()?, UrlScope::Product(product))));
        let common = || Some((self.url.as_ref()?, UrlScope::Environment));
        match individual.or_else(integrated).or_else(common) {
            Some((address, scope)) => Ok(Route {
                address: address.clone(),
                place: UrlPlace { environment: self.environment, scope },
                credentials: self.credentials(product).cloned(),
            }),
            None => Err(NoRoute { environment: self.environment, product, corp_num, configured: self.places() }),
        }
    }

    /// Where the credentials of a product are found: its own, else the environment's.
    pub fn credentials(&self, product: Product) -> Option<&CredentialSource> {
        let own = self.products.get(&product).and_then(|own| own.credentials.as_ref());
        own.or(self.credentials.as_ref())
    }

    /// Where every URL of this environment stands.
    fn places(&self) -> Vec<UrlPlace> {
        let common = self.url.iter().map(|_| UrlScope::Environment);
        let of_products = self.products.iter().flat_map(|(&product, own)| {
            let integrated = own.url.iter().map(move |_| UrlScope::Product(product));
            integrated.chain(own.individual.keys().map(move |&number| UrlScope::Individual(product, number)))
        });
        common.chain(of_products).map(|scope| UrlPlace { environment: self.environment, scope }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACME: &str = "1234567891";
    const OTHER: &str = "6798700433";

    fn settings() -> Settings {
        let mut settings = Settings::empty(Environment::Test);
        settings.url = Some("http://common".parse().unwrap());
        settings.credentials = Some(source("COMMON"));
        let mut cashbill = ProductSettings { url: Some("http://cash".parse().unwrap()), ..Default::default() };
        cashbill.credentials = Some(source("CASH"));
        cashbill.individual.insert(ACME.parse().unwrap(), "http://acme".parse().unwrap());
        settings.products.insert(Product::Cashbill, cashbill);
        let mut nts = ProductSettings::default();
        nts.individual.insert(ACME.parse().unwrap(), "http://acme-nts".parse().unwrap());
        settings.products.insert(Product::Nts, nts);
        settings
    }

    fn source(variable: &str) -> CredentialSource {
        CredentialSource { kind: CredentialKind::ApiKey, variable: variable.to_owned() }
    }

    #[test]
    fn the_most_particular_url_wins() {
        for (product, corp_num, url, place, variable) in [
            (Product::Cashbill, Some(ACME), "http://acme/", "[test.cashbill.individual] 1234567891", "CASH"),
            (Product::Cashbill, Some(OTHER), "http://cash/", "[test.cashbill] url", "CASH"),
            (Product::Cashbill, None, "http://cash/", "[test.cashbill] url", "CASH"),
            (Product::Nts, Some(ACME), "http://acme-nts/", "[test.nts.individual] 1234567891", "COMMON"),
            (Product::Nts, Some(OTHER), "http://common/", "[test] url", "COMMON"),
            (Product::Kakao, Some(ACME), "http://common/", "[test] url", "COMMON"),
        ] {
            let route = settings().route(product, corp_num.map(|number| number.parse().unwrap())).unwrap();
            assert_eq!((route.address.to_string().as_str(), route.place.to_string().as_str()), (url, place));
            assert_eq!(route.credentials, Some(source(variable)), "{product} {corp_num:?}");
        }
    }

    #[test]
    fn no_route_says_what_there_is() {
        let mut settings = settings();
        settings.url = None;
        let missing = settings.route(Product::Nts, Some(OTHER.parse().unwrap())).unwrap_err();
        assert_eq!(missing.configured.len(), 3);
        assert_eq!(
            missing.to_string(),
            "[test] has no URL for nts, business 6798700433; it has [test.cashbill] url, \
             [test.cashbill.individual] 1234567891, [test.nts.individual] 1234567891"
        );
        let empty = Settings::empty(Environment::Production).route(Product::Kakao, None).unwrap_err();
        assert_eq!(empty.to_string(), "[production] has no URL for kakao; it has no URL at all");
    }

    #[test]
    fn a_long_list_is_cut() {
        let mut settings = Settings::empty(Environment::Test);
        let individual = (1..=9)
            .map(|first| (CorpNum::from_first_nine([first, 2, 3, 4, 5, 6, 7, 8, 9]), "http://host".parse().unwrap()));
        let nts = ProductSettings { individual: individual.collect(), ..Default::default() };
        settings.products.insert(Product::Nts, nts);
        let missing = settings.route(Product::Nts, None).unwrap_err();
        assert_eq!(missing.configured.len(), 9);
        assert!(missing.to_string().ends_with(" and 6 more"), "{missing}");
    }

    #[test]
    fn a_policy_choice_follows_edition_and_product() {
        let custom = RetryPolicy::custom(1, Duration::from_secs(1));
        assert_eq!(PolicyChoice::Popbill.policy(Edition::Classic, Product::Nts).retries(), 2);
        assert_eq!(PolicyChoice::Popbill.policy(Edition::Current, Product::Nts).retries(), 4);
        assert_eq!(PolicyChoice::Custom(custom).policy(Edition::Classic, Product::Nts), custom);
    }
}
