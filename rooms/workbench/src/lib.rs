//! The workbench: agent flows, the templates they begin from, and their executions.
//!
//! So far the room declares its tables, as the specification has them; its nouns come with their pages.
//! It knows no other room: they meet by id and by events.
//! Start with `tables.rs`.

mod tables;

pub use tables::TABLES;

/// This room's part of the server, as data.
pub const ROOM: atelier_api::Room = atelier_api::Room {
    name: "workbench",
    tables: TABLES,
    actions: &[],
    codes: &[],
    openapi: utoipa::openapi::OpenApi::default,
};
