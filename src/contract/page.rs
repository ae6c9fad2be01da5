//! Web pages in place of an answer.

use super::search::{begins, contains, contains_any, find, head};
use super::sign_in;
use super::verdict::Slug;

/// Elements that only a whole page has.
const PAGE: [&str; 5] = ["<!doctype html", "<html", "<head>", "<body", "<title"];

/// Elements a piece of a page begins with.
const PIECES: [&str; 22] = [
    "<!--",
    "<a",
    "<b",
    "<br",
    "<center",
    "<div",
    "<form",
    "<h1",
    "<h2",
    "<h3",
    "<iframe",
    "<link",
    "<meta",
    "<p",
    "<pre",
    "<script",
    "<section",
    "<span",
    "<style",
    "<table",
    "<ul",
    "<noscript",
];

/// Fields where a password is typed.
const PASSWORD_FIELDS: [&str; 5] =
    ["type=\"password\"", "type='password'", "type=password", "name=\"j_password\"", "name=\"password\""];

/// Which page a text is, where it is a whole page or one that asks to sign in.
pub(super) fn kind(text: &[u8]) -> Option<Slug> {
    let whole = contains_any(text, &PAGE);
    if (whole || text.starts_with(b"<")) && asks_to_sign_in(text) {
        return Some(Slug::LoginPage);
    }
    whole.then_some(Slug::HtmlPage)
}

/// Whether a text begins as a piece of a page does.
pub(super) fn is_piece(text: &[u8]) -> bool {
    PIECES
        .iter()
        .any(|piece| begins(text, piece) && text.get(piece.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric()))
}

/// The title, as bytes of whatever encoding.
pub(super) fn title(text: &[u8]) -> Option<&[u8]> {
    let element = &text[find(text, "<title")?..];
    let content = &element[element.iter().position(|&byte| byte == b'>')? + 1..];
    let content = content[..find(content, "</title")?].trim_ascii();
    (!content.is_empty()).then_some(content)
}

/// Whether a page, or a script alone, asks to sign in or sends the reader to where it is asked.
pub(super) fn asks_to_sign_in(text: &[u8]) -> bool {
    contains_any(text, &PASSWORD_FIELDS)
        || title(text).is_some_and(is_sign_in_title)
        || (begins(text, "<script") && leads_away(text, "location"))
        || leads_away(text, "http-equiv=\"refresh\"")
}

fn is_sign_in_title(title: &[u8]) -> bool {
    sign_in::is_named_in(title) || contains(title, "log in") || contains(title, "로그인")
}

/// Whether an address of a sign-in page follows `marker` closely.
fn leads_away(text: &[u8], marker: &str) -> bool {
    find(text, marker).is_some_and(|at| sign_in::is_named_in(head(&text[at + marker.len()..], 120)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_sign_in_pages_are_told_apart() {
        for (text, expected) in [
            ("<!DOCTYPE html><title>없는 페이지</title>", Some(Slug::HtmlPage)),
            ("<HTML><BODY>OK</BODY></HTML>", Some(Slug::HtmlPage)),
            ("<html><head><title>로그인 - 쇼핑몰</title></head></html>", Some(Slug::LoginPage)),
            ("<html><title>Please sign in</title></html>", Some(Slug::LoginPage)),
            ("<form method=post><input type=\"password\"></form>", Some(Slug::LoginPage)),
            ("<script>alert('no');location.href='/member/login.do';</script>", Some(Slug::LoginPage)),
            ("<html><meta http-equiv=\"refresh\" content=\"0; url=/sso\"></html>", Some(Slug::LoginPage)),
            ("<script>location.href='/main.do';</script>", None),
            ("<p>OK</p>", None),
            ("OK", None),
        ] {
            assert_eq!(kind(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn pieces_begin_with_an_element_of_html() {
        assert!(is_piece(b"<br />x") && is_piece(b"<P>x</P>") && is_piece(b"<b") && is_piece(b"<!-- x -->"));
        assert!(!is_piece(b"<string>OK</string>") && !is_piece(b"<brand>") && !is_piece(b"OK<br>"));
    }

    #[test]
    fn a_title_needs_its_end() {
        assert_eq!(title(b"<title lang=ko> \xc0\xcc </title>"), Some(b"\xc0\xcc".as_slice()));
        assert_eq!(title(b"<title>x"), None);
        assert_eq!(title(b"<title></title>"), None);
    }
}
