//! The index, built anew from the records.

use atelier_base::{Scope, TenantId};
use atelier_search::Document;
use atelier_tables::{Item, Query, Value};

use super::Search;
use super::documents;
use crate::tables::{ARTISSIST, partition};
use crate::{Entity, Error, State};

/// Records that are placed and written at once.
const AT_ONCE: usize = 100;

/// Reads all records of these tenants into a new index, which then takes the place of the present one. Searches
/// go on meanwhile. Says how many records there are.
///
/// # Errors
/// Those of the store and of the index; the present index stays.
pub async fn rebuild(state: &State, search: &Search, tenants: &[TenantId]) -> Result<usize, Error> {
    let from = state.tables.latest_position()?;
    let fresh = std::sync::Arc::new(search.blocking(atelier_search::SearchIndex::rebuild).await?);
    let mut written = 0;
    for tenant in tenants {
        let scope = Scope::tenant(*tenant);
        let mut after = None;
        // Of a brief only the current version is found; its record comes before it.
        let mut current = None;
        loop {
            let query = Query::table(&ARTISSIST, partition(*tenant)).limit(AT_ONCE).after(after.take());
            let page = state.tables.query(scope, query).await?;
            let next = page.end().filter(|_| page.has_next).cloned();
            let mut batch = Vec::new();
            for item in page.into_nodes() {
                if let Some(document) = read(state, scope, &item, &mut current).await? {
                    batch.push(document);
                }
            }
            written += batch.len();
            let batch = search.placed(batch).await;
            let fresh = fresh.clone();
            search.blocking(move |_| fresh.upsert(scope, &batch)).await?;
            let Some(next) = next else { break };
            after = Some(next);
        }
    }
    let from = from.text().to_owned();
    let fresh = std::sync::Arc::into_inner(fresh)
        .ok_or_else(|| Error::Unexpected("the new index is still being written".into()))?;
    search.blocking(move |_| fresh.finish(&from)).await?;
    search.set_fed(None);
    Ok(written)
}

async fn read(
    state: &State,
    scope: Scope,
    item: &Item,
    current: &mut Option<Value>,
) -> Result<Option<Document>, Error> {
    if documents::is(item, Entity::ArtRecord) {
        *current = item.get("brief").cloned();
    }
    if documents::is(item, Entity::Brief) && item.get("version") != current.as_ref() {
        return Ok(None);
    }
    let Some(mut document) = documents::document(item) else { return Ok(None) };
    documents::complete(state, scope, item, &mut document).await?;
    Ok(Some(document))
}
