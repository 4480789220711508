//! Inspiration in the store.

use atelier_audit::Deed;
use atelier_base::{Grant, InspirationId, Page, PageRequest, ProjectId};
use atelier_tables::{Cond, KeyRange, Query, Write, from_item};

use super::{Inspiration, InspirationPatch, NewInspiration, sort};
use crate::asset::{self, NewAsset};
use crate::lock::{self, Late};
use crate::permissions::{DeleteInspiration, EditAsset, EditInspiration, ReadJournal};
use crate::tables::{ARTISSIST, key, partition};
use crate::{Entity, Error, JournalChangeKind, Outcome, State};

/// Which inspirations a list has.
#[derive(Clone, Debug, Default)]
pub struct InspirationFilter {
    /// Those for that project.
    pub linked_project_id: Option<ProjectId>,
    /// Those with that tag.
    pub tag: Option<String>,
}

/// What was gathered, the latest first: one query.
pub async fn list(
    state: &State,
    grant: Grant<ReadJournal>,
    which: InspirationFilter,
    page: PageRequest,
) -> Result<Page<Inspiration>, Error> {
    let project = which.linked_project_id.map(|id| Cond::eq("linkedProjectId", id));
    let tag = which.tag.map(|tag| Cond::contains("tags", tag));
    let range = KeyRange::BeginsWith("INSPIRATION#".into());
    let mut query = Query::table(&ARTISSIST, partition(grant.tenant())).range(range);
    if let Some(filter) = project.into_iter().chain(tag).reduce(Cond::and) {
        query = query.filter(filter);
    }
    Ok(state.tables.query(grant.scope(), query.descending().page(page)).await?.try_map(from_item)?)
}

/// The inspiration of that id.
pub async fn get<A>(state: &State, grant: Grant<A>, id: InspirationId) -> Result<Inspiration, Error> {
    let found = state.tables.get(grant.scope(), &ARTISSIST, &key(grant.tenant(), sort(id))).await?;
    Ok(from_item(found.ok_or_else(|| Error::missing("inspiration", id))?)?)
}

/// Gathers something; an upload becomes an asset first.
pub async fn create(
    state: &State,
    (files, grant): (Grant<EditAsset>, Grant<EditInspiration>),
    new: NewInspiration,
) -> Result<Inspiration, Error> {
    let asset_id = match (new.asset_id, new.upload_id) {
        (Some(id), _) => {
            let found = asset::store::find(state, grant.scope(), grant.tenant(), id).await?;
            Some(found.ok_or_else(|| Error::missing("asset", id))?.id)
        }
        (None, Some(upload_id)) => {
            let new = NewAsset { upload_id, project_id: None, log_id: None, file_name: new.title.clone() };
            Some(asset::register(state, files, new).await?.id)
        }
        (None, None) => None,
    };
    let now = state.clock.now();
    let position = match new.position {
        Some(position) => position,
        None => before_all(state, grant).await?,
    };
    let made = Inspiration {
        id: InspirationId::generate(now, &state.randomness),
        r#type: new.r#type,
        title: new.title.unwrap_or_default().trim().to_owned(),
        text: new.text.unwrap_or_default(),
        source_url: new.source_url,
        asset_id,
        tags: new.tags.unwrap_or_default(),
        linked_project_id: new.linked_project_id,
        converted_to: None,
        position,
        created_at: now,
        created_by: grant.user(),
        updated_at: now,
        archived_at: None,
        expires_at: None,
        version: 1,
    }
    .checked()?;
    let item = made.item(grant.tenant())?;
    let deed = Deed::granted(grant, "inspiration.create").target(made.id).after(&ARTISSIST, &item);
    state.trail.write(grant.scope(), deed, Write::create(&ARTISSIST, item)).await?;
    tell(state, grant, JournalChangeKind::Created, &made);
    Ok(made)
}

/// A place before that of the one that was gathered last, which a board shows first.
async fn before_all(state: &State, grant: Grant<EditInspiration>) -> Result<f64, Error> {
    let range = KeyRange::BeginsWith("INSPIRATION#".into());
    let query = Query::table(&ARTISSIST, partition(grant.tenant())).range(range).descending().limit(1);
    let last = state.tables.query(grant.scope(), query).await?.into_nodes().next();
    let last = last.map(from_item::<Inspiration>).transpose()?;
    Ok(last.map_or(0.0, |last| last.position - 1.0))
}

/// Changes an inspiration that is at `version`.
pub async fn edit(
    state: &State,
    grant: Grant<EditInspiration>,
    id: InspirationId,
    version: u32,
    patch: InspirationPatch,
) -> Result<Outcome<Inspiration>, Error> {
    let before = get(state, grant, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let before_item = before.item(grant.tenant())?;
    let next = before.patched(patch, state.clock.now())?;
    let item = next.item(grant.tenant())?;
    let deed = Deed::granted(grant, "inspiration.edit")
        .target(id)
        .before(&ARTISSIST, &before_item)
        .after(&ARTISSIST, &item);
    let write = Write::put(&ARTISSIST, item).when(lock::at(version));
    match state.trail.write(grant.scope(), deed, write).await {
        Ok(_) => {
            tell(state, grant, JournalChangeKind::Updated, &next);
            Ok(Outcome::Done(next))
        }
        Err(error) => Ok(Outcome::Conflict(instead(error, id)?)),
    }
}

/// Deletes an inspiration that is at `version`. A file of it stays among the assets.
pub async fn delete(
    state: &State,
    grant: Grant<DeleteInspiration>,
    id: InspirationId,
    version: u32,
) -> Result<Outcome<InspirationId, Inspiration>, Error> {
    let before = get(state, grant, id).await?;
    let item = before.item(grant.tenant())?;
    let deed = Deed::granted(grant, "inspiration.delete").target(id).before(&ARTISSIST, &item);
    let write = Write::delete(&ARTISSIST, key(grant.tenant(), sort(id))).when(lock::at(version));
    match state.trail.write(grant.scope(), deed, write).await {
        Ok(_) => {
            tell(state, grant, JournalChangeKind::Deleted, &before);
            Ok(Outcome::Done(id))
        }
        Err(error) => Ok(Outcome::Conflict(instead(error, id)?)),
    }
}

/// What is stored instead of what the first write of a transaction expected.
pub(super) fn instead(error: atelier_tables::Error, id: InspirationId) -> Result<Box<Inspiration>, Error> {
    match lock::late(error, 0)? {
        Late::Changed(item) => Ok(Box::new(from_item(item)?)),
        Late::Gone => Err(Error::missing("inspiration", id)),
    }
}

pub(super) fn tell<A>(state: &State, grant: Grant<A>, kind: JournalChangeKind, one: &Inspiration) {
    state.tell(grant.tenant(), kind, Entity::Inspiration, one.id, one.linked_project_id);
}
