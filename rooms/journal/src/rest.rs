//! Bytes of the journal over HTTP: the pieces of recordings, and files to give to others.

mod chunks;
mod export;
mod lake;

use axum::Router;
use axum::routing::{get, put};

use crate::State;

/// The routes below `/api/v1`. They stream, so they have limits of their own.
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/api/v1/recordings/{id}/chunks", get(chunks::list))
        .route("/api/v1/recordings/{id}/chunks/{index}", put(chunks::put))
        .route("/api/v1/journal/assets/{id}/export", get(export::export))
        .route("/api/v1/journal/lake", get(lake::export))
        .with_state(state)
}

/// The same as an OpenAPI document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(chunks::list, chunks::put, export::export, lake::export))]
    struct Document;
    <Document as utoipa::OpenApi>::openapi()
}
