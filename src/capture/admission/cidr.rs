//! Networks as `--allow-from` and `--trust-proxy` take them.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use crate::words::admission as words;

/// A network of IPv4 or IPv6 addresses, or a single address.
///
/// IPv4 addresses mapped into IPv6 count as IPv4, here and in whatever is compared. `0.0.0.0/0` is every IPv4
/// address and `::/0` every IPv6 one; neither contains the other's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cidr {
    /// Every bit beyond the prefix is zero.
    network: IpAddr,
    prefix: u8,
}

/// Why a text is no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CidrError {
    /// What stands there, or before the `/`, is no IP address.
    #[error("{}", words::not_an_address(.0))]
    NotAnAddress(String),
    /// What stands after the `/` is no number of bits.
    #[error("{}", words::bad_prefix(found, *most))]
    BadPrefix {
        /// What stands there.
        found: String,
        /// The most bits the address has.
        most: u8,
    },
    /// The address has bits beyond the prefix, so that one of the two is a mistake.
    #[error("{}", words::bits_beyond_prefix(found, &network.to_string()))]
    BitsBeyondPrefix {
        /// The whole text.
        found: String,
        /// The network the address is in.
        network: Cidr,
    },
}

impl Cidr {
    /// The network of one address.
    pub fn single(address: IpAddr) -> Self {
        let network = address.to_canonical();
        Self { network, prefix: bits_of(network) }
    }

    /// Whether `address` is in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        masked(address.to_canonical(), self.prefix) == self.network
    }
}

/// How many bits the address has.
fn bits_of(address: IpAddr) -> u8 {
    if address.is_ipv4() { 32 } else { 128 }
}

/// The address with every bit beyond the first `prefix` cleared; more bits than it has keep all.
fn masked(address: IpAddr, prefix: u8) -> IpAddr {
    let beyond = u32::from(bits_of(address).saturating_sub(prefix));
    match address {
        // Shifting by the whole width is refused; then nothing is left.
        IpAddr::V4(address) => {
            Ipv4Addr::from_bits(address.to_bits() & u32::MAX.checked_shl(beyond).unwrap_or(0)).into()
        }
        IpAddr::V6(address) => {
            Ipv6Addr::from_bits(address.to_bits() & u128::MAX.checked_shl(beyond).unwrap_or(0)).into()
        }
    }
}

impl FromStr for Cidr {
    type Err = CidrError;

    /// Reads `192.0.2.0/24`, `2001:db8::/32` or a single address.
    fn from_str(text: &str) -> Result<Self, CidrError> {
        let (address, prefix) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let typed: IpAddr = address.parse().map_err(|_| CidrError::NotAnAddress(address.to_owned()))?;
        let Some(bits) = prefix else { return Ok(Self::single(typed)) };
        let most = bits_of(typed);
        let number =
            bits.parse().ok().filter(|number| *number <= most && bits.bytes().all(|byte| byte.is_ascii_digit()));
        let prefix: u8 = number.ok_or_else(|| CidrError::BadPrefix { found: bits.to_owned(), most })?;
        let network = Self { network: masked(typed, prefix), prefix }.canonical();
        if masked(typed, prefix) == typed {
            Ok(network)
        } else {
            Err(CidrError::BitsBeyondPrefix { found: text.to_owned(), network })
        }
    }
}

