//! The endpoints: the one that the specification names, and the certificate.

use atelier_accounts::prove_presence;
use atelier_api::{Json, Path, Problem, SignedIn};
use atelier_base::{ErasureId, UserId};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::{delete, get};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Certificate, begin, certificate, erase};
use crate::App;

/// Proof that the user asks. Without it, the session must be younger than ten minutes.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EraseUser {
    /// The user's password.
    password: Option<String>,
}

pub(crate) fn routes(app: &App) -> Router {
    Router::new()
        .route("/api/user/{user_id}/data", delete(erase_user))
        .route("/api/v1/erasures/{erasure_id}", get(show))
        .with_state(app.clone())
}

pub(super) fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(erase_user, show))]
    struct Document;
    <Document as utoipa::OpenApi>::openapi()
}

/// Erases everything of the caller: data, files and the account. Nothing brings it back.
#[utoipa::path(delete, path = "/api/user/{user_id}/data", tag = "accounts", request_body = EraseUser,
    params(("user_id" = UserId, Path, description = "The caller's own id")),
    responses((status = 200, body = Certificate), (status = "4XX", description = "A problem: `unauthenticated`, `user_not_found`, `session_needed`, `proof_needed`, `wrong_credentials`, `sole_owner`")))]
async fn erase_user(
    State(app): State<App>,
    Path(user): Path<UserId>,
    SignedIn(caller): SignedIn,
    body: Bytes,
) -> Result<Json<Certificate>, Problem> {
    let proof: EraseUser = if body.is_empty() {
        EraseUser::default()
    } else {
        serde_json::from_slice(&body).map_err(|error| {
            Problem::new(atelier_api::codes::MALFORMED_JSON).with_detail(error.to_string())
        })?
    };
    prove_presence(&app.accounts, &caller, user, proof.password.as_deref()).await?;
    let id = begin(&app, user, Some(caller.credential()), caller.origin()).await?;
    // Beside the request: when the client hangs up, it goes on.
    let erasing = app.clone();
    let outcome = app.accounts.tasks.spawn(async move { erase(&erasing, id).await }).await;
    Ok(Json(outcome.map_err(|_| Problem::new(atelier_api::codes::INTERNAL))??))
}

/// The certificate of an erasure, for whoever knows its id.
#[utoipa::path(get, path = "/api/v1/erasures/{erasure_id}", tag = "accounts",
    params(("erasure_id" = ErasureId, Path, description = "The id that the answer to the deletion had")),
    responses((status = 200, body = Certificate), (status = 404, description = "A problem: `erasure_not_found`")))]
async fn show(State(app): State<App>, Path(id): Path<ErasureId>) -> Result<Json<Certificate>, Problem> {
    Ok(Json(certificate(&app, id).await?))
}
