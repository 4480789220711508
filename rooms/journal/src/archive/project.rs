//! A whole project: its record stays where it is and says that it is away; everything below goes to the archive
//! in bundles, and comes back with it.

use atelier_audit::Deed;
use atelier_base::{Grant, ProjectId, Scope, TenantId, Timestamp};
use atelier_jobs::{Context, Failure, Job, Options, enqueue};
use atelier_projects as projects;
use atelier_projects::permissions::ArchiveProject;
use atelier_tables::{Cond, Error as StoreError, Item, KeyRange, Query, Update, Write, from_item};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use serde::{Deserialize, Serialize};

use super::bundle::{keep, load, pack};
use super::single::{discarding, going, lasting, place_of, record_key};
use super::{ArchivedItem, Part, Reason, entry, sort, things};
use crate::lock::{self, Late};
use crate::permissions::ArchiveJournal;
use crate::record::{self, ArtRecord};
use crate::tables::{ARTISSIST, key, partition, project_sort};
use crate::{Entity, Error, JournalChangeKind, Outcome, State};

/// The kind of an entry that is everything of a project.
pub(super) const KIND: &str = "project";

/// Puts everything of an archived project into the archive.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PutAway {
    /// The project.
    pub(crate) project: ProjectId,
    /// Whether its record expired, rather than being put away by somebody.
    pub(crate) expired: bool,
}

impl Job for PutAway {
    const KIND: &'static str = "journal.put_away";
}

impl PutAway {
    /// The write that enqueues it.
    pub(crate) fn enqueued(
        &self,
        state: &State,
        scope: Scope,
    ) -> Result<(atelier_base::JobId, Write), atelier_jobs::Error> {
        enqueue(&state.jobs, scope, self, Options::default())
    }
}

/// A bundle holds about so many items, and so many bytes before it is packed.
const BUNDLE: (usize, usize) = (5_000, 8 << 20);
/// Deletions of one transaction, beside the checks that go with them.
const AT_ONCE: usize = 90;
/// Items that are put back at the same time.
const ABREAST: usize = 64;

