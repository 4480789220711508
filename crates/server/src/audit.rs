//! The audit trail for owners: a page of it, its verification, and the whole of it as a file.

mod export;
pub(crate) mod graphql;

use atelier_audit::Trail;
use axum::Router;
use axum::routing::get;

/// This part of the server, as data.
pub(crate) const ROOM: atelier_api::Room = atelier_api::Room {
    name: "audit",
    tables: atelier_audit::TABLES,
    actions: atelier_audit::permissions::ALL,
    codes: atelier_audit::codes::ALL,
    openapi,
};

/// The endpoints under `/api/v1/audit`.
pub(crate) fn routes(trail: Trail) -> Router {
    Router::new().route("/export", get(export::export)).with_state(trail)
}

fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(export::export))]
    struct Document;
    <Document as utoipa::OpenApi>::openapi()
}
