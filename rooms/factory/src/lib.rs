//! The factory: orders of images from many providers, one prompt expanded into hundreds, and the products.
//!
//! Its nouns are relational, as the specification has them (`schema.rs`, the SQL is in `migrations/`), on SQLite
//! or PostgreSQL. An order is expanded into items, and the items are the queue: `work` claims them with leases,
//! asks their provider, and keeps what it makes as products. Counts are kept by triggers, whatever happens to
//! the rows; an order's status is derived from its items.
//!
//! It knows no other room: they meet by id, by events and as tools.
//! Start with `schema.rs`, then `order.rs`.

mod change;
pub mod collection;
mod connection;
pub mod defaults;
mod error;
pub mod export;
pub mod floor;
pub mod graphql;
pub mod housekeeping;
mod ingest;
pub mod item;
mod keyset;
pub mod lookup;
mod model;
pub mod order;
mod parameters;
pub mod permissions;
pub mod product;
pub mod project;
pub mod prompt;
pub mod provider;
pub mod rest;
mod schema;
pub mod search;
pub mod setting;
mod state;
mod stock;
pub mod tag;
pub mod template;
mod transfer;
pub mod webhook;
pub mod work;

pub use change::{FactoryChange, FactoryChangeKind, FactoryEntity};
pub use error::{Error, codes};
pub use schema::SCHEMA;
pub use state::State;
pub use transfer::TRANSFER;

/// This room's part of the server, as data. Its tables are relational: see [`SCHEMA`].
pub const ROOM: atelier_api::Room = atelier_api::Room {
    name: "factory",
    tables: &[],
    actions: permissions::ALL,
    codes: codes::ALL,
    openapi: rest::openapi,
};

/// What came of a change that named a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// It was made.
    Done(T),
    /// Somebody else wrote first. Nothing was changed; this is what is stored now.
    Conflict(Box<T>),
}
