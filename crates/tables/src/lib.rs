//! Tables: the DynamoDB data model, with an embedded engine on SQLite.
//!
//! A table is declared once, as a constant [`Table`]: its keys, its global secondary indexes, their
//! names as the specifications give them. Items are maps of [`Value`]s; serde structs go in and out.
//! Conditions, updates and key ranges are typed builders ([`Cond`], [`Update`], [`KeyRange`]), never
//! expression strings. Every call takes a [`Scope`](atelier_base::Scope): the engine stamps the tenant
//! on every write and hides every other tenant's item on every read, index queries included.
//!
//! It is not an object mapper and holds no rules: those live with the nouns.
//! Start with [`Tables`]; the promises of the engine are in `embedded.rs` and proved by `conformance`.

mod backup;
mod change;
mod condition;
#[cfg(feature = "conformance")]
pub mod conformance;
mod declare;
#[cfg(feature = "dynamodb")]
mod dynamodb;
mod embedded;
mod error;
mod item;
mod key;
mod number;
mod path;
mod project;
mod query;
mod read;
mod tables;
mod update;
mod write;

pub use backup::{Backup, Moment, back_up, look_into, restore};
pub use change::{Change, Expired, Position};
pub use condition::{Comparison, Cond, Operand, ValueType};
pub use declare::{Attribute, Index, Projection, Table, Tenancy, check_declarations};
#[cfg(feature = "dynamodb")]
pub use dynamodb::{DynamoDbOptions, SchemaStep};
pub use embedded::{Options, Stats};
/// The codec of bodies, so that the benchmark by hand does the same work.
#[cfg(feature = "conformance")]
#[doc(hidden)]
pub use embedded::{decode_body, encode_body};
pub use error::{Error, codes};
pub use item::{Item, Value, from_item, to_item, to_value};
pub use key::{Key, KeyRange};
pub use number::{Number, NumberError};
pub use path::{Path, Step};
pub use project::Select;
pub use query::Query;
pub use read::{Count, Get, Scan};
pub use tables::{Capabilities, Tables};
pub use update::{Source, Update};
pub use write::{Write, Written};
