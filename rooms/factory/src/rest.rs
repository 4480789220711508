//! Bytes of the factory over HTTP: files that come in, and files to give to others.

mod export;
mod file;
mod import;
mod webhook;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::State;

/// The routes below `/api/v1`. They stream, so they have limits of their own.
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/api/v1/factory/import", post(import::import))
        .route("/api/v1/factory/export", get(export::export))
        .route("/api/v1/factory/products/{id}/file", get(file::file))
        .layer(DefaultBodyLimit::disable())
        .with_state(state)
}

/// The route that providers send news to: for nobody in particular, and with little in them.
pub fn webhooks(state: State) -> Router {
    Router::new()
        .route("/api/v1/factory/webhooks/{tenant}/{provider}", post(webhook::webhook))
        .layer(DefaultBodyLimit::max(webhook::MOST_BYTES))
        .with_state(state)
}

/// All of them as an OpenAPI document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(import::import, export::export, file::file, webhook::webhook))]
    struct Document;
    <Document as utoipa::OpenApi>::openapi()
}
