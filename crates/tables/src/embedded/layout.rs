//! How declared tables lie in SQLite, and the statements on them, made once.
//!
//! Items of a table are rows `(id, hash, range, tenant, body)`. An index is a table without rowid,
//! `(tenant, hash, range, id)`, that holds keys only and is joined to the items by id, so a change of an
//! item touches it only when the item's key in it changes. In tables of tenants, the first column of an
//! index is the tenant, so that a query never walks another tenant's rows; in the directory it is empty.

use std::collections::HashMap;

use crate::{Error, Index, Item, Number, Table, Tenancy, Value};

/// Every declared table.
pub(crate) struct Layout {
    slots: Vec<Slot>,
    by_name: HashMap<&'static str, usize>,
}

/// A table and its statements.
pub(super) struct Slot {
    pub(super) table: &'static Table,
    pub(super) indexes: Vec<IndexSlot>,
    pub(super) get: String,
    pub(super) insert: String,
    pub(super) update: String,
    pub(super) delete: String,
    pub(super) walk: Walk,
    pub(super) expiry: Option<Expiry>,
}

/// An index and its statements.
pub(super) struct IndexSlot {
    pub(super) index: &'static Index,
    pub(super) insert: String,
    pub(super) delete: String,
    pub(super) walk: Walk,
}

/// The two directions of a query, and the scan. All give `hash, range, id, tenant, body`, of which a query
/// leaves the hash null.
pub(super) struct Walk {
    pub(super) forward: String,
    pub(super) backward: String,
    pub(super) scan: String,
}

/// The rows that tell which items expire when.
pub(super) struct Expiry {
    pub(super) insert: String,
    pub(super) delete: String,
    /// The next items that have expired: `tenant, body`.
    pub(super) due: String,
}

impl Layout {
    pub(super) fn new(tables: &[&'static Table]) -> Self {
        let slots: Vec<_> = tables.iter().map(|table| Slot::new(table)).collect();
        let by_name = tables.iter().enumerate().map(|(position, table)| (table.name, position)).collect();
        Self { slots, by_name }
    }

    /// The position of a declared table.
    pub(super) fn position(&self, table: &'static Table) -> Option<usize> {
        self.by_name.get(table.name).copied()
    }

    /// The declared table of that very name.
    pub(super) fn named(&self, name: &str) -> Option<&'static Table> {
        self.by_name.get(name).map(|position| self.slots[*position].table)
    }

    pub(super) fn slot(&self, position: usize) -> &Slot {
        &self.slots[position]
    }

    pub(super) fn find(&self, table: &'static Table) -> Result<&Slot, Error> {
        let undeclared =
            || Error::InvalidQuery { table: table.name, reason: "the table is not declared".into() };
        self.position(table).map(|position| self.slot(position)).ok_or_else(undeclared)
    }

    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }
}

impl Slot {
    fn new(table: &'static Table) -> Self {
        let items = items_name(table.name);
        let walk = |direction: &str| {
            format!(
                "SELECT NULL, range, id, tenant, body FROM {items} \
                 WHERE hash = ?1 AND range >= ?2 AND range < ?3 ORDER BY range {direction}"
            )
        };
        Self {
            table,
            indexes: table.indexes.iter().map(|index| IndexSlot::new(table, index)).collect(),
            get: format!("SELECT id, tenant, body FROM {items} WHERE hash = ?1 AND range = ?2"),
            insert: format!("INSERT INTO {items} (hash, range, tenant, body) VALUES (?1, ?2, ?3, ?4)"),
            update: format!("UPDATE {items} SET tenant = ?2, body = ?3 WHERE id = ?1"),
            delete: format!("DELETE FROM {items} WHERE id = ?1"),
            walk: Walk {
                forward: walk("ASC"),
                backward: walk("DESC"),
                scan: format!(
                    "SELECT hash, range, id, tenant, body FROM {items} \
                     WHERE (hash, range) > (?1, ?2) AND id % ?3 = ?4 ORDER BY hash, range"
                ),
            },
            expiry: table.ttl.map(|_| Expiry::new(table)),
        }
    }

    /// The second from which the item is no longer there, if it has one.
    pub(super) fn expires_at(&self, item: &Item) -> Option<i64> {
        expires_at(self.table, item)
    }

