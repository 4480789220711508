//! Signing up, in and out.

use atelier_api::{ClientAddress, Json, Problem, SignedIn};
use atelier_base::{Timestamp, UserId};
use axum::Extension;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::credentials::{COOKIE, Here, credentials};
use crate::session::{Session, end, resume};
use crate::sign_in::SignedIn as SignedInAs;
use crate::{Error, NewUser, State, sign_in as accounts};

/// What it takes to sign in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignIn {
    /// Email or username.
    #[schema(example = "ada")]
    login: String,
    #[schema(example = "ultramarine over sienna")]
    password: String,
}

/// The first step was right; a code is still to come.
#[derive(Serialize, ToSchema)]
pub(super) struct SecondStepAsked {
    /// Stands for the first step. It is no session.
    token: String,
    expires_at: Timestamp,
}

/// The second step.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SecondStep {
    token: String,
    /// Six digits of the app, or a recovery code.
    #[schema(example = "287082")]
    code: String,
}

/// A change of the caller's password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordChange {
    current_password: String,
    /// 10 to 1000 characters.
    new_password: String,
}

/// A session, as the client sees it; the token is in the cookie.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub(super) struct SessionView {
    user_id: UserId,
    expires_at: Timestamp,
}

impl From<&Session> for SessionView {
    fn from(session: &Session) -> Self {
        Self { user_id: session.user_id, expires_at: session.expires_at }
    }
}

/// Makes an account and signs it in.
#[utoipa::path(post, path = "/api/v1/accounts/sign-up", tag = "accounts", request_body = NewUser,
    responses((status = 201, body = SessionView), (status = "4XX", description = "A problem: `invalid_input`, `weak_password`, `email_taken`, `username_taken`, `sign_up_closed`")))]
pub(super) async fn sign_up(Here(state): Here, Json(new): Json<NewUser>) -> Result<Response, Problem> {
    let started = accounts::sign_up(&state, new).await?;
    let cookie = session_cookie(&state, &started.token);
    Ok((StatusCode::CREATED, cookie, Json(SessionView::from(&started.session))).into_response())
}

/// Signs in.
#[utoipa::path(post, path = "/api/v1/accounts/sign-in", tag = "accounts", request_body = SignIn,
    responses((status = 200, body = SessionView), (status = 202, body = SecondStepAsked), (status = "4XX", description = "A problem: `wrong_credentials`, `too_many_attempts`")))]
pub(super) async fn sign_in(
    Here(state): Here,
    address: Option<Extension<ClientAddress>>,
    Json(body): Json<SignIn>,
) -> Result<Response, Problem> {
    let address = address.map(|Extension(ClientAddress(address))| address);
    let outcome = accounts::sign_in(&state, &body.login, &body.password, address).await?;
    Ok(answer(&state, outcome))
}

/// Signs in for good, with the token of the first step and a code.
#[utoipa::path(post, path = "/api/v1/accounts/sign-in/second-step", tag = "accounts", request_body = SecondStep,
    responses((status = 200, body = SessionView), (status = "4XX", description = "A problem: `wrong_code`, `link_expired`, `too_many_attempts`")))]
pub(super) async fn second_step(
    Here(state): Here,
    Json(body): Json<SecondStep>,
) -> Result<Response, Problem> {
    let started = accounts::second_step(&state, &body.token, &body.code).await?;
    Ok(answer(&state, SignedInAs::Session(started)))
}

/// A session with its cookie, or the token that waits for the second step.
pub(super) fn answer(state: &State, outcome: SignedInAs) -> Response {
    match outcome {
        SignedInAs::Session(started) => {
            let cookie = session_cookie(state, &started.token);
            (cookie, Json(SessionView::from(&started.session))).into_response()
        }
        SignedInAs::SecondStep { token, expires_at } => {
            (StatusCode::ACCEPTED, Json(SecondStepAsked { token, expires_at })).into_response()
        }
    }
}

/// Ends the session. Without one, nothing happens.
#[utoipa::path(post, path = "/api/v1/accounts/sign-out", tag = "accounts", responses((status = 204)))]
pub(super) async fn sign_out(Here(state): Here, headers: HeaderMap) -> Result<Response, Problem> {
    if let Some(token) = credentials(&headers).session {
        end(&state, &token).await?;
    }
    Ok((StatusCode::NO_CONTENT, set_cookie(&state, "", 0)).into_response())
}

/// The session of the cookie.
#[utoipa::path(get, path = "/api/v1/accounts/session", tag = "accounts",
    responses((status = 200, body = SessionView), (status = 401, description = "A problem: `unauthenticated`, `session_expired`")))]
pub(super) async fn show(
    Shared(state): Shared<State>,
    headers: HeaderMap,
) -> Result<Json<SessionView>, Problem> {
    let token = credentials(&headers).session.ok_or(Error::Unauthenticated)?;
    Ok(Json(SessionView::from(&resume(&state, &token).await?)))
}

/// Changes the caller's password and ends their other sessions.
#[utoipa::path(post, path = "/api/v1/accounts/password", tag = "accounts", request_body = PasswordChange,
    responses((status = 204), (status = "4XX", description = "A problem: `wrong_credentials`, `weak_password`, `too_many_attempts`, `unauthenticated`")))]
pub(super) async fn change_password(
    Here(state): Here,
    SignedIn(caller): SignedIn,
    Json(body): Json<PasswordChange>,
) -> Result<StatusCode, Problem> {
    accounts::change_password(&state, &caller, &body.current_password, &body.new_password).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) type SetCookie = AppendHeaders<Option<(header::HeaderName, HeaderValue)>>;

pub(super) fn session_cookie(state: &State, token: &str) -> SetCookie {
    // The browser keeps it longer than the server's idle limit, so that an ended session
    // is told apart from none.
    set_cookie(state, token, state.settings.session_lifetime.as_secs().saturating_mul(2))
}

fn set_cookie(state: &State, token: &str, max_age: u64) -> SetCookie {
    let secure = if state.settings.secure_cookie { "; Secure" } else { "" };
    let text = format!("{COOKIE}={token}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
    AppendHeaders(HeaderValue::from_str(&text).ok().map(|value| (header::SET_COOKIE, value)))
}
