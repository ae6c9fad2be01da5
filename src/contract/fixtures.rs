//! Every file of `fixtures/answers` gets the verdict that it names. The format is told in the README there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Slug, framework, judge_ending};
use crate::wire::{BODY_LIMIT, Ending, Failure, FailureKind, Headers, Response};

/// The rows of the catalogue of bad receivers that are answers: final statuses, redirects, text and JSON bodies.
const ROWS: &str = "RF01 RF02 RF04 RF05 RF06 RF08 RF09 RF10 RF12 RF13 RF14 RF16 RF17 RF18 RF20 RF21 RF22 RF24 RF25 RF26 \
    RG01 RG02 RG03 RG05 RG06 RG07 RG09 RG10 RG11 \
    RH02 RH03 RH04 RH06 RH07 RH08 RH10 RH11 RH12 RH14 RH15 RH16 RH18 RH19 RH20 RH22 RH23 RH24 RH26 RH27 RH28 RH30 RH31 \
    RH32 RH34 RH35 RH36 RH38 RH39 RH40 RH42 RH43 RH44 \
    RJ01 RJ02 RJ03 RJ05 RJ06 RJ07 RJ09 RJ10 RJ11 RJ13 RJ14 RJ15 RJ17 RJ18 RJ19 RJ21 RJ22 RJ23 RJ25 RJ26 RJ27 RJ29 RJ30 \
    RJ31 RJ33 RJ34 RJ35 RJ37 RJ38 RJ39";

/// One file.
struct Fixture {
    slug: String,
    verdict: String,
    notes: Vec<String>,
    rows: Vec<String>,
    framework: Option<String>,
    ending: Ending,
}

impl Fixture {
    fn parse(text: &str) -> Self {
        let (comment, answer) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
        let directives: Vec<(&str, &str)> = comment
            .lines()
            .map(|line| line.strip_prefix("# ").expect("the comment's lines begin with #"))
            .map(|line| line.split_once(": ").expect("a directive has a name and a value"))
            .collect();
        let all = |name: &str| directives.iter().filter(|row| row.0 == name).map(|row| row.1).collect::<Vec<_>>();
        let one = |name: &str| all(name).first().copied();
        for (name, _) in &directives {
            assert!(
                "expect about row note framework body repeat ending".split(' ').any(|known| known == *name),
                "{name}"
            );
        }
        let (verdict, slug) = one("expect").and_then(|expect| expect.split_once(' ')).expect("there is an expectation");
        let response = (!answer.is_empty()).then(|| response(answer, one("body"), one("repeat")));
        let ending = match one("ending") {
            Some(kind) => Err(Failure { kind: failure_kind(kind), detail: String::new(), partial: response }),
            None => Ok(response.expect("there is an answer")),
        };
        Self {
            slug: slug.to_owned(),
            verdict: verdict.to_owned(),
            notes: all("note").into_iter().map(str::to_owned).collect(),
            rows: all("row").iter().flat_map(|rows| rows.split(' ')).map(str::to_owned).collect(),
            framework: one("framework").map(str::to_owned),
            ending,
        }
    }
}

fn response(answer: &str, form: Option<&str>, repeat: Option<&str>) -> Response {
    let (head, body) = answer.split_once("\n\n").unwrap_or((answer.trim_end_matches('\n'), "\n"));
    let (status_line, fields) = head.split_once('\n').unwrap_or((head, ""));
    let body = body.strip_suffix('\n').expect("a file ends with a newline");
    let mut body = match form {
        Some("escaped") => unescape(body),
        None => body.as_bytes().to_vec(),
        Some(other) => panic!("a body cannot be {other}"),
    };
    if let Some((count, unit)) = repeat.and_then(|repeat| repeat.split_once(' ')) {
        body = fill(&body, &unescape(unit).repeat(count.parse().expect("a count")));
    }
    let body_cut = body.len() > BODY_LIMIT;
    body.truncate(BODY_LIMIT);
    let headers: Headers = fields
        .lines()
        .map(|line| line.split_once(':').expect("a field has a colon"))
        .map(|(name, value)| (name, unescape(value.trim())))
        .collect();
    let status = status_line.split(' ').nth(1).expect("a status").parse().expect("a number");
    Response { status, headers, body, body_cut, ..Response::default() }
}

