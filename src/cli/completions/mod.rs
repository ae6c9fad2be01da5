//! `completions` and `man`: made from the command line's own definition.

mod event_ids;

use super::{CliError, ExitStatus, Terminal, command};

pub use clap_complete::Shell;

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// The command whose page to print [default: the tool's own]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Prints a completion script.
pub(super) fn run(args: &CompletionsArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    terminal.out().write_all(&completion_script(args.shell))?;
    Ok(ExitStatus::Success)
}

/// Prints a manual page.
pub(super) fn run_man(args: &ManArgs, terminal: &mut Terminal) -> Result<ExitStatus, CliError> {
    let wanted = args.command.as_ref().map_or_else(|| "popbill-hook".to_owned(), |name| format!("popbill-hook-{name}"));
    let pages = manual_pages()?;
    let Some((_, page)) = pages.iter().find(|(name, _)| *name == wanted) else {
        let known: Vec<_> = pages.iter().filter_map(|(name, _)| name.strip_prefix("popbill-hook-")).collect();
        return Err(CliError::usage(crate::words::usage::no_manual(&wanted, &known.join(", "))));
    };
    terminal.out().write_all(page)?;
    Ok(ExitStatus::Success)
}

/// The completion script of a shell.
pub fn completion_script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(), "popbill-hook", &mut script);
    event_ids::add(shell, String::from_utf8_lossy(&script).into_owned()).into_bytes()
}

/// Every manual page, by name, in roff.
pub fn manual_pages() -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let mut root = command();
    root.build();
    let mut pages = vec![page(&root, "popbill-hook")?];
    for command in root.get_subcommands().filter(|command| command.get_name() != "help") {
        pages.push(page(command, &format!("popbill-hook-{}", command.get_name()))?);
    }
    Ok(pages)
}

fn page(command: &clap::Command, name: &str) -> std::io::Result<(String, Vec<u8>)> {
    let mut text = Vec::new();
    // A page that carries its build date would never be the same twice.
    clap_mangen::Man::new(command.clone().display_name(name)).date("").render(&mut text)?;
    Ok((name.to_owned(), text))
}
