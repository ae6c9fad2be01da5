//! Small facts of heads, captures and instants, for every form of report.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::event::Hint;
use crate::history::StoredCapture;
use crate::wire::Headers;

/// The first line of a head, whatever blank lines stand before it.
pub fn request_line(head: &[u8]) -> String {
    let text = String::from_utf8_lossy(head);
    text.lines().find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

/// The target of a request's head, if it has one.
pub fn request_target(head: &[u8]) -> Option<String> {
    request_line(head).split(' ').nth(1).map(str::to_owned)
}

/// The header fields of a head, in order; a line without a colon is none.
pub fn header_fields(head: &[u8]) -> Headers {
    let lines = head.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let fields = lines.skip_while(|line| line.is_empty()).skip(1).take_while(|line| !line.is_empty());
    fields
        .filter_map(|line| {
            let colon = line.iter().position(|byte| *byte == b':')?;
            Some((String::from_utf8_lossy(&line[..colon]).into_owned(), line[colon + 1..].trim_ascii().to_vec()))
        })
        .collect()
}

/// What the headers of a capture say about its body.
pub(super) fn hint(stored: &StoredCapture) -> Hint<'_> {
    Hint {
        webhook_type: stored.record.webhook_type.as_deref(),
        event_type: None,
        corp_num: stored.record.corp_num.as_deref(),
        edition: None,
    }
}

/// The wall clock in Korea, where POPBiLL's times are told, with milliseconds.
pub fn clock_time(at: Timestamp) -> String {
    korean(at).strftime("%H:%M:%S%.3f").to_string()
}

/// Day and wall clock in Korea.
pub fn day_time(at: Timestamp) -> String {
    korean(at).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

fn korean(at: Timestamp) -> DateTime {
    const KST: Offset = jiff::tz::offset(9);
    KST.to_datetime(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_taken_apart() {
        let head = b"\r\nPOST /x HTTP/1.1\r\nA: 1\r\nb:\xb0 \r\nA: 2\r\n\r\n";
        assert_eq!(request_line(head), "POST /x HTTP/1.1");
        let fields = header_fields(head);
        let expected: [(&str, &[u8]); 3] = [("A", b"1"), ("b", b"\xb0"), ("A", b"2")];
        assert_eq!(fields.iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn times_are_korean() {
        let at: Timestamp = "2026-01-05T01:00:00.25Z".parse().unwrap();
        assert_eq!((clock_time(at).as_str(), day_time(at).as_str()), ("10:00:00.250", "2026-01-05 10:00:00"));
    }
}
