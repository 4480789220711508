//! Writes, checked and prepared on the caller's thread so that the writer does as little as possible.

use std::collections::HashSet;

use atelier_base::{Scope, Timestamp};

use super::keys::{self, KeyBytes};
use super::layout::Layout;
use crate::item::item_size;
use crate::write::Action;
use crate::{Cond, Error, Item, Table, Tenancy, Update, Value, Write};

/// The largest item, in bytes as DynamoDB counts them.
const MAX_ITEM: usize = 400 * 1_024;
/// The deepest nesting of lists and maps.
const MAX_DEPTH: usize = 32;

/// The writes of one transaction.
#[derive(Debug)]
pub(super) struct Plan {
    /// When it was asked for.
    pub(super) now: Timestamp,
    /// The tenant of the scope; none for the directory's.
    pub(super) tenant: Option<String>,
    pub(super) writes: Vec<Planned>,
    /// Old records of changes to forget first.
    pub(super) trim: Option<Trim>,
}

impl Plan {
    /// Of the engine itself, for whatever tenant.
    pub(super) fn own(now: Timestamp, writes: Vec<Planned>) -> Self {
        Self { now, tenant: None, writes, trim: None }
    }
}

/// Which records of changes to forget: those that are older than the instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trim {
    pub(super) older_than: Timestamp,
    pub(super) limit: usize,
}

impl Planned {
    /// Without a condition.
    pub(super) fn new(slot: usize, key: KeyBytes, deed: Deed) -> Self {
        Self { slot, key, deed, condition: None, expected: None }
    }
}

/// One write, whose key is known.
#[derive(Debug)]
pub(super) struct Planned {
    /// The table's position in the layout.
    pub(super) slot: usize,
    pub(super) key: KeyBytes,
    pub(super) deed: Deed,
    pub(super) condition: Option<Cond>,
    pub(super) expected: Option<u64>,
}

/// What to do with the item of the key.
#[derive(Debug)]
pub(super) enum Deed {
    Put(Item),
    /// With the item to begin from when there is none, if there is to be one.
    Update(Update, Option<Item>),
    Delete,
    Check,
    /// Deletes the item if its time has come.
    Bury,
    /// Stores exactly this, or nothing, as a change log has it.
    Replay(Option<Item>),
}

/// Refuses the directory's scope where it may not reach.
pub(crate) fn check_scope(scope: Scope, table: &'static Table) -> Result<(), Error> {
    match (table.tenancy, scope.tenant_id()) {
        (Tenancy::Tenant, None) => Err(Error::ScopeRefused { table: table.name }),
        _ => Ok(()),
    }
}

/// The write is refused for that reason.
pub(crate) fn invalid(table: &'static Table) -> impl Fn(String) -> Error {
    |reason| Error::InvalidWrite { table: table.name, reason }
}

pub(super) fn plan(layout: &Layout, scope: Scope, now: Timestamp, writes: Vec<Write>) -> Result<Plan, Error> {
    let first = writes.first().map_or("", |write| write.table.name);
    let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
    let writes = writes
        .into_iter()
        .map(|write| {
            check_scope(scope, write.table)?;
            planned(layout, tenant.as_deref(), write)
        })
        .collect::<Result<Vec<_>, Error>>()?;
    if writes.len() > 1 {
        let mut seen = HashSet::new();
        if !writes.iter().all(|write| seen.insert((write.slot, &write.key.hash, &write.key.range))) {
            let reason = "two writes of a transaction are on the same item".into();
            return Err(Error::InvalidWrite { table: first, reason });
        }
    }
    Ok(Plan { now, tenant, writes, trim: None })
}

fn planned(layout: &Layout, tenant: Option<&str>, write: Write) -> Result<Planned, Error> {
    let table = write.table;
    let invalid = invalid(table);
    let slot = layout.position(table).ok_or_else(|| invalid("the table is not declared".into()))?;
    if write.expected.is_some() && table.version.is_none() {
        return Err(invalid("the table has no version to expect".into()));
    }
    let (key, deed) = match write.action {
        Action::Put(mut item) => {
            stamp(&mut item, tenant).map_err(&invalid)?;
            let key = keys::of_item(table, &item).map_err(&invalid)?;
            (key, Deed::Put(item))
        }
        Action::Update { key, update, upsert } => {
            check_update(table, &update).map_err(&invalid)?;
            let bytes = keys::of_key(table, &key).map_err(&invalid)?;
            let mut item = Item::from([(table.hash.name().to_owned(), key.hash)]);
            item.extend(table.range.zip(key.range).map(|(range, value)| (range.name().to_owned(), value)));
            // Only an upsert writes the stamp, but an update of another tenant's key is as wrong.
            stamp(&mut item, tenant).map_err(&invalid)?;
            (bytes, Deed::Update(update, upsert.then_some(item)))
        }
        Action::Delete(key) => (keys::of_key(table, &key).map_err(&invalid)?, Deed::Delete),
        Action::Check(key) => (keys::of_key(table, &key).map_err(&invalid)?, Deed::Check),
    };
    Ok(Planned { slot, key, deed, condition: write.condition, expected: write.expected })
}

pub(crate) fn stamp(item: &mut Item, tenant: Option<&str>) -> Result<(), String> {
    match (tenant, item.get(Table::TENANT)) {
        (Some(tenant), None) => {
            item.insert(Table::TENANT.into(), tenant.into());
            Ok(())
        }
        (Some(tenant), Some(Value::S(own))) if own == tenant => Ok(()),
        (Some(_), Some(_)) => Err("the item carries another tenant than the scope's".into()),
        (None, Some(Value::S(own))) if !own.is_empty() => Ok(()),
        (None, Some(_)) => Err(format!("{} is not a text", Table::TENANT)),
        (None, None) => Ok(()),
    }
}

pub(crate) fn check_update(table: &Table, update: &Update) -> Result<(), String> {
    let fixed = |name: &str| {
        name == table.hash.name()
            || table.range.is_some_and(|range| range.name() == name)
            || name == Table::TENANT
            || table.version == Some(name)
    };
    match update.attributes().find(|name| fixed(name)) {
        Some(name) => Err(format!("{name} can't be changed by an update")),
        None => update.check(),
    }
}

/// Checks the size and the shape of an item as it will be stored.
pub(crate) fn check_item(table: &'static Table, item: &Item) -> Result<(), Error> {
    let size = item_size(item);
    if size > MAX_ITEM {
        return Err(Error::ItemTooLarge { table: table.name, size });
    }
    if item.values().any(|value| value.depth() > MAX_DEPTH) {
        return Err(invalid(table)(format!("a value nests deeper than {MAX_DEPTH}")));
    }
    if item.values().any(Value::has_empty_set) {
        return Err(invalid(table)("a set is empty".into()));
    }
    if item.keys().any(String::is_empty) {
        return Err(invalid(table)("an attribute has no name".into()));
    }
    Ok(())
}
