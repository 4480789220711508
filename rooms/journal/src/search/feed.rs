//! The index follows the changes of the table.

use std::collections::BTreeMap;
use std::time::Duration;

use atelier_base::{Scope, TenantId};
use atelier_search::Document;
use atelier_tables::Change;
use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;

use super::Search;
use super::documents::{self, Indexing};
use crate::tables::ARTISSIST;
use crate::{Error, State};

/// How often the changes are looked at.
const EVERY: Duration = Duration::from_millis(250);
/// Changes that are read at once.
const AT_ONCE: usize = 200;

/// Feeds the index until `stop`. `everywhere` sees every tenant's changes. A failure is logged and tried again.
pub async fn follow(state: State, search: Search, everywhere: Scope, stop: CancellationToken) {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while !stop.is_cancelled() {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = ticks.tick() => {}
        }
        if let Err(error) = catch_up(&state, &search, everywhere).await {
            tracing::warn!(%error, "the search index could not be fed; it is tried again");
        }
    }
    if let Err(error) = search.blocking(atelier_search::SearchIndex::commit).await {
        tracing::warn!(%error, "the last changes of the search index are made again at the next start");
    }
}

/// Feeds all changes that there are.
pub(super) async fn catch_up(state: &State, search: &Search, everywhere: Scope) -> Result<(), Error> {
    loop {
        let position = search.fed();
        let changes = state.tables.changes(everywhere, &[&ARTISSIST], &position, AT_ONCE).await?;
        let Some(last) = changes.last() else { break };
        let reached = last.position.clone();
        let full = changes.len() == AT_ONCE;
        feed(state, search, changes).await?;
        // A rebuild that ended meanwhile has to hear these changes as well: it set the place back.
        if search.fed() != position {
            continue;
        }
        search.index.reach(reached.text());
        search.set_fed(Some(reached));
        if !full {
            break;
        }
    }
    search.blocking(atelier_search::SearchIndex::commit_if_due).await.map(drop)
}

/// Hands changes to the index: of several of one record the last counts.
async fn feed(state: &State, search: &Search, changes: Vec<Change>) -> Result<(), Error> {
    let mut latest: BTreeMap<TenantId, BTreeMap<String, Option<Document>>> = BTreeMap::new();
    for change in changes {
        let (Some(tenant), Some(indexing)) = (change.tenant, documents::of(&change)) else { continue };
        let of_tenant = latest.entry(tenant).or_default();
        match indexing {
            Indexing::Remove(id) => of_tenant.insert(id, None),
            Indexing::Put(mut document) => {
                if let Some(item) = &change.after {
                    documents::complete(state, Scope::tenant(tenant), item, &mut document).await?;
                }
                of_tenant.insert(document.id.clone(), Some(*document))
            }
        };
    }
    for (tenant, records) in latest {
        let (put, gone): (Vec<_>, Vec<_>) = records.into_iter().partition(|(_, document)| document.is_some());
        let gone: Vec<String> = gone.into_iter().map(|(id, _)| id).collect();
        let put = search.placed(put.into_iter().filter_map(|(_, document)| document).collect()).await;
        search
            .blocking(move |index| {
                let scope = Scope::tenant(tenant);
                index.delete(scope, &gone)?;
                index.upsert(scope, &put)
            })
            .await?;
    }
    Ok(())
}
