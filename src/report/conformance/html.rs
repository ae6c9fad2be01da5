//! One page that needs nothing else. It has no script.

use std::io::{self, Write};

use super::row::{Group, Row, VerifyReport};
use crate::conformance::{FAMILIES, Outcome};
use crate::report::html::safe;
use crate::words::conformance_report as words;

const STYLE: &str = include_str!("page.css");

/// Writes a run.
pub(super) fn write_html(out: &mut dyn Write, report: &VerifyReport<'_>) -> io::Result<()> {
    let title = safe(&words::title(&report.target()));
    writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>")?;
    writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>")?;
    writeln!(out, "<p>{}</p>", safe(&report.totals()))?;
    if report.verification.is_interrupted {
        writeln!(out, "<p class=\"headline\">{}</p>", words::INTERRUPTED)?;
    }
    if let Some(headline) = report.headline() {
        writeln!(out, "<p class=\"headline\">{}</p>", safe(&headline))?;
    }
    for note in report.notes() {
        writeln!(out, "<p>{}</p>", safe(&note))?;
    }
    for outcome in [Outcome::Fail, Outcome::Warn] {
        for group in report.groups_of(outcome) {
            write_group(out, &group)?;
        }
    }
    for family in FAMILIES {
        write_family(out, report, family)?;
    }
    writeln!(out, "</body>\n</html>")
}

fn write_group(out: &mut dyn Write, group: &Group) -> io::Result<()> {
    let row = &group.row;
    let (class, mark) = (row.outcome.name(), words::mark(row.outcome.name()));
    writeln!(out, "<section class=\"{class}\">\n<h2>{mark} {}</h2>", safe(&row.check.id))?;
    writeln!(out, "<p>{}</p>\n<dl>", safe(row.reason.as_deref().unwrap_or_default()))?;
    let asked = words::asked(&row.check.title);
    let about = [(words::ASKED, asked.as_str()), (words::WHY, row.check.why), (words::SOURCE, row.check.source)];
    let others = group.others();
    let also = others.as_deref().map(|others| (words::ALSO, others));
    for (name, text) in about.into_iter().chain(row.told()).chain(also) {
        let tag = if name == words::AGAIN { "code" } else { "span" };
        writeln!(out, "<dt>{name}</dt><dd><{tag}>{}</{tag}></dd>", safe(text))?;
    }
    writeln!(out, "</dl>\n</section>")
}

fn write_family(out: &mut dyn Write, report: &VerifyReport<'_>, family: &str) -> io::Result<()> {
    let rows: Vec<Row> = report.rows().filter(|row| row.check.family() == family).collect();
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "<h2>{family}</h2>\n<table>")?;
    for row in rows {
        writeln!(
            out,
            "<tr class=\"{0}\"><td>{0}</td><td>{1}</td><td>{2}</td><td>{3}</td></tr>",
            row.outcome.name(),
            safe(&row.check.id),
            safe(&row.check.title),
            safe(row.reason.as_deref().unwrap_or_default())
        )?;
    }
    writeln!(out, "</table>")
}
