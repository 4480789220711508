//! Logs in the table.
//!
//! | sort key | item |
//! |---|---|
//! | `PROJECT#<project>#LOG#<log>` | a log of a project |
//! | `INBOX#LOG#<log>` | one of no project |
//! | `MATERIAL#<material>#LOG#<log>` | that a log used a material, for the index by material |
//! | `REVISION#<log>#<number>` | what the log was before a change |
//!
//! `find.rs` says how a log is found by its id.

use std::collections::BTreeMap;

use atelier_base::{LogId, ProjectId, Scope, TenantId, UserId};
use atelier_blobs::{ASSETS, Put};
use atelier_tables::{Item, Table, Value, Write, from_item};

use super::history::{RevisionKind, Stored};
use super::text::slug;
use super::text::{INLINE, head};
use super::{Extracted, Log};
use crate::find::by_id;
use crate::lock::{self, Late};
use crate::tables::{ARTISSIST, Place, key, partition, project_sort};
use crate::{Entity, Error, Outcome, State};

/// One step of what happens to a log; several may be written at once.
pub(super) struct Step {
    /// The log then.
    pub(super) after: Log,
    pub(super) kind: RevisionKind,
    /// Who did it; none for the server by itself.
    pub(super) by: Option<UserId>,
    /// For people.
    pub(super) note: String,
    /// Whether an undo takes this back; one that can't be is passed over.
    pub(super) undoable: bool,
    /// What was read then, when people had decided otherwise of some of it.
    pub(super) guess: Option<Extracted>,
}

pub(super) fn sort_key(log: &Log) -> String {
    match log.project_id {
        Some(project) => format!("{}{}", prefix(project), log.log_id),
        None => format!("INBOX#LOG#{}", log.log_id),
    }
}

/// What the sort keys of all logs of a project begin with.
pub(super) fn prefix(project: ProjectId) -> String {
    format!("{}#LOG#", project_sort(project))
}

pub(super) fn read(item: Item) -> Result<Log, atelier_tables::Error> {
    from_item(item)
}

/// The log as an item.
pub(super) fn item(tenant: TenantId, log: &Log) -> Result<Item, atelier_tables::Error> {
    let place = Place {
        tenant,
        entity: Entity::Log,
        sort: sort_key(log),
        created_at: log.created_at,
        text: head(&log.raw_text, INLINE.min(4_000)).to_owned(),
    };
    let mut item = place.item(log)?;
    item.insert("status".into(), log.attribution_status.name().into());
    Ok(item)
}

/// The log of that id, if there is one.
pub(crate) async fn find(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: LogId,
) -> Result<Option<Log>, Error> {
    Ok(by_id(state, scope, tenant, id).await?.map(read).transpose()?)
}

/// The log of that id.
pub(super) async fn fetch(state: &State, scope: Scope, tenant: TenantId, id: LogId) -> Result<Log, Error> {
    find(state, scope, tenant, id).await?.ok_or_else(|| Error::missing("log", id))
}

