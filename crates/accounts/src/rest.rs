//! Sign-in over REST, and the middleware that says who a request comes from.

mod credentials;
mod issuers;
mod options;
mod reset;
mod session;
mod two_step;

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
        .route("/sign-in-options", get(options::show))
        .route("/sign-in/second-step", post(session::second_step))
        .route("/password-reset", post(reset::request))
        .route("/password-reset/complete", post(reset::complete))
        .route("/two-step", get(two_step::show))
        .route("/two-step/enrol", post(two_step::enrol))
        .route("/two-step/confirm", post(two_step::confirm))
        .route("/two-step/disable", post(two_step::disable))
        .route("/two-step/recovery-codes", post(two_step::renew_recovery_codes))
        .route("/oidc/{issuer}/start", get(issuers::start))
        .route("/oidc/{issuer}/callback", get(issuers::callback))
        .route("/oidc/link", post(issuers::link))
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
        session::change_password,
        session::second_step,
        options::show,
        reset::request,
        reset::complete,
        two_step::show,
        two_step::enrol,
        two_step::confirm,
        two_step::disable,
        two_step::renew_recovery_codes,
        issuers::start,
        issuers::callback,
        issuers::link
    ))]
    struct Document;
    <Document as utoipa::OpenApi>::openapi()
}
