//! Bytes of the factory over HTTP: files that come in, and files to give to others.

mod export;
mod import;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::State;

/// The routes below `/api/v1`. They stream, so they have limits of their own.
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/api/v1/factory/import", post(import::import))
        .route("/api/v1/factory/export", get(export::export))
        .layer(DefaultBodyLimit::disable())
        .with_state(state)
}

/// The same as an OpenAPI document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(import::import, export::export))]
    struct Document;
    <Document as utoipa::OpenApi>::openapi()
}
