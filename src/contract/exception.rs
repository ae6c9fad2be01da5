//! The text of an exception in place of an answer. The cashbill page's own sample returns `e.toString()`.

use super::search::{begins as begins_with, contains_any};

/// How the report of a fault begins, whatever the language.
const OPENINGS: [&str; 10] = [
    "traceback (most recent call last)",
    "exception in thread",
    "unhandled exception",
    "uncaught ",
    "php fatal error",
    "fatal error:",
    "parse error:",
    "caused by:",
    "panic: ",
    "thread 'main' panicked",
];

/// What stands in the middle of one.
const TRACES: [&str; 10] = [
    "traceback (most recent call last)",
    "\n\tat ",
    "\n   at ",
    "\n    at ",
    "stack trace:",
    "<b>fatal error</b>",
    "<b>parse error</b>",
    "fatal error: uncaught",
    "\ngoroutine ",
    "\ncaused by: ",
];

/// Whether text begins with an exception: its class, as `toString()` puts it, or the opening of a report.
pub(super) fn begins(text: &[u8]) -> bool {
    OPENINGS.iter().any(|opening| begins_with(text, opening)) || begins_with_class(text)
}

/// Whether text has a stack trace, or an exception's class with its package.
pub(super) fn is_traced(text: &[u8]) -> bool {
    contains_any(text, &TRACES) || text.split(u8::is_ascii_whitespace).any(is_qualified_class)
}

/// `java.lang.NullPointerException: …`, `KeyError('mgtKey')`, `TypeError [ERR_X]: …`; not the bare word `Error`.
fn begins_with_class(text: &[u8]) -> bool {
    let length = text.iter().take_while(|&&byte| is_of_class(byte)).count();
    let (name, rest) = text.split_at(length);
    // A colon may stand within a name (Ruby), and does stand after most.
    let class = name.strip_suffix(b":").unwrap_or(name);
    let ends = rest.is_empty() || ["(", " (", " [", "\n", "\r", ";"].iter().any(|next| begins_with(rest, next));
    is_class(class) && (class.len() < length || (ends && text != b"Error"))
}

fn is_qualified_class(word: &[u8]) -> bool {
    let is_mark = |byte: &u8| b":;,.()".contains(byte);
    let start = word.iter().position(|byte| !is_mark(byte)).unwrap_or(word.len());
    let end = word.iter().rposition(|byte| !is_mark(byte)).map_or(start, |last| last + 1);
    let class = &word[start..end];
    class.contains(&b'.') && class.iter().all(|&byte| is_of_class(byte)) && is_class(class)
}

fn is_of_class(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._$\\:".contains(&byte)
}

fn is_class(name: &[u8]) -> bool {
    ["Exception", "Error", "Throwable"].iter().any(|ending| name.ends_with(ending.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_of_every_language_are_known() {
        for text in [
            "java.lang.NullPointerException",
            "java.lang.IllegalStateException: mgtKey",
            "com.google.gson.JsonSyntaxException: Expected BEGIN_OBJECT\n\tat com.google.gson.Gson.fromJson(Gson.java:1)",
            "System.NullReferenceException: Object reference not set",
            "Unhandled exception. System.InvalidOperationException",
            "Traceback (most recent call last):\n  File \"app.py\", line 3",
            "KeyError('mgtKey')",
            "KeyError: 'mgtKey'",
            "TypeError: Cannot read properties of undefined",
            "TypeError [ERR_INVALID_ARG_TYPE]: x",
            "Error: connect ECONNREFUSED",
            "NoMethodError (undefined method `[]' for nil)",
            "PHP Fatal error:  Uncaught Error",
            "Fatal error: Uncaught TypeError: x in /var/www/pb.php:3",
            "panic: runtime error: index out of range",
        ] {
            assert!(begins(text.as_bytes()), "{text}");
        }
        for text in [
            "오류: java.lang.NullPointerException: mgtKey",
            "fail (org.example.StoreException)",
            "x\n\tat a.B.c(B.java:1)",
            "<br />\n<b>Fatal error</b>:  Uncaught Error",
            "x\n    at Object.<anonymous> (/app/index.js:1:1)",
        ] {
            assert!(is_traced(text.as_bytes()) && !begins(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_exceptions() {
        for text in
            ["", "OK", "Error", "Error occurred", "success", "no error", "Exceptional", "terror.", "a.b.c", "OK.Error!"]
        {
            assert!(!begins(text.as_bytes()) && !is_traced(text.as_bytes()), "{text}");
        }
    }
}
