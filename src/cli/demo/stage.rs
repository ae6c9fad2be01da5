//! What the embedded receivers answer.

/// A way of getting the answer wrong.
pub(super) struct Fault {
    /// The event it is shown with.
    pub(super) event: &'static str,
    /// What the receiver's author did.
    pub(super) story: &'static str,
    /// The answer, byte for byte.
    pub(super) answer: &'static str,
    /// The verdict it must get.
    pub(super) slug: &'static str,
}

/// The mistakes integrators make most, one of each family of frameworks.
pub(super) const FAULTS: [Fault; 6] = [
    Fault {
        event: "cashbill.issue",
        story: "a FastAPI handler returns the string OK",
        answer: "HTTP/1.1 200 OK\r\nserver: uvicorn\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\n\"OK\"",
        slug: "json-quoted-string",
    },
    Fault {
        event: "taxinvoice.issue",
        story: "Spring Security guards the callback",
        answer: "HTTP/1.1 302 \r\nSet-Cookie: JSESSIONID=0123456789ABCDEF; Path=/; HttpOnly\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n",
        slug: "login-redirect",
    },
    Fault {
        event: "nts.purchase",
        story: "a PHP script warns before it answers",
        answer: "HTTP/1.1 200 OK\r\nX-Powered-By: PHP/8.2.20\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: 84\r\n\r\n<br />\n<b>Warning</b>:  Undefined array key \"mgtKey\" in <b>pbconnect.php</b><br />OK",
        slug: "text-around-ok",
    },
    Fault {
        event: "taxinvoice.nts-success",
        story: "a .NET serializer names its members in PascalCase",
        answer: "HTTP/1.1 200 OK\r\nServer: Kestrel\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 15\r\n\r\n{\"Result\":\"OK\"}",
        slug: "wrong-key",
    },
    Fault {
        event: "cashbill.nts-success",
        story: "the handler answers 204 because there is nothing to say",
        answer: "HTTP/1.1 204 No Content\r\n\r\n",
        slug: "no-content",
    },
    Fault {
        event: "statement.issue",
        story: "the process dies in the middle of its answer",
        answer: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"result\"",
        slug: "truncated-response",
    },
];

/// What the correct receiver answers: both forms of the contract.
pub(super) const CORRECT: &str = "ok*12,json";

/// The event whose capture is shown.
pub(super) const SHOWN: &str = "cashbill.nts-failure";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stage_is_set() {
        assert!(crate::event::find(SHOWN).is_some());
        assert!(CORRECT.parse::<crate::capture::plan::ResponsePlan>().is_ok());
        for fault in &FAULTS {
            assert!(crate::event::find(fault.event).is_some(), "{}", fault.event);
            if fault.slug != "truncated-response" {
                let (head, body) = fault.answer.split_once("\r\n\r\n").unwrap();
                let length =
                    head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
                assert_eq!(length.unwrap_or(0), body.len(), "{}", fault.story);
            }
        }
    }
}
