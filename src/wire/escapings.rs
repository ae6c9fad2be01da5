//! The ways in which frameworks write a text into an answer: JSON as PHP, Python or a browser writes it, HTML, URLs.

use std::fmt::Write as _;

/// Every writing of a text that differs from it; nothing where it is no UTF-8.
pub(super) fn of(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    let json = serde_json::to_string(text).unwrap_or_default();
    let json = json.get(1..json.len().saturating_sub(1)).unwrap_or_default().to_owned();
    let mut all = vec![json.replace('/', "\\/")];
    for upper in [false, true] {
        // Some write letters beyond ASCII as numbers; Go also these three, PHP on demand two, ASP.NET all of them.
        for numbered in ["", "<>", "<>&", "<>&'+"] {
            let ascii = ascii_json(&json, upper, numbered);
            all.extend([ascii.replace('/', "\\/"), ascii, partly_numbered(&json, upper, numbered)]);
        }
        all.push(percent(text, upper, false));
        all.push(percent(text, upper, true));
    }
    for quote in ["&#39;", "&#x27;", "&#039;", "'"] {
        all.push(html(text, quote, "&quot;"));
        all.push(html(text, quote, "&#34;"));
    }
    all.push(json);
    all.retain(|written| written != text);
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(String::into_bytes).collect()
}

/// JSON whose letters beyond ASCII, and these, are numbers.
fn ascii_json(json: &str, upper: bool, numbered: &str) -> String {
    let mut written = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter.is_ascii() && !numbered.contains(letter) {
            written.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            let _ = if upper { write!(written, "\\u{unit:04X}") } else { write!(written, "\\u{unit:04x}") };
        }
    }
    written
}

/// JSON in which only these letters are numbers.
fn partly_numbered(json: &str, upper: bool, numbered: &str) -> String {
    let number = |letter: char| ascii_json(&letter.to_string(), upper, numbered);
    json.chars().map(|letter| if numbered.contains(letter) { number(letter) } else { letter.to_string() }).collect()
}

fn percent(text: &str, upper: bool, form: bool) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => written.push(char::from(byte)),
            b'~' if !form => written.push('~'),
            b' ' if form => written.push('+'),
            _ => {
                let _ = if upper { write!(written, "%{byte:02X}") } else { write!(written, "%{byte:02x}") };
            }
        }
    }
    written
}

fn html(text: &str, single: &str, double: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str(double),
            '\'' => written.push_str(single),
            _ => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_frameworks_write_is_known() {
        let all = of("a/b+c&d\"e<f 비'".as_bytes());
        for written in [
            r#"a\/b+c&d\"e<f 비'"#,
            r#"a/b+c&d\"e<f \ube44'"#,
            r#"a/b+c&d\"e<f \uBE44'"#,
            r#"a/b\u002bc\u0026d\"e\u003cf \ube44\u0027"#,
            "a/b+c&amp;d&quot;e&lt;f 비&#39;",
            "a%2Fb%2Bc%26d%22e%3Cf%20%EB%B9%84%27",
            "a%2Fb%2Bc%26d%22e%3Cf+%EB%B9%84%27",
        ] {
            assert!(all.contains(&written.as_bytes().to_vec()), "{written}");
        }
        assert!(of(b"plain").is_empty() && of(b"\xff").is_empty());
    }
}