/// Puts what is repeated where `@repeat@` stands.
fn fill(body: &[u8], repeated: &[u8]) -> Vec<u8> {
    let marker = b"@repeat@";
    let at = body.windows(marker.len()).position(|window| window == marker).expect("the marker stands in the body");
    [&body[..at], repeated, &body[at + marker.len()..]].concat()
}

fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes().iter().copied();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'x') => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                bytes.push(u8::from_str_radix(&digits, 16).expect("two hexadecimal digits"));
            }
            Some(b'n') => bytes.push(b'\n'),
            Some(b'r') => bytes.push(b'\r'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'\\') => bytes.push(b'\\'),
            other => panic!("no such escape: {other:?}"),
        }
    }
    bytes
}

fn failure_kind(slug: &str) -> FailureKind {
    let ends_in = |kind: &FailureKind| {
        let ending = Err(Failure { kind: *kind, detail: String::new(), partial: None });
        judge_ending(&ending).slug.name() == slug
    };
    FailureKind::ALL.into_iter().find(ends_in).expect("a kind of failure")
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/answers");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "http"));
    files.sort();
    files
}

fn fixtures() -> Vec<(String, Fixture)> {
    let read = |file: PathBuf| {
        let name = file.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, Fixture::parse(&text))
    };
    files().into_iter().map(read).collect()
}

#[test]
fn every_file_gets_the_verdict_it_names() {
    let fixtures = fixtures();
    let mut wrong = Vec::new();
    for (name, fixture) in &fixtures {
        let judgement = judge_ending(&fixture.ending);
        let notes: Vec<String> = judgement.notes.iter().map(ToString::to_string).collect();
        let got = (judgement.verdict.name(), judgement.slug.name());
        if got != (fixture.verdict.as_str(), fixture.slug.as_str()) {
            wrong.push(format!("{name}: {got:?}, {notes:?}"));
        }
        for note in fixture.notes.iter().filter(|note| !notes.iter().any(|told| told.contains(*note))) {
            wrong.push(format!("{name}: no note has {note:?}: {notes:?}"));
        }
        // What is noted is expected, so that no remark comes by surprise; the length of a list is the check.
        if notes.len() != fixture.notes.len() {
            wrong.push(format!("{name}: {notes:?}"));
        }
    }
    println!("{} answers judged", fixtures.len());
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), fixtures.len(), wrong.join("\n"));
    assert!(fixtures.len() >= 150);
}

#[test]
fn every_slug_has_a_file_that_begins_with_its_name() {
    let fixtures = fixtures();
    for (name, fixture) in &fixtures {
        assert_eq!(name.split('.').next(), Some(fixture.slug.as_str()), "{name}");
    }
    let covered: BTreeSet<&str> = fixtures.iter().map(|(_, fixture)| fixture.slug.as_str()).collect();
    let all: BTreeSet<&str> = Slug::ALL.iter().map(|slug| slug.name()).collect();
    assert_eq!(covered, all);
}

#[test]
fn every_row_of_the_catalogue_has_a_file() {
    let fixtures = fixtures();
    let covered: BTreeSet<&str> = fixtures.iter().flat_map(|(_, fixture)| &fixture.rows).map(String::as_str).collect();
    let missing: Vec<_> = ROWS.split_whitespace().filter(|row| !covered.contains(row)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn files_that_name_a_framework_betray_it() {
    let fixtures = fixtures();
    let named: Vec<_> = fixtures.iter().filter(|(_, fixture)| fixture.framework.is_some()).collect();
    assert!(named.len() >= 20);
    for (name, fixture) in named {
        let Ok(response) = &fixture.ending else { panic!("{name} has no answer") };
        let found = framework(response).map(super::Framework::name);
        assert_eq!(found, fixture.framework.as_deref(), "{name}");
    }
}

#[test]
fn a_wrong_expectation_is_found() {
    let fixture = Fixture::parse("# expect: accepted string\n\nHTTP/1.1 200 OK\nX: \\xFF\n\nok\n");
    let judgement = judge_ending(&fixture.ending);
    assert_eq!((judgement.slug, fixture.slug.as_str()), (Slug::WrongCase, "string"));
    assert_eq!(fixture.ending.unwrap().headers.first("x"), Some(b"\xff".as_slice()));
}
