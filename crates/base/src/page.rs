//! One page of a list.

use crate::Cursor;

/// Which page is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRequest {
    /// How many entries at most, 1 to [`PageRequest::MAX`].
    pub limit: usize,
    /// The entry after which the page begins; none for the first page.
    pub after: Option<Cursor>,
}

impl PageRequest {
    /// The largest page.
    pub const MAX: usize = 200;

    /// The first page with that many entries at most.
    pub fn first(limit: usize) -> Self {
        Self { limit, after: None }
    }
}

/// An entry with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge<T> {
    /// The entry.
    pub node: T,
    /// Its place: the page after it begins with the next entry.
    pub cursor: Cursor,
}

/// A page: entries in order, and whether more follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The entries.
    pub edges: Vec<Edge<T>>,
    /// Whether another page follows.
    pub has_next: bool,
}

impl<T> Page<T> {
    /// The page with each entry turned into another, or the first error.
    pub fn try_map<U, E>(self, mut turn: impl FnMut(T) -> Result<U, E>) -> Result<Page<U>, E> {
        let edges = self
            .edges
            .into_iter()
            .map(|edge| Ok(Edge { node: turn(edge.node)?, cursor: edge.cursor }))
            .collect::<Result<_, E>>()?;
        Ok(Page { edges, has_next: self.has_next })
    }

    /// The place of the last entry.
    pub fn end(&self) -> Option<&Cursor> {
        self.edges.last().map(|edge| &edge.cursor)
    }

    /// The entries alone.
    pub fn into_nodes(self) -> impl Iterator<Item = T> {
        self.edges.into_iter().map(|edge| edge.node)
    }
}
