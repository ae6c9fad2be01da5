//! Which history is used, and what its trouble means to each command.

use etcetera::BaseStrategy as _;

use super::global::GlobalArgs;
use super::{CliError, Terminal};
use crate::delivery::{Attempt, Delivery, Outcome};
use crate::history::{
    Access, Entry, Filter, Place, RecordId, Store, StoreError, Writer, attempt_record, delivery_record,
};
use crate::wire::Request;
use crate::words::{errors, history_report as words};

/// Where the history is: as named, or in the state directory of this user.
pub(super) fn place(global: &GlobalArgs) -> Result<Place, CliError> {
    if let Some(place) = &global.store {
        return Ok(place.clone());
    }
    let strategy = etcetera::choose_base_strategy().map_err(|_| CliError::usage(errors::no_state_directory()))?;
    // Windows has no state directory; its local data directory is the nearest thing.
    let directory = strategy.state_dir().unwrap_or_else(|| strategy.cache_dir());
    Ok(Place::default_place(&directory))
}

/// Opens the history to read; it may be written by another process meanwhile.
pub(super) fn read(global: &GlobalArgs) -> Result<Store, CliError> {
    Ok(Store::open(&place(global)?, Access::Read)?)
}

/// Opens the history to change it.
pub(super) fn write(global: &GlobalArgs) -> Result<Store, CliError> {
    Ok(Store::open(&place(global)?, Access::Durable)?)
}

/// The entries a filter passes; a history that does not exist yet has none, and says so.
pub(super) fn entries(global: &GlobalArgs, filter: &Filter, terminal: &mut Terminal) -> Result<Vec<Entry>, CliError> {
    match Store::open(&place(global)?, Access::Read) {
        Ok(mut store) => {
            let listing = store.list(filter)?;
            for id in &listing.damaged {
                terminal.note(&words::damaged(&id.to_string()))?;
            }
            Ok(listing.entries)
        }
        Err(absent @ StoreError::Absent { .. }) => {
            terminal.note(&absent.to_string())?;
            Ok(Vec::new())
        }
        Err(error) => Err(error.into()),
    }
}

/// The writer of captures. A place that was named must work; trouble with the default one is a warning, and
/// captures are then answered without being kept.
pub(super) fn writer(
    global: &GlobalArgs,
    terminal: &mut Terminal,
) -> Result<(Option<Writer>, Option<String>), CliError> {
    if global.no_history {
        return Ok((None, None));
    }
    let place = place(global)?;
    match Store::open(&place, Access::Durable).and_then(Writer::start) {
        Ok(writer) => Ok((Some(writer), Some(place.to_string()))),
        Err(error) if global.store.is_some() => Err(error.into()),
        Err(error) => {
            terminal.note(&words::not_recorded(&error.to_string()))?;
            Ok((None, None))
        }
    }
}

/// Records a delivery of one attempt. With the default place, trouble is one warning and never the end of a `send`.
pub(super) fn record(
    global: &GlobalArgs,
    delivery: &Delivery,
    request: &Request,
    attempt: &Attempt,
    origin: Option<RecordId>,
    terminal: &mut Terminal,
) -> Result<(), CliError> {
    if global.no_history {
        return Ok(());
    }
    let outcome = Outcome::after(attempt);
    let record = delivery_record(delivery, request, attempt.sent_at, origin, Some(outcome));
    match Store::record(&place(global)?, &record, &[attempt_record(attempt)]) {
        Ok(()) => Ok(()),
        Err(error) if global.store.is_some() => Err(error.into()),
        Err(error) => Ok(terminal.note(&words::not_recorded(&error.to_string()))?),
    }
}
