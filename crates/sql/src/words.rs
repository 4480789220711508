//! Full-text search with the same answers on both engines.
//!
//! The engines cut texts into words each in their own way, and PostgreSQL's `simple` configuration keeps accents.
//! So [`fold()`] does the cutting and the folding before a text is stored and before a query is sent: both
//! engines are left with words of letters and digits between blanks. A table has a column for the folded text,
//! which SQLite's FTS5 indexes (`unicode61 remove_diacritics 2`) and PostgreSQL makes a `tsvector` of.

mod fold;
mod query;

pub use fold::{fold, fold_json};
pub use query::{Indexed, Query};
