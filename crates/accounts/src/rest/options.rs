//! What the sign-in page offers.

use atelier_api::Json;
use axum::extract::State as Shared;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{SignUp, State};

/// The ways to sign in and up on this server.
#[derive(Serialize, ToSchema)]
pub(super) struct SignInOptions {
    /// Whether strangers may make accounts.
    sign_up: bool,
    /// Whether a link for a new password comes by mail; else the operator gives one.
    password_reset_by_mail: bool,
    /// Issuers to continue with, in the order of their ids.
    issuers: Vec<IssuerOption>,
}

/// An issuer to sign in with.
#[derive(Serialize, ToSchema)]
pub(super) struct IssuerOption {
    /// Its name in addresses.
    id: String,
    /// What people read.
    name: String,
    /// Where its sign-in begins.
    start: String,
}

/// The ways to sign in and up.
#[utoipa::path(get, path = "/api/v1/accounts/sign-in-options", tag = "accounts",
    responses((status = 200, body = SignInOptions)))]
pub(super) async fn show(Shared(state): Shared<State>) -> Json<SignInOptions> {
    let issuers = state.issuers.names().map(|(id, name)| IssuerOption {
        id: id.to_owned(),
        name: name.to_owned(),
        start: format!("/api/v1/accounts/oidc/{id}/start"),
    });
    Json(SignInOptions {
        sign_up: state.settings.sign_up == SignUp::Open,
        password_reset_by_mail: state.mailer.is_some(),
        issuers: issuers.collect(),
    })
}
