//! The template, the fixtures, and what no file may do.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;

use super::reader::{ENVIRONMENT_KEYS, POLICY_KEYS, PRODUCT_KEYS};
use super::*;
use crate::event::{CorpNum, Edition, Product};
use crate::wire::CredentialKind;

/// Stands for a secret in every fixture that has one.
const SECRET: &str = "hunter2";

fn read(text: &str) -> Result<Config, ConfigError> {
    parse(text, Path::new("/project/popbill-hook.toml"))
}

/// A commented example has no space after its `#`; prose has one.
fn example(line: &str) -> Option<&str> {
    line.strip_prefix('#').filter(|rest| !rest.is_empty() && !rest.starts_with([' ', '#']))
}

#[test]
fn the_template_reads_as_it_is() {
    let config = read(TEMPLATE).unwrap();
    let test = config.environment(Environment::Test).unwrap();
    let route = test.route(Product::Nts, None).unwrap();
    assert_eq!((route.address.to_string().as_str(), route.credentials), ("http://127.0.0.1:8080/pbconnect", None));
    assert_eq!((test.max_time, test.policy, test.strict), (None, None, None));
    assert_eq!(config.warnings, []);
    assert!(config.environment(Environment::Production).unwrap().route(Product::Nts, None).is_err());
}

#[test]
fn the_template_reads_with_any_example_and_with_all() {
    let lines: Vec<&str> = TEMPLATE.lines().collect();
    for (chosen, line) in lines.iter().enumerate() {
        let Some(key) = example(line) else { continue };
        let mut text = lines.clone();
        text[chosen] = key;
        let config = read(&text.join("\n")).unwrap_or_else(|error| panic!("{error}"));
        assert_ne!(config, read(TEMPLATE).unwrap(), "{key} changes nothing");
    }
    let all: Vec<&str> = lines.iter().map(|line| example(line).unwrap_or(line)).collect();
    let config = read(&all.join("\n")).unwrap_or_else(|error| panic!("{error}"));
    let test = config.environment(Environment::Test).unwrap();
    assert_eq!((test.max_time, test.connect_timeout), (Some(Duration::from_secs(10)), Some(Duration::from_secs(5))));
    assert_eq!((test.policy, test.strict), (Some(PolicyChoice::Popbill), Some(true)));
    assert_eq!(test.cacert, Some(PathBuf::from("/project/certs/local-ca.pem")));
    assert_eq!(test.products.len(), Product::ALL.len());
}

#[test]
fn the_template_shows_every_key() {
    for key in ENVIRONMENT_KEYS.iter().chain(&PRODUCT_KEYS).chain(&POLICY_KEYS) {
        let shown = TEMPLATE.contains(&format!("{key} = ")) || TEMPLATE.contains(&format!(".{key}]"));
        assert!(shown, "{key}");
    }
    for product in Product::ALL {
        assert!(TEMPLATE.contains(&format!("[test.{product}]")), "{product}");
    }
}

#[test]
fn everything_that_is_written_is_read() {
    let config = read(&fixture("good-full.toml")).unwrap();
    let test = config.environment(Environment::Test).unwrap();
    let cashbill = &test.products[&Product::Cashbill];
    assert_eq!(test.url.as_ref().unwrap().to_string(), "http://127.0.0.1:8080/pbconnect");
    let source = |kind, variable: &str| Some(CredentialSource { kind, variable: variable.to_owned() });
    assert_eq!(test.credentials, source(CredentialKind::ApiKey, "PB_KEY"));
    assert_eq!(cashbill.credentials, source(CredentialKind::Basic, "PB_CASHBILL_BASIC"));
    assert_eq!(
        (test.max_time, test.connect_timeout),
        (Some(Duration::from_secs(10)), Some(Duration::from_millis(500)))
    );
    assert_eq!((test.edition, test.strict), (Some(Edition::Classic), Some(false)));
    assert_eq!(
        test.policy,
        Some(PolicyChoice::Custom(crate::delivery::RetryPolicy::custom(3, Duration::from_mins(5))))
    );
    assert_eq!(test.cacert, Some(PathBuf::from("/project/ca.pem")));
    assert_eq!(test.proxy.as_ref().unwrap().to_string(), "http://proxy.example:3128/");
    let acme: CorpNum = "1234567891".parse().unwrap();
    assert_eq!(cashbill.individual[&acme].to_string(), "http://127.0.0.1:8082/acme");
    let production = config.environment(Environment::Production).unwrap();
    assert_eq!(production, &Settings { url: production.url.clone(), ..Settings::empty(Environment::Production) });
}

fn fixtures() -> PathBuf {
    // Relative to this file, because a package that borrows it has another root.
    Path::new(file!()).parent().unwrap().join("../../fixtures/config")
}

