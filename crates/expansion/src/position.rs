//! Where in an order something stands, for the editor that underlines it.

use std::sync::Arc;

/// Which text of the order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The prompt.
    Prompt,
    /// The negative prompt.
    Negative,
    /// A parameter, by its name.
    Parameter(Arc<str>),
    /// A value of a lookup, by the lookup's name. Positions count from the start of the value.
    Lookup(Arc<str>),
}

/// A stretch of a text. Both ends count characters (Unicode scalar values), not bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// The text.
    pub field: Field,
    /// The first character.
    pub start: usize,
    /// One past the last character; never less than `start`.
    pub end: usize,
}

/// Something, and where it was found. What concerns the whole order has no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// What.
    pub what: T,
    /// Where.
    pub at: Option<At>,
}
