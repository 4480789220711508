//! Setting up two-step sign-in.

use atelier_api::{Json, Problem, SignedIn};
use axum::extract::State as Shared;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::permissions::ManageTwoStep;
use crate::two_step::Enrolment;
use crate::{State, TwoStepStatus, two_step};

/// The password, once more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Enrol {
    password: String,
}

/// The first code of the app.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Confirm {
    /// Six digits.
    #[schema(example = "287082")]
    code: String,
}

/// Both proofs.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordAndCode {
    password: String,
    /// Six digits of the app, or a recovery code.
    code: String,
}

/// Codes that work once each. They can't be read again.
#[derive(Serialize, ToSchema)]
#[schema(as = RecoveryCodes)]
pub(super) struct RecoveryCodesView {
    recovery_codes: Vec<String>,
}

/// Whether the caller signs in in two steps.
#[utoipa::path(get, path = "/api/v1/accounts/two-step", tag = "accounts",
    responses((status = 200, body = TwoStepStatus), (status = 401, description = "A problem: `unauthenticated`")))]
pub(super) async fn show(
    Shared(state): Shared<State>,
    SignedIn(caller): SignedIn,
) -> Result<Json<TwoStepStatus>, Problem> {
    let grant = caller.may(ManageTwoStep)?;
    Ok(Json(two_step::status(&state, grant).await?))
}

/// Makes a secret for the caller's authenticator app. Nothing changes until a code of it confirms it.
#[utoipa::path(post, path = "/api/v1/accounts/two-step/enrol", tag = "accounts", request_body = Enrol,
    responses((status = 200, body = Enrolment), (status = "4XX", description = "A problem: `wrong_credentials`, `two_step_on`, `session_needed`, `too_many_attempts`, `unauthenticated`")))]
pub(super) async fn enrol(
    Shared(state): Shared<State>,
    SignedIn(caller): SignedIn,
    Json(body): Json<Enrol>,
) -> Result<Json<Enrolment>, Problem> {
    let grant = caller.may(ManageTwoStep)?;
    Ok(Json(two_step::enrol(&state, &caller, grant, &body.password).await?))
}

/// Turns two-step sign-in on and gives the recovery codes.
#[utoipa::path(post, path = "/api/v1/accounts/two-step/confirm", tag = "accounts", request_body = Confirm,
    responses((status = 200, body = RecoveryCodesView), (status = "4XX", description = "A problem: `wrong_code`, `two_step_on`, `two_step_off`, `session_needed`, `too_many_attempts`, `unauthenticated`")))]
pub(super) async fn confirm(
    Shared(state): Shared<State>,
    SignedIn(caller): SignedIn,
    Json(body): Json<Confirm>,
) -> Result<Json<RecoveryCodesView>, Problem> {
    let grant = caller.may(ManageTwoStep)?;
    let recovery_codes = two_step::confirm(&state, &caller, grant, &body.code).await?;
    Ok(Json(RecoveryCodesView { recovery_codes }))
}

/// Turns two-step sign-in off.
#[utoipa::path(post, path = "/api/v1/accounts/two-step/disable", tag = "accounts", request_body = PasswordAndCode,
    responses((status = 204), (status = "4XX", description = "A problem: `wrong_credentials`, `wrong_code`, `two_step_off`, `session_needed`, `too_many_attempts`, `unauthenticated`")))]
pub(super) async fn disable(
    Shared(state): Shared<State>,
    SignedIn(caller): SignedIn,
    Json(body): Json<PasswordAndCode>,
) -> Result<StatusCode, Problem> {
    let grant = caller.may(ManageTwoStep)?;
    two_step::disable(&state, &caller, grant, &body.password, &body.code).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives new recovery codes; the old ones end.
#[utoipa::path(post, path = "/api/v1/accounts/two-step/recovery-codes", tag = "accounts", request_body = PasswordAndCode,
    responses((status = 200, body = RecoveryCodesView), (status = "4XX", description = "A problem: `wrong_credentials`, `wrong_code`, `two_step_off`, `session_needed`, `too_many_attempts`, `unauthenticated`")))]
pub(super) async fn renew_recovery_codes(
    Shared(state): Shared<State>,
    SignedIn(caller): SignedIn,
    Json(body): Json<PasswordAndCode>,
) -> Result<Json<RecoveryCodesView>, Problem> {
    let grant = caller.may(ManageTwoStep)?;
    let recovery_codes =
        two_step::renew_recovery_codes(&state, &caller, grant, &body.password, &body.code).await?;
    Ok(Json(RecoveryCodesView { recovery_codes }))
}
