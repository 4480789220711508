//! Queries of one partition, of a table or of an index.

use atelier_base::{Cursor, PageRequest};

use crate::read::Start;
use crate::{Cond, Item, KeyRange, Select, Table, Value};

/// A query: one partition, a range of its sort keys, a direction, a page.
#[derive(Clone, Debug)]
pub struct Query {
    pub(crate) table: &'static Table,
    pub(crate) index: Option<&'static str>,
    pub(crate) hash: Value,
    pub(crate) range: KeyRange,
    pub(crate) filter: Option<Cond>,
    pub(crate) descending: bool,
    pub(crate) limit: usize,
    pub(crate) select: Option<Select>,
    pub(crate) after: Option<Start>,
}

impl Query {
    /// The most items of a page.
    pub const MAX_LIMIT: usize = 1_000;

    /// The items of a partition of the table, by sort key.
    pub fn table(table: &'static Table, hash: impl Into<Value>) -> Self {
        Self {
            table,
            index: None,
            hash: hash.into(),
            range: KeyRange::All,
            filter: None,
            descending: false,
            limit: Self::MAX_LIMIT,
            select: None,
            after: None,
        }
    }

    /// The items of a partition of an index, by the index's sort key. Those with the same one are in an
    /// order of the engine's own, which is the same for every page.
    pub fn index(table: &'static Table, index: &'static str, hash: impl Into<Value>) -> Self {
        Self { index: Some(index), ..Self::table(table, hash) }
    }

    /// Only these sort keys.
    pub fn range(mut self, range: KeyRange) -> Self {
        self.range = range;
        self
    }

    /// Only items that fulfil this. A page holds `limit` items that do, or fewer after a look at
    /// ten thousand or at 1 MB of them; `has_next` then says that there may be more, and the cursor of the
    /// last entry goes on from there. A page without entries is always the end: as long as
    /// nothing was found the engine looks on.
    pub fn filter(mut self, filter: Cond) -> Self {
        self.filter = Some(filter);
        self
    }

    /// The highest sort key first.
    pub fn descending(mut self) -> Self {
        self.descending = true;
        self
    }

    /// At most this many items, 1 to [`Query::MAX_LIMIT`]; anything else is an error of the query.
    /// A page also ends at about 1 MB.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Begins after the entry of this cursor; none begins at the beginning.
    pub fn after(mut self, cursor: Option<Cursor>) -> Self {
        self.after = cursor.map(Start::Cursor);
        self
    }

    /// Begins after the item of these keys: those of the table and, for an index, those of the index too.
    pub fn starting_after(mut self, keys: Item) -> Self {
        self.after = Some(Start::Keys(keys));
        self
    }

    /// Only these parts of each item.
    pub fn select(mut self, select: Select) -> Self {
        self.select = Some(select);
        self
    }

    /// The page that was asked for.
    pub fn page(self, page: PageRequest) -> Self {
        self.limit(page.limit).after(page.after)
    }
}
