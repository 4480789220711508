//! One transaction's writes on the writer's connection, within the transaction of its batch.
//!
//! First every write is judged and its outcome prepared, without a change to the file; only then are
//! all of them carried out. The writes are on different items, so the order makes no difference, and
//! a transaction whose condition fails has nothing to undo: no savepoint is needed.

use atelier_base::Timestamp;
use rusqlite::{CachedStatement, Connection, params};

use super::changes::{self, Record};
use super::codec;
use super::failure::Failure;
use super::keys::{self, KeyBytes};
use super::layout::{Layout, Slot};
use super::plan::{Deed, Plan, Planned, check_item, invalid};
use crate::{Error, Item, Number, Table, Value, Written};

/// Why a transaction was not carried out.
pub(super) enum Refusal {
    /// It is at fault itself; the rest of its batch is not.
    Own(Error),
    /// The file failed: the whole batch is undone.
    File(Failure),
}

type Judged<T> = Result<T, Refusal>;

fn file(error: &rusqlite::Error) -> Refusal {
    Refusal::File(Failure::new("write", error))
}

/// The stored row of a key.
pub(super) struct Stored {
    id: i64,
    pub(super) tenant: Option<String>,
    pub(super) item: Item,
}

/// A write that may be carried out.
pub(super) struct Staged<'a> {
    pub(super) slot: &'a Slot,
    pub(super) key: KeyBytes,
    pub(super) stored: Option<Stored>,
    /// Whether the stored item's time has come: its row is there, and nobody sees it.
    expired: bool,
    pub(super) change: Change,
    /// Body, and index keys before and after, of a change.
    pub(super) body: Vec<u8>,
    indexed: Vec<(Option<KeyBytes>, Option<KeyBytes>)>,
}

pub(super) enum Change {
    Store { item: Item, tenant: Option<String> },
    Delete,
    Nothing,
}

/// Where a plan is carried out.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) connection: &'a Connection,
    pub(super) layout: &'a Layout,
    /// Changes of tables that don't ask for it are recorded too.
    pub(super) record_all: bool,
}

/// Carries out the plan and returns the item before and after each write.
pub(super) fn apply(place: Place<'_>, plan: Plan) -> Judged<Vec<Written>> {
    let Plan { now, tenant, writes, trim } = plan;
    if let Some(trim) = trim {
        changes::trim(place.connection, trim).map_err(Refusal::File)?;
    }
    let staged = writes
        .into_iter()
        .enumerate()
        .map(|(position, write)| stage(place, now, tenant.as_deref(), position, write))
        .collect::<Judged<Vec<_>>>()?;
    let carry_out = |staged: Staged<'_>| {
        let record = (place.record_all || staged.slot.table.stream)
            .then(|| Record::of(&staged))
            .filter(|_| !matches!(staged.change, Change::Nothing));
        let written = carry_out(place.connection, staged)?;
        if let Some(record) = record {
            record.keep(place.connection, now)?;
        }
        Ok(written)
    };
    staged
        .into_iter()
        .map(|staged| carry_out(staged).map_err(|error: rusqlite::Error| file(&error)))
        .collect()
}

fn stage<'a>(
    place: Place<'a>,
    now: Timestamp,
    tenant: Option<&str>,
    position: usize,
    write: Planned,
) -> Judged<Staged<'a>> {
    let slot = place.layout.slot(write.slot);
    let stored = read(place.connection, slot, &write.key)?;
    let foreign =
        tenant.is_some() && stored.as_ref().is_some_and(|stored| stored.tenant.as_deref() != tenant);
    let visible = if foreign { None } else { stored };
    let name = slot.table.name;
    let expired = visible
        .as_ref()
        .is_some_and(|stored| slot.expires_at(&stored.item).is_some_and(|at| at <= now.as_seconds()));
    let current = visible.as_ref().filter(|_| !expired).map(|stored| &stored.item);
    let failed = |current: Option<&Item>| {
        Refusal::Own(Error::ConditionFailed {
            table: name,
            position,
            current: current.cloned().map(Box::new),
        })
    };
    if let Some(expected) = write.expected
        && current.is_none_or(|item| version(slot.table, item) != expected)
    {
        let current = current.cloned().map(Box::new);
        return Err(Refusal::Own(Error::VersionConflict { table: name, position, expected, current }));
    }
    if write.condition.is_some_and(|condition| !condition.holds(current)) {
        return Err(failed(current));
    }
    let change = match write.deed {
        // Another tenant's key is taken, and that is all there is to learn about it.
        Deed::Put(_) | Deed::Update(..) if foreign => return Err(failed(None)),
        Deed::Put(item) => change(slot.table, current, item),
        Deed::Update(update, fresh) => {
            let mut item = match (current, fresh) {
                (Some(current), _) => current.clone(),
                (None, Some(fresh)) => fresh,
                (None, None) => return Err(failed(None)),
            };
            update.apply(&mut item).map_err(|reason| Refusal::Own(invalid(slot.table)(reason)))?;
            change(slot.table, current, item)
        }
        Deed::Delete | Deed::Replay(None) => Change::Delete,
        Deed::Bury if expired => Change::Delete,
        Deed::Bury | Deed::Check => Change::Nothing,
        Deed::Replay(Some(item)) => Change::exactly(item),
    };
    prepare(slot, write.key, visible, expired, change).map_err(Refusal::Own)
}

