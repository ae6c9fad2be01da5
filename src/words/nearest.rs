//! The known name that a mistyped one was probably meant to be.

/// Below this likeness a question would be a guess.
const LIKE_ENOUGH: f64 = 0.8;

/// Longer than any name, and comparing takes the product of both lengths.
const LONGEST: usize = 64;

/// The most similar of `names`, if one is similar enough to be worth a question; of equals, the first.
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if typed.len() > LONGEST {
        return None;
    }
    let typed = fold(typed);
    let mut best: Option<(f64, &str)> = None;
    for name in names.into_iter().filter(|name| name.len() <= LONGEST) {
        let likeness = likeness(&typed, &fold(name));
        if likeness >= LIKE_ENOUGH && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name)
}

/// A name without what does not count in a comparison: case, `-` and `_`.
pub fn fold(name: &str) -> String {
    name.chars().filter(|character| !matches!(character, '-' | '_')).flat_map(char::to_lowercase).collect()
}

/// Jaro-Winkler suits long names; in a name of three letters it misses two that changed places.
fn likeness(typed: &str, name: &str) -> f64 {
    let one_slip = !typed.is_empty() && strsim::damerau_levenshtein(typed, name) <= 1;
    strsim::jaro_winkler(typed, name).max(if one_slip { 0.9 } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_other_words_are_not() {
        let names = ["ok", "json", "status", "hang", "corp_num", "corpNum", "webhook_type"];
        for (typed, meant) in [
            ("OK", Some("ok")),
            ("jsno", Some("json")),
            ("stauts", Some("status")),
            ("hagn", Some("hang")),
            ("corp-num", Some("corp_num")),
            ("webhookType", Some("webhook_type")),
            ("colour", None),
            ("세금계산서", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, names), meant, "{typed}");
        }
        let keys = ["url", "max_time", "connect_timeout", "edition", "policy", "cashbill", "taxinvoice"];
        for (typed, meant) in [
            ("ulr", Some("url")),
            ("maxTime", Some("max_time")),
            ("conect_timeout", Some("connect_timeout")),
            ("cashbil", Some("cashbill")),
            ("tax_invoice", Some("taxinvoice")),
            ("colour", None),
        ] {
            assert_eq!(nearest(typed, keys), meant, "{typed}");
        }
        assert_eq!(nearest(&"status".repeat(11), names), None);
        assert_eq!(nearest("status", [&*"status".repeat(11)]), None);
    }
}
