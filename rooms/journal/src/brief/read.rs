//! Reading briefs.

use atelier_base::{Cursor, Edge, Grant, Page, PageRequest, ProjectId, Scope, TenantId};
use atelier_tables::{Get, from_item};

use super::{Brief, ChangelogEntry, sort};
use crate::permissions::ReadJournal;
use crate::record::stored;
use crate::tables::{ARTISSIST, key};
use crate::{Error, State};

/// The current version, or that one; none when there is no such.
pub async fn get(
    state: &State,
    grant: Grant<ReadJournal>,
    project: ProjectId,
    version: Option<u32>,
) -> Result<Option<Brief>, Error> {
    let Some(latest) = number(state, grant.scope(), grant.tenant(), project).await? else { return Ok(None) };
    let wanted = version.unwrap_or(latest);
    let found = one(state, grant.scope(), grant.tenant(), (project, wanted)).await?;
    Ok(found.map(|brief| Brief { current: brief.version == latest, ..brief }))
}

/// All versions, the latest first. Numbers have no gaps, so a page is a batch of gets, whatever their keys sort
/// like.
pub async fn versions(
    state: &State,
    grant: Grant<ReadJournal>,
    project: ProjectId,
    page: PageRequest,
) -> Result<Page<Brief>, Error> {
    let latest = number(state, grant.scope(), grant.tenant(), project).await?.unwrap_or(0);
    let below = match &page.after {
        None => latest + 1,
        Some(cursor) => u32::from_be_bytes(
            cursor.as_bytes().try_into().map_err(|_| atelier_tables::Error::InvalidCursor)?,
        ),
    };
    let limit = u32::try_from(page.limit.min(Get::MAX)).unwrap_or(u32::MAX);
    let first = below.saturating_sub(limit).max(1);
    let numbers: Vec<u32> = (first..below.min(latest + 1)).rev().collect();
    let mut edges = Vec::new();
    if !numbers.is_empty() {
        let place = |number: &u32| Get::new(&ARTISSIST, key(grant.tenant(), sort(project, *number)));
        let found = state.tables.batch_get(grant.scope(), numbers.iter().map(place).collect()).await?;
        for item in found.into_iter().flatten() {
            let brief: Brief = from_item(item)?;
            let cursor = Cursor::from_bytes(brief.version.to_be_bytes().to_vec());
            edges.push(Edge { node: Brief { current: brief.version == latest, ..brief }, cursor });
        }
    }
    Ok(Page { edges, has_next: first > 1 })
}

/// The number of the current version.
pub(super) async fn number(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    project: ProjectId,
) -> Result<Option<u32>, Error> {
    let record = stored(state, scope, tenant, project).await?;
    let number = record.and_then(|item| item.get("brief")?.as_u64());
    Ok(number.and_then(|number| u32::try_from(number).ok()))
}

/// One version.
pub(super) async fn one(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    (project, version): (ProjectId, u32),
) -> Result<Option<Brief>, Error> {
    let found = state.tables.get(scope, &ARTISSIST, &key(tenant, sort(project, version))).await?;
    Ok(found.map(from_item).transpose()?)
}

/// A history goes back so many versions; older ones have their own.
const HISTORY: u32 = 20;

/// How the brief came to be what this version says, the latest first: its own entry and those of up to 19 versions
/// before. Each version keeps its own, so that they name their authors once.
pub async fn history(
    state: &State,
    grant: Grant<ReadJournal>,
    brief: &Brief,
) -> Result<Vec<ChangelogEntry>, Error> {
    let first = brief.version.saturating_sub(HISTORY - 1).max(1);
    let earlier = (first..brief.version)
        .rev()
        .map(|number| Get::new(&ARTISSIST, key(grant.tenant(), sort(brief.project_id, number))));
    let earlier: Vec<_> = earlier.collect();
    let mut entries = vec![entry(brief.clone())];
    if !earlier.is_empty() {
        for item in state.tables.batch_get(grant.scope(), earlier).await?.into_iter().flatten() {
            entries.push(entry(from_item(item)?));
        }
    }
    Ok(entries)
}

fn entry(brief: Brief) -> ChangelogEntry {
    let Brief { version, created_by: by, created_at: at, message, changelog: changes, .. } = brief;
    ChangelogEntry { version, by, at, message, changes }
}
