//! Queries and scans: rows are stepped and cut, never collected.

use std::pin::Pin;
use std::task::{Context, Poll};

use atelier_base::{Cursor, Edge, Page};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection, Row, Rows, params};

use super::codec;
use super::failure::File;
use super::keys::Bounds;
use super::layout::{Walk, expires_at};
use crate::read::Segment;
use crate::{Cond, Count, Error, Item, Select, Table};

/// Rows that one look examines before the page is cut.
const MAX_EXAMINED: usize = 10_000;
/// Bytes of bodies that one look reads before the page is cut, as DynamoDB does.
const MAX_READ: usize = 1 << 20;

/// A place in a table or index. A query leaves the hash empty; ids break the ties of an index's sort keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) hash: Vec<u8>,
    pub(super) range: Vec<u8>,
    pub(super) id: i64,
}

/// What is walked.
pub(super) enum Extent {
    Partition { hash: Vec<u8>, bounds: Bounds, descending: bool },
    Whole(Segment),
}

/// What a query or scan reads, in bytes.
pub(super) struct Look<'a> {
    pub(super) table: &'static Table,
    pub(super) walk: &'a Walk,
    /// What stands before the hash in an index row; none for the table itself.
    pub(super) prefix: Option<&'a str>,
    pub(super) extent: Extent,
    /// What an index returns of its items; none for all.
    pub(super) projection: Option<Select>,
    pub(super) filter: Option<Cond>,
    pub(super) select: Option<Select>,
    pub(super) limit: usize,
    /// The tenant whose items are seen; none for all.
    pub(super) tenant: Option<&'a str>,
    /// The second that it is now.
    pub(super) now: i64,
    /// Names the list, so that a cursor of another one is noticed.
    pub(super) mark: [u8; 8],
}

/// What one look found.
pub(super) enum Found {
    Page(Page<Item>),
    /// Nothing so far, and more to look at after the place.
    NothingUntil(Place),
}

/// A row, as far as it is seen.
struct Seen {
    place: Place,
    /// Bytes of its body; 0 when it isn't seen.
    bytes: usize,
    /// The item, when it fulfils the filter.
    item: Option<Item>,
    hidden: bool,
}