/// All words of a log.
pub(crate) async fn whole_text(state: &State, scope: Scope, log: &Log) -> Result<String, Error> {
    let Some(key) = &log.text_key else { return Ok(log.raw_text.clone()) };
    let bytes = state.blobs.get(scope, &ASSETS, &key.parse()?).await?.bytes().await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The log with these words. More than an item should hold go beside the table, and are there when this
/// returns; words of earlier revisions stay until the log is deleted.
pub(super) async fn with_text(state: &State, scope: Scope, log: Log, text: String) -> Result<Log, Error> {
    if text.len() <= INLINE {
        return Ok(Log { raw_text: text, text_key: None, ..log });
    }
    let raw_text = head(&text, INLINE).to_owned();
    let folder = text_folder(log.log_id);
    let key = format!("{folder}{:016x}.txt", u64::from_le_bytes(state.randomness.bytes()));
    state
        .blobs
        .put_bytes(scope, &ASSETS, &key.parse()?, Put::of_type("text/plain; charset=utf-8"), text)
        .await?;
    Ok(Log { raw_text, text_key: Some(key), ..log })
}

/// What the keys of a log's long texts begin with.
pub(super) fn text_folder(id: LogId) -> String {
    format!("notes/{id}/")
}

/// The log after these steps, and the writes that make it so: first those of the log itself, under the
/// condition that it is still as it was before.
pub(super) fn writes(
    tenant: TenantId,
    before: Option<&Log>,
    steps: Vec<Step>,
) -> Result<(Log, Vec<Write>), Error> {
    let (mut previous, mut revisions) = (before.cloned(), Vec::new());
    for Step { mut after, kind, by, note, undoable, guess } in steps {
        let (number, undo_at) = previous.as_ref().map_or((0, None), |log| (log.revisions, log.undo_at));
        after.revisions = number + 1;
        match kind {
            // It says itself what can be undone next.
            RevisionKind::Undone => {}
            _ => after.undo_at = if undoable { Some(after.revisions) } else { undo_at },
        }
        let revision = Stored { guess, ..Stored::of(kind, by, note, previous.as_ref(), &after) };
        revisions.push(revision.write(tenant, &after)?);
        previous = Some(after);
    }
    let mut after = previous.ok_or_else(|| Error::missing("step of", "a log"))?;
    after.version = before.map_or(0, |log| log.version) + 1;
    let mut writes = own_writes(tenant, before, &after)?;
    writes.extend(revisions);
    writes.extend(material_rows(tenant, before, Some(&after)));
    Ok((after, writes))
}

/// The writes of the log's own item: two when it moves to another project.
fn own_writes(tenant: TenantId, before: Option<&Log>, after: &Log) -> Result<Vec<Write>, Error> {
    let next = item(tenant, after)?;
    let Some(before) = before else { return Ok(vec![Write::create(&ARTISSIST, next)]) };
    if sort_key(before) == sort_key(after) {
        return Ok(vec![Write::put(&ARTISSIST, next).when(lock::at(before.version))]);
    }
    let gone = Write::delete(&ARTISSIST, key(tenant, sort_key(before))).when(lock::at(before.version));
    Ok(vec![gone, Write::create(&ARTISSIST, next)])
}

/// The rows of the index by material: those that are new or of another project are put, those that are over
/// are deleted.
pub(super) fn material_rows(tenant: TenantId, before: Option<&Log>, after: Option<&Log>) -> Vec<Write> {
    let (old, new) = (rows(tenant, before), rows(tenant, after));
    let gone = old.iter().filter(|(place, _)| !new.contains_key(*place));
    let gone = gone.map(|(place, _)| Write::delete(&ARTISSIST, key(tenant, place.as_str())));
    let put = new.iter().filter(|(place, row)| old.get(*place) != Some(row));
    gone.chain(put.map(|(_, row)| Write::put(&ARTISSIST, row.clone()))).collect()
}

/// The rows by material of the log that an item is: they go to the archive and come back with it.
pub(crate) fn rows_of(tenant: TenantId, item: &Item) -> Result<Vec<Item>, atelier_tables::Error> {
    let log = read(item.clone())?;
    let stamped = |mut row: Item| {
        row.insert(Table::TENANT.to_owned(), tenant.into());
        row
    };
    Ok(rows(tenant, Some(&log)).into_values().map(stamped).collect())
}

/// The rows of a log by their sort keys.
fn rows(tenant: TenantId, log: Option<&Log>) -> BTreeMap<String, Item> {
    let Some(log) = log else { return BTreeMap::new() };
    let row = |material: &String| {
        let place = format!("MATERIAL#{}#LOG#{}", slug(material), log.log_id);
        let mut item = Item::from([
            ("PK".to_owned(), Value::from(partition(tenant))),
            ("SK".to_owned(), Value::from(place.as_str())),
            ("material".to_owned(), Value::from(material.as_str())),
            ("createdAt".to_owned(), Value::text(log.created_at)),
            ("logId".to_owned(), Value::text(log.log_id)),
            ("day".to_owned(), Value::text(log.day)),
        ]);
        item.extend(log.project_id.map(|project| ("projectId".to_owned(), Value::text(project))));
        (place, item)
    };
    log.materials.iter().map(row).collect()
}

/// A version that moved on is an outcome, not an error, unless the log is gone.
pub(super) async fn conflict<T>(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: LogId,
    error: atelier_tables::Error,
) -> Result<Outcome<T, Log>, Error> {
    match lock::late(error, 0)? {
        Late::Changed(item) => Ok(Outcome::Conflict(Box::new(read(item)?))),
        // It may have moved to another project, so that it is not where it was.
        Late::Gone => Ok(Outcome::Conflict(Box::new(fetch(state, scope, tenant, id).await?))),
    }
}
