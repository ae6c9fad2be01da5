//! The known name an unknown one was probably meant to be.

/// The most similar of `names`, if one is similar enough to be worth a question. Case, `-` and `_` do not count.
pub(super) fn nearest(unknown: &str, names: &[&'static str]) -> Option<&'static str> {
    // Longer than any name, and comparing takes the product of both lengths.
    if unknown.len() > 64 {
        return None;
    }
    let unknown = fold(unknown);
    names
        .iter()
        .map(|name| (similarity(&unknown, &fold(name)), *name))
        .filter(|(similarity, _)| *similarity >= 0.8)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, name)| name)
}

/// Jaro-Winkler suits long names; in a name of three letters it misses two that changed places.
fn similarity(unknown: &str, name: &str) -> f64 {
    let one_slip = !unknown.is_empty() && strsim::damerau_levenshtein(unknown, name) <= 1;
    strsim::jaro_winkler(unknown, name).max(if one_slip { 0.9 } else { 0.0 })
}

fn fold(name: &str) -> String {
    name.chars().filter(|character| !matches!(character, '-' | '_')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_other_words_are_not() {
        let names = ["url", "max_time", "connect_timeout", "edition", "policy", "cashbill", "taxinvoice"];
        for (unknown, name) in [
            ("ulr", Some("url")),
            ("URL", Some("url")),
            ("maxTime", Some("max_time")),
            ("max-time", Some("max_time")),
            ("conect_timeout", Some("connect_timeout")),
            ("cashbil", Some("cashbill")),
            ("tax_invoice", Some("taxinvoice")),
            ("colour", None),
            ("세금계산서", None),
            ("", None),
        ] {
            assert_eq!(nearest(unknown, &names), name, "{unknown}");
        }
        assert_eq!(nearest(&"url".repeat(40), &names), None);
    }
}