/// Archives a record that is at `version`, and its project with it; what belongs to it follows as a job.
pub async fn archive_record(
    state: &State,
    (project, grant): (Grant<ArchiveProject>, Grant<ArchiveJournal>),
    id: ProjectId,
    version: u32,
) -> Result<Outcome<ArtRecord>, Error> {
    let before = record::open(state, grant, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let (tenant, scope, now) = (grant.tenant(), grant.scope(), state.clock.now());
    let after = ArtRecord { archived_at: Some(now), updated_at: now, version: version + 1, ..before.clone() };
    let part = projects::archiving(&state.projects, project, id, None).await?;
    let item = record::item_of(tenant, &after)?;
    let deed = Deed::granted(grant, "record.archive")
        .target(id)
        .before(&ARTISSIST, &record::item_of(tenant, &before)?)
        .after(&ARTISSIST, &item);
    let own = if version == 0 {
        Write::create(&ARTISSIST, item)
    } else {
        Write::update(&ARTISSIST, record_key(tenant, id), away(&after)).when(lock::at(version))
    };
    let (_, job) = PutAway { project: id, expired: false }.enqueued(state, scope)?;
    let writes = [own, job].into_iter().chain(part.writes.iter().cloned()).collect();
    match state.trail.transact_all(scope, vec![deed, part.deed.clone()], writes).await {
        Ok(_) => {}
        Err(StoreError::VersionConflict { .. }) => return Err(Error::Busy),
        Err(error) => {
            return match lock::late(error, 0)? {
                Late::Changed(item) => Ok(Outcome::Conflict(Box::new(from_item(item)?))),
                Late::Gone => Err(Error::missing("record", id)),
            };
        }
    }
    part.announce(&state.projects);
    state.tell(tenant, JournalChangeKind::Archived, Entity::ArtRecord, id, Some(id));
    Ok(Outcome::Done(after))
}

/// Attributes, not the whole item: the brief's number in it changes without its version.
fn away(record: &ArtRecord) -> Update {
    Update::new()
        .set_or_remove("archivedAt", record.archived_at)
        .set("updatedAt", record.updated_at)
        .set(lock::VERSION, record.version)
}

/// Carries out a [`PutAway`]: bundle after bundle, until nothing is left below the record. It stops when the record
/// came back meanwhile; what it packed by then comes back with it.
pub(crate) async fn put_away(state: &State, job: PutAway, context: &Context) -> Result<u64, Failure> {
    let scope = context.scope();
    let Some(tenant) = scope.tenant_id() else { return Ok(0) };
    let reason = if job.expired { Reason::Expired } else { Reason::Archived };
    let mut moved = 0;
    loop {
        context.check()?;
        let found = record::stored(state, scope, tenant, job.project).await?;
        let Some(record) = found.map(from_item::<ArtRecord>).transpose()? else { return Ok(moved) };
        if record.archived_at.is_none() {
            return Ok(moved);
        }
        let items = below(state, scope, tenant, job.project).await?;
        if items.is_empty() {
            state.tell(tenant, JournalChangeKind::Archived, Entity::Archive, job.project, Some(job.project));
            return Ok(moved);
        }
        let (packed, items) = context.compute(move || (pack(&items), items)).await?;
        let packed = packed?;
        // The version tells one stay in the archive from the next, which may hold the same: bytes of the first
        // are discarded by and by.
        let object = format!("archive/{}/{}-{}.zst", job.project, record.version, packed.digest);
        let part = keep(state, scope, object, packed).await?;
        let Some(noted) = noted(state, context, (tenant, &record), part, reason).await? else { continue };
        moved += take(state, context, (tenant, job.project, noted), &items).await?;
        context.progress(moved, moved, format!("{moved} items"));
    }
}

/// What lies below the record, as much as a bundle holds.
async fn below(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    project: ProjectId,
) -> Result<Vec<Item>, Error> {
    let range = KeyRange::BeginsWith(format!("{}#", project_sort(project)).into());
    let query = Query::table(&ARTISSIST, partition(tenant)).range(range);
    let (mut items, mut after, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = state.tables.query(scope, query.clone().after(after)).await?;
        after = page.end().cloned();
        let has_next = page.has_next;
        for item in page.into_nodes() {
            if things::kind(&item) == Entity::Log.name() {
                items.extend(crate::log::rows_of(tenant, &item)?);
            }
            items.push(item);
        }
        // A page ends at about a megabyte.
        pages += 1;
        if !has_next || items.len() >= BUNDLE.0 || pages << 20 >= BUNDLE.1 {
            return Ok(items);
        }
    }
}

/// Notes a bundle in the project's entry, also one that is noted already: whoever brings things back at the same
/// time sees that the entry is another, and looks at it again. Its version; none when somebody else was faster.
async fn noted(
    state: &State,
    context: &Context,
    (tenant, record): (TenantId, &ArtRecord),
    part: Part,
    reason: Reason,
) -> Result<Option<u32>, Failure> {
    let (scope, name) = (context.scope(), record.project_id.to_string());
    let before = entry(state, scope, tenant, &name).await?;
    let still = match &before {
        Some(entry) => Cond::eq("version", entry.version),
        None => Cond::missing("PK"),
    };
    let mut entry = before.unwrap_or_else(|| ArchivedItem {
        key: name.clone(),
        kind: KIND.to_owned(),
        id: name,
        title: record.title.clone(),
        project_id: Some(record.project_id),
        archived_at: record.archived_at.unwrap_or(record.updated_at),
        reason: reason.name().to_owned(),
        bytes: 0,
        parts: Vec::new(),
        version: 0,
    });
    if !entry.parts.contains(&part) {
        entry.bytes += part.bytes;
        entry.parts.push(part);
    }
    entry.version += 1;
    let writes = vec![
        Write::put(&ARTISSIST, entry.item(tenant)?).when(still),
        Write::check(&ARTISSIST, record_key(tenant, record.project_id), Cond::exists("archivedAt")),
        context.fence(),
    ];
    match state.tables.transact(scope, writes).await {
        Ok(_) => Ok(Some(entry.version)),
        Err(StoreError::ConditionFailed { position: 0 | 1, .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Deletes what was packed and is still so; what changed meanwhile is left for the next bundle. Only while the entry
/// is as it was noted: once somebody brings things back, nothing more goes.
async fn take(
    state: &State,
    context: &Context,
    (tenant, project, noted): (TenantId, ProjectId, u32),
    items: &[Item],
) -> Result<u64, Failure> {
    let mut gone = 0;
    for some in items.chunks(AT_ONCE) {
        context.check()?;
        let mut left: Vec<_> = some.iter().filter_map(deletion).collect();
        while !left.is_empty() {
            let away = Cond::exists("archivedAt");
            let named = key(tenant, sort(&project.to_string()));
            let checks = [
                Write::check(&ARTISSIST, record_key(tenant, project), away),
                Write::check(&ARTISSIST, named, Cond::eq("version", noted)),
                context.fence(),
            ];
            let writes = left.iter().cloned().chain(checks).collect();
            match state.tables.transact(context.scope(), writes).await {
                Ok(_) => {
                    gone += left.len() as u64;
                    break;
                }
                Err(StoreError::ConditionFailed { position, .. }) if position < left.len() => {
                    left.remove(position);
                }
                // The record came back or is about to, or another worker has the job: the look before the next
                // bundle tells.
                Err(StoreError::ConditionFailed { .. }) => return Ok(gone),
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(gone)
}

/// The write that deletes an item that is as it was packed, or is gone already.
fn deletion(item: &Item) -> Option<Write> {
    let gone = Write::delete(&ARTISSIST, place_of(item)?);
    // A row of an index says nothing of its own, so it can't have changed.
    if things::kind(item).is_empty() {
        return Some(gone);
    }
    Some(gone.when(things::unchanged(item).or(Cond::missing("PK"))))
}

/// Brings a record back with everything below it, and its project. When it is killed on the way, the record is still
/// away and the next call goes on: what is back already stays.
pub async fn restore_record(
    state: &State,
    (project, grant): (Grant<ArchiveProject>, Grant<ArchiveJournal>),
    id: ProjectId,
) -> Result<ArtRecord, Error> {
    let part = projects::restoring(&state.projects, project, id, None).await?;
    let deeds = vec![Deed::granted(grant, "record.restore").target(id), part.deed.clone()];
    let back = bring_back(state, grant.scope(), grant.tenant(), id, (deeds, part.writes.clone())).await?;
    part.announce(&state.projects);
    back.ok_or_else(|| Error::missing("record", id))
}

/// How often it begins anew when the archive grew meanwhile.
const TRIES: usize = 100;

/// Puts everything back and then says so, together with the caller's own deeds and writes. None when the project has
/// no record; one that is not away stays as it is.
pub(crate) async fn bring_back(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: ProjectId,
    (deeds, own): (Vec<Deed>, Vec<Write>),
) -> Result<Option<ArtRecord>, Error> {
    for _ in 0..TRIES {
        let Some(item) = record::stored(state, scope, tenant, id).await? else { return Ok(None) };
        let before: ArtRecord = from_item(item)?;
        let now = state.clock.now();
        let found = entry(state, scope, tenant, &id.to_string()).await?;
        let found = match found {
            Some(found) => match claimed(state, scope, tenant, found).await? {
                Some(found) => Some(found),
                None => continue,
            },
            None => None,
        };
        if let Some(found) = &found {
            // The latest bundle first: an item that was packed twice comes back as it was last.
            for part in found.parts.iter().rev() {
                put_back(state, scope, load(state, scope, &part.object).await?, now).await?;
            }
        }
        let after =
            ArtRecord { archived_at: None, updated_at: now, version: before.version + 1, ..before.clone() };
        let mut writes = vec![
            Write::update(&ARTISSIST, record_key(tenant, id), away(&after)).when(lock::at(before.version)),
            match &found {
                Some(found) => going(tenant, found),
                None => Write::check(&ARTISSIST, key(tenant, sort(&id.to_string())), Cond::missing("PK")),
            },
        ];
        if let Some(found) = &found {
            writes.push(discarding(state, scope, found, false)?);
        }
        writes.extend(own.iter().cloned());
        match state.trail.transact_all(scope, deeds.clone(), writes).await {
            Ok(_) => {
                state.jobs.wake();
                state.tell(tenant, JournalChangeKind::Restored, Entity::ArtRecord, id, Some(id));
                return Ok(Some(after));
            }
            // The record changed, or a bundle was added: once more, with it.
            Err(StoreError::ConditionFailed { position: 0 | 1, .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::Busy)
}

/// The entry with a version of its own, so that a job that still deletes what is in it stops before anything comes
/// back; none when somebody else was faster.
async fn claimed(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    found: ArchivedItem,
) -> Result<Option<ArchivedItem>, Error> {
    let next = ArchivedItem { version: found.version + 1, ..found };
    let write = Write::put(&ARTISSIST, next.item(tenant)?).when(Cond::eq("version", found.version));
    match state.tables.write(scope, write).await {
        Ok(_) => Ok(Some(next)),
        Err(StoreError::ConditionFailed { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Makes each item that is not there.
async fn put_back(state: &State, scope: Scope, items: Vec<Item>, now: Timestamp) -> Result<(), Error> {
    let put = |item: Item| async move {
        match state.tables.write(scope, Write::create(&ARTISSIST, lasting(item, now))).await {
            Ok(_) | Err(StoreError::ConditionFailed { .. }) => Ok(()),
            Err(error) => Err(Error::from(error)),
        }
    };
    stream::iter(items).map(put).buffer_unordered(ABREAST).try_collect().await
}
