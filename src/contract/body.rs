//! The body of a 200: neither empty, nor cut, nor encoded.

use super::charset::{self, TextEncoding};
use super::json::{self, Fault};
use super::note::Note;
use super::reading::Reading;
use super::verdict::{Category, Slug};
use super::{document, look_alike, text};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a body. Oddities are named from the outside in: byte order mark, white space around `OK`, quotes around
/// `OK`, liberties with JSON, further members. The first gives the slug, the others are notes.
pub(super) fn read(body: &[u8]) -> Reading {
    match body.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => unmarked(rest).with_oddity(Slug::ByteOrderMark),
        None => unmarked(body),
    }
}

/// Reads what follows the byte order mark. A second one, or one after white space, is an invisible character.
fn unmarked(body: &[u8]) -> Reading {
    let trimmed = body.trim_ascii();
    if trimmed == b"OK" {
        let reading = Reading::text(Slug::String);
        return if trimmed.len() == body.len() { reading } else { reading.with_oddity(Slug::SurroundingWhitespace) };
    }
    if trimmed.is_empty() {
        // Bytes came back, so this is no empty answer; but nothing was said.
        return Reading::text(Slug::OtherText).noting(Note::AlsoReadAs(Category::NoResponse));
    }
    if trimmed.eq_ignore_ascii_case(b"ok") {
        return Reading::text(Slug::WrongCase);
    }
    if charset::is_utf16(body) {
        return Reading::text(Slug::UndecodableText).noting(Note::LooksLike(TextEncoding::Utf16));
    }
    match json::read(body) {
        Ok(document) => document::read(&document),
        Err(Fault::TooDeep) => Reading::json(Slug::TooDeep),
        Err(Fault::Malformed(offset)) if means_json(trimmed) => malformed(body, offset),
        Err(Fault::Malformed(_)) => text::read(trimmed),
    }
}

/// Whether a text that is not JSON means to be: it opens an object, or an array that is no `[INFO]` of a log.
fn means_json(text: &[u8]) -> bool {
    match text {
        [b'{', ..] => true,
        [b'[', rest @ ..] => !rest.trim_ascii_start().first().is_some_and(u8::is_ascii_alphabetic),
        _ => false,
    }
}

fn malformed(body: &[u8], offset: usize) -> Reading {
    let words = std::str::from_utf8(body);
    if let Ok(words) = words
        && look_alike::deceives(words)
    {
        return Reading::json(Slug::LookAlike).noting(Note::CodePoints(look_alike::deviations(words.chars())));
    }
    let reading =
        Reading::json(Slug::MalformedJson).noting(Note::BreaksAt { offset, found: body.get(offset).copied() });
    match TextEncoding::guess(body).filter(|_| words.is_err()) {
        Some(encoding) => reading.noting(Note::LooksLike(encoding)),
        None => reading,
    }
}
