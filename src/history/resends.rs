//! What has been sent again: a delivery has failed only for as long as each of its resends has.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::database::{Database, rows};
use super::entries::{Direction, State, id_of_number};
use super::list::{Filter, Listing};
use super::record::RecordId;
use super::{Store, StoreError};

impl Store {
    /// The deliveries that `filter` means and that nobody acknowledged so far, oldest first. Of a delivery and its
    /// resends only the oldest is among them, and none where one of them was acknowledged.
    pub fn unacknowledged(&mut self, filter: &Filter) -> Result<Listing, StoreError> {
        let resends = Resends::read(self.complete())?;
        let most = filter.limit.unwrap_or(usize::MAX);
        let direction = Some(Direction::Out);
        let failed = Filter { failed: true, oldest_first: true, limit: None, direction, ..filter.clone() };
        let (mut listing, mut seen) = (Listing::default(), HashSet::new());
        listing.damaged = self.visit(&failed, |entry| {
            if listing.entries.len() >= most {
                return ControlFlow::Break(());
            }
            let root = resends.root(entry.id());
            if !resends.acknowledged.contains(&root) && seen.insert(root) {
                listing.entries.push(entry);
            }
            ControlFlow::Continue(())
        })?;
        Ok(listing)
    }
}

/// Which entry each resend sends again, and of which one was acknowledged.
struct Resends {
    origins: HashMap<RecordId, RecordId>,
    /// The first entries of those chains in which one was.
    acknowledged: HashSet<RecordId>,
}

impl Resends {
    fn read(database: &mut dyn Database) -> Result<Self, StoreError> {
        let sql = "SELECT entries.id, deliveries.origin, entries.state FROM deliveries JOIN entries ON entries.seq = \
                   deliveries.seq WHERE deliveries.origin IS NOT NULL";
        let found = rows(database, sql, &[], |row| {
            Ok((id_of_number(row.integer()?), id_of_number(row.integer()?), row.integer()?))
        })?;
        let origins = found.iter().map(|(id, origin, _)| (*id, *origin)).collect();
        let mut resends = Self { origins, acknowledged: HashSet::new() };
        let settled = found.iter().filter(|(.., state)| *state == State::Settled.number());
        let roots = settled.map(|(id, ..)| resends.root(*id)).collect();
        resends.acknowledged = roots;
        Ok(resends)
    }

    /// The first entry of the chain. Each resend is younger than what it sends again, so that a chain has an end; the
    /// count only bounds a store that somebody has written into.
    fn root(&self, id: RecordId) -> RecordId {
        let chain = std::iter::successors(Some(id), |id| self.origins.get(id).copied());
        chain.take(self.origins.len() + 1).last().unwrap_or(id)
    }
}
