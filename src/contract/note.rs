//! What else is worth knowing about an answer.

use std::fmt;

use super::charset::TextEncoding;
use super::verdict::{Category, Slug};
use crate::wire::Oddity;
use crate::words::verdicts::notes as words;

/// An observation beside the verdict. Foreign text in it is cut to a line's length, but not escaped: whoever shows
/// it does that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// POPBiLL's documents allow this category as well.
    AlsoReadAs(Category),
    /// The body shows this irregularity too.
    Also(Slug),
    /// The body alone would be this; the status, a label or the framing spoils it.
    BodyReads(Slug),
    /// An answer that never became complete began with this status.
    BeganWith(u16),
    /// The Content-Type is one of JSON and the body is text, or the other way round.
    ContentTypeUnlikeBody {
        /// The Content-Type.
        content_type: String,
        /// Whether the body is JSON.
        json: bool,
    },
    /// The Content-Type names a charset that nobody knows.
    UnknownCharset(String),
    /// The Content-Type names a charset in which the body would mean something else.
    CharsetUnlikeBody(String),
    /// The body is not UTF-8, and this is the charset its label names.
    CharsetLabel(String),
    /// The body is not UTF-8, and looks like this.
    LooksLike(TextEncoding),
    /// A header is named `ContentType`, as in the sample of the .NET tutorial; it labels nothing.
    MisnamedContentType,
    /// The value of Content-Encoding.
    ContentEncoding(String),
    /// Where a redirect leads.
    Location(String),
    /// When the receiver would like the next attempt; POPBiLL's schedule is fixed.
    RetryAfter(String),
    /// The methods a receiver allows.
    Allow(String),
    /// The credentials a receiver asks for (`WWW-Authenticate`).
    Challenge(String),
    /// The status is one that content delivery networks use for a server they cannot reach.
    FromCdn,
    /// The title of the page that came.
    PageTitle(String),
    /// The characters that are not what they look like.
    CodePoints(Vec<char>),
    /// Where a text stops being JSON.
    BreaksAt {
        /// The byte, counted from 0; a byte order mark is not counted.
        offset: usize,
        /// What stands there; nothing at the end.
        found: Option<u8>,
    },
    /// The member name that came again.
    RepeatedName(String),
    /// `OK` is the value of a member of this name.
    OkUnder(String),
    /// An irregularity of the message.
    Oddity(Oddity),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

impl Note {
    fn words(&self) -> String {
        match self {
            Self::AlsoReadAs(category) => words::also_read_as(category.name()),
            Self::Also(slug) => words::also(slug.name()),
            Self::BodyReads(slug) => words::body_reads(slug.name()),
            Self::BeganWith(status) => words::began_with(*status),
            Self::ContentTypeUnlikeBody { content_type, json: true } => words::json_labelled(content_type),
            Self::ContentTypeUnlikeBody { content_type, json: false } => words::text_labelled(content_type),
            Self::UnknownCharset(charset) => words::unknown_charset(charset),
            Self::CharsetUnlikeBody(charset) => words::charset_unlike_body(charset),
            Self::CharsetLabel(charset) => words::charset_label(charset),
            Self::LooksLike(encoding) => words::looks_like(encoding.name()),
            Self::MisnamedContentType => words::misnamed_content_type(),
            Self::ContentEncoding(coding) => words::content_encoding(coding),
            Self::Location(location) => words::location(location),
            Self::RetryAfter(value) => words::retry_after(value),
            Self::Allow(methods) => words::allow(methods),
            Self::Challenge(challenge) => words::challenge(challenge),
            Self::FromCdn => words::from_cdn(),
            Self::PageTitle(title) => words::page_title(title),
            Self::CodePoints(characters) => words::code_points(characters),
            Self::BreaksAt { offset, found } => words::breaks_at(*offset, *found),
            Self::RepeatedName(name) => words::repeated_name(name),
            Self::OkUnder(name) => words::ok_under(name),
            Self::Oddity(oddity) => oddity_words(*oddity),
        }
    }
}

fn oddity_words(oddity: Oddity) -> String {
    match oddity {
        Oddity::ExtraBytes => words::extra_bytes(),
        Oddity::RepeatedContentLength => words::repeated_content_length(),
        Oddity::LengthBesideChunked => words::length_beside_chunked(),
        Oddity::IdentityCoding => words::identity_coding(),
        Oddity::RepeatedChunked => words::repeated_chunked(),
        Oddity::LeadingBlankLines => words::leading_blank_lines(),
        Oddity::AnsweredEarly => words::answered_early(),
        Oddity::TlsUnverified => words::tls_unverified(),
    }
}