    pub(super) fn index(&self, name: &str) -> Result<&IndexSlot, Error> {
        self.indexes.iter().find(|slot| slot.index.name == name).ok_or_else(|| Error::InvalidQuery {
            table: self.table.name,
            reason: format!("there is no index {name}"),
        })
    }

    /// What stands before the hash in an index row of that tenant's item.
    pub(super) fn prefix<'a>(&self, tenant: Option<&'a str>) -> &'a str {
        match self.table.tenancy {
            Tenancy::Tenant => tenant.unwrap_or(""),
            Tenancy::Directory => "",
        }
    }

    pub(super) fn create(&self) -> String {
        let items = items_name(self.table.name);
        format!(
            "CREATE TABLE {items} (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, range BLOB NOT NULL, \
             tenant TEXT, body BLOB NOT NULL, UNIQUE (hash, range)) STRICT"
        )
    }

    /// Every item, for filling an index.
    pub(super) fn all(&self) -> String {
        format!("SELECT id, tenant, body FROM {}", items_name(self.table.name))
    }
}

impl IndexSlot {
    fn new(table: &'static Table, index: &'static Index) -> Self {
        let (items, rows) = (items_name(table.name), index_name(table.name, index.name));
        // CROSS JOIN keeps SQLite from walking the items and looking into the index.
        let walk = |direction: &str| {
            format!(
                "SELECT NULL, i.range, i.id, t.tenant, t.body \
                 FROM {rows} AS i CROSS JOIN {items} AS t ON t.id = i.id \
                 WHERE i.tenant = ?1 AND i.hash = ?2 AND (i.range, i.id) > (?3, ?4) AND (i.range, i.id) < (?5, ?6) \
                 ORDER BY i.range {direction}, i.id {direction}"
            )
        };
        Self {
            index,
            insert: format!("INSERT INTO {rows} (tenant, hash, range, id) VALUES (?1, ?2, ?3, ?4)"),
            delete: format!("DELETE FROM {rows} WHERE tenant = ?1 AND hash = ?2 AND range = ?3 AND id = ?4"),
            walk: Walk {
                forward: walk("ASC"),
                backward: walk("DESC"),
                scan: format!(
                    "SELECT i.hash, i.range, i.id, t.tenant, t.body \
                     FROM {rows} AS i CROSS JOIN {items} AS t ON t.id = i.id \
                     WHERE i.tenant = ?1 AND (i.hash, i.range, i.id) > (?2, ?3, ?4) AND i.id % ?5 = ?6 \
                     ORDER BY i.hash, i.range, i.id"
                ),
            },
        }
    }

    pub(super) fn create(&self, table: &Table) -> String {
        let rows = index_name(table.name, self.index.name);
        format!(
            "CREATE TABLE {rows} (tenant TEXT NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, \
             id INTEGER NOT NULL, PRIMARY KEY (tenant, hash, range, id)) STRICT, WITHOUT ROWID"
        )
    }
}

impl Expiry {
    fn new(table: &Table) -> Self {
        let (items, rows) = (items_name(table.name), expiry_name(table.name));
        Self {
            insert: format!("INSERT INTO {rows} (at, id) VALUES (?1, ?2)"),
            delete: format!("DELETE FROM {rows} WHERE at = ?1 AND id = ?2"),
            due: format!(
                "SELECT t.tenant, t.body FROM {rows} AS e CROSS JOIN {items} AS t ON t.id = e.id \
                 WHERE e.at <= ?1 ORDER BY e.at, e.id LIMIT ?2"
            ),
        }
    }

    pub(super) fn create(table: &Table) -> String {
        let rows = expiry_name(table.name);
        format!(
            "CREATE TABLE {rows} (at INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (at, id)) \
             STRICT, WITHOUT ROWID"
        )
    }
}

/// The second from which an item of the table is no longer there, if it has one.
pub(crate) fn expires_at(table: &Table, item: &Item) -> Option<i64> {
    item.get(table.ttl?).and_then(Value::as_number).and_then(Number::as_i64).filter(|at| *at > 0)
}

/// Declared names hold no quotes: `check_declarations` sees to that.
fn items_name(table: &str) -> String {
    format!("\"items:{table}\"")
}

/// The table of an item's expiry.
pub(super) fn expiry_name(table: &str) -> String {
    format!("\"expiry:{table}\"")
}

/// The table of an index.
pub(super) fn index_name(table: &str, index: &str) -> String {
    format!("\"index:{table}:{index}\"")
}
