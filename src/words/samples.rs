//! Sentences about payloads that cannot be made.

/// `MANUAL` where there is no `eventType` to say it.
pub fn manual_without_event_type(event: &str) -> String {
    format!("{event} has no eventType, so it cannot say MANUAL")
}

/// An invoice type on an event that has none.
pub fn no_invoice_type(event: &str, given: u16) -> String {
    format!("{event} has no invoiceType, so it cannot be a {given}; only invoices crawled from NTS have one")
}

/// An invoice type that contradicts the event.
pub fn invoice_type_does_not_fit(event: &str, given: u16, fitting: &[u16]) -> String {
    let fitting: Vec<String> = fitting.iter().map(u16::to_string).collect();
    format!("{event} cannot have the invoiceType {given}; it can have {}", fitting.join(", "))
}
