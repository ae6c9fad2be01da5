//! A request as a list of fields and a body, and as the bytes that go out.

use std::fmt;

use super::{Address, CredentialKind, Echoes, Secret};

/// A request ready to be shown or sent. Header fields keep their order and case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where it goes.
    pub address: Address,
    /// Every header field in the order of the wire, `Host` and `Content-Length` included.
    pub fields: Vec<Field>,
    /// The body, exactly.
    pub body: Vec<u8>,
}

/// One header field of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name, in the case of the wire.
    pub name: String,
    /// The value.
    pub value: FieldValue,
}

/// A header value, which may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Shown as it is.
    Plain(String),
    /// Bytes that came from elsewhere and are passed on as they are.
    Raw(Vec<u8>),
    /// Sent, never shown: it was made from the credentials that a variable of its kind can hold.
    Secret(CredentialKind, Secret),
    /// Sent, never shown: an `Authorization` of another scheme, given whole.
    Hidden(Secret),
}

impl FieldValue {
    /// The bytes on the wire.
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Plain(value) => value.as_bytes(),
            Self::Raw(value) => value,
            Self::Secret(_, secret) | Self::Hidden(secret) => secret.expose().as_bytes(),
        }
    }
}

/// The variable that stands for a [`FieldValue::Hidden`] in printed requests.
pub const AUTHORIZATION_VARIABLE: &str = "POPBILL_HOOK_AUTHORIZATION";

impl Request {
    /// The plain value of a field; a secret one is not given away.
    pub fn plain(&self, name: &str) -> Option<&str> {
        self.fields.iter().find_map(|field| match &field.value {
            FieldValue::Plain(value) if field.name.eq_ignore_ascii_case(name) => Some(value.as_str()),
            _ => None,
        })
    }

    /// What an answer could echo of the credentials in it.
    pub fn echoes(&self) -> Echoes {
        Echoes::of(self.fields.iter().map(|field| (field.name.as_str(), field.value.bytes())))
    }

    /// The request line's target for a receiver that is spoken to directly.
    pub fn target(&self) -> String {
        self.address.path_and_query()
    }

    /// The bytes for the receiver itself.
    pub fn prepare(&self) -> Prepared {
        self.encode(&self.target(), None)
    }

    /// The bytes for an HTTP proxy that forwards in the clear: the whole URL in the request line, the proxy's
    /// own credentials after our fields.
    pub fn prepare_for_proxy(&self, proxy_authorization: Option<&Secret>) -> Prepared {
        self.encode(&self.address.to_string(), proxy_authorization)
    }

    fn encode(&self, target: &str, proxy_authorization: Option<&Secret>) -> Prepared {
        let mut bytes = Vec::with_capacity(512 + self.body.len());
        bytes.extend_from_slice(b"POST ");
        bytes.extend_from_slice(target.as_bytes());
        bytes.extend_from_slice(b" HTTP/1.1\r\n");
        for field in &self.fields {
            push_line(&mut bytes, &field.name, field.value.bytes());
        }
        if let Some(authorization) = proxy_authorization {
            push_line(&mut bytes, "Proxy-Authorization", authorization.expose().as_bytes());
        }
        bytes.extend_from_slice(b"\r\n");
        let head = bytes.len();
        bytes.extend_from_slice(&self.body);
        Prepared { bytes, head }
    }
}

fn push_line(bytes: &mut Vec<u8>, name: &str, value: &[u8]) {
    for part in [name.as_bytes(), b": ", value, b"\r\n"] {
        bytes.extend_from_slice(part);
    }
}

/// One run of bytes, head and body. It carries the secrets, so it cannot be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Prepared {
    bytes: Vec<u8>,
    head: usize,
}

impl Prepared {
    /// Head and body.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many of the bytes are the head, its empty line included.
    pub fn head_len(&self) -> usize {
        self.head
    }
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Prepared({} bytes, head {})", self.bytes.len(), self.head)
    }
}
