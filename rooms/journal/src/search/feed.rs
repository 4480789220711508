//! The index follows the changes of the table.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use atelier_base::{Scope, TenantId};
use atelier_search::Document;
use atelier_tables::{Change, Item};
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
    let mut clean = false;
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while !stop.is_cancelled() {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = ticks.tick() => {}
        }
        if !clean {
            match hide_deleted(&state, &search, everywhere).await {
                Ok(()) => clean = true,
                Err(error) => {
                    tracing::warn!(%error, "what was deleted may still be found; it is tried again");
                }
            }
        }
        if let Err(error) = catch_up(&state, &search, everywhere).await {
            tracing::warn!(%error, "the search index could not be fed; it is tried again");
            // A failed commit loses what was handed over since the last one: back to what is durable.
            search.set_fed(None);
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

/// Takes what was deleted since the checkpoint out of the index before anything else, for a server that was killed
/// may have told somebody of the deletion. The changes themselves are fed later, which takes longer: their texts
/// have to be placed.
async fn hide_deleted(state: &State, search: &Search, everywhere: Scope) -> Result<(), Error> {
    let mut position = search.fed();
    let mut deleted: BTreeMap<TenantId, BTreeSet<String>> = BTreeMap::new();
    loop {
        let changes = state.tables.changes(everywhere, &[&ARTISSIST], &position, AT_ONCE).await?;
        let full = changes.len() == AT_ONCE;
        let Some(last) = changes.last() else { break };
        position = last.position.clone();
        for change in &changes {
            let (Some(tenant), Some(indexing)) = (change.tenant, documents::of(change)) else { continue };
            let of_tenant = deleted.entry(tenant).or_default();
            match indexing {
                Indexing::Remove(id) => of_tenant.insert(id),
                Indexing::Put(document) => of_tenant.remove(&document.id),
            };
        }
        if !full {
            break;
        }
    }
    for (tenant, ids) in deleted.into_iter().filter(|(_, ids)| !ids.is_empty()) {
        let ids: Vec<_> = ids.into_iter().collect();
        search.blocking(move |index| index.delete(Scope::tenant(tenant), &ids)).await?;
    }
    search.set_clean();
    Ok(())
}

/// Hands changes to the index: of several of one record the last counts, and only its texts are read, for those of
/// a former state may be gone.
async fn feed(state: &State, search: &Search, changes: Vec<Change>) -> Result<(), Error> {
    let mut latest: BTreeMap<TenantId, BTreeMap<String, Option<(Document, Item)>>> = BTreeMap::new();
    for change in changes {
        let (Some(tenant), Some(indexing)) = (change.tenant, documents::of(&change)) else { continue };
        let of_tenant = latest.entry(tenant).or_default();
        match indexing {
            Indexing::Remove(id) => of_tenant.insert(id, None),
            Indexing::Put(document) => {
                of_tenant.insert(document.id.clone(), Some((*document, change.after.unwrap_or_default())))
            }
        };
    }
    for (tenant, records) in latest {
        let scope = Scope::tenant(tenant);
        let (mut put, mut gone) = (Vec::new(), Vec::new());
        for (id, record) in records {
            match record {
                Some((mut document, item)) => {
                    documents::complete(state, scope, &item, &mut document).await?;
                    put.push(document);
                }
                None => gone.push(id),
            }
        }
        let put = search.placed(put).await;
        search
            .blocking(move |index| {
                index.delete(scope, &gone)?;
                index.upsert(scope, &put)
            })
            .await?;
    }
    Ok(())
}
