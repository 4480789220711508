//! A forgotten password.

use atelier_api::{ClientAddress, Json, Problem};
use axum::Extension;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::credentials::Here;
use crate::reset;

/// Who forgot it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ResetRequest {
    /// The email of the account.
    #[schema(example = "ada@example.com")]
    email: String,
}

/// The new one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPassword {
    /// What follows `token=` in the link.
    token: String,
    /// 10 to 1000 characters.
    new_password: String,
}

/// Mails a link for a new password. The answer is the same whether there is an account or not.
#[utoipa::path(post, path = "/api/v1/accounts/password-reset", tag = "accounts", request_body = ResetRequest,
    responses((status = 202), (status = "4XX", description = "A problem: `too_many_attempts`"), (status = 503, description = "A problem: `mail_off`")))]
pub(super) async fn request(
    Here(state): Here,
    address: Option<Extension<ClientAddress>>,
    Json(body): Json<ResetRequest>,
) -> Result<StatusCode, Problem> {
    let address = address.map(|Extension(ClientAddress(address))| address);
    reset::request(&state, &body.email, address).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Sets a new password with the token of a link, and ends every session of the user.
#[utoipa::path(post, path = "/api/v1/accounts/password-reset/complete", tag = "accounts", request_body = NewPassword,
    responses((status = 204), (status = "4XX", description = "A problem: `link_expired`, `weak_password`")))]
pub(super) async fn complete(
    Here(state): Here,
    Json(body): Json<NewPassword>,
) -> Result<StatusCode, Problem> {
    reset::complete(&state, &body.token, &body.new_password).await?;
    Ok(StatusCode::NO_CONTENT)
}
