//! Sign-in over REST, and the middleware that says who a request comes from.

mod credentials;
mod session;

pub use credentials::{TENANT_HEADER, credentials, identify};

use axum::Router;
use axum::routing::{get, post};

use crate::State;

/// The endpoints under `/api/v1/accounts`.
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/sign-up", post(session::sign_up))
        .route("/sign-in", post(session::sign_in))
        .route("/sign-out", post(session::sign_out))
        .route("/session", get(session::show))
        .route("/password", post(session::change_password))
        .with_state(state)
}

/// The same as an OpenAPI document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(
        session::sign_up,
        session::sign_in,
        session::sign_out,
        session::show,
        session::change_password
    ))]
    struct Document;
    <Document as utoipa::OpenApi>::openapi()
}
