//! Writes, checked as the embedded engine checks them, and judged against what is stored.

use std::collections::HashSet;

use atelier_base::Scope;

use crate::embedded::plan::{check_item, check_scope, check_update, invalid, stamp};
use crate::embedded::{expires_at, keys};
use crate::write::Action;
use crate::{Cond, Error, Item, Key, Number, Table, Update, Value, Write};

/// One write, whose shape is right.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) table: &'static Table,
    pub(super) key: Key,
    pub(super) deed: Deed,
    pub(super) condition: Option<Cond>,
    pub(super) expected: Option<u64>,
}

/// What to do with the item of the key.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Put(Item),
    /// With the item to begin from when there is none, if there is to be one.
    Update(Update, Option<Item>),
    Delete,
    Check,
}

/// What is stored under a key, as a scope has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stored {
    Absent,
    /// Another tenant's.
    Foreign,
    /// Its time has come: nobody sees it.
    Expired(Item),
    Live(Item),
}

impl Stored {
    pub(super) fn of(table: &Table, tenant: Option<&str>, now: i64, item: Option<Item>) -> Self {
        let Some(item) = item else { return Self::Absent };
        if !belongs(tenant, &item) {
            return Self::Foreign;
        }
        if is_expired(table, now, &item) { Self::Expired(item) } else { Self::Live(item) }
    }

    pub(super) fn live(&self) -> Option<&Item> {
        if let Self::Live(item) = self { Some(item) } else { None }
    }
}

pub(super) fn belongs(tenant: Option<&str>, item: &Item) -> bool {
    tenant.is_none_or(|tenant| item.get(Table::TENANT).and_then(Value::as_str) == Some(tenant))
}

pub(super) fn is_expired(table: &Table, now: i64, item: &Item) -> bool {
    expires_at(table, item).is_some_and(|at| at <= now)
}

