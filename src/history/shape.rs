//! What the heads of many captures share.
//!
//! POPBiLL's heads differ in three places: the message id, the business number and the length of the body. All
//! three are stored beside the head anyway. So the rest of a head, its shape, is stored once for all captures that
//! have it, and a head is put together again byte for byte. Unusual heads are stored as they are.

use std::collections::{HashMap, HashSet};

use super::StoreError;
use super::database::{Columns, Database, Unreadable, Value, first, rows};

/// Shapes a store may have. Somebody who varies his headers must not fill it with shapes.
const MOST_SHAPES: usize = 1024;
/// A longer head is stored as it is.
const LONGEST: usize = 2048;

/// A head without what differs: the bytes that remain, and where in them the cut-out values stood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Shape {
    text: Vec<u8>,
    slots: [Option<usize>; 3],
}

const NAMES: [&[u8]; 3] = [b"pb-webhook-mid", b"pb-webhook-corpnum", b"content-length"];

impl Shape {
    /// Cuts the values of the three fields out of `head`, where they are exactly these.
    pub(super) fn cut(head: &[u8], values: [Option<&str>; 3]) -> Self {
        let mut shape = Self { text: Vec::with_capacity(head.len()), slots: [None; 3] };
        for line in head.split_inclusive(|byte| *byte == b'\n') {
            match shape.slot(line, values) {
                Some((index, name_end, value_end)) => {
                    shape.text.extend_from_slice(&line[..name_end]);
                    shape.slots[index] = Some(shape.text.len());
                    shape.text.extend_from_slice(&line[value_end..]);
                }
                None => shape.text.extend_from_slice(line),
            }
        }
        shape
    }

    /// Which value stands in this line, and from where to where.
    fn slot(&self, line: &[u8], values: [Option<&str>; 3]) -> Option<(usize, usize, usize)> {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let index = NAMES.iter().position(|name| line[..colon].eq_ignore_ascii_case(name))?;
        let value = values[index]?.as_bytes();
        let start = line[colon + 1..].iter().position(|byte| *byte != b' ').map(|blanks| colon + 1 + blanks)?;
        let end = start.checked_add(value.len())?;
        let exact = line.get(start..end)? == value && matches!(line.get(end), None | Some(b'\r' | b'\n'));
        (exact && self.slots[index].is_none()).then_some((index, start, end))
    }

    /// The head again.
    pub(super) fn fill(&self, values: [Option<&str>; 3]) -> Option<Vec<u8>> {
        let mut slots = Vec::with_capacity(3);
        for (slot, value) in self.slots.iter().zip(values) {
            if let Some(place) = slot {
                slots.push((*place, value?));
            }
        }
        slots.sort_by_key(|(place, _)| *place);
        let mut head = Vec::with_capacity(self.text.len() + 64);
        let mut copied = 0;
        for (place, value) in slots {
            head.extend_from_slice(self.text.get(copied..place)?);
            head.extend_from_slice(value.as_bytes());
            copied = place;
        }
        head.extend_from_slice(self.text.get(copied..)?);
        Some(head)
    }

    /// Reads a shape from the columns `text, message_at, corp_num_at, length_at`; nothing where the text is null.
    pub(super) fn read(columns: &mut Columns<'_>) -> Result<Option<Self>, Unreadable> {
        let text = columns.optional_bytes()?;
        let slots = [columns.optional_number()?, columns.optional_number()?, columns.optional_number()?];
        Ok(text.map(|text| Self { text, slots }))
    }

    fn columns(&self) -> [Value<'_>; 4] {
        let [message, corp_num, length] = self.slots.map(|slot| slot.and_then(|slot| i64::try_from(slot).ok()).into());
        [Value::Blob(&self.text), message, corp_num, length]
    }
}

/// The shapes that a writer knows to be in the store.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    known: HashMap<Shape, i64>,
    seen_once: HashSet<Shape>,
}

impl Shapes {
    /// Reads those of the store.
    pub(super) fn load(database: &mut dyn Database) -> Result<Self, StoreError> {
        let sql = "SELECT shape, text, message_at, corp_num_at, length_at FROM heads";
        let found = rows(database, sql, &[], |row| {
            let number = row.integer()?;
            Ok((Shape::read(row)?.ok_or(Unreadable)?, number))
        })?;
        Ok(Self { known: found.into_iter().collect(), seen_once: HashSet::new() })
    }