impl Look<'_> {
    pub(super) fn read(
        &self,
        connection: &Connection,
        after: Option<&Place>,
        file: &File,
    ) -> Result<Found, Error> {
        let mut statement = self.prepare(connection, file)?;
        let rows = self.rows(&mut statement, after).map_err(file.failed("read"))?;
        self.step(rows, file)
    }

    /// Counts on from the place; a place means that there may be more after it.
    pub(super) fn count(
        &self,
        connection: &Connection,
        after: Option<&Place>,
        count: &mut Count,
        file: &File,
    ) -> Result<Option<Place>, Error> {
        let failed = file.failed("read");
        let mut statement = self.prepare(connection, file)?;
        let mut rows = self.rows(&mut statement, after).map_err(&failed)?;
        let mut examined = 0;
        while let Some(row) = rows.next().map_err(&failed)? {
            let seen = self.see(row, file)?;
            count.scanned += u64::from(!seen.hidden);
            count.count += u64::from(seen.item.is_some());
            examined += 1;
            if examined >= MAX_EXAMINED {
                return Ok(Some(seen.place));
            }
        }
        Ok(None)
    }

    fn prepare<'c>(&self, connection: &'c Connection, file: &File) -> Result<CachedStatement<'c>, Error> {
        let sql = match self.extent {
            Extent::Whole(_) => &self.walk.scan,
            Extent::Partition { descending: true, .. } => &self.walk.backward,
            Extent::Partition { .. } => &self.walk.forward,
        };
        connection.prepare_cached(sql).map_err(file.failed("read"))
    }

    fn rows<'s>(
        &self,
        statement: &'s mut CachedStatement<'_>,
        after: Option<&Place>,
    ) -> rusqlite::Result<Rows<'s>> {
        match &self.extent {
            Extent::Partition { hash, bounds, descending } => {
                let (low, high) = self.ends(bounds, *descending, after);
                match self.prefix {
                    Some(prefix) => {
                        statement.query(params![prefix, hash, low.range, low.id, high.range, high.id])
                    }
                    None => statement.query((hash, &low.range, &high.range)),
                }
            }
            Extent::Whole(segment) => {
                let Place { hash, range, id } = after.cloned().unwrap_or_default();
                let (of, position) = (segment.of, segment.position);
                match self.prefix {
                    Some(prefix) => statement.query(params![prefix, hash, range, id, of, position]),
                    None => statement.query(params![hash, range, of, position]),
                }
            }
        }
    }

    /// Both ends of what is left, as places of an index: after the low one, before the high one.
    fn ends(&self, bounds: &Bounds, descending: bool, after: Option<&Place>) -> (Place, Place) {
        // Ids begin at 1: place 0 of a sort key lies before all of its rows.
        let end = |range: &[u8]| Place { range: range.to_vec(), ..Place::default() };
        let (mut low, mut high) = (end(&bounds.low), end(&bounds.high));
        if let Some(after) = after {
            let mut after = Place { hash: Vec::new(), ..after.clone() };
            // In the table itself a sort key has one row, and the low end is included.
            if self.prefix.is_none() && !descending {
                after = end(&[after.range.as_slice(), &[0]].concat());
            }
            let end = if descending { &mut high } else { &mut low };
            let tighter = if descending { after.before(end) } else { end.before(&after) };
            if tighter {
                *end = after;
            }
        }
        (low, high)
    }

    fn step(&self, mut rows: Rows<'_>, file: &File) -> Result<Found, Error> {
        let failed = file.failed("read");
        let mut edges: Vec<Edge<Item>> = Vec::new();
        let (mut examined, mut read) = (0, 0);
        // A place of another tenant's row stays in here: it must not show in a cursor.
        let (mut last, mut last_seen) = (None, None);
        let every_row_counts = self.filter.is_none() && self.table.ttl.is_none();
        while let Some(row) = rows.next().map_err(&failed)? {
            if every_row_counts && edges.len() == self.limit && self.sees(row.get_ref(3).map_err(&failed)?) {
                return Ok(Found::Page(Page { edges, has_next: true }));
            }
            if examined >= MAX_EXAMINED || read >= MAX_READ {
                return Ok(self.cut(edges, last, last_seen));
            }
            let seen = self.see(row, file)?;
            examined += 1;
            read += seen.bytes;
            if let Some(item) = seen.item {
                // One more than the limit is there.
                if edges.len() == self.limit {
                    return Ok(Found::Page(Page { edges, has_next: true }));
                }
                edges.push(Edge { node: self.selected(item), cursor: self.cursor(&seen.place) });
            }
            if !seen.hidden {
                last_seen = Some(seen.place.clone());
            }
            last = Some(seen.place);
        }
        Ok(Found::Page(Page { edges, has_next: false }))
    }

    fn see(&self, row: &Row<'_>, file: &File) -> Result<Seen, Error> {
        let failed = file.failed("read");
        let column = |column| row.get_ref(column).map_err(&failed);
        let bytes = |column| row.get_ref(column).and_then(|value| Ok(value.as_blob()?)).map_err(&failed);
        let hash = match column(0)? {
            ValueRef::Blob(hash) => hash.to_vec(),
            _ => Vec::new(),
        };
        let place = Place {
            hash,
            range: bytes(1)?.to_vec(),
            id: column(2)?.as_i64().map_err(|error| failed(error.into()))?,
        };
        let mut seen = Seen { place, bytes: 0, item: None, hidden: true };
        if !self.sees(column(3)?) {
            return Ok(seen);
        }
        let body = bytes(4)?;
        seen.bytes = body.len();
        let item = codec::decode(body).map_err(|_| file.malformed_body())?;
        if expires_at(self.table, &item).is_some_and(|at| at <= self.now) {
            return Ok(seen);
        }
        seen.hidden = false;
        let item = match &self.projection {
            Some(projection) => projection.of(&item),
            None => item,
        };
        seen.item =
            Some(item).filter(|item| self.filter.as_ref().is_none_or(|filter| filter.holds(Some(item))));
        Ok(seen)
    }

    fn selected(&self, item: Item) -> Item {
        match &self.select {
            Some(select) => select.of(&item),
            None => item,
        }
    }

    /// The look ends early. The last entry's cursor moves on to what was looked at last, so that the
    /// next page does not look at it again.
    fn cut(&self, mut edges: Vec<Edge<Item>>, last: Option<Place>, last_seen: Option<Place>) -> Found {
        match (edges.last_mut(), last) {
            (None, Some(last)) => Found::NothingUntil(last),
            (Some(edge), _) => {
                if let Some(last_seen) = last_seen {
                    edge.cursor = self.cursor(&last_seen);
                }
                Found::Page(Page { edges, has_next: true })
            }
            (None, None) => Found::Page(Page { edges, has_next: false }),
        }
    }

    fn sees(&self, owner: ValueRef<'_>) -> bool {
        match (self.tenant, owner) {
            (None, _) => true,
            (Some(tenant), ValueRef::Text(owner)) => tenant.as_bytes() == owner,
            (Some(_), _) => false,
        }
    }

    fn cursor(&self, place: &Place) -> Cursor {
        let mut bytes = Vec::with_capacity(18 + place.hash.len() + place.range.len());
        bytes.extend_from_slice(&self.mark);
        bytes.extend_from_slice(&place.id.to_be_bytes());
        let hash_length = u16::try_from(place.hash.len()).unwrap_or(u16::MAX);
        bytes.extend_from_slice(&hash_length.to_be_bytes());
        bytes.extend_from_slice(&place.hash);
        bytes.extend_from_slice(&place.range);
        Cursor::from_bytes(bytes)
    }

    /// The place of a cursor of this very list.
    pub(super) fn place(&self, cursor: &Cursor) -> Result<Place, Error> {
        let place = || {
            let rest = cursor.as_bytes().strip_prefix(&self.mark)?;
            let (id, rest) = rest.split_first_chunk()?;
            let (length, rest) = rest.split_first_chunk()?;
            let (hash, range) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
            Some(Place { hash: hash.to_vec(), range: range.to_vec(), id: i64::from_be_bytes(*id) })
        };
        place().ok_or(Error::InvalidCursor)
    }
}

impl Place {
    fn before(&self, other: &Self) -> bool {
        (&self.range, self.id) < (&other.range, other.id)
    }
}

/// FNV-1a over length-prefixed parts: cursors are not secret, only told apart.
pub(crate) fn mark(parts: &[&[u8]]) -> [u8; 8] {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        let length = (part.len() as u64).to_be_bytes();
        for byte in length.iter().chain(*part) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash.to_be_bytes()
}

/// Lets other tasks of the thread run once.
pub(super) struct Pause(pub(super) bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
