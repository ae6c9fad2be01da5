//! Secrets that a receiver sends back are taken out of everything that is kept or shown.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{CredentialKind, Ending, Failure, Headers, Response, escapings};

/// What stands where a secret was.
const MASK: &str = "***";
/// So many bytes of a secret already tell something of it.
const TELLING: usize = 3;

/// Every spelling in which an answer could echo the credentials of its request. It cannot be shown.
#[derive(Clone, Default)]
pub struct Echoes(Vec<Vec<u8>>);

impl Echoes {
    /// Those of a request's header fields; only `Authorization` and `X-Api-Key` carry a credential.
    pub fn of<'a>(fields: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let credentials = fields.into_iter().filter(|(name, _)| CredentialKind::of_header(name).is_some());
        let plain: Vec<_> = credentials.flat_map(|(_, value)| spellings(value)).collect();
        let mut echoes: Vec<_> = plain.iter().flat_map(|echo| escapings::of(echo)).collect();
        echoes.extend(plain);
        echoes.retain(|echo| !echo.is_empty());
        // The longest goes first, or a part of it would leave the rest behind.
        echoes.sort_by(|left, right| right.len().cmp(&left.len()).then_with(|| left.cmp(right)));
        echoes.dedup();
        Self(echoes)
    }

    /// Whether there is nothing to take out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes them out of bytes.
    pub fn mask(&self, bytes: &[u8]) -> Vec<u8> {
        self.0.iter().fold(bytes.to_vec(), |bytes, echo| replace(&bytes, echo))
    }

    /// Takes them out of an answer, or of a failure to give one.
    #[expect(clippy::result_large_err, reason = "an ending is a value, not an error on its way up")]
    pub fn mask_ending(&self, ending: Ending) -> Ending {
        if self.is_empty() {
            return ending;
        }
        match ending {
            Ok(response) => Ok(self.mask_response(response)),
            Err(Failure { kind, detail, partial }) => Err(Failure {
                kind,
                detail: self.mask_detail(&detail),
                partial: partial.map(|partial| self.mask_response(partial)),
            }),
        }
    }

    /// A detail may quote the beginning of an answer, and with it the beginning of a secret.
    fn mask_detail(&self, detail: &str) -> String {
        let mut masked = self.mask(detail.trim_end_matches('"').as_bytes());
        self.mask_end(&mut masked);
        let quote = if detail.ends_with('"') { "\"" } else { "" };
        format!("{}{quote}", String::from_utf8_lossy(&masked))
    }

    fn mask_response(&self, response: Response) -> Response {
        let headers: Headers = response.headers.iter().map(|(name, value)| (name, self.mask(value))).collect();
        let mut body = self.mask(&response.body);
        if response.body_cut {
            self.mask_end(&mut body);
        }
        Response { headers, body, ..response }
    }

    /// Takes the beginning of one away that stands at the end, where the rest was cut off.
    fn mask_end(&self, body: &mut Vec<u8>) {
        let begun = |echo: &Vec<u8>| (TELLING..echo.len()).rev().find(|count| body.ends_with(&echo[..*count]));
        if let Some(longest) = self.0.iter().filter_map(begun).max() {
            body.truncate(body.len() - longest);
            body.extend_from_slice(MASK.as_bytes());
        }
    }
}

impl fmt::Debug for Echoes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Echoes({})", self.0.len())
    }
}

/// The value of a field; where it names a scheme, what stands behind that; for Basic the pair, and its password.
fn spellings(value: &[u8]) -> Vec<Vec<u8>> {
    let mut spellings = vec![value.to_vec()];
    let Some(space) = value.iter().position(|byte| *byte == b' ') else { return spellings };
    let (scheme, token) = (&value[..space], value[space..].trim_ascii());
    spellings.push(token.to_vec());
    if scheme.eq_ignore_ascii_case(b"basic")
        && let Ok(pair) = STANDARD.decode(token)
    {
        let colon = pair.iter().position(|byte| *byte == b':');
        spellings.extend(colon.map(|colon| pair[colon + 1..].to_vec()));
        spellings.push(pair);
    }
    spellings
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
                masked.extend_from_slice(other_scheme(&line[colon + 1..]));
                masked.extend_from_slice(MASK.as_bytes());
                let end = line.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |last| last + 1);
                masked.extend_from_slice(&line[end..]);
            }
            None => masked.extend_from_slice(line),
        }
    }
    masked
}

