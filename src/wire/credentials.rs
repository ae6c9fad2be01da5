//! How POPBiLL authenticates to a receiver: not at all, Basic, or an API key (overview, "Webhook Authentication").

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Secret;

/// The credentials of an endpoint. POPBiLL's setting is one selector, so there is never more than one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Credentials {
    /// No credentials, POPBiLL's default.
    #[default]
    None,
    /// `user:password`, sent Base64-encoded in `Authorization`.
    Basic(Secret),
    /// A key, sent as it is in `X-Api-Key`.
    ApiKey(Secret),
}

/// Which credentials a header field carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CredentialKind {
    /// `Authorization: Basic …`.
    Basic,
    /// `X-Api-Key: …`.
    ApiKey,
}

impl CredentialKind {
    /// The kind that a header field of this name carries, if it carries one.
    pub fn of_header(name: &str) -> Option<Self> {
        [Self::Basic, Self::ApiKey].into_iter().find(|kind| name.eq_ignore_ascii_case(kind.header()))
    }

    /// The header that carries it.
    pub fn header(self) -> &'static str {
        match self {
            Self::Basic => "Authorization",
            Self::ApiKey => "X-Api-Key",
        }
    }

    /// The environment variable that stands for the secret in printed requests.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Basic => "POPBILL_HOOK_BASIC",
            Self::ApiKey => "POPBILL_HOOK_API_KEY",
        }
    }
}

/// Why a credential cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CredentialError {
    /// Basic without a colon.
    #[error("{}", crate::words::credentials::basic_without_colon())]
    NoColon,
    /// An API key that cannot stand in a header.
    #[error("{}", crate::words::credentials::unprintable_api_key())]
    UnprintableApiKey,
}

impl Credentials {
    /// Basic credentials from `user:password`; the user is everything before the first colon.
    pub fn basic(pair: impl Into<String>) -> Result<Self, CredentialError> {
        let pair = pair.into();
        if pair.contains(':') { Ok(Self::Basic(Secret::new(pair))) } else { Err(CredentialError::NoColon) }
    }

    /// An API key; it must be able to stand in a header.
    pub fn api_key(key: impl Into<String>) -> Result<Self, CredentialError> {
        let key = key.into();
        let printable = !key.is_empty() && key.bytes().all(|byte| matches!(byte, 0x20..=0x7e));
        if printable && key.trim() == key {
            Ok(Self::ApiKey(Secret::new(key)))
        } else {
            Err(CredentialError::UnprintableApiKey)
        }
    }

    /// Which kind, if any.
    pub fn kind(&self) -> Option<CredentialKind> {
        match self {
            Self::None => None,
            Self::Basic(_) => Some(CredentialKind::Basic),
            Self::ApiKey(_) => Some(CredentialKind::ApiKey),
        }
    }

    /// The same with more behind it.
    pub fn with_suffix(&self, suffix: &str) -> Option<Self> {
        self.map(|secret| Some(format!("{}{suffix}", secret.expose())))
    }

    /// The same without its last character; nothing where nothing would be left to tell it by.
    pub fn without_last(&self) -> Option<Self> {
        self.map(|secret| {
            let mut shorter = secret.expose().to_owned();
            shorter.pop()?;
            let secret = match self {
                Self::Basic(_) => shorter.split_once(':').map_or("", |(_, password)| password),
                _ => shorter.as_str(),
            };
            (!secret.is_empty()).then_some(shorter.clone())
        })
    }

    /// The same secret under the other scheme.
    pub fn swapped(&self) -> Option<Self> {
        match self {
            Self::None => None,
            Self::Basic(pair) => Self::api_key(pair.expose()).ok(),
            Self::ApiKey(key) => Self::basic(format!("{0}:{0}", key.expose())).ok(),
        }
    }

    fn map(&self, change: impl Fn(&Secret) -> Option<String>) -> Option<Self> {
        match self {
            Self::None => None,
            Self::Basic(pair) => change(pair).map(|pair| Self::Basic(Secret::new(pair))),
            Self::ApiKey(key) => change(key).map(|key| Self::ApiKey(Secret::new(key))),
        }
    }

    /// The value of the header field.
    pub fn header_value(&self) -> Option<Secret> {
        match self {
            Self::None => None,
            Self::Basic(pair) => Some(Secret::new(format!("Basic {}", STANDARD.encode(pair.expose())))),
            Self::ApiKey(key) => Some(key.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_values_are_the_documented_ones() {
        let basic = Credentials::basic("TEST:123").unwrap();
        assert_eq!(basic.header_value().unwrap().expose(), "Basic VEVTVDoxMjM=");
        assert_eq!(Credentials::api_key("TESTAPIKEY").unwrap().header_value().unwrap().expose(), "TESTAPIKEY");
        assert_eq!(Credentials::None.header_value(), None);
    }

    #[test]
    fn unusable_credentials_are_refused() {
        assert_eq!(Credentials::basic("nocolon"), Err(CredentialError::NoColon));
        for key in ["", " padded", "two\r\nlines", "키"] {
            assert_eq!(Credentials::api_key(key), Err(CredentialError::UnprintableApiKey));
        }
    }

    #[test]
    fn near_misses_are_near_and_missed() {
        let (basic, key) = (Credentials::basic("u:a:1").unwrap(), Credentials::api_key("k1").unwrap());
        let shown = |credentials: Option<Credentials>| match credentials? {
            Credentials::Basic(secret) => Some(format!("basic {}", secret.expose())),
            Credentials::ApiKey(secret) => Some(format!("key {}", secret.expose())),
            Credentials::None => None,
        };
        assert_eq!(shown(basic.without_last()).as_deref(), Some("basic u:a:"));
        assert_eq!(shown(Credentials::basic("u:1").unwrap().without_last()), None);
        assert_eq!(shown(key.without_last()).as_deref(), Some("key k"));
        assert_eq!(shown(Credentials::api_key("k").unwrap().without_last()), None);
        assert_eq!(shown(key.with_suffix("x")).as_deref(), Some("key k1x"));
        assert_eq!(shown(basic.swapped()).as_deref(), Some("key u:a:1"));
        assert_eq!(shown(key.swapped()).as_deref(), Some("basic k1:k1"));
        assert_eq!(shown(Credentials::None.swapped()), None);
    }

    #[test]
    fn debug_shows_no_secret() {
        let shown =
            format!("{:?} {:?}", Credentials::basic("u:hunter2").unwrap(), Credentials::api_key("k3y").unwrap());
        assert!(!shown.contains("hunter2") && !shown.contains("k3y"), "{shown}");
    }
}
