//! Reads besides the query: of known keys, and of whole tables.

use atelier_base::{Cursor, PageRequest};

use crate::{Cond, Item, Key, Select, Table};

/// A read of one key among several.
#[derive(Clone, Debug)]
pub struct Get {
    pub(crate) table: &'static Table,
    pub(crate) key: Key,
    pub(crate) select: Option<Select>,
}

impl Get {
    /// The most reads of a batch or of a transaction.
    pub const MAX: usize = 100;

    /// The item of that key.
    pub fn new(table: &'static Table, key: Key) -> Self {
        Self { table, key, select: None }
    }

    /// Only these parts of it.
    pub fn select(mut self, select: Select) -> Self {
        self.select = Some(select);
        self
    }
}

/// How much a query has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Items that fulfil the filter.
    pub count: u64,
    /// Items that were looked at.
    pub scanned: u64,
}

/// A read of a whole table or index, page by page, in an order of the engine's own.
///
/// It costs what the table holds, whatever it finds: for exports and repairs, not for pages.
#[derive(Clone, Debug)]
pub struct Scan {
    pub(crate) table: &'static Table,
    pub(crate) index: Option<&'static str>,
    pub(crate) filter: Option<Cond>,
    pub(crate) select: Option<Select>,
    pub(crate) segment: Segment,
    pub(crate) limit: usize,
    pub(crate) after: Option<Start>,
}

/// One of the parts of a table that are read side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) position: u32,
    pub(crate) of: u32,
}

impl Segment {
    pub(crate) const WHOLE: Self = Self { position: 0, of: 1 };
}

/// Where a page begins.
#[derive(Clone, Debug)]
pub(crate) enum Start {
    /// After the entry of this cursor.
    Cursor(Cursor),
    /// After the item of these keys, of the table and of the index.
    Keys(Item),
}

impl Scan {
    /// The most segments.
    pub const MAX_SEGMENTS: u32 = 1_000_000;

    /// Every item of the table.
    pub fn table(table: &'static Table) -> Self {
        let limit = crate::Query::MAX_LIMIT;
        Self { table, index: None, filter: None, select: None, segment: Segment::WHOLE, limit, after: None }
    }

    /// Every item that is in the index.
    pub fn index(table: &'static Table, index: &'static str) -> Self {
        Self { index: Some(index), ..Self::table(table) }
    }

    /// Only items that fulfil this, as [`Query::filter`](crate::Query::filter) has it.
    pub fn filter(mut self, filter: Cond) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Only these parts of each.
    pub fn select(mut self, select: Select) -> Self {
        self.select = Some(select);
        self
    }

    /// The part at `position`, from 0, of so many: together they hold every item once.
    pub fn segment(mut self, position: u32, of: u32) -> Self {
        self.segment = Segment { position, of };
        self
    }

    /// At most this many items, 1 to [`Query::MAX_LIMIT`](crate::Query::MAX_LIMIT). A page also ends at about 1 MB.
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

    /// The page that was asked for.
    pub fn page(self, page: PageRequest) -> Self {
        self.limit(page.limit).after(page.after)
    }
}