fn fixture(name: &str) -> String {
    fs::read_to_string(fixtures().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What the first line of a fixture promises: `# ok | 1 warning` or `# error | 3:1 | fragment | nearest`.
fn promised(text: &str) -> Vec<String> {
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    first.trim_start_matches("# ").split(" | ").map(|part| part.trim().to_owned()).collect()
}

/// What reading a fixture gave, in the words of its first line; the fragment is repeated where it was found.
fn found(path: &Path, fragment: &str) -> Vec<String> {
    let error = match load(path) {
        Ok(config) => return vec!["ok".to_owned(), format!("{} warnings", config.warnings.len())],
        Err(error) => error,
    };
    let text = error.to_string();
    let everything = format!("{text} {error:?} {:?}", error.hints());
    assert!(!everything.contains(SECRET), "{everything}");
    let Some(Position { line, column }) = error.position else { return vec![text] };
    let sentence = text.strip_prefix(&format!("{}:{line}:{column}: ", path.display())).unwrap_or_default();
    let said = if sentence.contains(fragment) { fragment } else { sentence };
    vec!["error".to_owned(), format!("{line}:{column}"), said.to_owned(), error.nearest().unwrap_or("-").to_owned()]
}

#[test]
fn fixtures_keep_their_promises() {
    let mut paths: Vec<PathBuf> = fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 80, "{} fixtures", paths.len());
    let mut broken = Vec::new();
    for path in paths {
        let promised = promised(&fs::read_to_string(&path).unwrap());
        let found = found(&path, promised.get(2).map_or("", String::as_str));
        if promised != found {
            broken.push(format!("{}: promised {promised:?}, found {found:?}", path.display()));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn hints_name_the_nearest_first_and_then_all() {
    let error = read("[test]\nmax_tiem = \"10s\"").unwrap_err();
    let hints = error.hints();
    assert_eq!(hints[0], "did you mean `max_time`?");
    assert!(hints[1].starts_with("allowed here: url, api_key_env") && hints[1].ends_with("kakao"), "{}", hints[1]);
    let error = read("[test]\nstrict = 1").unwrap_err();
    assert_eq!((error.nearest(), error.hints().len()), (None, 0));
}

#[test]
fn warnings_say_where_in_the_order_of_the_file() {
    let text = "[test.nts.individual]\n6798700433 = \"8080\"\n1234567890 = \"8081\"\n\
                [production.nts.individual]\n1234567890 = \"8082\"\n\
                [test.cashbill.individual]\n1234567890 = \"8083\"";
    let config = read(text).unwrap();
    let expected = "/project/popbill-hook.toml:3:1: the check digit of business number 1234567890 is wrong; it is \
                    used as it is";
    assert_eq!(config.warnings[0].to_string(), expected);
    let lines: Vec<usize> = config.warnings.iter().map(|warning| warning.position.line).collect();
    assert_eq!(lines, [3, 5, 7]);
    let nts = &config.environment(Environment::Test).unwrap().products[&Product::Nts];
    assert_eq!(nts.individual.len(), 2);
}

#[test]
fn a_key_cannot_write_to_the_terminal() {
    let error = read("[test]\n\"\\u001b[31m\\u202e\" = 1").unwrap_err().to_string();
    assert!(!error.contains(['\u{1b}', '\u{202e}']), "{error:?}");
    let error = read(&format!("[test]\n{} = 1", "k".repeat(9_000))).unwrap_err().to_string();
    assert!(error.len() < 200, "{error}");
}

proptest! {
    #[test]
    fn no_text_is_a_panic(text in "(\\[(test|production|cashbill)?[.\\]]{1,2}\n|[a-z_\"=.{}\\[\\]#0-9\n \u{feff}가-]{1,8}){0,12}") {
        if let Err(error) = read(&text) {
            let Position { line, column } = error.position.unwrap();
            prop_assert!(line >= 1 && column >= 1 && line <= text.lines().count() + 1, "{}", error);
        }
    }

    #[test]
    fn no_value_is_ever_repeated(
        table in prop::sample::select(vec!["", "[test]\n", "[test.cashbill]\n", "[production.nts.individual]\n"]),
        key in prop::sample::select([&ENVIRONMENT_KEYS[..], &PRODUCT_KEYS, &POLICY_KEYS, &["api_key", "x", "1234567891"]].concat()),
        value in "[ -!#-\\[\\]-~]{0,6}",
        form in 0..5,
    ) {
        let value = format!("{value}{SECRET}{value}");
        let text = match form {
            0 => format!("{table}{key} = \"{value}\""),
            1 => format!("{table}{key} = [\"{value}\"]"),
            2 => format!("{table}{key} = {value}"),
            3 => format!("{table}{key} = \"http://user:{value}@host\""),
            _ => format!("{table}{key} = \"{value}"),
        };
        if let Err(error) = read(&text) {
            let everything = format!("{error} {error:?} {:?}", error.hints());
            prop_assert!(!everything.contains(SECRET), "{}", everything);
        }
    }
}
