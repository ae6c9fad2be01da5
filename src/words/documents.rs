//! What the OpenAPI and AsyncAPI documents say in prose.

/// The title of both documents.
pub fn title() -> &'static str {
    "POPBiLL webhooks, as a receiver sees them"
}

/// What both documents are, and are not.
pub fn about() -> &'static str {
    "The events that POPBiLL posts to a callback URL, by its public documents. This is not a document of POPBiLL's: \
     every field names the page it comes from (x-source) or says that it is inferred. POPBiLL's documents exist in two \
     generations that differ; x-editions names the values of each. Headers that are not listed may be present, \
     because POPBiLL adds some on request."
}

/// What a receiver owes for an event.
pub fn answer_due() -> &'static str {
    "The receiver answers 200 with OK or {\"result\":\"OK\"}. POPBiLL sends the event again after any other answer, \
     five minutes apart, so the same event may arrive more than once."
}

/// An event whose codes no document gives.
pub fn basis(name: &str) -> &'static str {
    match name {
        "documented" => "Event, codes and fields are in POPBiLL's documents.",
        "inferred" => "The event is documented or promised; a code or its form is inferred.",
        _ => "Only a part of the body is documented by POPBiLL; only that part is described here.",
    }
}

/// The success answer.
pub fn success() -> &'static str {
    "The event was taken; POPBiLL will not send it again."
}

/// Every other answer.
pub fn failure() -> &'static str {
    "Any other answer, or none: POPBiLL sends the event again."
}

/// The `Pb-Webhook-Type` header.
pub fn webhook_type() -> &'static str {
    "Type of the webhook. Crawled invoices carry another one in the classic edition (x-editions)."
}

/// The `Pb-Webhook-EventType` header.
pub fn event_type() -> &'static str {
    "Type of the event; not mandatory by the event page. MANUAL when somebody pressed resend on POPBiLL's site."
}

/// The `Pb-Webhook-MID` header.
pub fn message_id() -> &'static str {
    "Identifies the event. It is no signature; a receiver uses it to recognise repeats."
}

/// The `Pb-Webhook-Corpnum` header.
pub fn corp_num() -> &'static str {
    "Business number of the member the event is announced to."
}

/// The `User-Agent` header.
pub fn user_agent() -> &'static str {
    "Names the executor and, in brackets, the webhook type."
}

/// The request body of crawled invoices.
pub fn one_or_many() -> &'static str {
    "One invoice or an array of them: not documented by POPBiLL, both are seen in receivers."
}

/// HTTP basic authentication.
pub fn basic() -> &'static str {
    "Sent when Basic is chosen on POPBiLL's site."
}

/// The API key.
pub fn api_key() -> &'static str {
    "Sent as it is when API Key is chosen on POPBiLL's site."
}

/// The server entry of the AsyncAPI document.
pub fn receiver() -> &'static str {
    "The receiver's callback URL, registered at POPBiLL for each product; ports 80, 443 and 9854 are allowed."
}

/// A channel of the AsyncAPI document.
pub fn channel(product: &str) -> String {
    format!("The callback URL registered for {product} events.")
}

/// The channel of the answers.
pub fn answers() -> &'static str {
    "The HTTP response to an event."
}
