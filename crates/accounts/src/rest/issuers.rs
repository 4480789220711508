//! Signing in by way of an issuer: two redirects, and the password that links an account.

use atelier_api::{Json, Path, Problem, Query};
use atelier_base::Coded as _;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::credentials::{Here, cookie};
use super::session::{answer, session_cookie};
use crate::oidc::{self, Arrival, Outcome};
use crate::sign_in::SignedIn as SignedInAs;
use crate::{Error, State, percent};

/// The cookie with the state that this browser left with.
const STATE_COOKIE: &str = "atelier_issuer";

/// Where to come back to.
#[derive(Deserialize, IntoParams)]
pub(super) struct Start {
    /// A path of this site.
    return_to: Option<String>,
}

/// The password of the account that the issuer's email has here.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LinkAccount {
    token: String,
    password: String,
}

/// Sends the browser to the issuer; when that can't be, back to the sign-in page with the code of the problem.
#[utoipa::path(get, path = "/api/v1/accounts/oidc/{issuer}/start", tag = "accounts",
    params(("issuer" = String, Path, description = "The id of the issuer"), Start), responses((status = 303)))]
pub(super) async fn start(
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Query(query): Query<Start>,
) -> Response {
    match oidc::depart(&state, &id, query.return_to.as_deref()).await {
        Ok(departure) => {
            let cookie = state_cookie(&state, &departure.state, 600);
            with_cookie(Redirect::to(&departure.address).into_response(), &cookie)
        }
        Err(error) => failed(&error),
    }
}

/// Where the issuer sends the browser back to: signs in, or goes to the sign-in page with what is still needed.
#[utoipa::path(get, path = "/api/v1/accounts/oidc/{issuer}/callback", tag = "accounts",
    params(("issuer" = String, Path, description = "The id of the issuer")), responses((status = 303)))]
pub(super) async fn callback(
    Here(state): Here,
    Path(id): Path<String>,
    Query(arrival): Query<Arrival>,
    headers: HeaderMap,
) -> Response {
    let left_with = cookie(&headers, STATE_COOKIE);
    let response = match oidc::arrive(&state, &id, arrival, left_with.as_deref()).await {
        Ok((Outcome::Known(SignedInAs::Session(started)), return_to)) => {
            (session_cookie(&state, &started.token), Redirect::to(&return_to)).into_response()
        }
        Ok((Outcome::Known(SignedInAs::SecondStep { token, .. }), return_to)) => {
            continue_at_sign_in("second-step", &token, &return_to)
        }
        Ok((Outcome::PasswordNeeded { token }, return_to)) => continue_at_sign_in("link", &token, &return_to),
        Err(error) => failed(&error),
    };
    with_cookie(response, &state_cookie(&state, "", 0))
}

/// Links the identity to the account that has its email, and signs in.
#[utoipa::path(post, path = "/api/v1/accounts/oidc/link", tag = "accounts", request_body = LinkAccount,
    responses((status = 200, body = super::session::SessionView), (status = 202, body = super::session::SecondStepAsked), (status = "4XX", description = "A problem: `wrong_credentials`, `link_expired`, `too_many_attempts`")))]
pub(super) async fn link(Here(state): Here, Json(body): Json<LinkAccount>) -> Result<Response, Problem> {
    let outcome = oidc::link(&state, &body.token, &body.password).await?;
    Ok(answer(&state, outcome))
}

/// The sign-in page reads what follows the `#`; no log does.
fn continue_at_sign_in(step: &str, token: &str, return_to: &str) -> Response {
    let return_to = percent::encoded(return_to);
    Redirect::to(&format!("/sign-in#{step}={token}&return_to={return_to}")).into_response()
}

/// The browser is sent on, so this is where the error ends and is logged.
fn failed(error: &Error) -> Response {
    let code = error.code().name;
    let cause = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
    tracing::warn!(code, cause, "a sign-in at an issuer failed");
    Redirect::to(&format!("/sign-in#problem={code}")).into_response()
}

fn state_cookie(state: &State, value: &str, max_age: u64) -> String {
    let secure = if state.settings.secure_cookie { "; Secure" } else { "" };
    format!(
        "{STATE_COOKIE}={value}; Path=/api/v1/accounts/oidc; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}"
    )
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
