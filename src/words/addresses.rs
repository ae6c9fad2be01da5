//! Why an address cannot be used. None of these sentences repeats the address: it may hold a password.

/// Nothing was given.
pub fn empty() -> &'static str {
    "the address is empty"
}

/// A space, a control character or one that takes no room.
pub fn invisible() -> &'static str {
    "the address has a space, a control character or an invisible character in it"
}

/// A scheme other than http and https, or a host whose port is not a number.
pub fn scheme() -> &'static str {
    "what stands before the colon is neither http nor https, nor a host with a port number after it"
}

/// `user:password@` in the address.
pub fn user_info() -> &'static str {
    "a user and password do not belong in the address; give them with --basic"
}

/// A path alone.
pub fn no_host() -> &'static str {
    "the address is only a path; put a host or a port before it"
}

/// A colon without a usable port.
pub fn port() -> &'static str {
    "a port is a number from 1 to 65535"
}

/// Port 0.
pub fn port_zero() -> &'static str {
    "nothing can listen on port 0"
}

/// `#…` in the address.
pub fn fragment() -> &'static str {
    "the part of an address from # on is never sent; leave it out"
}

/// Whatever else the URL standard refuses.
pub fn unparsable(reason: &str) -> String {
    format!("the address cannot be read: {reason}")
}
