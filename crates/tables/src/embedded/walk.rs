//! Queries: rows are stepped and cut, never collected.

use std::pin::Pin;
use std::task::{Context, Poll};

use atelier_base::{Cursor, Edge, Page};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Rows, params};

use super::codec;
use super::failure::File;
use super::keys::Bounds;
use super::layout::Walk;
use crate::{Cond, Error, Item};

/// Rows that one look examines before the page is cut.
const MAX_EXAMINED: usize = 10_000;
/// Bytes of bodies that one look reads before the page is cut, as DynamoDB does.
const MAX_READ: usize = 1 << 20;

/// A place in a partition: ids break the ties of an index's sort keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    range: Vec<u8>,
    id: i64,
}

/// What a query reads, in bytes.
pub(super) struct Look<'a> {
    pub(super) walk: &'a Walk,
    /// What stands before the hash in an index row; none for the table itself.
    pub(super) prefix: Option<&'a str>,
    pub(super) hash: Vec<u8>,
    pub(super) bounds: Bounds,
    pub(super) filter: Option<Cond>,
    pub(super) descending: bool,
    pub(super) limit: usize,
    /// The tenant whose items are seen; none for all.
    pub(super) tenant: Option<&'a str>,
    /// Names the list, so that a cursor of another one is noticed.
    pub(super) mark: [u8; 8],
}

/// What one look found.
pub(super) enum Found {
    Page(Page<Item>),
    /// Nothing so far, and more to look at after the place.
    NothingUntil(Place),
}

impl Look<'_> {
    pub(super) fn read(
        &self,
        connection: &Connection,
        after: Option<&Place>,
        file: &File,
    ) -> Result<Found, Error> {
        let failed = file.failed("read");
        let sql = if self.descending { &self.walk.backward } else { &self.walk.forward };
        let mut statement = connection.prepare_cached(sql).map_err(&failed)?;
        let (low, high) = self.ends(after);
        let rows = match self.prefix {
            Some(prefix) => {
                statement.query(params![prefix, self.hash, low.range, low.id, high.range, high.id])
            }
            None => statement.query((&self.hash, &low.range, &high.range)),
        };
        self.step(rows.map_err(&failed)?, file)
    }

    /// Both ends of what is left, as places of an index: after the low one, before the high one.
    fn ends(&self, after: Option<&Place>) -> (Place, Place) {
        // Ids begin at 1: place 0 of a sort key lies before all of its rows.
        let mut low = Place { range: self.bounds.low.clone(), id: 0 };
        let mut high = Place { range: self.bounds.high.clone(), id: 0 };
        if let Some(after) = after {
            let mut after = after.clone();
            // In the table itself a sort key has one row, and the low end is included.
            if self.prefix.is_none() && !self.descending {
                after = Place { range: [after.range.as_slice(), &[0]].concat(), id: 0 };
            }
            let end = if self.descending { &mut high } else { &mut low };
            let tighter = if self.descending { after.before(end) } else { end.before(&after) };
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
        while let Some(row) = rows.next().map_err(&failed)? {
            let column = |column| row.get_ref(column).map_err(&failed);
            let seen = self.sees(column(2)?);
            // One more than the limit is there, and without a filter that is enough to know.
            if seen && edges.len() == self.limit && self.filter.is_none() {
                return Ok(Found::Page(Page { edges, has_next: true }));
            }
            if examined >= MAX_EXAMINED || read >= MAX_READ {
                return Ok(self.cut(edges, last, last_seen));
            }
            examined += 1;
            let place = Place {
                range: column(0)?.as_blob().map_err(|error| failed(error.into()))?.to_vec(),
                id: column(1)?.as_i64().map_err(|error| failed(error.into()))?,
            };
            if seen {
                let body = column(3)?.as_blob().map_err(|error| failed(error.into()))?;
                read += body.len();
                let item = codec::decode(body).map_err(|_| file.malformed_body())?;
                if self.filter.as_ref().is_none_or(|filter| filter.holds(Some(&item))) {
                    if edges.len() == self.limit {
                        return Ok(Found::Page(Page { edges, has_next: true }));
                    }
                    edges.push(Edge { node: item, cursor: self.cursor(&place) });
                }
                last_seen = Some(place.clone());
            }
            last = Some(place);
        }
        Ok(Found::Page(Page { edges, has_next: false }))
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
        let mut bytes = Vec::with_capacity(16 + place.range.len());
        bytes.extend_from_slice(&self.mark);
        bytes.extend_from_slice(&place.id.to_be_bytes());
        bytes.extend_from_slice(&place.range);
        Cursor::from_bytes(bytes)
    }

    /// The place of a cursor of this very list.
    pub(super) fn place(&self, cursor: &Cursor) -> Result<Place, Error> {
        let rest = cursor.as_bytes().strip_prefix(&self.mark).ok_or(Error::InvalidCursor)?;
        let (id, range) = rest.split_first_chunk().ok_or(Error::InvalidCursor)?;
        Ok(Place { range: range.to_vec(), id: i64::from_be_bytes(*id) })
    }
}

impl Place {
    fn before(&self, other: &Self) -> bool {
        (&self.range, self.id) < (&other.range, other.id)
    }
}

/// FNV-1a over length-prefixed parts: cursors are not secret, only told apart.
pub(super) fn mark(parts: &[&[u8]]) -> [u8; 8] {
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
