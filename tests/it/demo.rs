//! The demo, start to end.

use std::time::{Duration, Instant};

use popbill_hook::event::CATALOG;

use crate::support::{Scratch, Tool};

#[test]
fn the_demo_shows_six_mistakes_and_every_event_accepted() {
    let scratch = Scratch::new();
    let started = Instant::now();
    let outcome = Tool::line("demo").dir(scratch.path()).run();
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{outcome:?}");
    for slug in
        ["json-quoted-string", "login-redirect", "text-around-ok", "wrong-key", "no-content", "truncated-response"]
    {
        assert_eq!(outcome.stdout.matches(&format!(": {slug}")).count(), 1, "{slug}: {}", outcome.stdout);
    }
    assert!(outcome.stdout.contains(&format!("{0} of {0} accepted", CATALOG.len())), "{}", outcome.stdout);
    for part in ["reject     3 failed, 2 warned", "accept     20 passed", "One cause behind all 5"] {
        assert!(outcome.stdout.contains(part), "{part}: {}", outcome.stdout);
    }
    assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0, "nothing is left behind");
}

#[test]
fn the_demo_speaks_json() {
    let lines = Tool::line("demo --json").run().json();
    let attempts = lines.iter().filter(|line| line["type"] == "attempt").count();
    assert_eq!(attempts, 6 + CATALOG.len());
    assert_eq!(lines.iter().filter(|line| line["type"] == "check" && line["outcome"] == "fail").count(), 3);
}
