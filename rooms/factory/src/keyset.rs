//! Places in lists: a number to sort by and an id, so that a page begins where the last one ended, however
//! deep it lies.

use atelier_base::{Cursor, Edge, Page, PageRequest};
use atelier_sql::Sql;
use uuid::Uuid;

use crate::Error;

/// An instant or a position, and an id.
pub(crate) type Place = (i64, Uuid);

/// The cursor of a place.
pub(crate) fn cursor((number, id): Place) -> Cursor {
    Cursor::from_bytes([&number.to_be_bytes()[..], id.as_bytes()].concat())
}

fn place(cursor: &Cursor) -> Result<Place, Error> {
    let bytes = cursor.as_bytes();
    let read = || {
        let (number, id) = bytes.split_at_checked(8)?;
        Some((i64::from_be_bytes(number.try_into().ok()?), Uuid::from_slice(id).ok()?))
    };
    read().ok_or(Error::Trail(atelier_tables::Error::InvalidCursor))
}

/// The way a list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The smallest first.
    Up,
    /// The largest first.
    Down,
}

impl Way {
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Up => (">", "ASC"),
            Self::Down => ("<", "DESC"),
        }
    }
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// A number, and an id where that is the same.
    By((&'static str, &'static str), Way),
    /// The number of a row, which is above 0, the largest first. Its places are below 0, so that one list can tell the
    /// other's.
    Rows(&'static str),
}

impl Order {
    /// What to read of a row for its place.
    pub(crate) fn number(self) -> String {
        match self {
            Self::By((number, _), _) => number.to_owned(),
            Self::Rows(row) => format!("-{row}"),
        }
    }

    /// Whether a page that begins there goes on in the order of rows; none for a first page.
    ///
    /// # Errors
    /// A cursor that no list made.
    pub(crate) fn is_of_rows(request: &PageRequest) -> Result<Option<bool>, Error> {
        request.after.as_ref().map(|after| Ok(place(after)?.0 < 0)).transpose()
    }

    /// The number at which a page begins; none for a first page.
    ///
    /// # Errors
    /// A cursor that no list made.
    pub(crate) fn begin(request: &PageRequest) -> Result<Option<i64>, Error> {
        request.after.as_ref().map(|after| Ok(place(after)?.0)).transpose()
    }

    /// What follows the conditions of a list: see [`page`].
    ///
    /// # Errors
    /// A cursor that no list made.
    pub(crate) fn page(self, request: &PageRequest) -> Result<Sql, Error> {
        let row = match self {
            Self::By(columns, way) => return page(columns, way, request),
            Self::Rows(row) => row,
        };
        let mut sql = Sql::default();
        if let Some(after) = &request.after {
            sql = Sql::new(format!(" AND {row} < ?")).bind(place(after)?.0.saturating_neg());
        }
        let limit = request.limit.saturating_add(1);
        Ok(sql.push(format!(" ORDER BY {row} DESC LIMIT {limit}")))
    }

    /// The first ones alone.
    pub(crate) fn first(self, most: i64) -> String {
        match self {
            Self::By((number, _), way) => format!(" ORDER BY {number} {} LIMIT {most}", way.words().1),
            Self::Rows(row) => format!(" ORDER BY {row} DESC LIMIT {most}"),
        }
    }
}

/// What follows the conditions of a list: where the page begins, the order, and one row more than the page has.
///
/// # Errors
/// A cursor that no list made.
pub(crate) fn page(columns: (&str, &str), way: Way, request: &PageRequest) -> Result<Sql, Error> {
    let (number, id) = columns;
    let (sign, word) = way.words();
    let mut sql = Sql::default();
    if let Some(after) = &request.after {
        let (at, last) = place(after)?;
        sql = Sql::new(format!(" AND ({number}, {id}) {sign} (?, ?)")).bind(at).bind(last);
    }
    let limit = request.limit.saturating_add(1);
    Ok(sql.push(format!(" ORDER BY {number} {word}, {id} {word} LIMIT {limit}")))
}

/// The page of what was read, of which there may be one more than it has.
pub(crate) fn paged<T>(mut read: Vec<T>, request: &PageRequest, place: impl Fn(&T) -> Place) -> Page<T> {
    let has_next = read.len() > request.limit;
    read.truncate(request.limit);
    let edge = |node| Edge { cursor: cursor(place(&node)), node };
    Page { edges: read.into_iter().map(edge).collect(), has_next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_and_other_bytes_are_refused() {
        let at = (-5, Uuid::from_u128(7));
        assert_eq!(place(&cursor(at)).expect("a place"), at);
        for bytes in [vec![], vec![1; 8], vec![1; 23], vec![1; 25]] {
            assert!(place(&Cursor::from_bytes(bytes)).is_err());
        }
    }

    #[test]
    fn a_page_knows_whether_another_follows() {
        let request = PageRequest::first(2);
        let of = |numbers: Vec<i64>| paged(numbers, &request, |number| (*number, Uuid::nil()));
        assert!(!of(vec![1, 2]).has_next);
        let more = of(vec![1, 2, 3]);
        assert_eq!((more.has_next, more.edges.len()), (true, 2));
        assert_eq!(more.end(), Some(&cursor((2, Uuid::nil()))));
    }
}
