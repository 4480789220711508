//! The project: one id that every room hangs its own record on.
//!
//! A project is a container with a name, a description and an owner. It belongs to a tenant, is
//! edited under optimistic locking, can be archived and restored, and deleted once it is archived.
//! What a room knows about a project lives in that room, under the same id.
//!
//! This is the reference noun: `docs/guides/adding-a-noun.md` walks through these files.
//! Start with `project.rs`.

mod change;
mod error;
pub mod graphql;
pub mod permissions;
mod project;
mod state;
mod tables;

pub use change::{ProjectChange, ProjectChangeKind, ProjectChanged};
pub use error::{Error, codes};
pub use project::{
    NewProject, Outcome, Prepared, Project, ProjectPatch, ProjectState, active, archive, archiving, create,
    creation, delete, edit, find, get, list, list_of_owner, renaming, restore, restoring,
};
pub use state::State;
pub use tables::TABLES;

/// This crate's part of the server, as data.
pub const ROOM: atelier_api::Room = atelier_api::Room {
    name: "projects",
    tables: TABLES,
    actions: permissions::ALL,
    codes: codes::ALL,
    openapi: utoipa::openapi::OpenApi::default,
};
