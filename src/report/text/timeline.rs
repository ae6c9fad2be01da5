//! A run as a picture: a row for each delivery, a mark for each attempt, from left to right by time.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Duration;

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::report::Palette;
use crate::words::simulation as words;

/// One delivery.
#[derive(Clone, Debug)]
pub struct TimelineRow {
    label: String,
    title: String,
    corp_num: String,
    marks: Vec<(Duration, Mark)>,
}

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Accepted.
    Accepted,
    /// Tolerated.
    Tolerated,
    /// Answered otherwise.
    Rejected,
    /// Not answered.
    NoAnswer,
    /// Answered, and the answer thrown away by the scenario.
    AnswerLost,
    /// Kept from the receiver by the scenario.
    Blocked,
}

impl Mark {
    /// Every mark.
    pub(in crate::report) const ALL: [Self; 6] =
        [Self::Accepted, Self::Tolerated, Self::Rejected, Self::NoAnswer, Self::AnswerLost, Self::Blocked];

    /// As a letter.
    pub(in crate::report) fn letter(self) -> char {
        match self {
            Self::Accepted => '●',
            Self::Tolerated => '◐',
            Self::Rejected => '×',
            Self::NoAnswer => '?',
            Self::AnswerLost => '○',
            Self::Blocked => '-',
        }
    }

    fn paint(self, palette: Palette) -> String {
        let letter = self.letter();
        match self {
            Self::Accepted => palette.good(letter),
            Self::Tolerated | Self::AnswerLost => palette.warning(letter),
            Self::Rejected | Self::NoAnswer => palette.bad(letter),
            Self::Blocked => palette.faint(letter),
        }
    }

    /// As a word.
    pub(in crate::report) fn name(self) -> &'static str {
        match self {
            Self::Accepted => words::ACCEPTED,
            Self::Tolerated => words::TOLERATED,
            Self::Rejected => words::REJECTED,
            Self::NoAnswer => words::NO_ANSWER,
            Self::AnswerLost => words::LOST_MARK,
            Self::Blocked => words::BLOCKED_MARK,
        }
    }
}

impl TimelineRow {
    /// A delivery without an attempt yet.
    pub fn new(label: &str, title: &str, corp_num: &str) -> Self {
        let (label, title, corp_num) = (label.to_owned(), title.to_owned(), corp_num.to_owned());
        Self { label, title, corp_num, marks: Vec::new() }
    }

    /// An attempt so long after the first due time of the run.
    pub fn add(&mut self, after: Duration, mark: Mark) {
        self.marks.push((after, mark));
    }
}

/// The narrowest picture of the time.
const NARROWEST: usize = 16;
/// Room for an event's Korean title, where the terminal is wide enough.
const TITLE: usize = 24;

/// Writes the rows into so many columns; `all` says of how many deliveries they are a sample.
pub fn write_timeline(
    out: &mut dyn Write,
    palette: Palette,
    rows: &[&TimelineRow],
    all: usize,
    columns: usize,
) -> io::Result<()> {
    let label = rows.iter().map(|row| row.label.width()).max().unwrap_or(0);
    // Two spaces, the label, the business, and the bars around the picture.
    let fixed = 2 + label + 1 + 10 + 3;
    let title = if columns >= fixed + TITLE + 1 + 2 * NARROWEST { TITLE + 1 } else { 0 };
    let width = columns.saturating_sub(fixed + title).max(NARROWEST);
    let end = rows.iter().flat_map(|row| row.marks.iter().map(|(after, _)| *after)).max().unwrap_or_default();
    for row in rows {
        let name = padded(&row.label, label);
        let korean = if title == 0 { String::new() } else { format!("{} ", padded(&row.title, TITLE)) };
        let picture = picture(&row.marks, end, width, palette);
        writeln!(out, "  {} {korean}{:<10} |{picture}|", palette.strong(name), palette.faint(&row.corp_num))?;
    }
    if rows.len() < all {
        writeln!(out, "  {}", palette.faint(words::sample(rows.len(), all)))?;
    }
    let legend = Mark::ALL.map(|mark| format!("{} {}", mark.letter(), mark.name()));
    writeln!(out, "  {}", palette.faint(format!("{}   0 … {}", legend.join("  "), crate::words::labels::span(end))))
}

