//! What can be wrong with the history, and with what names an entry of it.

/// Nothing has been stored yet.
pub fn absent(path: &str) -> String {
    format!("there is no history at {path} yet")
}

/// A file of something else.
pub fn not_a_store(path: &str) -> String {
    format!("{path} is not a history of popbill-hook; nothing in it was changed")
}

/// A store that no longer holds what was written.
pub fn damaged(path: &str, detail: &str) -> String {
    format!("the history {path} is damaged: {detail}")
}

/// A store of a later version.
pub fn newer(path: &str, found: i64, known: i64) -> String {
    format!(
        "the history {path} has format {found}, but this popbill-hook knows formats only up to {known}; nothing in \
         it was changed"
    )
}

/// A place where nothing can be written.
pub fn unwritable(path: &str, reason: &str) -> String {
    format!("the history {path} cannot be opened: {reason}")
}

/// A file without the right to write.
pub fn read_only(path: &str) -> String {
    format!("the history {path} is read-only")
}

/// A full disk.
pub fn full(path: &str) -> String {
    format!("the history {path} cannot grow: the disk or a quota is full")
}

/// Another process holds it.
pub fn busy(path: &str) -> String {
    format!("the history {path} is in use by another process that has not let go of it in time")
}

/// The file is no longer where it was.
pub fn moved(path: &str) -> String {
    format!("the history {path} was moved, replaced or deleted while it was in use")
}

/// A failure of the disk or of the system.
pub fn failed(path: &str, reason: &str) -> String {
    format!("the history {path} failed: {reason}")
}

/// The writer has ended.
pub fn closed(path: &str) -> String {
    format!("the history {path} has been closed")
}

/// An entry that was deleted while it was in use.
pub fn gone(path: &str) -> String {
    format!("the history {path} no longer holds this delivery")
}

/// What is damaged.
pub mod damage {
    /// What waits is no file that this tool made.
    pub fn not_a_spool(path: &str) -> String {
        format!("{path} is not a file of this tool's making, so it is left alone")
    }

    /// One record.
    pub fn record(id: &str) -> String {
        format!("record {id} is not what was written")
    }

    /// The file is shorter than it says.
    pub fn cut_off() -> &'static str {
        "its end is missing"
    }

    /// A value that no version wrote.
    pub fn unreadable_row() -> &'static str {
        "it holds a value of the wrong kind"
    }

    /// The format's version is missing.
    pub fn no_format() -> &'static str {
        "it does not say its format"
    }
}

/// An empty `--store`.
pub fn empty_place() -> &'static str {
    "the store has no path"
}

/// A store on a server.
pub fn server_place(scheme: &str) -> String {
    format!("this popbill-hook keeps its history in a file only; {}:// is not supported", scheme.escape_debug())
}

/// A path no system can hold.
pub fn nul_in_place() -> &'static str {
    "the path of the store contains a NUL character"
}

/// What names an entry.
pub fn malformed(text: &str) -> String {
    format!("\"{}\" names no entry; give `latest`, `latest~2` or the first digits of an id", shown(text))
}

/// No entry begins like that.
pub fn unknown(text: &str) -> String {
    format!("the history has no entry {}", shown(text))
}

/// Several entries begin like that.
pub fn ambiguous(text: &str, candidates: &[String], more: bool) -> String {
    let rest = if more { " and others" } else { "" };
    format!("{} names more than one entry: {}{rest}", shown(text), candidates.join(", "))
}

/// `latest~N` beyond the oldest.
pub fn too_few(text: &str) -> String {
    format!("the history does not go back to {}", shown(text))
}

/// There is no entry at all.
pub fn empty() -> &'static str {
    "the history is empty"
}

/// A name as it may appear in a terminal: one line, no control characters, not endless.
fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text.chars().take(MOST).flat_map(char::escape_debug).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shown_on_one_line() {
        assert_eq!(unknown("ab\n\u{1b}[2J"), "the history has no entry ab\\n\\u{1b}[2J");
        assert!(unknown(&"a".repeat(200)).ends_with(&format!("{}…", "a".repeat(60))));
    }

    #[test]
    fn candidates_are_listed() {
        let candidates = ["aa".to_owned(), "ab".to_owned()];
        assert_eq!(ambiguous("a", &candidates, false), "a names more than one entry: aa, ab");
        assert_eq!(ambiguous("a", &candidates, true), "a names more than one entry: aa, ab and others");
    }
}
