//! What the demo tells.

/// Before the faulty receiver.
pub fn faulty() -> String {
    "1. A receiver with six classic mistakes".to_owned()
}

/// Before one mistake.
pub fn fault(story: &str) -> String {
    format!("\n# {story}")
}

/// Before the correct receiver.
pub fn correct() -> String {
    "\n2. A receiver that answers the contract gets every event of the catalogue".to_owned()
}

/// After the correct receiver.
pub fn accepted(accepted: usize, all: usize) -> String {
    format!("{accepted} of {all} accepted")
}

/// Before the capture.
pub fn captured(count: usize) -> String {
    format!("\n3. The same receiver is `popbill-hook listen`; it captured {count} events, this is one of them")
}

/// Before the verification.
pub fn verified(checks: usize) -> String {
    format!(
        "\n4. One OK says little: `popbill-hook verify` has {checks} checks. This receiver acknowledges whatever comes, and so loses what was damaged\n"
    )
}

/// At the end.
pub fn closing() -> String {
    "Now yours: popbill-hook send cashbill.issue http://localhost:8080/pbconnect\n           popbill-hook verify http://localhost:8080/pbconnect".to_owned()
}
