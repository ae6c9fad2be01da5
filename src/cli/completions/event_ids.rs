//! Event ids in the scripts of shells for which the generator completes no positional values.

use clap_complete::Shell;

use crate::event::{CATALOG, Kind};

/// The commands whose argument is an event.
const COMMANDS: [&str; 4] = ["send", "events show", "events new", "events schema"];

/// Adds the ids where the script lacks them. A test proves that every script has every id.
pub(super) fn add(shell: Shell, script: String) -> String {
    match shell {
        Shell::Fish => script + &fish(),
        Shell::PowerShell => insert(&script, |command| format!("'popbill-hook;{command}' {{"), power_shell),
        Shell::Elvish => insert(&script, |command| format!("&'popbill-hook;{command}'= {{"), elvish),
        _ => script,
    }
}

fn fish() -> String {
    let conditions = COMMANDS.map(|command| match command.split_once(' ') {
        None => format!("__fish_popbill_hook_using_subcommand {command}"),
        Some((group, name)) => {
            format!("__fish_popbill_hook_using_subcommand {group}; and __fish_seen_subcommand_from {name}")
        }
    });
    let line = |condition: &String, kind: &Kind| {
        format!(
            "complete -c popbill-hook -n \"{condition}\" -f -a '{}' -d '{}'\n",
            kind.id,
            kind.title.replace('\'', "\\'")
        )
    };
    conditions.iter().flat_map(|condition| CATALOG.iter().map(move |kind| line(condition, kind))).collect()
}

fn power_shell(kind: &Kind) -> String {
    let title = kind.title.replace('\'', "''");
    format!("[CompletionResult]::new('{0}', '{0}', [CompletionResultType]::ParameterValue, '{title}')", kind.id)
}

fn elvish(kind: &Kind) -> String {
    format!("cand {} '{}'", kind.id, kind.title.replace('\'', "''"))
}

/// Puts a line for each event after the line that opens a command's case.
fn insert(script: &str, opening: impl Fn(&str) -> String, line: fn(&Kind) -> String) -> String {
    let openings = COMMANDS.map(|command| opening(&command.replace(' ', ";")));
    let mut grown = String::with_capacity(script.len() * 2);
    for text in script.lines() {
        grown.push_str(text);
        grown.push('\n');
        if openings.iter().any(|opening| text.trim_start() == opening) {
            grown.extend(CATALOG.iter().map(|kind| format!("            {}\n", line(kind))));
        }
    }
    grown
}