    /// The number of the head's shape in the store, if the head is to be stored by it. A shape is stored when it
    /// comes for the second time.
    pub(super) fn number(
        &mut self,
        database: &mut dyn Database,
        head: &[u8],
        values: [Option<&str>; 3],
    ) -> Result<Option<i64>, StoreError> {
        if head.len() > LONGEST {
            return Ok(None);
        }
        let shape = Shape::cut(head, values);
        if let Some(number) = self.known.get(&shape) {
            return Ok(Some(*number));
        }
        if self.known.len() >= MOST_SHAPES {
            return Ok(None);
        }
        if !self.seen_once.remove(&shape) {
            if self.seen_once.len() >= MOST_SHAPES {
                self.seen_once.clear();
            }
            self.seen_once.insert(shape);
            return Ok(None);
        }
        let last = first(database, "SELECT max(shape) FROM heads", &[], |row| row.optional_integer())?;
        let number = last.flatten().unwrap_or(0) + 1;
        let [text, message, corp_num, length] = shape.columns();
        let sql = "INSERT INTO heads (shape, text, message_at, corp_num_at, length_at) VALUES ($1, $2, $3, $4, $5)";
        database.execute(sql, &[Value::Integer(number), text, message, corp_num, length])?;
        self.known.insert(shape, number);
        Ok(Some(number))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HEAD: &str = "POST /pbconnect HTTP/1.1\r\nHost: localhost:9854\r\nPb-Webhook-MID: 016120000002-17\r\n\
                        Pb-Webhook-Corpnum: 1234567891\r\nContent-Length: 2412\r\n\r\n";

    #[test]
    fn the_values_are_cut_out() {
        let values = [Some("016120000002-17"), Some("1234567891"), Some("2412")];
        let shape = Shape::cut(HEAD.as_bytes(), values);
        let text = String::from_utf8(shape.text.clone()).unwrap();
        assert!(text.ends_with("Pb-Webhook-MID: \r\nPb-Webhook-Corpnum: \r\nContent-Length: \r\n\r\n"), "{text}");
        assert_eq!(shape.fill(values).unwrap(), HEAD.as_bytes());
        let others = [Some("9"), Some("8"), Some("7")];
        let other = HEAD.replace("016120000002-17", "9").replace("1234567891", "8").replace("2412", "7");
        assert_eq!(Shape::cut(other.as_bytes(), others), shape, "another message, the same shape");
    }

    #[test]
    fn other_values_stay_where_they_are() {
        for head in [
            "POST / HTTP/1.1\r\nPb-Webhook-MID: AB\r\n\r\n",
            "POST / HTTP/1.1\r\nPb-Webhook-MID: ab \r\n\r\n",
            "POST / HTTP/1.1\r\nPb-Webhook-MID:\tab\r\n\r\n",
            "POST / HTTP/1.1\r\nX-MID: ab\r\n\r\n",
            "Pb-Webhook-MID",
            "",
        ] {
            let shape = Shape::cut(head.as_bytes(), [Some("ab"), None, None]);
            assert_eq!((shape.text.as_slice(), shape.slots), (head.as_bytes(), [None; 3]), "{head:?}");
        }
    }

    #[test]
    fn a_repeated_field_is_cut_once() {
        let head = b"pb-webhook-mid: a\npb-webhook-mid: a\n";
        let shape = Shape::cut(head, [Some("a"), None, None]);
        assert_eq!(shape.text, b"pb-webhook-mid: \npb-webhook-mid: a\n");
        assert_eq!(shape.fill([Some("a"), None, None]).unwrap(), head);
    }

    #[test]
    fn a_damaged_shape_fills_nothing() {
        let beyond = Shape { text: b"abc".to_vec(), slots: [Some(9), None, None] };
        assert_eq!(beyond.fill([Some("x"), None, None]), None);
        assert_eq!(Shape { text: vec![], slots: [Some(0), None, None] }.fill([None; 3]), None, "the value is missing");
    }

    proptest! {
        #[test]
        fn any_head_comes_back(
            lines in proptest::collection::vec(prop_oneof![
                Just("Pb-Webhook-MID: m1\r\n".to_owned()), Just("PB-WEBHOOK-CORPNUM:1\n".to_owned()),
                Just("content-length:   7".to_owned()), Just(": x\r\n".to_owned()), any::<String>(),
            ], 0..8),
            message in proptest::option::of("m1|[a-z]{0,3}"), corp_num in proptest::option::of("1|2"),
        ) {
            let head = lines.concat().into_bytes();
            let values = [message.as_deref(), corp_num.as_deref(), Some("7")];
            prop_assert_eq!(Shape::cut(&head, values).fill(values), Some(head));
        }
    }
}
