//! Which history is used, and what its trouble means to each command.

use std::ops::ControlFlow;

use etcetera::BaseStrategy as _;

use super::global::GlobalArgs;
use super::{CliError, Terminal};
use crate::history::{Access, AttemptRecord, DeliveryRecord, Entry, Filter, Listing, Place, Store, StoreError, Writer};
use crate::words::{errors, history_report as words};

/// Where the history is: as named, or in the state directory of this user.
pub(super) fn place(global: &GlobalArgs) -> Result<Place, CliError> {
    if let Some(place) = &global.store {
        return Ok(place.clone());
    }
    let strategy = etcetera::choose_base_strategy().map_err(|_| CliError::Local(errors::no_state_directory()))?;
    // Windows has no state directory; its local data directory is the nearest thing.
    let directory = strategy.state_dir().unwrap_or_else(|| strategy.cache_dir());
    Ok(Place::default_place(&directory))
}

/// Opens the history to find a named entry. A history that does not exist yet has none that could be named.
pub(super) fn read(global: &GlobalArgs) -> Result<Store, CliError> {
    Store::open(&place(global)?, Access::Read).map_err(|error| match error {
        absent @ StoreError::Absent { .. } => CliError::usage(absent.to_string()),
        other => other.into(),
    })
}

/// Opens the history to change it, if there is one.
pub(super) fn existing(global: &GlobalArgs) -> Result<Option<Store>, CliError> {
    match Store::open(&place(global)?, Access::Read) {
        Ok(_) => write(global).map(Some),
        Err(StoreError::Absent { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// A place that was named must be usable before anything is sent.
pub(super) fn check_named(global: &GlobalArgs) -> Result<(), CliError> {
    match &global.store {
        Some(place) if !global.no_history => Ok(Store::open(place, Access::Quick).map(drop)?),
        _ => Ok(()),
    }
}

/// Opens the history to change it.
pub(super) fn write(global: &GlobalArgs) -> Result<Store, CliError> {
    Ok(Store::open(&place(global)?, Access::Durable)?)
}

/// The entries that are found in the history; one that does not exist yet has none, and says so.
pub(super) fn entries(
    global: &GlobalArgs,
    terminal: &mut Terminal,
    find: impl FnOnce(&mut Store) -> Result<Listing, StoreError>,
) -> Result<Vec<Entry>, CliError> {
    match Store::open(&place(global)?, Access::Read) {
        Ok(mut store) => {
            let listing = find(&mut store)?;
            for id in &listing.damaged {
                terminal.note(&words::damaged(&id.to_string()))?;
            }
            tell_incomplete(&store, terminal)?;
            Ok(listing.entries)
        }
        Err(absent @ StoreError::Absent { .. }) => {
            terminal.note(&absent.to_string())?;
            Ok(Vec::new())
        }
        Err(error) => Err(error.into()),
    }
}

/// Shows the entries that a filter passes one by one; a history that does not exist yet has none, and says so.
pub(super) fn visit(
    global: &GlobalArgs,
    terminal: &mut Terminal,
    filter: &Filter,
    show: &mut dyn FnMut(&Entry, &mut Terminal) -> std::io::Result<()>,
) -> Result<(), CliError> {
    let mut store = match Store::open(&place(global)?, Access::Read) {
        Ok(store) => store,
        Err(absent @ StoreError::Absent { .. }) => return Ok(terminal.note(&absent.to_string())?),
        Err(error) => return Err(error.into()),
    };
    let mut shown = Ok(());
    let damaged = store.visit(filter, |entry| {
        shown = show(&entry, terminal);
        if shown.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    shown?;
    for id in &damaged {
        terminal.note(&words::damaged(&id.to_string()))?;
    }
    tell_incomplete(&store, terminal)
}

/// Says so where what was read is not all there is.
pub(super) fn tell_incomplete(store: &Store, terminal: &mut Terminal) -> Result<(), CliError> {
    match store.incomplete() {
        Some(error) => Ok(terminal.note(&words::incomplete(&error.to_string()))?),
        None => Ok(()),
    }
}

/// The writer of captures. Where the default place does not work, captures are answered without being kept.
pub(super) fn writer(
    global: &GlobalArgs,
    terminal: &mut Terminal,
) -> Result<(Option<Writer>, Option<String>), CliError> {
    if global.no_history {
        return Ok((None, None));
    }
    let started = place(global).and_then(|place| {
        let writer = Store::open(&place, Access::Durable).and_then(Writer::start)?;
        Ok((Some(writer), Some(place.to_string())))
    });
    started.or_else(|error| tolerate(error, global, terminal).map(|()| (None, None)))
}

/// Records a delivery. With the default place, trouble is one warning and never the end of a `send`.
pub(super) fn record(
    global: &GlobalArgs,
    delivery: &DeliveryRecord,
    attempts: &[AttemptRecord],
    terminal: &mut Terminal,
) -> Result<(), CliError> {
    if global.no_history {
        return Ok(());
    }
    let recorded = place(global).and_then(|place| Ok(Store::record(&place, delivery, attempts)?));
    recorded.or_else(|error| tolerate(error, global, terminal))
}

/// A place that was named must work; trouble with the default one is a warning.
pub(super) fn tolerate(error: CliError, global: &GlobalArgs, terminal: &mut Terminal) -> Result<(), CliError> {
    if global.store.is_some() { Err(error) } else { tell_not_recorded(&error, terminal) }
}

/// The one warning.
pub(super) fn tell_not_recorded(error: &CliError, terminal: &mut Terminal) -> Result<(), CliError> {
    Ok(terminal.note(&words::not_recorded(&error.to_string()))?)
}
