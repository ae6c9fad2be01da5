//! Why a value of `--allow-from` or `--trust-proxy` cannot be used.

use super::findings::quoted;

/// No IP address.
pub fn not_an_address(found: &str) -> String {
    format!("{} is not an IP address", quoted(found))
}

/// Neither the word for POPBiLL's addresses nor an IP address.
pub fn unknown_source(found: &str) -> String {
    format!("{} is neither popbill nor an IP address", quoted(found))
}

/// No number of bits.
pub fn bad_prefix(found: &str, most: u8) -> String {
    format!("{} is not the length of a network prefix; after the / stands a number from 0 to {most}", quoted(found))
}

/// An address that goes on where its network ends.
pub fn bits_beyond_prefix(found: &str, network: &str) -> String {
    format!("{} names one address of a network; the network is {network}", quoted(found))
}
