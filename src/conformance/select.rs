//! Which checks are run.

use super::check::{Check, Scope};
use super::checks::{CHECKS, FAMILIES};
use crate::event::{Product, glob_fits};
use crate::words::{conformance as words, nearest::nearest};

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Ids or globs; nothing means all.
    pub checks: Vec<String>,
    /// Ids or globs to leave out.
    pub skips: Vec<String>,
    /// What the receiver is for.
    pub products: Vec<Product>,
}

/// A name that is no check.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", words::unknown_check(.name))]
pub struct SelectionError {
    name: String,
    nearest: Option<String>,
}

impl SelectionError {
    /// The check or family that was probably meant.
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }
}

/// The checks that are meant, in their order. A check that is named whole is run whatever the products; a glob, and
/// nothing at all, mean those that the products call for.
pub fn select(selection: &Selection) -> Result<Vec<&'static Check>, SelectionError> {
    for name in selection.checks.iter().chain(&selection.skips).filter(|name| !name.contains('*')) {
        if !CHECKS.iter().any(|check| check.id == *name) {
            return Err(SelectionError { name: name.clone(), nearest: nearest_name(name) });
        }
    }
    let is_named = |check: &Check| selection.checks.iter().any(|name| check.id == *name);
    let is_meant =
        |check: &Check| selection.checks.is_empty() || selection.checks.iter().any(|glob| glob_fits(glob, &check.id));
    let is_skipped = |check: &Check| selection.skips.iter().any(|glob| glob_fits(glob, &check.id));
    let fits = |check: &&Check| {
        (is_named(check) || (is_meant(check) && check.scope.covers(&selection.products))) && !is_skipped(check)
    };
    Ok(CHECKS.iter().filter(fits).collect())
}

/// The products that a run of these checks speaks of. Where each check names its own, the others need not even have a
/// URL.
pub fn products_of(checks: &[&Check], products: &[Product]) -> Vec<Product> {
    let named: Vec<Product> = checks.iter().filter_map(|check| check.scope.product()).collect();
    if named.len() < checks.len() {
        return products.to_vec();
    }
    Product::ALL.into_iter().filter(|product| named.contains(product)).collect()
}

/// All products that need an endpoint: those of the run, and those of checks that were named although the receiver is not
/// for them.
pub fn endpoints_of(checks: &[&Check], products: &[Product]) -> Vec<Product> {
    let mut needed = products.to_vec();
    for check in checks {
        if check.scope.covers(&needed) {
            continue;
        }
        let product = check.scope.product().unwrap_or(match check.scope {
            Scope::State | Scope::Key => Product::Cashbill,
            _ => Product::TaxInvoice,
        });
        if !needed.contains(&product) {
            needed.push(product);
        }
    }
    needed
}

fn nearest_name(name: &str) -> Option<String> {
    if FAMILIES.contains(&name) {
        return Some(format!("{name}.*"));
    }
    nearest(name, CHECKS.iter().map(|check| check.id.as_ref())).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(checks: &[&str], skips: &[&str], products: &[Product]) -> Result<Vec<&'static str>, SelectionError> {
        let own = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let selection = Selection { checks: own(checks), skips: own(skips), products: products.to_vec() };
        Ok(select(&selection)?.into_iter().map(|check| check.id.as_ref()).collect())
    }

    #[test]
    fn globs_mean_what_the_products_call_for_and_names_mean_themselves() {
        let cashbill = [Product::Cashbill];
        let all = selected(&[], &[], &cashbill).unwrap();
        assert!(all.contains(&"accept.cashbill.issue") && !all.contains(&"accept.nts.sales"));
        assert!(!all.contains(&"body.hangul"), "cash receipts carry no Korean text");
        assert_eq!(selected(&["accept.*.cancel"], &[], &cashbill).unwrap(), ["accept.cashbill.cancel"]);
        assert_eq!(selected(&["accept.kakao.result"], &[], &cashbill).unwrap(), ["accept.kakao.result"]);
        assert_eq!(selected(&["repeat.*"], &["unheard-of"], &cashbill).unwrap_err().nearest(), None);
        assert_eq!(selected(&["nothing.*"], &[], &cashbill).unwrap(), [""; 0]);
        assert!(!selected(&[], &["load.*"], &cashbill).unwrap().iter().any(|id| id.starts_with("load.")));
    }

    #[test]
    fn a_wrong_name_is_told_with_the_nearest() {
        for (name, nearest) in [("repeat", "repeat.*"), ("body.unknown-fields", "body.unknown-field")] {
            assert_eq!(selected(&[name], &[], &Product::ALL).unwrap_err().nearest(), Some(nearest));
        }
    }
}
