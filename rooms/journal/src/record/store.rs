//! Records in the store.

use atelier_audit::Deed;
use atelier_base::{Grant, ProjectId, Scope, TenantId};
use atelier_projects::{self as projects, Project};
use atelier_tables::{Cond, Item, Write, from_item};

use super::{ArtRecord, ArtStatus};
use crate::permissions::ReadJournal;
use crate::tables::{ARTISSIST, key, project_sort};
use crate::{Error, State};

/// The record of that project: one get. None when the project has no record.
pub async fn find(
    state: &State,
    grant: Grant<ReadJournal>,
    id: ProjectId,
) -> Result<Option<ArtRecord>, Error> {
    Ok(stored(state, grant.scope(), grant.tenant(), id).await?.map(from_item).transpose()?)
}

/// The record of that project, or one at version 0 for a project that has none yet.
pub async fn get(
    state: &State,
    grant: Grant<ReadJournal>,
    id: ProjectId,
) -> Result<Option<ArtRecord>, Error> {
    if let Some(record) = find(state, grant, id).await? {
        return Ok(Some(record));
    }
    Ok(projects::find(&state.projects, grant.scope(), id).await?.as_ref().map(new_record))
}

pub(crate) async fn stored(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: ProjectId,
) -> Result<Option<Item>, Error> {
    Ok(state.tables.get(scope, &ARTISSIST, &key(tenant, project_sort(id))).await?)
}

/// The record that a change begins with, at version 0 when the project has none yet.
///
/// # Errors
/// [`Error::Archived`] when it was put away, [`atelier_projects::Error::NotFound`] without a project.
pub(crate) async fn open<A>(state: &State, grant: Grant<A>, id: ProjectId) -> Result<ArtRecord, Error> {
    let record = if let Some(item) = stored(state, grant.scope(), grant.tenant(), id).await? {
        from_item(item)?
    } else {
        let project = projects::find(&state.projects, grant.scope(), id).await?;
        new_record(&project.ok_or(projects::Error::NotFound(id))?)
    };
    if record.archived_at.is_some() { Err(Error::Archived(id)) } else { Ok(record) }
}

/// The same, for what is to lie below the record: a project without one gets it.
pub(crate) async fn ensure<A>(state: &State, grant: Grant<A>, id: ProjectId) -> Result<ArtRecord, Error> {
    let record = open(state, grant, id).await?;
    if record.version > 0 {
        return Ok(record);
    }
    let made = ArtRecord { version: 1, ..record };
    let item = super::item_of(grant.tenant(), &made)?;
    let deed = Deed::granted(grant, "record.create").target(id).after(&ARTISSIST, &item);
    match state.trail.write(grant.scope(), deed, Write::create(&ARTISSIST, item)).await {
        Ok(_) => Ok(made),
        // Somebody else was first.
        Err(atelier_tables::Error::ConditionFailed { .. }) => open(state, grant, id).await,
        Err(error) => Err(error.into()),
    }
}

/// Changes nothing, and fails the transaction once the record was put away: what is written then would not be
/// archived with the rest.
pub(crate) fn still_open(tenant: TenantId, id: ProjectId) -> Write {
    Write::check(&ARTISSIST, key(tenant, project_sort(id)), Cond::missing("archivedAt"))
}

/// What a project's record begins with.
pub(crate) fn new_record(project: &Project) -> ArtRecord {
    ArtRecord {
        project_id: project.id,
        title: project.name.clone(),
        medium: project.r#type.clone(),
        status: ArtStatus::Planning,
        client: None,
        deadline: None,
        budget: None,
        hourly_rate: None,
        custom_fields: serde_json::json!({}),
        created_at: project.created_at,
        updated_at: project.updated_at,
        archived_at: project.archived_at,
        expires_at: None,
        brief: None,
        version: 0,
    }
}
