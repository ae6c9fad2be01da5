//! The head of an answer: status line, fields, and how the body is framed.

use super::answer_fault::AnswerFault;
use crate::wire::{Headers, Oddity};

/// The most header fields.
const FIELD_LIMIT: usize = 100;

/// A parsed head.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) status: u16,
    pub(super) reason: Option<String>,
    pub(super) headers: Headers,
    /// Its length in bytes, the empty line included.
    pub(super) length: usize,
    pub(super) blank_lines: bool,
}

/// How the end of a body is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framing {
    /// The status has no body.
    None,
    /// By `Content-Length`.
    Counted(u64),
    /// By chunks.
    Chunked,
    /// By the end of the connection.
    UntilClose,
}

/// Parses a head, if `bytes` hold a whole one.
pub(super) fn parse(bytes: &[u8]) -> Result<Option<Head>, AnswerFault> {
    let mut fields = [httparse::EMPTY_HEADER; FIELD_LIMIT];
    let mut answer = httparse::Response::new(&mut fields);
    let length = match answer.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(AnswerFault::HeadTooLarge),
        Err(error) => return Err(AnswerFault::malformed_head(error, bytes)),
    };
    let status = answer.code.unwrap_or_default();
    if status < 100 {
        return Err(AnswerFault::malformed_head(httparse::Error::Status, bytes));
    }
    Ok(Some(Head {
        status,
        reason: answer.reason.map(str::to_owned),
        headers: answer.headers.iter().map(|field| (field.name, field.value)).collect(),
        length,
        blank_lines: matches!(bytes.first(), Some(b'\r' | b'\n')),
    }))
}

impl Head {
    /// How the body ends, and what is odd about how that is said.
    pub(super) fn framing(&self) -> Result<(Framing, Vec<Oddity>), AnswerFault> {
        if matches!(self.status, 101 | 204 | 304) {
            return Ok((Framing::None, Vec::new()));
        }
        let mut oddities = Vec::new();
        let chunked = self.is_chunked(&mut oddities)?;
        let length = self.content_length(&mut oddities)?;
        let framing = match (chunked, length) {
            (true, length) => {
                oddities.extend(length.map(|_| Oddity::LengthBesideChunked));
                Framing::Chunked
            }
            (false, Some(length)) => Framing::Counted(length),
            (false, None) => Framing::UntilClose,
        };
        Ok((framing, oddities))
    }

    /// Any coding but `chunked` and `identity` hides the body, so the message cannot be read as it stands.
    fn is_chunked(&self, oddities: &mut Vec<Oddity>) -> Result<bool, AnswerFault> {
        let mut chunked = 0;
        for coding in self.list("transfer-encoding") {
            match coding.to_ascii_lowercase().as_str() {
                "chunked" => chunked += 1,
                "identity" => oddities.push(Oddity::IdentityCoding),
                _ => return Err(AnswerFault::transfer_coding(&coding)),
            }
        }
        oddities.extend((chunked > 1).then_some(Oddity::RepeatedChunked));
        Ok(chunked > 0)
    }

    fn content_length(&self, oddities: &mut Vec<Oddity>) -> Result<Option<u64>, AnswerFault> {
        let mut length = None;
        for text in self.list("content-length") {
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let value: u64 = text.parse().ok().filter(|_| digits).ok_or_else(|| AnswerFault::content_length(&text))?;
            if length.is_some_and(|earlier| earlier != value) {
                return Err(AnswerFault::content_length(&text));
            }
            if length.replace(value).is_some() {
                oddities.push(Oddity::RepeatedContentLength);
            }
        }
        Ok(length)
    }

    /// The members of a comma-separated field, over all its repeats.
    fn list(&self, name: &'static str) -> impl Iterator<Item = String> {
        self.headers.all(name).flat_map(|value| {
            String::from_utf8_lossy(value).split(',').map(|part| part.trim().to_owned()).collect::<Vec<_>>()
        })
    }
}
