//! Secrets that a receiver sends back are taken out of everything that is kept or shown.

use super::{Failure, Headers, Response, Secret};

/// What stands where a secret was.
const MASK: &str = "***";

/// Takes `secrets` out of bytes; the longest should come first.
pub fn mask_bytes(bytes: &[u8], secrets: &[Secret]) -> Vec<u8> {
    secrets.iter().fold(bytes.to_vec(), |bytes, secret| replace(&bytes, secret.expose().as_bytes()))
}

/// Takes `secrets` out of an answer.
#[must_use]
pub fn mask_response(response: Response, secrets: &[Secret]) -> Response {
    if secrets.is_empty() {
        return response;
    }
    let headers: Headers = response.headers.iter().map(|(name, value)| (name, mask_bytes(value, secrets))).collect();
    Response { headers, body: mask_bytes(&response.body, secrets), ..response }
}

/// Takes `secrets` out of a failure.
#[must_use]
pub fn mask_failure(failure: Failure, secrets: &[Secret]) -> Failure {
    let detail = String::from_utf8_lossy(&mask_bytes(failure.detail.as_bytes(), secrets)).into_owned();
    Failure { detail, partial: failure.partial.map(|partial| mask_response(partial, secrets)), ..failure }
}

/// Takes the values of `Authorization` and `X-Api-Key` out of a request's head; every other byte stays.
pub fn mask_head(head: Vec<u8>) -> Vec<u8> {
    let lines = || head.split_inclusive(|byte| *byte == b'\n');
    let has_credential = lines().any(|line| line.split(|byte| *byte == b':').next().is_some_and(is_credential));
    if !has_credential {
        return head;
    }
    let mut masked = Vec::with_capacity(head.len());
    for line in lines() {
        let colon = line.iter().position(|byte| *byte == b':');
        match colon.filter(|colon| is_credential(&line[..*colon])) {
            Some(colon) => {
                masked.extend_from_slice(&line[..=colon]);
                masked.push(b' ');
                masked.extend_from_slice(MASK.as_bytes());
                let end = line.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |last| last + 1);
                masked.extend_from_slice(&line[end..]);
            }
            None => masked.extend_from_slice(line),
        }
    }
    masked
}

fn is_credential(name: &[u8]) -> bool {
    name.eq_ignore_ascii_case(b"authorization") || name.eq_ignore_ascii_case(b"x-api-key")
}

fn replace(bytes: &[u8], secret: &[u8]) -> Vec<u8> {
    if secret.is_empty() || bytes.len() < secret.len() {
        return bytes.to_vec();
    }
    let mut masked = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(secret) {
            masked.extend_from_slice(MASK.as_bytes());
            at += secret.len();
        } else {
            masked.push(bytes[at]);
            at += 1;
        }
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Credentials;

    #[test]
    fn every_spelling_of_a_credential_is_masked() {
        let secrets = Credentials::basic("user:hunter2").unwrap().echoes();
        let body = b"bad: Basic dXNlcjpodW50ZXIy user:hunter2 hunter2 hunter".to_vec();
        let masked = mask_response(Response { body, ..Response::default() }, &secrets);
        assert_eq!(masked.body, b"bad: Basic *** *** *** hunter");
    }

    #[test]
    fn heads_keep_every_byte_but_the_secret() {
        let head = b"POST / HTTP/1.1\r\nHost: a\r\nAUTHORIZATION:Basic x\r\nx-api-key: k\r\nX-Other: \x9b\r\n\r\n";
        let masked = b"POST / HTTP/1.1\r\nHost: a\r\nAUTHORIZATION: ***\r\nx-api-key: ***\r\nX-Other: \x9b\r\n\r\n";
        assert_eq!(mask_head(head.to_vec()).escape_ascii().to_string(), masked.escape_ascii().to_string());
    }

    #[test]
    fn headers_and_partial_answers_are_masked_too() {
        let secrets = Credentials::api_key("k3y").unwrap().echoes();
        let headers = [("X-Echo", "k3y!")].into_iter().collect();
        let partial = Some(Response { headers, ..Response::default() });
        let failure = Failure { kind: crate::wire::FailureKind::ReadTimeout, detail: "saw k3y".into(), partial };
        let masked = mask_failure(failure, &secrets);
        assert_eq!(masked.detail, "saw ***");
        assert_eq!(masked.partial.unwrap().headers.text("x-echo"), Some("***!"));
    }
}
