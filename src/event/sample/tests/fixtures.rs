//! The committed payloads are what the generator makes of seed 1. `UPDATE_FIXTURES=1` rewrites them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;

/// The committed `fixtures/events/`, found from this file: five folders up is the package.
fn folder() -> String {
    let package = Path::new(file!()).ancestors().nth(5).expect("this file lies five folders deep");
    format!("{}", package.join("fixtures/events").display())
}

/// Every file of `fixtures/events/` and its bytes; `classic/` has those that differ there.
fn expected() -> Vec<(String, Vec<u8>)> {
    let payload = |kind, edition| encode(&made(&SampleRequest { kind, edition, ..request(kind.id, 1) }));
    let mut files = Vec::new();
    for kind in &CATALOG {
        let (current, classic) = (payload(kind, Edition::Current), payload(kind, Edition::Classic));
        if classic != current {
            files.push((format!("classic/{}.json", kind.id), classic));
        }
        files.push((format!("{}.json", kind.id), current));
    }
    files
}

fn committed(folder: &str, prefix: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name != "classic").map(|name| format!("{prefix}{name}")).collect()
}

#[test]
fn committed_payloads_are_what_seed_1_gives() {
    let events = folder();
    let files = expected();
    if std::env::var_os("UPDATE_FIXTURES").is_some_and(|value| value == "1") {
        fs::create_dir_all(format!("{events}/classic")).unwrap();
        for (name, bytes) in &files {
            fs::write(format!("{events}/{name}"), bytes).unwrap();
        }
    }
    for (name, bytes) in &files {
        let found = fs::read(format!("{events}/{name}")).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(String::from_utf8_lossy(&found), String::from_utf8_lossy(bytes), "{name}");
    }
    let names: BTreeSet<String> = files.into_iter().map(|(name, _)| name).collect();
    let mut found = committed(&events, "");
    found.extend(committed(&format!("{events}/classic"), "classic/"));
    assert_eq!(found, names, "a file without an event, or an event without a file");
}

#[test]
fn only_invoices_crawled_from_nts_differ_by_edition() {
    let classic = expected().into_iter().filter(|(name, _)| name.starts_with("classic/"));
    let ids: Vec<String> = classic.map(|(name, _)| name.replace("classic/", "").replace(".json", "")).collect();
    assert_eq!(ids, ["nts.sales", "nts.purchase", "nts.revised", "nts.consigned", "nts.exempt", "nts.foreigner"]);
}

#[test]
fn hangul_is_written_as_it_is() {
    let payload = String::from_utf8(encode(&made(&request("nts.sales", 1)))).unwrap();
    assert!(payload.contains("사업자") && !payload.contains("\\u") && !payload.contains('\n'));
    assert!(payload.starts_with("{\"writeDate\":\""));
}
