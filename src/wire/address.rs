//! Where a receiver listens: what a person types, read as a URL.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use url::{Host, Position, Url};

/// The http or https URL of a receiver, without user, password and fragment, and with a usable port.
///
/// Every decision looks at the URL as parsed by the WHATWG rules, never at the text: `0x7f.1`, full-width digits
/// and backslashes all name what they are parsed to, and that is also what is printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address(Url);

/// Why a text is no address. It carries nothing of the text, which may hold a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was given.
    #[error("{}", crate::words::addresses::empty())]
    Empty,
    /// There is a space, a control character or an invisible one.
    #[error("{}", crate::words::addresses::invisible())]
    Invisible,
    /// The scheme is neither http nor https.
    #[error("{}", crate::words::addresses::scheme())]
    Scheme,
    /// There is a user or a password in it.
    #[error("{}", crate::words::addresses::user_info())]
    UserInfo,
    /// It is a path alone.
    #[error("{}", crate::words::addresses::no_host())]
    NoHost,
    /// The port is not a number from 1 to 65535.
    #[error("{}", crate::words::addresses::port())]
    Port,
    /// The port is 0.
    #[error("{}", crate::words::addresses::port_zero())]
    PortZero,
    /// There is a fragment in it.
    #[error("{}", crate::words::addresses::fragment())]
    Fragment,
    /// The URL standard refuses it otherwise.
    #[error("{}", crate::words::addresses::unparsable(&.0.to_string()))]
    Unparsable(url::ParseError),
}

/// The ports POPBiLL calls without an arrangement (overview, cashbill page, NTS page).
const POPBILL_PORTS: [u16; 3] = [80, 443, 9854];

impl Address {
    /// The whole URL, as it was understood.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host: a name in its ASCII form, or an IP address without brackets.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']')
    }

    /// The host as an IP address, if it is one.
    pub fn ip(&self) -> Option<IpAddr> {
        match self.0.host()? {
            Host::Domain(_) => None,
            Host::Ipv4(ip) => Some(ip.into()),
            Host::Ipv6(ip) => Some(ip.into()),
        }
    }

    /// The port that is connected to, given or implied by the scheme.
    pub fn port(&self) -> u16 {
        self.0.port().unwrap_or(if self.is_https() { 443 } else { 80 })
    }

    /// Whether scheme, host and port are those of `other`, so that both speak to the same receiver.
    pub fn has_origin_of(&self, other: &Self) -> bool {
        self.0.origin() == other.0.origin()
    }

    /// Whether TLS is spoken.
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Whether the host is this machine: 127.0.0.0/8 (also mapped into IPv6), `::1`, `localhost` or a name under it.
    pub fn is_loopback(&self) -> bool {
        let name = self.host().strip_suffix('.').unwrap_or(self.host());
        let by_name = name == "localhost" || name.ends_with(".localhost");
        self.ip().map_or(by_name, |ip| ip.to_canonical().is_loopback())
    }

    /// The value of `Host`: the port is left out where the scheme implies it.
    pub fn authority(&self) -> &str {
        self.0.authority()
    }

    /// The target of the request line.
    pub fn path_and_query(&self) -> String {
        self.0[Position::BeforePath..Position::AfterQuery].to_owned()
    }

    /// Whether POPBiLL calls this port without an arrangement: 80, 443 or 9854 (overview, cashbill page, NTS page).
    pub fn uses_popbill_port(&self) -> bool {
        POPBILL_PORTS.contains(&self.port())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Address {
    type Err = AddressError;

    /// Accepts `8080`, `:8080/path`, `host:8080`, `host/path`, `[::1]:8080` and http or https URLs. Without a
    /// scheme it is http, as with curl; without a host it is `localhost`.
    fn from_str(text: &str) -> Result<Self, AddressError> {
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        // The URL parser would drop some of these silently, and one before the scheme would hide it.
        if text.chars().any(is_invisible) {
            return Err(AddressError::Invisible);
        }
        let url = match missing_part(text)? {
            Some(prefix) => Url::parse(&format!("{prefix}{text}")),
            None => Url::parse(text),
        };
        match url {
            Ok(url) => accept(url),
            Err(url::ParseError::InvalidPort) => Err(AddressError::Port),
            Err(error) => Err(AddressError::Unparsable(error)),
        }
    }
}

/// A URL of a page in which placeholders stand, written out: `:8080/{mid}` is `http://localhost:8080/{mid}`. Unlike a
/// receiver's, it may hold credentials.
pub fn with_scheme(template: &str) -> Result<String, AddressError> {
    let plain: String = template.chars().map(|letter| if matches!(letter, '{' | '}') { 'x' } else { letter }).collect();
    match plain.parse::<Address>() {
        Ok(_) | Err(AddressError::UserInfo) => {}
        Err(error) => return Err(error),
    }
    Ok(format!("{}{template}", missing_part(&plain)?.unwrap_or_default()))
}

/// What must stand before `text` to make it a URL.
fn missing_part(text: &str) -> Result<Option<&'static str>, AddressError> {
    if let Some(rest) = text.strip_prefix(':') {
        return if starts_with_port(rest) { Ok(Some("http://localhost")) } else { Err(AddressError::Port) };
    }
    if starts_with_port(text) {
        return Ok(Some("http://localhost:"));
    }
    if text.starts_with(['/', '\\']) {
        return Err(AddressError::NoHost);
    }
    match split_scheme(text) {
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => Ok(None),
        Some((_, "")) => Err(AddressError::Port),
        Some((_, rest)) if rest.starts_with(|first: char| first.is_ascii_digit()) => Ok(Some("http://")),
        Some((_, rest)) if !rest.starts_with('/') && rest.contains('@') => Err(AddressError::UserInfo),
        Some(_) => Err(AddressError::Scheme),
        None => Ok(Some("http://")),
    }
}

