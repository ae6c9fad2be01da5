//! `event` and `payload` lines.

use std::io::{self, Write};

use serde::Serialize;

use super::write_line;
use crate::event::{CheckReport, Edition, Family, Field, Kind, Presence, Severity, fields};

#[derive(Serialize)]
struct EventLine<'a> {
    r#type: &'static str,
    id: &'a str,
    product: &'a str,
    webhook_type: &'a str,
    event_type: Option<&'a str>,
    state_code: Option<u16>,
    basis: &'a str,
    title: &'a str,
    title_ko: &'a str,
    edition: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<FieldPart<'a>>>,
}

#[derive(Serialize)]
struct FieldPart<'a> {
    path: &'a str,
    r#type: &'a str,
    max_length: Option<u64>,
    required: bool,
    description: &'a str,
    description_ko: &'a str,
    source: &'a str,
    codes: Vec<CodePart<'a>>,
}

#[derive(Serialize)]
struct CodePart<'a> {
    value: &'a str,
    en: &'a str,
    ko: &'a str,
}

/// Writes one row of the catalogue; with its fields where they are asked for.
pub fn write_event(out: &mut dyn Write, kind: &Kind, edition: Edition, with_fields: bool) -> io::Result<()> {
    let line = EventLine {
        r#type: "event",
        id: kind.id,
        product: kind.product.name(),
        webhook_type: kind.family.webhook_type(edition),
        event_type: kind.event_type,
        state_code: kind.state_code,
        basis: kind.basis.name(),
        title: kind.title,
        title_ko: kind.title_ko,
        edition: edition.name(),
        fields: with_fields.then(|| field_parts(kind.family, edition)),
    };
    write_line(out, &line)
}

fn field_parts(family: Family, edition: Edition) -> Vec<FieldPart<'static>> {
    let present = fields(family).iter().filter(|field| field.presence(edition) != Presence::Absent);
    present.map(|field| field_part(field, edition)).collect()
}

fn field_part(field: &'static Field, edition: Edition) -> FieldPart<'static> {
    FieldPart {
        path: &field.path,
        r#type: field.kind.name(),
        max_length: field.max_length,
        required: field.presence(edition) == Presence::Required,
        description: field.description,
        description_ko: field.description_ko,
        source: field.source,
        codes: field.codes.iter().map(|code| CodePart { value: code.value, en: code.en, ko: code.ko }).collect(),
    }
}

#[derive(Serialize)]
struct PayloadLine<'a> {
    r#type: &'static str,
    event: Option<&'a str>,
    edition: &'a str,
    valid: bool,
    findings: Vec<FindingPart<'a>>,
    codes: Vec<FoundCodePart<'a>>,
}

#[derive(Serialize)]
struct FindingPart<'a> {
    path: &'a str,
    rule: &'a str,
    severity: &'static str,
    problem: &'a str,
}

#[derive(Serialize)]
struct FoundCodePart<'a> {
    path: &'a str,
    value: &'a str,
    en: &'a str,
    ko: &'a str,
}

/// Writes what a check found.
pub fn write_check(out: &mut dyn Write, report: &CheckReport) -> io::Result<()> {
    let findings = report.findings.iter().map(|finding| FindingPart {
        path: &finding.path,
        rule: finding.rule,
        severity: match finding.severity {
            Severity::Problem => "problem",
            Severity::Note => "note",
        },
        problem: &finding.problem,
    });
    let codes = report.codes.iter().map(|code| FoundCodePart {
        path: &code.path,
        value: &code.value,
        en: &code.explanation.en,
        ko: &code.explanation.ko,
    });
    write_line(
        out,
        &PayloadLine {
            r#type: "payload",
            event: report.event.map(|kind| kind.id),
            edition: report.edition.name(),
            valid: report.is_valid(),
            findings: findings.collect(),
            codes: codes.collect(),
        },
    )
}
