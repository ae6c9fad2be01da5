//! The page of a run: a row for each delivery with its attempts as marks in time, and behind it what was sent and
//! what came back.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Duration;

use super::text::{safe, safe_bytes};
use crate::report::Mark;
use crate::words::{labels, page as words, verdicts};

/// What a page shows.
#[derive(Clone, Debug)]
pub struct RunPage<'a> {
    /// The scenario.
    pub scenario: &'a str,
    /// The run.
    pub run: &'a str,
    /// What it was made from.
    pub seed: u64,
    /// How many deliveries the run has; the page may show fewer.
    pub deliveries: usize,
    /// How many attempts were made.
    pub attempts: u64,
    /// How many deliveries ended how.
    pub outcomes: &'a BTreeMap<&'static str, u64>,
    /// How many attempts ended how.
    pub slugs: &'a BTreeMap<&'static str, u64>,
    /// The deliveries that are shown.
    pub rows: Vec<&'a PageDelivery>,
}

/// A delivery.
#[derive(Clone, Debug)]
pub struct PageDelivery {
    /// The event's id.
    pub event: String,
    /// The event in Korean.
    pub title: String,
    /// The business.
    pub corp_num: String,
    /// The message id.
    pub message_id: String,
    /// The endpoint.
    pub url: String,
    /// How it ended.
    pub outcome: &'static str,
    /// The request's head, credentials masked.
    pub head: Vec<u8>,
    /// The request's body.
    pub body: Vec<u8>,
    /// Its attempts.
    pub attempts: Vec<PageAttempt>,
}

/// An attempt.
#[derive(Clone, Debug)]
pub struct PageAttempt {
    /// Counted from 1.
    pub number: u32,
    /// So long after the first due time of the run.
    pub after: Duration,
    /// When it began, in Korean time.
    pub time: String,
    /// What became of it.
    pub mark: Mark,
    /// Its slug.
    pub slug: &'static str,
    /// The status, if there was one.
    pub status: Option<u16>,
    /// What was said of a failure.
    pub detail: Option<String>,
    /// The answer's fields and body, secrets masked.
    pub answer: Vec<u8>,
}

/// The width of the picture, in its own units.
const WIDTH: f64 = 600.0;
/// The room beside it, and between two marks.
const EDGE: f64 = 8.0;
const GAP: f64 = 11.0;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Writes the page.
pub fn write_run_page(out: &mut dyn Write, page: &RunPage<'_>) -> io::Result<()> {
    let title = words::title(page.scenario, page.run);
    writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         script-src 'unsafe-inline'\">"
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>", safe(&title))?;
    writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{}</h1>", safe(&title))?;
    write_sum(out, page)?;
    write_filters(out, page)?;
    let end = page.rows.iter().flat_map(|row| row.attempts.iter().map(|attempt| attempt.after)).max();
    for row in &page.rows {
        write_row(out, row, end.unwrap_or_default())?;
    }
    if page.rows.len() < page.deliveries {
        writeln!(out, "<p class=\"note\">{}</p>", safe(&words::sample(page.rows.len(), page.deliveries)))?;
    }
    writeln!(out, "<script>\n{SCRIPT}</script>\n</body>\n</html>")
}

fn write_sum(out: &mut dyn Write, page: &RunPage<'_>) -> io::Result<()> {
    writeln!(out, "<p>{}</p>", safe(&words::sum(page.deliveries, page.attempts, page.seed)))?;
    writeln!(out, "<table>\n<tr><th>{}</th><th></th></tr>", words::OUTCOME)?;
    for (name, count) in page.outcomes {
        writeln!(out, "<tr><td>{}</td><td class=\"count\">{count}</td></tr>", safe(name))?;
    }
    writeln!(out, "</table>\n<table>\n<tr><th>{}</th><th></th><th></th></tr>", words::CAUSE)?;
    for (slug, count) in page.slugs {
        let what = crate::words::simulation::meaning(slug).unwrap_or(verdicts::diagnosis(slug, None).what);
        writeln!(out, "<tr><td>{}</td><td class=\"count\">{count}</td><td>{}</td></tr>", safe(slug), safe(what))?;
    }
    writeln!(out, "</table>")
}

fn write_filters(out: &mut dyn Write, page: &RunPage<'_>) -> io::Result<()> {
    writeln!(out, "<form>\n<input id=\"text\" type=\"search\" placeholder=\"{}\">", words::SEARCH)?;
    for (id, all, names) in [
        ("outcome", words::ANY_OUTCOME, page.outcomes.keys().collect::<Vec<_>>()),
        ("slug", words::ANY_CAUSE, page.slugs.keys().collect()),
    ] {
        writeln!(out, "<select id=\"{id}\"><option value=\"\">{all}</option>")?;
        for name in names {
            writeln!(out, "<option>{}</option>", safe(name))?;
        }
        writeln!(out, "</select>")?;
    }
    let legend = Mark::ALL.map(|mark| format!("<span class=\"{0}\">{1} {0}</span>", mark.name(), mark.letter()));
    writeln!(out, "<span id=\"shown\"></span>\n</form>\n<p class=\"legend\">{}</p>", legend.join(" "))
}

