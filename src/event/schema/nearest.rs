//! The known name that a mistyped one most likely meant.

/// Below this likeness a suggestion would be a guess.
const LIKE_ENOUGH: f64 = 0.84;

/// The name most like `typed`, if one is like it enough. A difference of case alone counts least; a known name
/// that only puts a word in front (`mgtKey`, `invoicerMgtKey`) counts as a likely mistake.
pub(in crate::event) fn nearest_name<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in names {
        let likeness = likeness(&typed, &name.to_lowercase());
        if likeness >= LIKE_ENOUGH && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name)
}

fn likeness(typed: &str, name: &str) -> f64 {
    let spelled = strsim::normalized_damerau_levenshtein(typed, name);
    let begun = strsim::jaro_winkler(typed, name);
    let word_in_front = typed.len() >= 5 && (name.ends_with(typed) || typed.ends_with(name) && name.len() >= 5);
    let whole = f64::midpoint(spelled, begun);
    if word_in_front { whole.max(0.9) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 6] =
        ["itemKey", "stateCode", "invoicerMgtKey", "detailList[].qty", "detailList[].tax", "ntsconfirmNum"];

    #[test]
    fn likely_mistakes() {
        for (typed, meant) in [
            ("itemkey", Some("itemKey")),
            ("itmeKey", Some("itemKey")),
            ("stateCod", Some("stateCode")),
            ("mgtKey", Some("invoicerMgtKey")),
            ("ntsConfirmNum", Some("ntsconfirmNum")),
            ("detailList[].qyt", Some("detailList[].qty")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest_name(typed, NAMES.into_iter()), meant, "{typed}");
        }
    }
}