/// Whether digits, and nothing else, stand before the path. A lone number is a port here, though a URL parser
/// takes it for an IPv4 address.
fn starts_with_port(text: &str) -> bool {
    let port = text.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Splits at the first colon, where what stands before it has the form of a scheme.
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let in_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    (scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(in_scheme))
        .then_some((scheme, rest))
}

fn accept(url: Url) -> Result<Address, AddressError> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(AddressError::Scheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::UserInfo);
    }
    if url.fragment().is_some() {
        return Err(AddressError::Fragment);
    }
    if url.port() == Some(0) {
        return Err(AddressError::PortZero);
    }
    if url.host().is_none() {
        return Err(AddressError::NoHost);
    }
    Ok(Address(url))
}

/// Spaces, controls, and the format characters that copying from a chat or a document brings along.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::ParseError::EmptyHost;

    use super::*;

    fn address(text: &str) -> Address {
        text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
    }

    #[test]
    fn what_people_type() {
        for (text, url) in [
            ("8080", "http://localhost:8080/"),
            (":8080", "http://localhost:8080/"),
            (":8080/pbconnect", "http://localhost:8080/pbconnect"),
            ("8080/pbconnect?a=1", "http://localhost:8080/pbconnect?a=1"),
            ("80", "http://localhost/"),
            ("localhost:8080", "http://localhost:8080/"),
            ("localhost", "http://localhost/"),
            ("host/path", "http://host/path"),
            ("host:9854/path", "http://host:9854/path"),
            ("127.0.0.1:8080", "http://127.0.0.1:8080/"),
            ("[::1]:8080", "http://[::1]:8080/"),
            ("example.com", "http://example.com/"),
            ("example.com:443", "http://example.com:443/"),
            ("http://example.com/popbill.callback", "http://example.com/popbill.callback"),
            ("HTTPS://Example.COM:443/A?b=%20", "https://example.com/A?b=%20"),
            ("https://예시.kr/받는곳", "https://xn--vv4b11d.kr/%EB%B0%9B%EB%8A%94%EA%B3%B3"),
            ("http://host/a@b", "http://host/a@b"),
            ("http://host\\@127.0.0.1:0", "http://host/@127.0.0.1:0"),
        ] {
            assert_eq!(address(text).to_string(), url, "{text}");
        }
    }

    #[test]
    fn disguises_are_read_as_what_they_name() {
        for text in [
            "http:\\\\127.0.0.1\\x",
            "http:127.0.0.1/x",
            "http:///127.0.0.1/x",
            "http://0x7f.1/x",
            "http://2130706433/x",
            "http://0177.0.0.1/x",
            "http://127.1/x",
            "http://①②⑦.0.0.1/x",
            "http://１２７．０．０．１/x",
            "http://127。0。0。1/x",
            "http://%31%32%37.0.0.1/x",
            "http://127.0.0.1:80/y/../x",
        ] {
            let address = address(text);
            assert_eq!(address.to_string(), "http://127.0.0.1/x", "{text}");
            assert!(address.is_loopback() && address.uses_popbill_port(), "{text}");
        }
    }

    #[test]
    fn refusals() {
        for (text, error) in [
            ("", AddressError::Empty),
            (" ", AddressError::Invisible),
            ("local host", AddressError::Invisible),
            ("http://host/\r\nX: y", AddressError::Invisible),
            ("http://host\t/", AddressError::Invisible),
            ("\u{feff}http://host", AddressError::Invisible),
            ("http://ho\u{200b}st", AddressError::Invisible),
            ("ftp://host", AddressError::Scheme),
            ("ftp://user:pass@host", AddressError::Scheme),
            ("javascript:alert(1)", AddressError::Scheme),
            ("C:\\receiver", AddressError::Scheme),
            ("localhost:port", AddressError::Scheme),
            ("http://example.com@127.0.0.1", AddressError::UserInfo),
            ("http://user:pass@host", AddressError::UserInfo),
            ("https://:pass@host", AddressError::UserInfo),
            ("user:pass@host", AddressError::UserInfo),
            ("user:1234@host", AddressError::UserInfo),
            ("user@host", AddressError::UserInfo),
            ("/pbconnect", AddressError::NoHost),
            ("//host", AddressError::NoHost),
            (":", AddressError::Port),
            (":/pbconnect", AddressError::Port),
            (":８０８０", AddressError::Port),
            (":8080@example.com", AddressError::Port),
            ("localhost:", AddressError::Port),
            ("65536", AddressError::Port),
            ("http://host:99999", AddressError::Port),
            ("http://host:-1", AddressError::Port),
            ("0", AddressError::PortZero),
            (":0/x", AddressError::PortZero),
            ("http://host:00", AddressError::PortZero),
            ("http://host/#top", AddressError::Fragment),
            ("8080#", AddressError::Fragment),
            ("http://", AddressError::Unparsable(EmptyHost)),
            ("?x", AddressError::Unparsable(EmptyHost)),
        ] {
            assert_eq!(text.parse::<Address>(), Err(error), "{text:?}");
        }
        assert!(AddressError::UserInfo.to_string().contains("--basic"));
    }

    #[test]
    fn parts() {
        for (text, host, port, authority, target) in [
            ("https://example.com", "example.com", 443, "example.com", "/"),
            ("http://example.com:443/a?b#", "", 0, "", ""),
            ("http://example.com:443/a?b", "example.com", 443, "example.com:443", "/a?b"),
            ("[::1]:8080/x?", "::1", 8080, "[::1]:8080", "/x?"),
            ("9854", "localhost", 9854, "localhost:9854", "/"),
        ] {
            let parts = text.parse::<Address>().ok();
            let found = parts.as_ref().map_or(("", 0, "", String::new()), |address| {
                (address.host(), address.port(), address.authority(), address.path_and_query())
            });
            assert_eq!(found, (host, port, authority, target.to_owned()), "{text}");
        }
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        for (one, other, same) in [
            ("http://host/a?b", "host:80/c", true),
            ("http://127.0.0.1:8080", "http://0x7f.1:8080", true),
            ("https://host", "https://HOST:443", true),
            ("http://host", "https://host", false),
            ("http://host", "http://host:81", false),
            ("http://host", "http://other", false),
            ("http://localhost", "http://127.0.0.1", false),
        ] {
            assert_eq!(address(one).has_origin_of(&address(other)), same, "{one} {other}");
        }
    }

    #[test]
    fn loopback_and_popbill_ports() {
        for (text, loopback, popbill) in [
            ("8080", true, false),
            ("http://localhost.", true, true),
            ("http://shop.localhost:9854", true, true),
            ("http://notlocalhost", false, true),
            ("http://localhost.example.com", false, true),
            ("http://127.255.0.9:443", true, true),
            ("http://[::1]:8443", true, false),
            ("http://[::ffff:127.0.0.1]", true, true),
            ("http://128.0.0.1:81", false, false),
            ("https://[2001:db8::1]", false, true),
        ] {
            let address = address(text);
            assert_eq!((address.is_loopback(), address.uses_popbill_port()), (loopback, popbill), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_accepted_address_reads_back_and_fits_a_request_line(
            text in prop_oneof![".{0,40}", "(https?:)?/{0,2}[a-z0-9.:@\\[\\]\\\\/?#%가]{0,24}", "[0-9]{1,6}[/:]?.{0,8}"]
        ) {
            let Ok(address) = text.parse::<Address>() else { return Ok(()) };
            let shown = address.to_string();
            prop_assert_eq!(&shown.parse::<Address>().unwrap(), &address);
            prop_assert!(shown.bytes().all(|byte| byte.is_ascii_graphic()), "{}", shown);
            prop_assert!(address.path_and_query().starts_with('/') && address.port() != 0);
            prop_assert!(!address.host().is_empty() && !address.authority().contains('@'));
        }
    }
}
