//! Small facts of heads and instants, for every form of report.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// The first line of a head, whatever blank lines stand before it.
pub fn request_line(head: &[u8]) -> String {
    let text = String::from_utf8_lossy(head);
    text.lines().find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

/// The header fields of a head, in order; a line without a colon is none.
pub fn header_fields(head: &[u8]) -> Vec<(String, Vec<u8>)> {
    let lines = head.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let fields = lines.skip_while(|line| line.is_empty()).skip(1).take_while(|line| !line.is_empty());
    fields
        .filter_map(|line| {
            let colon = line.iter().position(|byte| *byte == b':')?;
            Some((String::from_utf8_lossy(&line[..colon]).into_owned(), line[colon + 1..].trim_ascii().to_vec()))
        })
        .collect()
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
        assert_eq!(fields, [("A".into(), b"1".to_vec()), ("b".into(), vec![0xb0]), ("A".into(), b"2".to_vec())]);
    }

    #[test]
    fn times_are_korean() {
        let at: Timestamp = "2026-01-05T01:00:00.25Z".parse().unwrap();
        assert_eq!((clock_time(at).as_str(), day_time(at).as_str()), ("10:00:00.250", "2026-01-05 10:00:00"));
    }
}
