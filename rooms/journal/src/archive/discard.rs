//! What nobody needs any more: bundles that came back or were deleted, and all that a deleted project had.

use std::time::Duration;

use atelier_base::{ProjectId, Scope, TenantId};
use atelier_blobs::ASSETS;
use atelier_jobs::{Context, Failure, Job};
use atelier_tables::{Cond, Item, KeyRange, Query, Value, Write, from_item};
use serde::{Deserialize, Serialize};

use super::bundle::load;
use super::single::{going, place_of, record_key};
use super::{ArchivedItem, things};
use crate::tables::{ARTISSIST, listed, partition, project_sort};
use crate::{Entity, Error, JournalChangeKind, State, asset, files, log, quota};

/// Deletes objects of the archive.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Discard {
    /// Their keys.
    pub(crate) objects: Vec<String>,
    /// Whether the files of the things in them go as well.
    pub(crate) files: bool,
}

impl Job for Discard {
    const KIND: &'static str = "journal.discard";
}

/// Deletes all that belonged to a project that is no more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Remove {
    /// The project.
    pub(crate) project: ProjectId,
}

impl Job for Remove {
    const KIND: &'static str = "journal.remove_project";
}

/// Carries out a [`Discard`]: what is gone already is passed over.
pub(crate) async fn discard(state: &State, job: Discard, context: &Context) -> Result<(), Failure> {
    for object in &job.objects {
        context.check()?;
        discard_object(state, context.scope(), object, job.files).await?;
    }
    Ok(())
}

