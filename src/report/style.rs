//! Colour as a value: words carry the meaning, colour only helps the eye.

use std::fmt::Display;

use colored::{Color, ColoredString, Colorize};

/// Whether text is coloured. Passed to every renderer; nothing else decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    coloured: bool,
}

impl Palette {
    /// No colour.
    pub const PLAIN: Self = Self { coloured: false };

    /// Colour, or none.
    pub fn new(coloured: bool) -> Self {
        if coloured {
            // The library guesses from the process' own streams; a palette is told, stream by stream.
            colored::control::set_override(true);
        }
        Self { coloured }
    }

    /// Good news.
    pub fn good(self, text: impl Display) -> String {
        self.paint(text, |text| text.color(Color::Green).bold())
    }

    /// A warning.
    pub fn warning(self, text: impl Display) -> String {
        self.paint(text, |text| text.color(Color::Yellow).bold())
    }

    /// Bad news.
    pub fn bad(self, text: impl Display) -> String {
        self.paint(text, |text| text.color(Color::Red).bold())
    }

    /// A name or label.
    pub fn strong(self, text: impl Display) -> String {
        self.paint(text, |text| text.bold())
    }

    /// Something of less weight.
    pub fn faint(self, text: impl Display) -> String {
        self.paint(text, |text| text.dimmed())
    }

    fn paint(self, text: impl Display, paint: impl Fn(&str) -> ColoredString) -> String {
        let text = text.to_string();
        if self.coloured { paint(&text).to_string() } else { text }
    }
}
