//! The journal: an artist talks or writes about the work, and it becomes logs, briefs, milestones, assets.
//!
//! Everything lies in one table, as the specification lays it out: a tenant is a partition, a project and what
//! belongs to it a range of sort keys (`tables.rs`). A noun is a file: struct, input, rules, store functions.
//! Related writes are one transaction, every change names the version that it was made from (`lock.rs`), and
//! each leaves its deed in the audit trail. What is put away or has expired goes to cold storage.
//!
//! It knows no other room: they meet by id and by events. The project itself is `atelier-projects`'; its art
//! record here has the same id.
//! Start with `tables.rs`, then `record.rs`.

pub mod archive;
pub mod asset;
pub mod brief;
mod change;
mod error;
pub mod field;
mod files;
mod find;
mod follow;
pub mod graphql;
pub mod insights;
pub mod inspiration;
mod jobs;
pub mod lake;
mod lock;
pub mod log;
pub mod milestone;
pub mod permissions;
mod quota;
pub mod record;
pub mod recording;
pub mod rest;
pub mod search;
pub mod settings;
pub mod speech;
mod state;
pub mod stranded;
mod tables;
pub mod terms;

pub use change::{JournalChange, JournalChangeKind};
pub use error::{Error, codes};
pub use follow::followers;
pub use jobs::known as known_jobs;
pub use lock::Outcome;
pub use state::{Limits, State};
pub use tables::{Entity, TABLES};

/// This room's part of the server, as data.
pub const ROOM: atelier_api::Room = atelier_api::Room {
    name: "journal",
    tables: TABLES,
    actions: permissions::ALL,
    codes: codes::ALL,
    openapi: rest::openapi,
};