fn write_row(out: &mut dyn Write, row: &PageDelivery, end: Duration) -> io::Result<()> {
    let mut slugs: Vec<&str> = row.attempts.iter().map(|attempt| attempt.slug).collect();
    slugs.dedup();
    let text = format!("{} {} {} {}", row.event, row.title, row.corp_num, row.message_id);
    writeln!(
        out,
        "<details data-outcome=\"{}\" data-slugs=\" {} \" data-text=\"{}\">\n<summary><b>{}</b> <span>{}</span> \
         <span>{}</span> {} <i>{}</i></summary>",
        row.outcome,
        safe(&slugs.join(" ")),
        safe(&text.to_lowercase()),
        safe(&row.event),
        safe(&row.title),
        safe(&row.corp_num),
        picture(row, end),
        row.outcome
    )?;
    writeln!(out, "<h2>{}</h2>\n<p>{}</p>", words::REQUEST, safe(&row.url))?;
    writeln!(out, "<pre>{}{}</pre>", safe_bytes(&row.head), safe_bytes(&row.body))?;
    for attempt in &row.attempts {
        let status = attempt.status.map(|status| format!(" · {status}")).unwrap_or_default();
        let title = format!("{} · {}{status} · {}", words::attempt(attempt.number), attempt.slug, attempt.time);
        writeln!(out, "<h2 class=\"{}\">{}</h2>", attempt.mark.name(), safe(&title))?;
        if let Some(detail) = &attempt.detail {
            writeln!(out, "<p>{}</p>", safe(detail))?;
        }
        if !attempt.answer.is_empty() {
            writeln!(out, "<pre>{}</pre>", safe_bytes(&attempt.answer))?;
        }
    }
    writeln!(out, "</details>")
}

/// The attempts as marks from left to right; none hides another.
fn picture(row: &PageDelivery, end: Duration) -> String {
    let mut places: Vec<f64> = Vec::with_capacity(row.attempts.len());
    for attempt in &row.attempts {
        let share = if end.is_zero() { 0.0 } else { attempt.after.as_secs_f64() / end.as_secs_f64() };
        let place = EDGE + share * (WIDTH - 2.0 * EDGE);
        places.push(places.last().map_or(place, |last| place.max(last + GAP)));
    }
    let mut right = WIDTH - EDGE;
    for place in places.iter_mut().rev() {
        *place = place.min(right);
        right = *place - GAP;
    }
    let mark = |(attempt, x): (&PageAttempt, &f64)| {
        let name = attempt.mark.name();
        let tip = safe(&format!("{} · {} · {}", words::attempt(attempt.number), attempt.slug, attempt.time));
        format!("<circle class=\"{name}\" cx=\"{x:.1}\" cy=\"8\" r=\"5\"><title>{tip}</title></circle>")
    };
    let marks: Vec<String> = row.attempts.iter().zip(&places).map(mark).collect();
    let label = safe(&labels::span(end));
    format!(
        "<svg viewBox=\"0 0 {WIDTH} 16\" role=\"img\" aria-label=\"{label}\"><line x1=\"{EDGE}\" y1=\"8\" x2=\"{}\" \
         y2=\"8\"/>{}</svg>",
        WIDTH - EDGE,
        marks.join("")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_keep_their_order_and_hide_none() {
        let attempt = |number, minutes| PageAttempt {
            number,
            after: Duration::from_mins(minutes),
            time: String::new(),
            mark: Mark::Rejected,
            slug: "server-error",
            status: None,
            detail: None,
            answer: Vec::new(),
        };
        let row = PageDelivery {
            event: String::new(),
            title: String::new(),
            corp_num: String::new(),
            message_id: String::new(),
            url: String::new(),
            outcome: "open",
            head: Vec::new(),
            body: Vec::new(),
            attempts: vec![attempt(1, 0), attempt(2, 5), attempt(3, 10_000), attempt(4, 10_000)],
        };
        let picture = picture(&row, Duration::from_mins(10_000));
        let places: Vec<f64> =
            picture.split("cx=\"").skip(1).map(|part| part.split('"').next().unwrap().parse().unwrap()).collect();
        assert_eq!(places, [8.0, 19.0, 581.0, 592.0]);
    }
}
