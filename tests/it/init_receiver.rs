//! `init receiver`: the files of the examples, never over others.

use std::path::Path;

use crate::support::{Scratch, Tool};

#[test]
fn every_framework_is_written_as_it_is_tested() {
    let scratch = Scratch::new();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/receivers");
    let mut count = 0;
    for folder in std::fs::read_dir(&examples).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
    {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let run = Tool::line("init receiver --json").arg(name).arg(name).dir(scratch.path()).run();
        assert_eq!(run.code, 0, "{name}: {run:?}");
        for line in run.json() {
            let written = line["path"].as_str().unwrap();
            let same = std::fs::read(scratch.path().join(written)).unwrap();
            if let Ok(example) = std::fs::read(examples.join(written)) {
                assert_eq!(same, example, "{written}");
            } else {
                assert_eq!(written, format!("{name}/run.sh"), "{written} is no file of the example");
                assert!(String::from_utf8(same).unwrap().starts_with("#!/bin/sh\n"), "{written}");
            }
        }
        count += 1;
    }
    assert!(count >= 12, "{count}");
}

#[test]
fn nothing_is_written_over_and_every_step_is_told() {
    let scratch = Scratch::new();
    let run = Tool::line("init receiver php").dir(scratch.path()).run();
    for part in
        ["wrote popbill-receiver/index.php", "apt-get install php-cli", "sh popbill-receiver/run.sh", "verify http://"]
    {
        assert!(run.stdout.contains(part), "{part}: {run:?}");
    }
    let file = scratch.path().join("popbill-receiver/index.php");
    std::fs::write(&file, "mine").unwrap();
    Tool::line("init receiver php").dir(scratch.path()).run().is_usage_error(&["index.php exists", "--force"]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(Tool::line("init receiver php --force").dir(scratch.path()).run().code, 0);
    assert_ne!(std::fs::read_to_string(&file).unwrap(), "mine");
    Tool::line("init receiver pyhton").run().is_usage_error(&["pyhton"]);
    Tool::line("init receiver expres").run().is_usage_error(&["express"]);
    let blocked = Tool::line("init receiver go /proc/nowhere").run();
    assert_eq!(blocked.code, 5, "{blocked:?}");
}
