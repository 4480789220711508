//! Recordings in the table: `RECORDING#<recording>`, listed by time.

use atelier_base::{Grant, Page, PageRequest, RecordingId, Scope, TenantId};
use atelier_tables::{Item, Query, Write, from_item};

use super::Recording;
use crate::lock;
use crate::permissions::ReadJournal;
use crate::tables::{ARTISSIST, Place, key, listed};
use crate::{Entity, Error, State};

pub(crate) fn sort_key(id: RecordingId) -> String {
    format!("RECORDING#{id}")
}

/// What the keys of a recording's objects begin with.
pub(crate) fn folder(id: RecordingId) -> String {
    format!("recordings/{id}/")
}

pub(crate) fn read(item: Item) -> Result<Recording, atelier_tables::Error> {
    from_item(item)
}

/// The recording as an item.
pub(crate) fn item(tenant: TenantId, recording: &Recording) -> Result<Item, atelier_tables::Error> {
    let place = Place {
        tenant,
        entity: Entity::Recording,
        sort: sort_key(recording.id),
        created_at: recording.created_at,
        text: String::new(),
    };
    let mut item = place.item(recording)?;
    item.insert("status".into(), recording.state.name().into());
    Ok(item)
}

/// The write of a recording that was changed from its version: it counts one more.
pub(crate) fn put(tenant: TenantId, recording: &mut Recording) -> Result<Write, atelier_tables::Error> {
    let from = recording.version;
    recording.version += 1;
    Ok(Write::put(&ARTISSIST, item(tenant, recording)?).when(lock::at(from)))
}

/// The recording of that id, if there is one.
pub(crate) async fn find(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: RecordingId,
) -> Result<Option<Recording>, Error> {
    let item = state.tables.get(scope, &ARTISSIST, &key(tenant, sort_key(id))).await?;
    Ok(item.map(read).transpose()?)
}

/// The recording of that id.
pub(crate) async fn fetch(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: RecordingId,
) -> Result<Recording, Error> {
    find(state, scope, tenant, id).await?.ok_or_else(|| Error::missing("recording", id))
}

/// The recording of that id, if there is one.
pub async fn get(
    state: &State,
    grant: Grant<ReadJournal>,
    id: RecordingId,
) -> Result<Option<Recording>, Error> {
    find(state, grant.scope(), grant.tenant(), id).await
}

/// Recordings of the tenant, the newest first.
pub async fn list(
    state: &State,
    grant: Grant<ReadJournal>,
    page: PageRequest,
) -> Result<Page<Recording>, Error> {
    let query = Query::index(&ARTISSIST, "GSI3", listed(grant.tenant(), Entity::Recording));
    Ok(state.tables.query(grant.scope(), query.descending().page(page)).await?.try_map(read)?)
}
