//! One write of a transaction, or alone.

use crate::{Cond, Item, Key, Table, Update};

/// A write: what to do, to which table, and under which condition.
#[derive(Clone, Debug)]
pub struct Write {
    pub(crate) table: &'static Table,
    pub(crate) action: Action,
    pub(crate) condition: Option<Cond>,
    pub(crate) expected: Option<u64>,
}

#[derive(Clone, Debug)]
pub(crate) enum Action {
    Put(Item),
    Update { key: Key, update: Update, upsert: bool },
    Delete(Key),
    Check(Key),
}

/// An item before and after a write, as far as the scope may see it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// What was there; none when nothing was.
    pub before: Option<Item>,
    /// What is there now; none when nothing is.
    pub after: Option<Item>,
}

impl Written {
    /// What is there now or, after a delete, what was.
    pub fn latest(self) -> Option<Item> {
        self.after.or(self.before)
    }
}

impl Write {
    /// The most writes of a transaction.
    pub const MAX: usize = 100;
    /// The most writes of a batch.
    pub const MAX_BATCH: usize = 25;

    /// Stores the item, over an older one of the same key. The tenant of the scope and the version are
    /// stamped on it; a version that it carries is overwritten, another tenant is refused.
    pub fn put(table: &'static Table, item: Item) -> Self {
        Self::new(table, Action::Put(item))
    }

    /// Stores the item; the condition fails when one of the same key is there.
    pub fn create(table: &'static Table, item: Item) -> Self {
        Self::put(table, item).when(Cond::missing(table.hash.name()))
    }

    /// Changes an item; the condition fails when it isn't there.
    pub fn update(table: &'static Table, key: Key, update: Update) -> Self {
        Self::new(table, Action::Update { key, update, upsert: false })
    }

    /// Changes an item, or makes one of the key and the changes when it isn't there.
    pub fn upsert(table: &'static Table, key: Key, update: Update) -> Self {
        Self::new(table, Action::Update { key, update, upsert: true })
    }

    /// Deletes the item; one that isn't there is no error.
    pub fn delete(table: &'static Table, key: Key) -> Self {
        Self::new(table, Action::Delete(key))
    }

    /// Changes nothing; with a condition, the transaction depends on it.
    pub fn check(table: &'static Table, key: Key, condition: Cond) -> Self {
        Self::new(table, Action::Check(key)).when(condition)
    }

    /// Only when the condition holds; with an earlier condition, when both do.
    pub fn when(mut self, condition: Cond) -> Self {
        self.condition = Some(match self.condition.take() {
            Some(earlier) => earlier.and(condition),
            None => condition,
        });
        self
    }

    /// Only when the item is at this version, of a table that declares a version attribute.
    pub fn expect_version(mut self, version: u64) -> Self {
        self.expected = Some(version);
        self
    }

    fn new(table: &'static Table, action: Action) -> Self {
        Self { table, action, condition: None, expected: None }
    }
}
