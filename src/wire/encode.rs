//! An event becomes a request, the way POPBiLL would write it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Address, CredentialKind, Credentials, CustomHeader, Field, FieldValue, Request, Secret};
use crate::event::Event;

/// The request that announces `event` to the receiver at `address`.
///
/// The fields and their order are those of the NTS page and the cashbill page. `Host` stands first, as RFC 9112
/// asks; `Connection: keep-alive` is printed by the NTS page, though each attempt has a connection of its own.
pub fn encode(
    event: &Event,
    body: Vec<u8>,
    address: &Address,
    credentials: &Credentials,
    custom: &[CustomHeader],
) -> Request {
    let webhook_type = event.kind.family.webhook_type(event.edition);
    let event_type = event.event_type.as_deref().filter(|_| event.kind.family.has_event_type_header());
    let mut fields = vec![
        plain("Host", address.authority()),
        plain("Accept", "text/plain, */*"),
        plain("User-Agent", format!("Popbill Webhook executor ({webhook_type})")),
        plain("Pb-Webhook-Type", webhook_type),
    ];
    fields.extend(event_type.map(|event_type| plain("Pb-Webhook-EventType", event_type)));
    fields.extend([
        plain("Pb-Webhook-MID", event.message_id.as_str()),
        plain("Pb-Webhook-Corpnum", event.corp_num.to_string()),
        plain("Content-Type", "application/json"),
    ]);
    fields.extend(credential_field(credentials));
    for (index, header) in custom.iter().enumerate() {
        let repeated = custom[..index].iter().any(|earlier| earlier.name.eq_ignore_ascii_case(&header.name));
        apply(&mut fields, header, repeated);
    }
    fields.push(plain("Connection", "keep-alive"));
    fields.push(plain("Content-Length", body.len().to_string()));
    Request { address: address.clone(), fields, body }
}

fn plain(name: &str, value: impl Into<String>) -> Field {
    Field { name: name.to_owned(), value: FieldValue::Plain(value.into()) }
}

fn credential_field(credentials: &Credentials) -> Option<Field> {
    let kind: CredentialKind = credentials.kind()?;
    let value = credentials.header_value()?;
    Some(Field { name: kind.header().to_owned(), value: FieldValue::Secret(kind, value) })
}

/// A custom field takes the place of ours of the same name; a repeated one is sent again, after the rest.
fn apply(fields: &mut Vec<Field>, header: &CustomHeader, repeated: bool) {
    let position = fields.iter().position(|field| !repeated && field.name.eq_ignore_ascii_case(&header.name));
    match (position, &header.value) {
        (Some(at), None) => {
            fields.remove(at);
        }
        (Some(at), Some(value)) => fields[at] = own(&header.name, value),
        (None, Some(value)) => fields.push(own(&header.name, value)),
        (None, None) => {}
    }
}

/// A field of the user's own. One that carries a credential is as secret as one that we make.
fn own(name: &str, value: &str) -> Field {
    let secret = || Secret::new(value);
    let value = match CredentialKind::of_header(name) {
        None => return plain(name, value),
        Some(CredentialKind::ApiKey) => FieldValue::Secret(CredentialKind::ApiKey, secret()),
        Some(CredentialKind::Basic) if is_basic(value) => FieldValue::Secret(CredentialKind::Basic, secret()),
        Some(CredentialKind::Basic) => FieldValue::Hidden(secret()),
    };
    Field { name: name.to_owned(), value }
}

/// Whether the variable of Basic credentials can say the same: the canonical encoding of a pair.
fn is_basic(value: &str) -> bool {
    let pair = value.strip_prefix("Basic ").and_then(|token| STANDARD.decode(token).ok());
    pair.and_then(|pair| String::from_utf8(pair).ok()).is_some_and(|pair| pair.contains(':'))
}