/// The scheme of an `Authorization` that POPBiLL does not send, with its space; it is no secret, and says why the
/// request was refused.
fn other_scheme(value: &[u8]) -> &'static [u8] {
    let schemes: [&[u8]; 3] = [b"Bearer ", b"Digest ", b"Negotiate "];
    let value = value.trim_ascii_start();
    let names = |scheme: &&&[u8]| value.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    schemes.iter().find(names).copied().unwrap_or_default()
}

fn is_credential(name: &[u8]) -> bool {
    std::str::from_utf8(name).is_ok_and(|name| CredentialKind::of_header(name).is_some())
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
    use crate::wire::FailureKind;

    fn echoes(name: &str, value: &str) -> Echoes {
        Echoes::of([("X-Other", &b"bad"[..]), (name, value.as_bytes())])
    }

    #[test]
    fn every_spelling_of_a_credential_is_masked() {
        // The third pair is u:hunt"er2.
        for (name, value, body, masked) in [
            ("Authorization", "Basic dXNlcjpodW50ZXIy", "bad: Basic dXNlcjpodW50ZXIy", "bad: ***"),
            (
                "authorization",
                "Basic dXNlcjpodW50ZXIy",
                "dXNlcjpodW50ZXIy user:hunter2 hunter2 hunter",
                "*** *** *** hunter",
            ),
            (
                "Authorization",
                "basic dTpodW50ImVyMg==",
                r#"{"a":"u:hunt\"er2","b":"hunt\"er2"}"#,
                r#"{"a":"***","b":"***"}"#,
            ),
            ("AUTHORIZATION", "Bearer t0ken", "Bearer t0ken, t0ken", "***, ***"),
            ("X-Api-Key", "k3y", "your k3y!", "your ***!"),
            ("X-Api-Key", "two words", "two words words", "*** ***"),
        ] {
            let shown = String::from_utf8(echoes(name, value).mask(body.as_bytes())).unwrap();
            assert_eq!(shown, masked, "{name}: {value}");
        }
        assert!(echoes("X-Third", "k3y").is_empty() && echoes("X-Api-Key", "").is_empty());
        assert!(!format!("{:?}", echoes("X-Api-Key", "k3y")).contains("k3y"));
    }

    #[test]
    fn a_secret_at_a_cut_is_not_half_shown() {
        let cut = |text: &str| Response { body: text.into(), body_cut: true, ..Response::default() };
        for (body, masked) in [("xx Super", "xx ***"), ("xx Su", "xx Su"), ("SuperSecretKey", "***"), ("xx", "xx")] {
            let shown = echoes("X-Api-Key", "SuperSecretKey").mask_ending(Ok(cut(body))).unwrap();
            assert_eq!(String::from_utf8(shown.body).unwrap(), masked, "{body}");
        }
    }

    #[test]
    fn heads_keep_every_byte_but_the_secret() {
        let head = b"POST / HTTP/1.1\r\nHost: a\r\nAUTHORIZATION:Basic x\r\nx-api-key: k\r\nAuthorization: bearer t\r\nX-Other: \x9b\r\n\r\n";
        let masked = b"POST / HTTP/1.1\r\nHost: a\r\nAUTHORIZATION: ***\r\nx-api-key: ***\r\nAuthorization: Bearer ***\r\nX-Other: \x9b\r\n\r\n";
        assert_eq!(mask_head(head.to_vec()).escape_ascii().to_string(), masked.escape_ascii().to_string());
    }

    #[test]
    fn headers_and_partial_answers_are_masked_too() {
        let headers = [("X-Echo", "k3y!")].into_iter().collect();
        let partial = Some(Response { headers, ..Response::default() });
        let failure = Failure { kind: FailureKind::ReadTimeout, detail: "saw k3y".into(), partial };
        let masked = echoes("X-Api-Key", "k3y").mask_ending(Err(failure)).unwrap_err();
        assert_eq!(masked.detail, "saw ***");
        assert_eq!(masked.partial.unwrap().headers.text("x-echo"), Some("***!"));
    }
}