/// Checks all writes of a transaction.
pub(super) fn plan(
    declared: &[&'static Table],
    scope: Scope,
    tenant: Option<&str>,
    writes: Vec<Write>,
) -> Result<Vec<Planned>, Error> {
    let mut seen = HashSet::new();
    let several = writes.len() > 1;
    writes
        .into_iter()
        .map(|write| {
            check_scope(scope, write.table)?;
            let planned = planned(declared, tenant, write)?;
            let bytes = keys::of_key(planned.table, &planned.key).map_err(invalid(planned.table))?;
            if several && !seen.insert((planned.table.name, bytes.hash, bytes.range)) {
                let reason = "two writes of a transaction are on the same item".into();
                return Err(Error::InvalidWrite { table: planned.table.name, reason });
            }
            Ok(planned)
        })
        .collect()
}

fn planned(declared: &[&'static Table], tenant: Option<&str>, write: Write) -> Result<Planned, Error> {
    let table = write.table;
    let invalid = invalid(table);
    if !declared.contains(&table) {
        return Err(invalid("the table is not declared".into()));
    }
    if write.expected.is_some() && table.version.is_none() {
        return Err(invalid("the table has no version to expect".into()));
    }
    let (key, deed) = match write.action {
        Action::Put(mut item) => {
            stamp(&mut item, tenant).map_err(&invalid)?;
            keys::of_item(table, &item).map_err(&invalid)?;
            let key = Key::of(table, &item).ok_or_else(|| invalid("a key attribute is missing".into()))?;
            (key, Deed::Put(item))
        }
        Action::Update { key, update, upsert } => {
            check_update(table, &update).map_err(&invalid)?;
            keys::of_key(table, &key).map_err(&invalid)?;
            let mut item = Item::from([(table.hash.name().to_owned(), key.hash.clone())]);
            let range = table.range.zip(key.range.clone());
            item.extend(range.map(|(range, value)| (range.name().to_owned(), value)));
            stamp(&mut item, tenant).map_err(&invalid)?;
            (key, Deed::Update(update, upsert.then_some(item)))
        }
        Action::Delete(key) => (key, Deed::Delete),
        Action::Check(key) => (key, Deed::Check),
    };
    Ok(Planned { table, key, deed, condition: write.condition, expected: write.expected })
}

/// The version of a stored item; 0 for one from before its table had versions.
pub(super) fn version(table: &Table, item: &Item) -> u64 {
    table.version.and_then(|attribute| item.get(attribute)).and_then(Value::as_u64).unwrap_or(0)
}

impl Planned {
    /// Whether the write may be carried out on what is stored.
    pub(super) fn judge(&self, position: usize, stored: &Stored) -> Result<(), Error> {
        let table = self.table.name;
        let live = stored.live();
        let current = || live.cloned().map(Box::new);
        if let Some(expected) = self.expected
            && live.is_none_or(|item| version(self.table, item) != expected)
        {
            return Err(Error::VersionConflict { table, position, expected, current: current() });
        }
        if self.condition.as_ref().is_some_and(|condition| !condition.holds(live)) {
            return Err(Error::ConditionFailed { table, position, current: current() });
        }
        let changes = matches!(self.deed, Deed::Put(_) | Deed::Update(..));
        let needs_it = matches!(self.deed, Deed::Update(_, None));
        // Another tenant's key is taken, and that is all there is to learn about it.
        if changes && *stored == Stored::Foreign || needs_it && live.is_none() {
            return Err(Error::ConditionFailed { table, position, current: None });
        }
        Ok(())
    }

    /// The item after the write, checked as it will be stored.
    pub(super) fn after(&self, live: Option<&Item>) -> Result<Option<Item>, Error> {
        let invalid = invalid(self.table);
        let mut item = match (&self.deed, live) {
            (Deed::Put(item), _) => item.clone(),
            (Deed::Update(update, fresh), live) => {
                let Some(mut item) = live.or(fresh.as_ref()).cloned() else { return Ok(None) };
                update.clone().apply(&mut item).map_err(&invalid)?;
                item
            }
            (Deed::Delete, _) => return Ok(None),
            (Deed::Check, live) => return Ok(live.cloned()),
        };
        if let Some(attribute) = self.table.version {
            let next = live.map_or(0, |item| version(self.table, item)).saturating_add(1);
            item.insert(attribute.into(), Value::N(Number::from(next)));
        }
        check_item(self.table, &item)?;
        for index in self.table.indexes {
            keys::of_index(index, &item).map_err(&invalid)?;
        }
        Ok(Some(item))
    }

    /// Whether the item has to be read first: the next version of a put depends on it, and a check is a read.
    pub(super) fn needs_a_look(&self) -> bool {
        match self.deed {
            Deed::Check => true,
            Deed::Put(_) => self.table.version.is_some() && !self.is_create(),
            Deed::Update(..) | Deed::Delete => false,
        }
    }

    fn is_create(&self) -> bool {
        self.condition == Some(Cond::missing(self.table.hash.name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Attribute;

    const TABLE: &Table =
        &Table { version: Some("version"), ttl: Some("until"), ..Table::new("t", Attribute::S("id")) };

    fn item(tenant: &str, until: i64) -> Item {
        let texts = [("id", "a"), (Table::TENANT, tenant)];
        let mut item: Item = texts.map(|(name, text)| (name.to_owned(), text.into())).into();
        item.extend([("until".to_owned(), until.into()), ("version".to_owned(), 3.into())]);
        item
    }

    fn stored(tenant: &str, until: i64) -> Stored {
        Stored::of(TABLE, Some("ann"), 100, Some(item(tenant, until)))
    }

    fn planned(deed: Deed) -> Planned {
        Planned { table: TABLE, key: Key::hash("a"), deed, condition: None, expected: None }
    }

    #[test]
    fn what_is_stored_is_seen_as_the_scope_has_it() {
        assert_eq!(stored("bob", 0), Stored::Foreign);
        assert!(matches!(stored("ann", 100), Stored::Expired(_)));
        assert!(matches!(stored("ann", 101), Stored::Live(_)));
        assert_eq!(Stored::of(TABLE, None, 0, None), Stored::Absent);
    }

    #[test]
    fn a_foreign_item_is_judged_as_if_it_were_not_there() {
        let (put, delete) = (planned(Deed::Put(item("ann", 0))), planned(Deed::Delete));
        let foreign = stored("bob", 0);
        assert!(matches!(
            put.judge(2, &foreign),
            Err(Error::ConditionFailed { position: 2, current: None, .. })
        ));
        assert!(delete.judge(0, &foreign).is_ok());
        let exists = Planned { condition: Some(Cond::exists("id")), ..delete };
        assert!(matches!(exists.judge(0, &foreign), Err(Error::ConditionFailed { current: None, .. })));
    }

    #[test]
    fn versions_go_on_from_a_live_item_only() {
        let put = planned(Deed::Put(item("ann", 0)));
        let after =
            |stored: &Stored| put.after(stored.live()).expect("fits").expect("an item")["version"].clone();
        assert_eq!(after(&stored("ann", 0)), 4.into());
        assert_eq!(after(&stored("ann", 50)), 1.into());
        let expecting = Planned { expected: Some(3), ..planned(Deed::Delete) };
        assert!(expecting.judge(0, &stored("ann", 0)).is_ok());
        assert!(matches!(expecting.judge(0, &stored("ann", 50)), Err(Error::VersionConflict { .. })));
    }
}
