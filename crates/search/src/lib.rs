//! Finding anything of a tenant: words and meaning in one query.
//!
//! Logs, transcripts, text in pictures, briefs, assets, inspiration and projects are [`Document`]s here,
//! and what their places among other texts are (vectors) is computed elsewhere and passed in. tantivy keeps the
//! postings, records and vectors on disk and makes them durable together; scoring, filters and facets are our own, so
//! that one tenant's records never change what another sees, not even by their number. There is no
//! approximate index: a search compares the query with every vector that the filters allow.
//!
//! The index is derived from the records and can be built again at any time. It decides nothing about rights
//! beyond the tenant, which each call takes from a [`Scope`](atelier_base::Scope). Start with [`SearchIndex`]; `search.rs` says
//! what happens in a search, `store.rs` what a commit promises.

mod document;
mod error;
mod index;
mod query;
mod results;
mod schema;
mod search;
mod store;
mod text;
mod thesaurus;

pub use document::{DIMENSIONS, Document, Part, Vector};
pub use error::{Error, codes};
pub use index::{Extent, Rebuild, SearchIndex};
pub use query::{Filters, HybridQuery};
pub use results::{Count, Facets, Hit, Reason, Results, Snippet};
pub use thesaurus::Thesaurus;