/// Marks at their places and in their order: where two would fall on one, the later one moves to the right, and what
/// would leave the picture moves all to the left.
fn picture(marks: &[(Duration, Mark)], end: Duration, width: usize, palette: Palette) -> String {
    let mut places: Vec<usize> = Vec::with_capacity(marks.len());
    for (after, _) in marks {
        let free = places.last().map_or(0, |last| last + 1);
        places.push(place(*after, end, width).max(free));
    }
    let mut right = width;
    for place in places.iter_mut().rev() {
        *place = (*place).min(right.saturating_sub(1));
        right = *place;
    }
    let at = |place: usize| places.iter().rposition(|other| *other == place).map(|index| marks[index].1);
    (0..width).map(|place| at(place).map_or_else(|| " ".to_owned(), |mark| mark.paint(palette))).collect()
}

fn place(after: Duration, end: Duration, width: usize) -> usize {
    let share = if end.is_zero() { 0.0 } else { after.as_secs_f64() / end.as_secs_f64() };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a terminal's width"
    )]
    let place = (share * (width - 1) as f64).round() as usize;
    place.min(width - 1)
}

/// Text in so many columns: a Hangul syllable takes two.
fn padded(text: &str, columns: usize) -> String {
    let mut shown = String::new();
    let mut used = 0;
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0);
        if used + wide > columns {
            break;
        }
        shown.push(letter);
        used += wide;
    }
    shown.extend(std::iter::repeat_n(' ', columns - used));
    shown
}

/// Writes how many deliveries ended how, and why attempts failed.
pub fn write_tally(
    out: &mut dyn Write,
    palette: Palette,
    attempts: u64,
    outcomes: &BTreeMap<&'static str, u64>,
    slugs: &BTreeMap<&'static str, u64>,
) -> io::Result<()> {
    writeln!(out)?;
    let ended: Vec<String> = outcomes.iter().map(|(name, count)| format!("{count} {name}")).collect();
    writeln!(out, "{} {}", palette.strong(words::deliveries(&ended)), words::attempts(attempts))?;
    for (slug, count) in slugs {
        let what = words::meaning(slug).unwrap_or(crate::words::verdicts::diagnosis(slug, None).what);
        writeln!(out, "  {count:>6} × {} {}", palette.strong(format!("{slug:<24}")), palette.faint(what))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(title: &str, marks: &[(u64, Mark)]) -> TimelineRow {
        let mut row = TimelineRow::new("cashbill.issue", title, "1234567891");
        for (minutes, mark) in marks {
            row.add(Duration::from_mins(*minutes), *mark);
        }
        row
    }

    fn shown(rows: &[TimelineRow], columns: usize) -> String {
        let mut out = Vec::new();
        let rows: Vec<_> = rows.iter().collect();
        write_timeline(&mut out, Palette::PLAIN, &rows, rows.len(), columns).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn marks_stand_where_their_time_is() {
        let rows = [
            row("", &[(0, Mark::Blocked), (5, Mark::Blocked), (10, Mark::NoAnswer), (15, Mark::Accepted)]),
            row("", &[(0, Mark::Rejected)]),
        ];
        let text = shown(&rows, 46);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "  cashbill.issue 1234567891 |-    -    ?    ●|");
        assert_eq!(lines[1], "  cashbill.issue 1234567891 |×               |");
        assert!(lines[2].contains("● accepted") && lines[2].ends_with("0 … 15 min"), "{}", lines[2]);
    }

    #[test]
    fn attempts_at_one_place_are_all_there() {
        let crowd = [
            (0, Mark::Rejected),
            (0, Mark::Rejected),
            (1000, Mark::Rejected),
            (1000, Mark::Tolerated),
            (1000, Mark::Accepted),
        ];
        let text = shown(&[row("", &crowd)], 46);
        assert_eq!(text.lines().next(), Some("  cashbill.issue 1234567891 |××           ×◐●|"));
    }

    #[test]
    fn rows_are_equally_wide_whatever_the_titles_are() {
        let rows = [row("현금영수증 발행", &[(0, Mark::Accepted)]), row("Issued", &[(0, Mark::Accepted)])];
        let text = shown(&rows, 120);
        let widths: Vec<_> = text.lines().take(2).map(unicode_width::UnicodeWidthStr::width).collect();
        assert_eq!((widths[0], widths[1]), (120, 120), "{text}");
    }
}
