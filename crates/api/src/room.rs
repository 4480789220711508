//! A room as data.

use atelier_base::{ActionRow, Code};
use atelier_tables::Table;

/// What a room, or a noun that rooms share, hands the server. What is data can be listed,
/// documented and tested by a loop.
#[derive(Clone, Copy)]
pub struct Room {
    /// The name in URLs, code and documents.
    pub name: &'static str,
    /// Its declared tables.
    pub tables: &'static [&'static Table],
    /// What callers may be allowed to do.
    pub actions: &'static [ActionRow],
    /// Its error codes.
    pub codes: &'static [Code],
    /// Its REST endpoints, as an OpenAPI document.
    pub openapi: fn() -> utoipa::openapi::OpenApi,
}
