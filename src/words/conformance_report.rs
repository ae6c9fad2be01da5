//! Words of reports on checks.

use std::time::Duration;

/// What a check asks for.
pub const ASKED: &str = "asked";

/// A title as what is asked for.
pub fn asked(title: &str) -> String {
    format!("the receiver {title}")
}

/// Why a check matters.
pub const WHY: &str = "why";
/// Who says so.
pub const SOURCE: &str = "source";
/// The probable cause.
pub const CAUSE: &str = "cause";
/// What to change.
pub const FIX: &str = "fix";
/// The line that shows it again.
pub const AGAIN: &str = "again";
/// Other checks that say the same.
pub const ALSO: &str = "also";
/// The run did not come to its end.
pub const INTERRUPTED: &str = "interrupted before all was asked";

/// The first line.
pub fn begin(target: &str, checks: usize, seed: u64) -> String {
    let checks = if checks == 1 { "1 check".to_owned() } else { format!("{checks} checks") };
    format!("verify {target} · {checks} · seed {seed}")
}

/// The title of a page.
pub fn title(target: &str) -> String {
    format!("popbill-hook verify {target}")
}

/// An outcome, as an adjective of checks.
pub fn outcome(name: &str) -> &'static str {
    match name {
        "pass" => "passed",
        "fail" => "failed",
        "warn" => "warned",
        _ => "skipped",
    }
}

/// An outcome, as a mark before a check.
pub fn mark(name: &str) -> &'static str {
    match name {
        "pass" => "PASS",
        "fail" => "FAIL",
        "warn" => "WARN",
        _ => "SKIP",
    }
}

/// How many ended how.
pub fn totals(counts: [(&str, usize); 4], elapsed: Duration) -> String {
    let counts = counts.map(|(name, count)| format!("{count} {}", outcome(name)));
    format!("{} in {:.2} s", counts.join(", "), elapsed.as_secs_f64())
}

/// The one cause behind most of what is wrong.
pub fn headline(name: &str, count: usize, of: usize, fix: &str) -> String {
    let how_many = if count == of { format!("all {of}") } else { format!("{count} of {of}") };
    format!("One cause behind {how_many} that fall short: {name}. {fix}")
}

/// Some products are refused.
pub fn refused_products(names: &[&str]) -> String {
    format!(
        "The receiver refuses every ordinary event of {}; if it is not for them, say so with --products.",
        names.join(", ")
    )
}

/// Warnings count.
pub fn strict() -> String {
    "Warnings count as failures (--strict).".to_owned()
}

/// How many checks have no result.
pub fn not_known(count: usize) -> String {
    format!("{count} without a result")
}

/// Several ids; of very many, only the first.
pub fn some(ids: &[&str]) -> String {
    const SHOWN: usize = 12;
    let shown = ids.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    match ids.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
