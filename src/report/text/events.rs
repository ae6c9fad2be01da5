//! The catalogue on a terminal.

use std::io::{self, Write};

use crate::event::{CATALOG, Edition, Event, Field, Kind, Presence, fields};
use crate::report::Palette;
use crate::words::{catalog as words, labels};

/// Writes one line for each event.
pub fn write_events(out: &mut dyn Write, palette: Palette, edition: Edition) -> io::Result<()> {
    let width = CATALOG.iter().map(|kind| kind.id.len()).max().unwrap_or_default();
    for kind in &CATALOG {
        let name = format!("{:width$}", kind.id);
        let mark = words::mark(kind.basis.name());
        let state = kind.state_code.map_or_else(|| "-".to_owned(), |code| code.to_string());
        writeln!(
            out,
            "{}  {:<17} {:<11} {state:<4} {}{}",
            palette.strong(name),
            kind.family.webhook_type(edition),
            kind.event_type.unwrap_or("-"),
            words::title(kind.title, kind.title_ko),
            palette.faint(mark),
        )?;
    }
    Ok(())
}

/// Writes everything about one event, with an example.
pub fn write_event(out: &mut dyn Write, palette: Palette, kind: &Kind, example: &Event) -> io::Result<()> {
    writeln!(out, "{}: {}", palette.strong(kind.id), words::title(kind.title, kind.title_ko))?;
    writeln!(out, "  {}", labels::documented(kind.basis.name()))?;
    let mut facts = vec![format!("Pb-Webhook-Type: {}", kind.family.webhook_type(example.edition))];
    if let Some(event_type) = kind.event_type.filter(|_| kind.family.has_event_type_header()) {
        facts.push(format!("Pb-Webhook-EventType: {event_type}"));
    }
    if let Some(state) = kind.state_code {
        facts.push(format!("stateCode: {state}"));
    }
    writeln!(out, "  {}", facts.join("   "))?;
    writeln!(out, "\n{}", palette.strong(words::FIELDS))?;
    let present = fields(kind.family).iter().filter(|field| field.presence(example.edition) != Presence::Absent);
    for field in present {
        write_field(out, palette, field, example.edition)?;
    }
    writeln!(out, "\n{}", palette.strong(words::EXAMPLE))?;
    serde_json::to_writer_pretty(&mut *out, &example.body)?;
    writeln!(out)
}

fn write_field(out: &mut dyn Write, palette: Palette, field: &Field, edition: Edition) -> io::Result<()> {
    let length = field.max_length.map_or_else(String::new, |length| format!(" {length}"));
    let presence = words::presence(field.presence(edition) == Presence::Required);
    writeln!(
        out,
        "  {:<28} {:<12} {presence:<9} {} · {} {}",
        palette.strong(&field.path),
        format!("{}{length}", field.kind.name()),
        field.description,
        field.description_ko,
        palette.faint(format!("[{}]", field.source)),
    )?;
    for code in &field.codes {
        writeln!(out, "    {:<10} {} · {}", code.value, code.en, code.ko)?;
    }
    Ok(())
}
