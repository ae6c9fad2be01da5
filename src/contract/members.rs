//! The members of an object: what is kept of them is bounded, however many there are.

use super::json::Value;
use super::json_string::Text;
use super::look_alike;

/// How many names are kept to find repeats. Beyond them only a repeat of a kept name, or of `result`, is seen;
/// an object with so many members is tolerated at best, so nothing is accepted for it.
const NAMES_KEPT: usize = 64;

/// What is known of the members seen so far.
pub(super) struct Members<'a> {
    /// How many there are.
    pub(super) count: usize,
    /// The value of the first one named `result`.
    pub(super) result: Option<Value<'a>>,
    /// The first name that would be `result` but for case, white space or look-alike characters.
    pub(super) nearly_result: Option<Text<'a>>,
    /// The first name other than `result` whose value is `OK`.
    pub(super) ok_under: Option<Text<'a>>,
    /// The first name that came again.
    pub(super) repeated: Option<Text<'a>>,
    /// Whether a success stands inside the value of a member.
    nested_ok: bool,
    names: [Option<Text<'a>>; NAMES_KEPT],
}

impl Default for Members<'_> {
    fn default() -> Self {
        Self {
            count: 0,
            result: None,
            nearly_result: None,
            ok_under: None,
            repeated: None,
            nested_ok: false,
            names: [None; NAMES_KEPT],
        }
    }
}

impl<'a> Members<'a> {
    /// Takes the next member.
    pub(super) fn push(&mut self, name: Text<'a>, value: Value<'a>) {
        if self.repeated.is_none() && self.knows(name) {
            self.repeated = Some(name);
        }
        if let Some(place) = self.names.get_mut(self.count) {
            *place = Some(name);
        }
        self.count += 1;
        if name.is("result") {
            self.result.get_or_insert(value);
            return;
        }
        if self.nearly_result.is_none() && look_alike::reads(name.chars(), "result") {
            self.nearly_result = Some(name);
        }
        match value {
            Value::Text(text) if text.is("OK") => _ = self.ok_under.get_or_insert(name),
            _ => self.nested_ok |= value.has_ok(),
        }
    }

    /// Whether a success stands anywhere but in `result`.
    pub(super) fn ok_inside(&self) -> bool {
        self.nested_ok
    }

    fn knows(&self, name: Text<'a>) -> bool {
        let is_result = self.result.is_some() && name.is("result");
        is_result || self.names.iter().take(self.count).flatten().any(|known| known.same(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(names: &[&'static str]) -> Members<'static> {
        let mut members = Members::default();
        for name in names {
            members.push(Text::new(name), Value::Scalar);
        }
        members
    }

    #[test]
    fn repeats_are_found_by_what_the_names_mean() {
        assert!(members(&["a", "b"]).repeated.is_none());
        assert!(members(&["a", "b", "\\u0061"]).repeated.is_some_and(|name| name.is("a")));
        assert_eq!(members(&["result", "\\u0072esult"]).count, 2);
    }

    #[test]
    fn a_repeated_result_is_found_however_late() {
        let names: Vec<String> = (0..200).map(|number| format!("member{number}")).collect();
        let mut members = Members::default();
        for name in names.iter().map(String::as_str).chain(["result", "result"]) {
            members.push(Text::new(name), Value::Scalar);
        }
        assert_eq!(members.count, 202);
        assert!(members.repeated.is_some_and(|name| name.is("result")));
    }

    #[test]
    fn only_the_first_of_each_kind_is_kept() {
        let mut members = Members::default();
        for (name, value) in [("Result", "x"), ("code", "OK"), ("message", "OK"), ("RESULT", "OK")] {
            members.push(Text::new(name), Value::Text(Text::new(value)));
        }
        assert!(members.nearly_result.is_some_and(|name| name.is("Result")));
        assert!(members.ok_under.is_some_and(|name| name.is("code")));
        assert!(members.result.is_none() && !members.ok_inside());
    }
}
