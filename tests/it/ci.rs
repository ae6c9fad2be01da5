//! Verify in pipelines: the steps of the GitHub Action, and the snippets of docs/ci.md.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use crate::support::{Mistake, Model, Scratch};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A shell in which the tool is on the path, as after the action's first step.
fn shell(script: &str, folder: &Path) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_popbill-hook")).parent().unwrap().to_owned();
    let path = std::env::var_os("PATH").unwrap();
    let paths = [binary].into_iter().chain(std::env::split_paths(&path));
    let mut command = Command::new("bash");
    command.args(["-e", "-o", "pipefail", "-c", script]).current_dir(folder);
    command.env("PATH", std::env::join_paths(paths).unwrap()).env("HOME", folder).env("XDG_STATE_HOME", folder);
    command
}

/// The steps of action.yml: what each runs, with which variables from which inputs.
fn steps() -> Vec<(String, Vec<(String, String)>)> {
    let text = std::fs::read_to_string(root().join("action.yml")).unwrap();
    let steps = text.split_once("  steps:\n").unwrap().1;
    let steps = steps.split("    - name: ").skip(1);
    steps
        .map(|step| {
            let field = |line: &str, name: &str| line.trim().strip_prefix(name).map(|value| value.trim().to_owned());
            let run = step
                .lines()
                .find_map(|line| field(line, "run:"))
                .map(|run| run.trim_matches('\'').to_owned())
                .expect("each step runs something");
            let inputs = step.lines().filter_map(|line| {
                let (name, value) = line.trim().split_once(": ${{ inputs.")?;
                Some((name.to_owned(), value.strip_suffix(" }}")?.to_owned()))
            });
            (run, inputs.collect())
        })
        .collect()
}

/// The defaults of the inputs.
fn defaults() -> HashMap<String, String> {
    let text = std::fs::read_to_string(root().join("action.yml")).unwrap();
    let inputs = text.split_once("inputs:\n").unwrap().1.split_once("\noutputs:").unwrap().0;
    let mut found = HashMap::new();
    let mut name = String::new();
    for line in inputs.lines() {
        match line.strip_prefix("    ") {
            None => line.trim().trim_end_matches(':').clone_into(&mut name),
            Some(line) => {
                if let Some(value) = line.strip_prefix("default: ") {
                    found.insert(name.clone(), value.trim_matches('"').to_owned());
                }
            }
        }
    }
    found
}

#[test]
fn the_steps_of_the_action_annotate_sum_up_and_decide() {
    for (mistake, is_strict, code) in [
        (None, true, 0),
        (Some(Mistake::QuotedOk), false, 0),
        (Some(Mistake::QuotedOk), true, 1),
        (Some(Mistake::Csrf), false, 1),
    ] {
        let model = mistake.map_or_else(Model::correct, Model::making);
        let scratch = Scratch::new();
        let mut inputs = defaults();
        inputs.insert("url".into(), model.url());
        inputs.insert("probe-url".into(), model.probe());
        inputs.insert("strict".into(), is_strict.to_string());
        let mut last = None;
        for (run, variables) in steps() {
            let mut step = shell(&run, scratch.path());
            step.env("GITHUB_ACTION_PATH", root()).env("GITHUB_ACTIONS", "true");
            for file in ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_PATH"] {
                step.env(file, scratch.path().join(file));
            }
            for (name, input) in &variables {
                step.env(name, inputs.get(input).unwrap_or_else(|| panic!("{input} is no input")));
            }
            last = Some(step.output().unwrap());
        }
        let last = last.unwrap();
        let stdout = String::from_utf8(last.stdout).unwrap();
        assert_eq!(last.status.code(), Some(code), "{mistake:?}: {stdout}{}", String::from_utf8_lossy(&last.stderr));
        let read = |name: &str| std::fs::read_to_string(scratch.path().join(name)).unwrap();
        assert!(read("GITHUB_STEP_SUMMARY").starts_with("## popbill-hook verify"), "{stdout}");
        assert_eq!(read("GITHUB_OUTPUT"), "junit=popbill-hook.xml\n");
        assert!(read("popbill-hook.xml").contains("<testsuites name=\"popbill-hook verify\""));
        assert_eq!(stdout.contains("\n::error "), code == 1, "{stdout}");
        assert_eq!(stdout.contains("\n::warning "), mistake.is_some() && code == 0, "{stdout}");
    }
}

#[test]
fn every_input_of_the_action_is_used_and_documented() {
    let used: Vec<String> = steps().into_iter().flat_map(|(_, inputs)| inputs).map(|(_, input)| input).collect();
    let text = std::fs::read_to_string(root().join("docs/ci.md")).unwrap();
    for input in defaults().into_keys().chain(["url".to_owned()]) {
        assert!(used.contains(&input), "{input} is not used");
        assert!(text.contains(&format!("`{input}`")), "{input} is not documented");
    }
}

#[test]
fn every_snippet_of_the_document_runs() {
    let text = std::fs::read_to_string(root().join("docs/ci.md")).unwrap();
    let mut count = 0;
    let mut is_snippet = false;
    for line in text.lines() {
        if let Some(language) = line.strip_prefix("```") {
            is_snippet = !language.is_empty() && language != "console";
            continue;
        }
        let Some(start) = line.find("popbill-hook verify").filter(|_| is_snippet) else { continue };
        let command = line[start..].trim_end_matches('\'');
        let model = Model::correct();
        let scratch = Scratch::new();
        let script = command.replace("localhost:8080", &format!("localhost:{}", model.port));
        let run = shell(&script, scratch.path()).env("GITHUB_STEP_SUMMARY", "summary.md").output().unwrap();
        assert!(run.status.success(), "{command}: {run:?}");
        count += 1;
    }
    assert_eq!(count, 4);
}
