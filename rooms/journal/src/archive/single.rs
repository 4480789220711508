//! One thing at a time: into the archive, back, or gone for good.

use atelier_audit::Deed;
use atelier_base::{Grant, Scope, TenantId};
use atelier_jobs::{Options, enqueue};
use atelier_projects as projects;
use atelier_tables::{Cond, Item, Key, Value, Write};

use super::bundle::{keep, load, pack};
use super::project::restore_record;
use super::{ArchivedItem, Discard, Reason, entry, sort, things};
use crate::permissions::{ArchiveJournal, DeleteArchived};
use crate::tables::{ARTISSIST, key, project_sort};
use crate::{Entity, Error, JournalChangeKind, State, record};

/// A thing on its way into the archive.
pub(crate) struct Leaving {
    /// The thing's own item, as it is stored.
    pub(crate) item: Item,
    /// Other items that go with it and come back with it, such as rows of an index of its own.
    pub(crate) with: Vec<Item>,
    pub(crate) reason: Reason,
}

/// Stores the thing's bytes; then these writes take it away. The first deletes its own item, if it is still as it
/// was packed.
pub(crate) async fn leave(
    state: &State,
    tenant: TenantId,
    leaving: Leaving,
) -> Result<(ArchivedItem, Vec<Write>), Error> {
    let (archived, items) = kept(state, Scope::tenant(tenant), leaving).await?;
    let own = items.first().map(things::unchanged);
    let mut writes: Vec<_> =
        items.iter().filter_map(place_of).map(|key| Write::delete(&ARTISSIST, key)).collect();
    if let (Some(first), Some(own)) = (writes.first_mut(), own) {
        *first = first.clone().when(own);
    }
    writes.push(Write::put(&ARTISSIST, archived.item(tenant)?));
    Ok((archived, writes))
}

/// Stores the thing's bytes, and says what its entry will be.
pub(super) async fn kept(
    state: &State,
    scope: Scope,
    leaving: Leaving,
) -> Result<(ArchivedItem, Vec<Item>), Error> {
    let Leaving { item, with, reason } = leaving;
    let (kind, id) = (things::kind(&item).to_owned(), things::id(&item));
    let (title, project_id) = (things::title(&item), things::project(&item));
    let items: Vec<Item> = std::iter::once(item).chain(with).collect();
    let packing = tokio::task::spawn_blocking(move || (pack(&items), items)).await;
    let (packed, items) = packing.map_err(|_| Error::Busy)?;
    let packed = packed?;
    // Not the id alone: what came back, changed, and went again is another thing. What expired has the same name
    // at every try. What somebody puts away has one of its own each time, because it may come back and go again as
    // it was, and the bytes of its first stay are discarded by and by.
    let stay = match reason {
        Reason::Expired => String::new(),
        Reason::Archived => format!("-{}", hex::encode(state.randomness.bytes::<4>())),
    };
    let name = format!("{id}-{}{stay}", &packed.digest[..12]);
    let part = keep(state, scope, format!("archive/{name}.zst"), packed).await?;
    let archived = ArchivedItem {
        key: name,
        kind,
        id,
        title,
        project_id,
        archived_at: state.clock.now(),
        reason: reason.name().to_owned(),
        bytes: part.bytes,
        parts: vec![part],
        version: 1,
    };
    Ok((archived, items))
}

/// The key of an item.
pub(super) fn place_of(item: &Item) -> Option<Key> {
    Some(Key::new(item.get("PK")?.clone(), item.get("SK")?.clone()))
}

/// The item without a time of expiry that has passed: it would be gone at once.
pub(super) fn lasting(mut item: Item, now: atelier_base::Timestamp) -> Item {
    let due = item.get("expiresAt").and_then(Value::as_u64);
    if due.is_some_and(|due| i64::try_from(due).is_ok_and(|due| due <= now.as_seconds())) {
        item.remove("expiresAt");
    }
    item
}

/// Brings a thing back; with it goes its entry. Everything of a project comes back with its record.
pub async fn restore(
    state: &State,
    (project, grant): (Grant<projects::permissions::ArchiveProject>, Grant<ArchiveJournal>),
    name: &str,
) -> Result<ArchivedItem, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let found =
        entry(state, scope, tenant, name).await?.ok_or_else(|| Error::missing("archived item", name))?;
    if found.kind == super::project::KIND {
        let id = found.project_id.ok_or_else(|| Error::missing("project", &found.id))?;
        restore_record(state, (project, grant), id).await?;
        return Ok(found);
    }
    let mut writes = vec![going(tenant, &found)];
    if let Some(id) = found.project_id {
        // It can't come back to what is away itself, or gone.
        record::open(state, grant, id).await?;
        writes.push(record::still_open(tenant, id));
    }
    for part in &found.parts {
        let items = load(state, scope, &part.object).await?;
        let items = items.into_iter().map(|item| lasting(item, state.clock.now()));
        writes.extend(items.map(|item| Write::create(&ARTISSIST, item)));
    }
    writes.push(discarding(state, scope, &found, false)?);
    let deed = Deed::granted(grant, "archive.restore").target(&found.id);
    settle(state, deed, writes, &found, JournalChangeKind::Restored).await?;
    Ok(found)
}

/// Deletes a thing in the archive and its files for good. Nothing brings it back.
pub async fn delete(state: &State, grant: Grant<DeleteArchived>, name: &str) -> Result<ArchivedItem, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let found =
        entry(state, scope, tenant, name).await?.ok_or_else(|| Error::missing("archived item", name))?;
    let writes = vec![going(tenant, &found), discarding(state, scope, &found, true)?];
    let deed = Deed::granted(grant, "archive.delete").target(&found.id);
    settle(state, deed, writes, &found, JournalChangeKind::Deleted).await?;
    Ok(found)
}

/// Deletes the entry, if it is still as it was read.
pub(super) fn going(tenant: TenantId, found: &ArchivedItem) -> Write {
    Write::delete(&ARTISSIST, key(tenant, sort(&found.key))).when(Cond::eq("version", found.version))
}

/// Asks for the bytes to be discarded; with `files`, those of the things in them too.
pub(super) fn discarding(
    state: &State,
    scope: Scope,
    found: &ArchivedItem,
    files: bool,
) -> Result<Write, Error> {
    let objects = found.parts.iter().map(|part| part.object.clone()).collect();
    Ok(enqueue(&state.jobs, scope, &Discard { objects, files }, Options::default())?.1)
}

async fn settle(
    state: &State,
    deed: Deed,
    writes: Vec<Write>,
    found: &ArchivedItem,
    kind: JournalChangeKind,
) -> Result<(), Error> {
    let tenant = deed.tenant();
    match state.trail.transact(Scope::tenant(tenant), deed, writes).await {
        Ok(_) => {}
        // Somebody else restored or deleted it, or the project went away meanwhile.
        Err(atelier_tables::Error::ConditionFailed { position: 0, .. }) => {
            return Err(Error::missing("archived item", &found.key));
        }
        Err(atelier_tables::Error::ConditionFailed { .. }) => return Err(Error::Busy),
        Err(error) => return Err(error.into()),
    }
    state.jobs.wake();
    state.tell(tenant, kind, Entity::Archive, &found.key, found.project_id);
    Ok(())
}

/// The key of a project's record, whose state decides where its things are.
pub(super) fn record_key(tenant: TenantId, project: atelier_base::ProjectId) -> Key {
    key(tenant, project_sort(project))
}