/// The item with its new version.
fn change(table: &'static Table, current: Option<&Item>, mut item: Item) -> Change {
    if let Some(attribute) = table.version {
        let next = current.map_or(0, |current| version(table, current)).saturating_add(1);
        item.insert(attribute.into(), Value::N(Number::from(next)));
    }
    Change::exactly(item)
}

impl Change {
    fn exactly(item: Item) -> Self {
        let tenant = item.get(Table::TENANT).and_then(Value::as_str).map(str::to_owned);
        Self::Store { item, tenant }
    }
}

/// The version of a stored item; 0 for one from before its table had versions.
fn version(table: &Table, item: &Item) -> u64 {
    table.version.and_then(|attribute| item.get(attribute)).and_then(Value::as_u64).unwrap_or(0)
}

fn prepare(
    slot: &Slot,
    key: KeyBytes,
    stored: Option<Stored>,
    expired: bool,
    change: Change,
) -> Result<Staged<'_>, Error> {
    let invalid = invalid(slot.table);
    let (new, body) = match &change {
        Change::Store { item, .. } => {
            check_item(slot.table, item)?;
            (Some(item), codec::encode(item))
        }
        Change::Delete => (None, Vec::new()),
        Change::Nothing => {
            let (body, indexed) = (Vec::new(), Vec::new());
            return Ok(Staged { slot, key, stored, expired, change, body, indexed });
        }
    };
    let old = stored.as_ref().map(|stored| &stored.item);
    let indexed = slot
        .indexes
        .iter()
        .map(|index| {
            // An old item can only be unfit for an index that was added after it: it isn't in it.
            let before = old.and_then(|item| keys::of_index(index.index, item).ok().flatten());
            let after = new.map(|item| keys::of_index(index.index, item)).transpose().map_err(&invalid)?;
            Ok((before, after.flatten()))
        })
        .collect::<Result<_, Error>>()?;
    Ok(Staged { slot, key, stored, expired, change, body, indexed })
}

fn read(connection: &Connection, slot: &Slot, key: &KeyBytes) -> Judged<Option<Stored>> {
    let mut statement = connection.prepare_cached(&slot.get).map_err(|error| file(&error))?;
    let mut rows = statement.query((&key.hash, &key.range)).map_err(|error| file(&error))?;
    let Some(row) = rows.next().map_err(|error| file(&error))? else { return Ok(None) };
    let read = || Ok((row.get(0)?, row.get(1)?, row.get_ref(2)?.as_blob()?));
    let (id, tenant, body) = read().map_err(|error: rusqlite::Error| file(&error))?;
    let item = codec::decode(body).map_err(|_| Refusal::File(Failure::malformed_body()))?;
    Ok(Some(Stored { id, tenant, item }))
}

fn carry_out(connection: &Connection, staged: Staged<'_>) -> rusqlite::Result<Written> {
    let Staged { slot, key, stored, expired, change, body, indexed } = staged;
    let old_id = stored.as_ref().map(|stored| stored.id);
    let old_prefix = slot.prefix(stored.as_ref().and_then(|stored| stored.tenant.as_deref())).to_owned();
    let old_expiry = stored.as_ref().and_then(|stored| slot.expires_at(&stored.item));
    let before = stored.filter(|_| !expired).map(|stored| stored.item);
    let (id, prefix, after) = match change {
        Change::Nothing => return Ok(Written { after: before.clone(), before }),
        Change::Delete => {
            let Some(id) = old_id else { return Ok(Written::default()) };
            cached(connection, &slot.delete)?.execute([id])?;
            (id, String::new(), None)
        }
        Change::Store { item, tenant } => {
            let id = if let Some(id) = old_id {
                cached(connection, &slot.update)?.execute(params![id, tenant, body])?;
                id
            } else {
                cached(connection, &slot.insert)?.execute(params![key.hash, key.range, tenant, body])?;
                connection.last_insert_rowid()
            };
            (id, slot.prefix(tenant.as_deref()).to_owned(), Some(item))
        }
    };
    for (index, (before, after)) in slot.indexes.iter().zip(indexed) {
        if before == after && old_prefix == prefix {
            continue;
        }
        if let Some(before) = before {
            cached(connection, &index.delete)?.execute(params![old_prefix, before.hash, before.range, id])?;
        }
        if let Some(after) = after {
            cached(connection, &index.insert)?.execute(params![prefix, after.hash, after.range, id])?;
        }
    }
    if let Some(expiry) = &slot.expiry {
        let new_expiry = after.as_ref().and_then(|item| slot.expires_at(item));
        if old_expiry != new_expiry {
            if let Some(at) = old_expiry {
                cached(connection, &expiry.delete)?.execute([at, id])?;
            }
            if let Some(at) = new_expiry {
                cached(connection, &expiry.insert)?.execute([at, id])?;
            }
        }
    }
    Ok(Written { before, after })
}

fn cached<'a>(connection: &'a Connection, sql: &str) -> rusqlite::Result<CachedStatement<'a>> {
    connection.prepare_cached(sql)
}
