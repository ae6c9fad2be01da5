//! A strict JSON reader (RFC 8259) that builds no tree: one pass, and no memory that grows with the input.
//!
//! It takes two liberties, and says so when it did: strings in single quotes and bare member names, as in the
//! sample and the prose of the cashbill page.

use super::json_string::Text;
use super::members::Members;

/// How deep arrays and objects may be nested.
pub(super) const DEPTH_LIMIT: usize = 64;

/// What the reader says of a JSON text.
pub(super) struct Document<'a> {
    /// The value.
    pub(super) value: Value<'a>,
    /// Its members, where it is an object.
    pub(super) members: Members<'a>,
    /// Whether one of the liberties was needed.
    pub(super) lenient: bool,
}

/// A value, as far as the contract cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// A string.
    Text(Text<'a>),
    /// `false`, which as a result is a refusal.
    False,
    /// `null`, `true` or a number.
    Scalar,
    /// An array, and whether a success stands somewhere in it.
    Array { ok_inside: bool },
    /// An object, and whether a success stands somewhere in it.
    Object { ok_inside: bool },
}

impl Value<'_> {
    /// Whether the value is `OK`, or hides one.
    pub(super) fn has_ok(self) -> bool {
        match self {
            Self::Text(text) => text.is("OK"),
            Self::Array { ok_inside } | Self::Object { ok_inside } => ok_inside,
            Self::False | Self::Scalar => false,
        }
    }
}

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It breaks at this byte, counted from 0.
    Malformed(usize),
    /// It is nested more than [`DEPTH_LIMIT`] levels deep.
    TooDeep,
}

/// Reads a whole text.
pub(super) fn read(bytes: &[u8]) -> Result<Document<'_>, Fault> {
    let mut reader = Reader { bytes, at: 0, lenient: false };
    let mut members = Members::default();
    reader.skip_blanks();
    let value = if reader.peek() == Some(b'{') {
        reader.object(1, &mut |name, value| members.push(name, value))?;
        Value::Object { ok_inside: members.ok_inside() }
    } else {
        reader.value(1)?
    };
    reader.skip_blanks();
    match reader.peek() {
        None => Ok(Document { value, members, lenient: reader.lenient }),
        Some(_) => Err(reader.malformed()),
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    lenient: bool,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn malformed(&self) -> Fault {
        Fault::Malformed(self.at)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.eat(byte) { Ok(()) } else { Err(self.malformed()) }
    }

    fn skip_while(&mut self, belongs: impl Fn(u8) -> bool) -> usize {
        let start = self.at;
        while self.peek().is_some_and(&belongs) {
            self.at += 1;
        }
        self.at - start
    }

    fn skip_blanks(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    fn value(&mut self, depth: usize) -> Result<Value<'a>, Fault> {
        match self.peek() {
            Some(b'{') => {
                let mut ok_inside = false;
                self.object(depth, &mut |name, value| ok_inside |= name.is("result") || value.has_ok())?;
                Ok(Value::Object { ok_inside })
            }
            Some(b'[') => self.array(depth),
            Some(quote @ (b'"' | b'\'')) => self.string(quote).map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'f') => self.literal(b"false", Value::False),
            Some(b't') => self.literal(b"true", Value::Scalar),
            Some(b'n') => self.literal(b"null", Value::Scalar),
            _ => Err(self.malformed()),
        }
    }

    fn open(&mut self, depth: usize) -> Result<(), Fault> {
        if depth > DEPTH_LIMIT {
            return Err(Fault::TooDeep);
        }
        self.at += 1;
        self.skip_blanks();
        Ok(())
    }

    fn object(&mut self, depth: usize, member: &mut dyn FnMut(Text<'a>, Value<'a>)) -> Result<(), Fault> {
        self.open(depth)?;
        if self.eat(b'}') {
            return Ok(());
        }
        loop {
            let name = self.name()?;
            self.skip_blanks();
            self.expect(b':')?;
            self.skip_blanks();
            member(name, self.value(depth + 1)?);
            self.skip_blanks();
            if self.eat(b'}') {
                return Ok(());
            }
            self.expect(b',')?;
            self.skip_blanks();
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value<'a>, Fault> {
        self.open(depth)?;
        let mut ok_inside = false;
        if self.eat(b']') {
            return Ok(Value::Array { ok_inside });
        }
        loop {
            ok_inside |= self.value(depth + 1)?.has_ok();
            self.skip_blanks();
            if self.eat(b']') {
                return Ok(Value::Array { ok_inside });
            }
            self.expect(b',')?;
            self.skip_blanks();
        }
    }

    fn name(&mut self) -> Result<Text<'a>, Fault> {
        match self.peek() {
            Some(quote @ (b'"' | b'\'')) => self.string(quote),
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$') => {
                self.lenient = true;
                let start = self.at;
                self.skip_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$'));
                self.text(start)
            }
            _ => Err(self.malformed()),
        }
    }

    /// A string; the reader stands at its opening quote.
    fn string(&mut self, quote: u8) -> Result<Text<'a>, Fault> {
        self.lenient |= quote == b'\'';
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                Some(byte) if byte == quote => break,
                Some(b'\\') => self.escape(quote)?,
                None | Some(0..=0x1f) => return Err(self.malformed()),
                Some(_) => self.at += 1,
            }
        }
        let text = self.text(start);
        self.at += 1;
        text
    }

    /// The text since `start`, which must be UTF-8.
    fn text(&self, start: usize) -> Result<Text<'a>, Fault> {
        let raw = std::str::from_utf8(&self.bytes[start..self.at]);
        raw.map(Text::new).map_err(|error| Fault::Malformed(start + error.valid_up_to()))
    }

    /// An escape; the reader stands at its backslash.
    fn escape(&mut self, quote: u8) -> Result<(), Fault> {
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'\'') if quote == b'\'' => self.at += 1,
            Some(b'u') => {
                let start = self.at;
                match self.code_unit()? {
                    0xd800..0xdc00 if self.eat(b'\\') && (0xdc00..0xe000).contains(&self.code_unit()?) => {}
                    0xd800..0xe000 => return Err(Fault::Malformed(start)),
                    _ => {}
                }
            }
            _ => return Err(self.malformed()),
        }
        Ok(())
    }

    /// A UTF-16 code unit; the reader stands at its `u`.
    fn code_unit(&mut self) -> Result<u32, Fault> {
        self.expect(b'u')?;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            unit = unit << 4 | digit.ok_or_else(|| self.malformed())?;
            self.at += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Result<Value<'a>, Fault> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _signed = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(Value::Scalar)
    }

    fn digits(&mut self) -> Result<(), Fault> {
        match self.skip_while(|byte| byte.is_ascii_digit()) {
            0 => Err(self.malformed()),
            _ => Ok(()),
        }
    }

    fn literal(&mut self, word: &[u8], value: Value<'a>) -> Result<Value<'a>, Fault> {
        for &byte in word {
            self.expect(byte)?;
        }
        Ok(value)
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
