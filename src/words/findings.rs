//! What a check of a payload found. Values come in as they stand in the payload and are quoted here.

/// The most characters of a value that a sentence repeats.
const SHOWN: usize = 48;

/// A text in quotes: cut when long, with invisible characters spelled out, so that no value can disturb the line
/// it stands in.
pub fn quoted(text: &str) -> String {
    let mut shown = String::from("\"");
    for character in text.chars().take(SHOWN) {
        let hidden = matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}');
        if hidden || character.is_control() {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown.push_str(if text.chars().nth(SHOWN).is_some() { "…\"" } else { "\"" });
    shown
}

/// A rule and who made it: "by the cashbill page it is mandatory", or "it is mandatory, inferred: …" where no
/// document says so.
fn by(source: &str, rule: &str) -> String {
    if source.starts_with("inferred") || source.starts_with("not documented") {
        format!("{rule}, {source}")
    } else {
        format!("by the {source} {rule}")
    }
}

/// Nothing was sent.
pub fn empty_body() -> String {
    "the body is empty; an event is a JSON object".to_owned()
}

/// Bytes that are not UTF-8, and the encoding they look like.
pub fn not_utf8(offset: usize, guess: Option<&str>) -> String {
    let start = format!("byte {offset} (counted from 0) is not UTF-8");
    guess.map_or(start.clone(), |encoding| format!("{start}; the text looks like {encoding}"))
}

/// UTF-16, by its byte order mark.
pub fn utf16() -> String {
    "the body begins with a byte order mark of UTF-16; JSON on the wire is UTF-8".to_owned()
}

/// A UTF-8 byte order mark.
pub fn byte_order_mark() -> String {
    "the body begins with a byte order mark (EF BB BF); JSON has none, and many readers stop at it".to_owned()
}

/// Not JSON, with the parser's reason.
pub fn broken_json(reason: &str, line: usize, column: usize) -> String {
    format!("this is not JSON: {reason}, at line {line}, column {column}")
}

/// The same name twice in one object.
pub fn duplicate_member(name: &str) -> String {
    format!("{} occurs more than once in this object; JSON readers differ in which one they keep", quoted(name))
}

/// The body, or an element of it, is no object.
pub fn not_an_object(got: &str) -> String {
    format!("this is {got}; a JSON object belongs here")
}

/// An array from a product that sends single objects.
pub fn array_not_expected(webhook_type: &str) -> String {
    format!("the body is an array; {webhook_type} sends one object (only crawled invoices may come in an array)")
}

/// An array without an element.
pub fn empty_array() -> String {
    "the body is an empty array; there is no invoice in it".to_owned()
}

/// Neither headers nor members name a product.
pub fn unidentified() -> String {
    "neither the headers nor the members say which product's event this is, so its fields were not checked".to_owned()
}

/// `Pb-Webhook-Type` is not in the catalogue.
pub fn unknown_webhook_type(value: &str) -> String {
    format!("Pb-Webhook-Type is {}, which is not in the catalogue", quoted(value))
}

/// The type header names one product, the members another.
pub fn looks_like_another(header: &str, family: &str) -> String {
    format!("Pb-Webhook-Type is {}, but the members look like {family}", quoted(header))
}

/// The event type header and the body disagree.
pub fn event_type_differs(header: &str, body: &str) -> String {
    let (header, body) = (quoted(header), quoted(body));
    format!("the header Pb-Webhook-EventType says {header}, the body {body}; read the body and stateCode")
}

/// A mandatory field is not there.
pub fn missing(name: &str, source: &str) -> String {
    format!("{} is missing; {}", quoted(name), by(source, "it is mandatory"))
}

/// A field that only this edition demands is not there.
pub fn missing_in_edition(name: &str, edition: &str, source: &str) -> String {
    let rule = by(source, &format!("{edition} documents have it"));
    format!("{} is missing; {rule} (--edition decides)", quoted(name))
}

/// A field that this edition does not know.
pub fn absent_in_edition(name: &str, edition: &str) -> String {
    format!("{} is not in {edition} documents; the other edition has it", quoted(name))
}

/// A mandatory field is null.
pub fn null_mandatory(name: &str, source: &str) -> String {
    format!("{} is null; {}", quoted(name), by(source, "it is mandatory"))
}

/// An optional field is null.
pub fn null_optional(name: &str) -> String {
    format!("{} is null; the documents leave out a field without a value, and no sample sends null", quoted(name))
}

/// Another JSON type than documented, and how to write the value.
pub fn wrong_type(name: &str, got: &str, wanted: &str, write: Option<&str>, source: &str) -> String {
    let fix = write.map(|value| format!("; write {value}")).unwrap_or_default();
    let elsewhere = match (name, wanted) {
        ("stateCode", "number") => " (only statements send it as a string)",
        ("stateCode", _) => " (the other products send it as a number)",
        _ => "",
    };
    let rule = by(source, &format!("it is a {wanted}"));
    format!("{} is {got}; {rule}{elsewhere}{fix}", quoted(name))
}

/// A text beyond its length.
pub fn too_long(name: &str, value: &str, limit: u64, source: &str) -> String {
    let (count, bytes) = (value.chars().count(), value.len());
    let rule = by(source, &format!("at most {limit} characters are allowed"));
    format!("{} is {}, {count} characters ({bytes} bytes) long; {rule}", quoted(name), quoted(value))
}

/// A number with too many digits.
pub fn too_many_digits(name: &str, value: &str, limit: u64, source: &str) -> String {
    format!("{} is {value}; {}", quoted(name), by(source, &format!("at most {limit} digits are allowed")))
}

/// A number below zero.
pub fn negative(name: &str, value: &str, source: &str) -> String {
    format!("{} is {value}; {}", quoted(name), by(source, "it is never negative"))
}

/// A list beyond its length.
pub fn too_many_elements(name: &str, count: usize, limit: u64, source: &str) -> String {
    format!("{} has {count} elements; {}", quoted(name), by(source, &format!("at most {limit} are allowed")))
}

/// A text that does not have its format.
pub fn format(name: &str, value: &str, must_be: &str, source: &str) -> String {
    format!("{} is {}; {}", quoted(name), quoted(value), by(source, &format!("it must be {must_be}")))
}

/// An empty text where a format is given.
pub fn empty(name: &str, must_be: &str, source: &str) -> String {
    let rule = by(source, &format!("it must be {must_be}"));
    format!("{} is empty; {rule}, and a field without a value is left out", quoted(name))
}

/// A value outside the documented list.
pub fn not_listed(name: &str, value: &str, allowed: &str, source: &str) -> String {
    format!("{} is {value}; {}", quoted(name), by(source, &format!("it is one of {allowed}")))
}

/// A schema rule without words of its own.
pub fn other_rule(reason: &str) -> String {
    format!("the schema does not allow this: {reason}")
}

/// Digits that name no day or moment.
pub fn not_in_calendar(name: &str, value: &str) -> String {
    format!("{} is {}, which is no date or time that exists", quoted(name), quoted(value))
}

/// A field the documents do not have.
pub fn unknown_field(name: &str, nearest: Option<&str>) -> String {
    let start =
        format!("{} is not in the documents; POPBiLL may add fields, so a receiver has to ignore it", quoted(name));
    nearest.map_or(start.clone(), |known| format!("{start} (the nearest known name is \"{known}\")"))
}

/// A business number with a wrong check digit.
pub fn check_digit(name: &str, value: &str) -> String {
    format!(
        "{} is {}, whose check digit is wrong; POPBiLL's own samples have such numbers",
        quoted(name),
        quoted(value)
    )
}

/// An identifier unlike the samples.
pub fn sample_form(name: &str, value: &str) -> String {
    let (name, value) = (quoted(name), quoted(value));
    format!("{name} is {value}, unlike every published sample; its form is not documented by POPBiLL")
}

/// A code outside the known tables.
pub fn undocumented_code(name: &str, value: &str) -> String {
    format!("{} is {}, a code that is not documented by POPBiLL", quoted(name), quoted(value))
}

/// Longer than the newer documents say, yet within the older ones.
pub fn longer_than_current(name: &str, count: usize, limit: u64) -> String {
    format!("{} has {count} characters; the newer event page allows {limit}", quoted(name))
}

/// A total that is not the sum of its parts.
pub fn sum(name: &str, total: i128, parts: &[&str], sum: i128, source: &str) -> String {
    let each =
        parts.iter().map(|part| if part.contains("[]") { format!("the sum of {part}") } else { (*part).to_owned() });
    let parts = each.collect::<Vec<_>>().join(" + ");
    format!("{} is {total}, but {parts} is {sum}; {}", quoted(name), by(source, "the two are equal"))
}

/// Two times the wrong way round.
pub fn out_of_order(earlier: &str, earlier_at: &str, later: &str, later_at: &str) -> String {
    format!(
        "{} ({later_at}) is before {} ({earlier_at}); in published samples it never is",
        quoted(later),
        quoted(earlier)
    )
}

/// More is wrong than is listed.
pub fn more_findings(listed: usize) -> String {
    format!("there are more findings than these {listed}; the others are not listed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_disturb_their_line() {
        let sentence = format("mgtKey", "a\u{1b}[31m\u{202e}\n가", "letters", "cashbill page");
        assert_eq!(
            sentence,
            "\"mgtKey\" is \"a\\u{1b}[31m\\u{202e}\\u{a}가\"; by the cashbill page it must be letters"
        );
    }

    #[test]
    fn long_values_are_cut() {
        let sentence = too_long("mgtKey", &"가".repeat(60), 24, "cashbill page");
        assert!(sentence.contains(&format!("\"{}…\", 60 characters (180 bytes)", "가".repeat(48))), "{sentence}");
        assert!(too_long("mgtKey", &"가".repeat(48), 24, "x").contains("가\", 48 characters"));
    }

    #[test]
    fn an_inference_is_called_one() {
        assert!(missing("modifyCode", "inferred: x").ends_with("it is mandatory, inferred: x"));
        assert!(missing("itemKey", "cashbill page").ends_with("by the cashbill page it is mandatory"));
    }
}
