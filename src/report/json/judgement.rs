//! The `judgement` line.

use std::io::{self, Write};

use serde::Serialize;

use super::write_line;
use crate::contract::{Category, Judgement};
use crate::report::diagnosis::Diagnosed;
use crate::wire::Response;

#[derive(Serialize)]
struct JudgementLine {
    r#type: &'static str,
    verdict: &'static str,
    slug: &'static str,
    category: Option<&'static str>,
    cause: Option<String>,
    fix: Option<String>,
    notes: Vec<String>,
}

/// Writes a judgement made offline.
pub fn write_judgement(out: &mut dyn Write, judgement: &Judgement, response: &Response) -> io::Result<()> {
    let diagnosed = Diagnosed::new(judgement, Some(response));
    write_line(
        out,
        &JudgementLine {
            r#type: "judgement",
            verdict: judgement.verdict.name(),
            slug: judgement.slug.name(),
            category: judgement.category.map(Category::name),
            cause: diagnosed.cause,
            fix: diagnosed.fix,
            notes: diagnosed.notes,
        },
    )
}