async fn discard_object(state: &State, scope: Scope, object: &str, files: bool) -> Result<(), Error> {
    if files {
        // The object goes last: until then it says which files there are.
        match load(state, scope, object).await {
            Ok(items) => {
                discard_files(state, scope, &items).await?;
                let tenant = scope.tenant_id().ok_or(Error::Busy)?;
                for item in &items {
                    discard_rest(state, scope, tenant, item).await?;
                }
            }
            Err(Error::Blobs(atelier_blobs::Error::NotFound)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(state.blobs.delete(scope, &ASSETS, &object.parse()?).await?)
}

async fn discard_files(state: &State, scope: Scope, items: &[Item]) -> Result<(), Error> {
    for item in items {
        if let Some(folder) = things::folder(item) {
            files::remove(&state.blobs, scope, &ASSETS, &folder).await?;
        }
        if let Some(original) = things::original(item) {
            state.blobs.delete(scope, &ASSETS, &original.parse()?).await?;
        }
    }
    Ok(())
}

/// What a discarded thing leaves outside of its bundle and its files: the history of a log, what an asset took.
async fn discard_rest(state: &State, scope: Scope, tenant: TenantId, item: &Item) -> Result<(), Error> {
    if things::kind(item) == Entity::Log.name()
        && let Ok(log) = things::id(item).parse()
    {
        log::forget_history(state, scope, tenant, log).await?;
    }
    if things::kind(item) != Entity::Asset.name() {
        return Ok(());
    }
    // A bundle that is discarded a second time, or an asset that was packed twice, gives nothing back again. The note
    // goes by itself, once no job is left that could be tried again.
    let asset = asset::store::read(item.clone())?;
    let forgotten = state.clock.now().after(NOTED).as_seconds();
    let note = Item::from([
        ("PK".to_owned(), Value::from(partition(tenant))),
        ("SK".to_owned(), Value::from(format!("DISCARDED#{}", asset.id))),
        ("expiresAt".to_owned(), forgotten.into()),
    ]);
    let mut writes = vec![Write::create(&ARTISSIST, note)];
    writes.extend(given_back(state, scope, tenant, item).await?);
    match state.tables.transact(scope, writes).await {
        Ok(_) | Err(atelier_tables::Error::ConditionFailed { position: 0, .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// What goes with an asset: its place in the list of known bytes, and what it took of the quota.
async fn given_back(state: &State, scope: Scope, tenant: TenantId, item: &Item) -> Result<Vec<Write>, Error> {
    if things::kind(item) != Entity::Asset.name() {
        return Ok(Vec::new());
    }
    let asset = asset::store::read(item.clone())?;
    let hash = asset::store::free_hash(state, scope, tenant, &asset).await?;
    Ok(hash.into_iter().chain([quota::give_back(tenant, asset.bytes)]).collect())
}

/// Carries out a [`Remove`]: files before the items that name them, the record last, so that a second try finds
/// what the first one left.
pub(crate) async fn remove(state: &State, job: Remove, context: &Context) -> Result<(), Failure> {
    let scope = context.scope();
    let Some(tenant) = scope.tenant_id() else { return Ok(()) };
    if atelier_projects::find(&state.projects, scope, job.project).await?.is_some() {
        return Err(Failure::Final("the project is there".into()));
    }
    let below = KeyRange::BeginsWith(format!("{}#", project_sort(job.project)).into());
    loop {
        context.check()?;
        let query = Query::table(&ARTISSIST, partition(tenant)).range(below.clone()).limit(AT_ONCE);
        let items: Vec<_> = state.tables.query(scope, query).await?.into_nodes().collect();
        if items.is_empty() {
            break;
        }
        delete_all(state, scope, tenant, &items).await?;
    }
    archived(state, scope, tenant, job.project, context).await?;
    state.tables.write(scope, Write::delete(&ARTISSIST, record_key(tenant, job.project))).await?;
    state.tell(tenant, JournalChangeKind::Deleted, Entity::ArtRecord, job.project, Some(job.project));
    Ok(())
}

/// A dead letter is kept for thirty days and may be tried again; this is longer.
const NOTED: Duration = Duration::from_hours(24 * 90);
/// Items that are deleted between two looks at whether to go on.
const AT_ONCE: usize = 50;

async fn delete_all(state: &State, scope: Scope, tenant: TenantId, items: &[Item]) -> Result<(), Error> {
    discard_files(state, scope, items).await?;
    for item in items {
        let satellites = satellites(state, scope, tenant, item).await?;
        let places: Vec<_> = satellites.iter().filter_map(place_of).collect();
        for places in places.chunks(Write::MAX) {
            let writes = places.iter().map(|place| Write::delete(&ARTISSIST, place.clone())).collect();
            state.tables.transact(scope, writes).await?;
        }
        // Only once, however often this is tried: what is gone gives nothing back.
        let Some(place) = place_of(item) else { continue };
        let mut writes = vec![Write::delete(&ARTISSIST, place).when(Cond::exists("PK"))];
        writes.extend(given_back(state, scope, tenant, item).await?);
        match state.tables.transact(scope, writes).await {
            Ok(_) | Err(atelier_tables::Error::ConditionFailed { position: 0, .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Items of a log that lie elsewhere: its revisions and its rows by material.
async fn satellites(state: &State, scope: Scope, tenant: TenantId, item: &Item) -> Result<Vec<Item>, Error> {
    if things::kind(item) != Entity::Log.name() {
        return Ok(Vec::new());
    }
    let mut found = crate::log::rows_of(tenant, item)?;
    let revisions = KeyRange::BeginsWith(format!("REVISION#{}#", things::id(item)).into());
    let (query, mut after) = (Query::table(&ARTISSIST, partition(tenant)).range(revisions), None);
    loop {
        let page = state.tables.query(scope, query.clone().after(after)).await?;
        after = page.end().cloned();
        let has_next = page.has_next;
        found.extend(page.into_nodes());
        if !has_next {
            return Ok(found);
        }
    }
}

/// What the project has in the archive.
async fn archived(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    project: ProjectId,
    context: &Context,
) -> Result<(), Failure> {
    let query = Query::index(&ARTISSIST, "GSI3", listed(tenant, Entity::Archive))
        .filter(Cond::eq("projectId", project))
        .limit(AT_ONCE);
    loop {
        context.check()?;
        let page = state.tables.query(scope, query.clone()).await?;
        let entries = page.into_nodes().map(from_item).collect::<Result<Vec<ArchivedItem>, _>>()?;
        if entries.is_empty() {
            return Ok(());
        }
        for entry in entries {
            for part in &entry.parts {
                discard_object(state, scope, &part.object, true).await?;
            }
            match state.tables.write(scope, going(tenant, &entry)).await {
                // It grew by a part meanwhile: the next look sees it.
                Ok(_) | Err(atelier_tables::Error::ConditionFailed { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
