//! Requests and responses as bytes; credentials; encode and decode. No sockets.

mod address;
mod credentials;
mod custom_header;
mod encode;
mod escapings;
mod headers;
mod mask;
mod request;
mod response;
mod secret;

pub use address::{Address, AddressError, with_scheme};
pub use credentials::{CredentialError, CredentialKind, Credentials};
pub use custom_header::{CustomHeader, CustomHeaderError};
pub use encode::encode;
pub use headers::Headers;
pub use mask::{Echoes, mask_head};
pub use request::{AUTHORIZATION_VARIABLE, Field, FieldValue, Prepared, Request};
pub use response::{BODY_LIMIT, Ending, Failure, FailureKind, Oddity, Response, reason_phrase};
pub use secret::Secret;
