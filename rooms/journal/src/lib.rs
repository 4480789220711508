//! The journal: an artist talks or writes about the work, and it becomes logs, briefs, milestones, assets.
//!
//! So far the room declares its table, as the specification lays it out; its nouns come with their pages.
//! It knows no other room: they meet by id and by events.
//! Start with `tables.rs`.

mod tables;

pub use tables::TABLES;

/// This room's part of the server, as data.
pub const ROOM: atelier_api::Room = atelier_api::Room {
    name: "journal",
    tables: TABLES,
    actions: &[],
    codes: &[],
    openapi: utoipa::openapi::OpenApi::default,
};
