//! SQL: relational tables on SQLite, and on PostgreSQL when one machine is too small.
//!
//! A [`Db`] is one of two pools. A statement ([`Sql`]) is written once for both engines, with `?` for its
//! values and `:tenant` for the tenant; a [`Dialect`] says the few words that differ. Every call takes a
//! [`Scope`](atelier_base::Scope), and a statement in a tenant's scope that does not say `:tenant` is refused.
//! Schemas are [`Migrations`], up and down, recorded with checksums. [`words`] folds texts and compiles what
//! people search for to the full-text search of either engine. A [`Transfer`] copies tables from a file into a
//! PostgreSQL and proves the copy.
//!
//! It is not an object mapper and holds no tables of its own: those live in the rooms.
//! Start with [`Db`]; what both engines promise is proved by `conformance`.

mod backup;
mod bulk;
#[cfg(feature = "conformance")]
pub mod conformance;
mod connection;
mod db;
mod deferred;
mod dialect;
mod error;
mod failure;
mod migrate;
mod postgres;
mod row;
mod sqlite;
mod statement;
mod transaction;
mod transfer;
mod value;
pub mod words;

pub use backup::back_up;
pub use bulk::Bulk;
pub use db::Db;
pub use deferred::Options;
pub use dialect::Dialect;
pub use error::{Error, codes};
pub use migrate::{Migration, MigrationState, Migrations, Script, Standing};
pub use postgres::PostgresOptions;
pub use row::{FromColumn, Row};
pub use sqlite::SqliteOptions;
pub use statement::Sql;
pub use transaction::Transaction;
pub use transfer::{Progress, Proof, Side, Transfer, TransferStep, TransferTable};
pub use value::{Value, ValueKind};
