//! The factory: orders of images from many providers, one prompt expanded into hundreds, and the products.
//!
//! So far the room has its schema (`schema.rs`, the SQL is in `migrations/`) for SQLite and PostgreSQL, with the
//! names of its specification, what a new tenant gets (`defaults.rs`), and the store functions that lay down an
//! order with its items (`order.rs`, `item.rs`). Counts are kept by triggers, whatever happens to the rows.
//! It is not composed into the server yet: its nouns come with their rules and pages.
//!
//! It knows no other room: they meet by id, by events and as tools.
//! Start with `schema.rs`.

pub mod defaults;
pub mod item;
pub mod order;
mod schema;
pub mod search;

pub use schema::SCHEMA;
