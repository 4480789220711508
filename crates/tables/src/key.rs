//! Keys and ranges of keys.

use crate::{Item, Table, Value};

/// The primary key of one item: the partition key and, where the table has one, the sort key.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The value of the partition key.
    pub hash: Value,
    /// The value of the sort key.
    pub range: Option<Value>,
}

impl Key {
    /// The key of an item in a table without a sort key.
    pub fn hash(hash: impl Into<Value>) -> Self {
        Self { hash: hash.into(), range: None }
    }

    /// The key of an item in a table with a sort key.
    pub fn new(hash: impl Into<Value>, range: impl Into<Value>) -> Self {
        Self { hash: hash.into(), range: Some(range.into()) }
    }

    /// The key of an item of the table; none when it lacks an attribute of it.
    pub(crate) fn of(table: &Table, item: &Item) -> Option<Self> {
        let hash = item.get(table.hash.name())?.clone();
        let range = match table.range {
            Some(range) => Some(item.get(range.name())?.clone()),
            None => None,
        };
        Some(Self { hash, range })
    }
}

/// Which sort keys of a partition a query reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum KeyRange {
    /// All of them.
    #[default]
    All,
    /// This one.
    Equal(Value),
    /// Lower ones.
    Below(Value),
    /// Lower ones and this one.
    AtMost(Value),
    /// Higher ones.
    Above(Value),
    /// This one and higher ones.
    AtLeast(Value),
    /// From the first to the second, both included.
    Between(Value, Value),
    /// Texts or bytes that begin like this.
    BeginsWith(Value),
}
