//! The two streams a command speaks on: stdout is data, stderr is conversation.

use std::io::{self, IsTerminal, Write};

use crate::report::{Palette, text};

/// When text is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Where a command writes, and how.
#[expect(clippy::struct_excessive_bools, reason = "they are independent facts of two streams")]
pub struct Terminal {
    out: Box<dyn Write + Send>,
    err: Box<dyn Write + Send>,
    /// The colours of stdout.
    pub palette: Palette,
    /// The colours of stderr.
    pub err_palette: Palette,
    /// Whether stdout carries JSON lines.
    pub json: bool,
    /// Whether notes are left out.
    pub quiet: bool,
    /// Whether a person looks at stdout.
    pub is_interactive: bool,
    /// Whether a person looks at stderr.
    pub err_is_interactive: bool,
}

impl Terminal {
    /// The process' own streams.
    pub fn of_process(color: ColorChoice, json: bool, quiet: bool) -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let decide = |is_terminal: bool| match color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => is_terminal && !no_color,
        };
        Self {
            palette: Palette::new(!json && decide(io::stdout().is_terminal())),
            err_palette: Palette::new(decide(io::stderr().is_terminal())),
            out: Box::new(io::BufWriter::new(io::stdout())),
            err: Box::new(io::stderr()),
            is_interactive: io::stdout().is_terminal(),
            err_is_interactive: io::stderr().is_terminal(),
            json,
            quiet,
        }
    }

    /// Where data goes.
    pub fn out(&mut self) -> &mut dyn Write {
        &mut *self.out
    }

    /// How many columns a line of stdout may have: of the terminal, by `COLUMNS`, or a hundred.
    pub fn columns(&self) -> usize {
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let seen = terminal_size::terminal_size().filter(|_| self.is_interactive);
        told.or_else(|| seen.map(|(width, _)| usize::from(width.0))).unwrap_or(100)
    }

    /// Says something that is not data; `--quiet` silences it.
    pub fn note(&mut self, note: &str) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        text::write_note(&mut *self.err, self.err_palette, note)
    }

    /// Says something on stderr without calling it a note.
    pub fn note_plain(&mut self, text: &str) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        writeln!(self.err, "{text}")
    }

    /// Where errors are told.
    pub fn err(&mut self) -> &mut dyn Write {
        &mut *self.err
    }
}