impl Cidr {
    /// A network of mapped addresses as the IPv4 network it stands for: the first 96 bits only say "mapped".
    fn canonical(self) -> Self {
        match (self.network, self.network.to_canonical(), self.prefix.checked_sub(96)) {
            (IpAddr::V6(_), IpAddr::V4(network), Some(prefix)) => Self { network: network.into(), prefix },
            _ => self,
        }
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.network.fmt(f)?;
        if self.prefix < bits_of(self.network) { write!(f, "/{}", self.prefix) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cidr(text: &str) -> Cidr {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn what_is_in_a_network() {
        for (text, inside, outside) in [
            ("192.0.2.7", "192.0.2.7", "192.0.2.6"),
            ("192.0.2.7/32", "::ffff:192.0.2.7", "::192.0.2.7"),
            ("192.0.2.0/24", "192.0.2.255", "192.0.3.0"),
            ("192.0.2.128/25", "192.0.2.128", "192.0.2.127"),
            ("10.0.0.0/8", "10.255.255.255", "11.0.0.0"),
            ("0.0.0.0/0", "255.255.255.255", "2001:db8::1"),
            ("2001:db8::/32", "2001:db8:ffff::1", "2001:db9::"),
            ("2001:db8::1", "2001:db8::1", "2001:db8::2"),
            ("::1/128", "::1", "127.0.0.1"),
            ("::/0", "fe80::1", "192.0.2.1"),
            ("::ffff:192.0.2.7", "192.0.2.7", "192.0.2.8"),
            ("::ffff:10.0.0.0/104", "10.1.2.3", "11.1.2.3"),
            ("::ffff:0:0/96", "192.0.2.1", "2001:db8::1"),
        ] {
            assert!(cidr(text).contains(inside.parse().unwrap()), "{text} {inside}");
            assert!(!cidr(text).contains(outside.parse().unwrap()), "{text} {outside}");
        }
    }

    #[test]
    fn networks_are_written_in_their_shortest_form() {
        for (text, written) in [
            ("192.0.2.7/32", "192.0.2.7"),
            ("10.0.0.0/08", "10.0.0.0/8"),
            ("2001:DB8:0:0::/32", "2001:db8::/32"),
            ("::ffff:10.0.0.0/104", "10.0.0.0/8"),
            ("::ffff:192.0.2.7/128", "192.0.2.7"),
            ("::/0", "::/0"),
        ] {
            assert_eq!(cidr(text).to_string(), written, "{text}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        let no_address = |found: &str| CidrError::NotAnAddress(found.to_owned());
        let bad_prefix = |found: &str, most| CidrError::BadPrefix { found: found.to_owned(), most };
        let beyond = |found: &str, network: &str| CidrError::BitsBeyondPrefix {
            found: found.to_owned(),
            network: cidr(network),
        };
        for (text, error) in [
            ("", no_address("")),
            ("/8", no_address("")),
            ("localhost", no_address("localhost")),
            ("192.0.2", no_address("192.0.2")),
            ("192.0.2.256", no_address("192.0.2.256")),
            ("192.0.2.01", no_address("192.0.2.01")),
            (" 192.0.2.1", no_address(" 192.0.2.1")),
            ("192.0.2.1:80", no_address("192.0.2.1:80")),
            ("[::1]", no_address("[::1]")),
            ("fe80::1%eth0", no_address("fe80::1%eth0")),
            ("192.0.2.0/", bad_prefix("", 32)),
            ("192.0.2.0/33", bad_prefix("33", 32)),
            ("192.0.2.0/+8", bad_prefix("+8", 32)),
            ("192.0.2.0/-1", bad_prefix("-1", 32)),
            ("192.0.2.0/255.255.255.0", bad_prefix("255.255.255.0", 32)),
            ("192.0.2.0/24/24", bad_prefix("24/24", 32)),
            ("::/129", bad_prefix("129", 128)),
            ("::/999", bad_prefix("999", 128)),
            ("192.0.2.7/24", beyond("192.0.2.7/24", "192.0.2.0/24")),
            ("192.0.2.7/0", beyond("192.0.2.7/0", "0.0.0.0/0")),
            ("2001:db8::1/64", beyond("2001:db8::1/64", "2001:db8::/64")),
            ("::ffff:10.1.0.0/104", beyond("::ffff:10.1.0.0/104", "10.0.0.0/8")),
        ] {
            assert_eq!(text.parse::<Cidr>(), Err(error), "{text:?}");
        }
    }

    fn any_network() -> impl Strategy<Value = Cidr> {
        let v4 = (any::<Ipv4Addr>(), 0_u8..=32).prop_map(|(address, prefix)| (IpAddr::V4(address), prefix));
        let v6 = (any::<Ipv6Addr>(), 0_u8..=128).prop_map(|(address, prefix)| (IpAddr::V6(address), prefix));
        prop_oneof![v4, v6].prop_map(|(address, prefix)| Cidr { network: masked(address, prefix), prefix }.canonical())
    }

    proptest! {
        #[test]
        fn networks_round_trip(network in any_network()) {
            prop_assert_eq!(network.to_string().parse(), Ok(network));
        }

        #[test]
        fn the_prefix_alone_decides(network in any_network(), address: u128, bit in 0_u8..128) {
            let inside = match network.network {
                IpAddr::V4(base) => {
                    let free = u32::MAX.checked_shr(network.prefix.into()).unwrap_or(0);
                    let address = u32::try_from(address >> 96).unwrap();
                    IpAddr::V4((base.to_bits() | (address & free)).into())
                }
                IpAddr::V6(base) => {
                    let free = u128::MAX.checked_shr(network.prefix.into()).unwrap_or(0);
                    IpAddr::V6((base.to_bits() | (address & free)).into())
                }
            };
            // Some IPv6 networks are so wide that they hold the mapped addresses, which count as IPv4.
            prop_assume!(inside.to_canonical() == inside);
            prop_assert!(network.contains(inside));
            if network.prefix > 0 {
                let bit = bit % network.prefix;
                let outside = match inside {
                    IpAddr::V4(inside) => IpAddr::V4((inside.to_bits() ^ (1 << (31 - bit))).into()),
                    IpAddr::V6(inside) => IpAddr::V6((inside.to_bits() ^ (1 << (127 - bit))).into()),
                };
                prop_assert!(!network.contains(outside));
            }
        }
    }
}
