//! Extractors whose refusals are problems.

use atelier_base::codes::INVALID_INPUT;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Problem;
use crate::problem::codes;

/// A JSON body, in or out.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

#[expect(clippy::disallowed_types, reason = "this is the wrapper that replaces it")]
impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match axum::Json::from_request(request, state).await {
            Ok(axum::Json(body)) => Ok(Self(body)),
            Err(JsonRejection::JsonSyntaxError(error)) => {
                Err(Problem::new(codes::MALFORMED_JSON).with_detail(error.body_text()))
            }
            Err(JsonRejection::JsonDataError(error)) => {
                Err(Problem::new(INVALID_INPUT).with_detail(error.body_text()))
            }
            Err(other) => Err(Problem::of_status(other.status()).with_detail(other.body_text())),
        }
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

macro_rules! from_parts {
    ($(#[$doc:meta])* $name:ident, $inner:path, $code:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<T>(pub T);

        impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for $name<T> {
            type Rejection = Problem;

            #[expect(clippy::disallowed_types, reason = "this is the wrapper that replaces it")]
            async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
                <$inner>::from_request_parts(parts, state)
                    .await
                    .map(|inner| Self(inner.0))
                    .map_err(|refused| Problem::new($code).with_detail(refused.body_text()))
            }
        }
    };
}

from_parts! {
    /// The query string.
    Query, axum::extract::Query<T>, INVALID_INPUT
}

from_parts! {
    /// The parameters of the path. One that does not parse names nothing, so it is not found.
    Path, axum::extract::Path<T>, codes::NOT_FOUND
}
