//! One shape for every error that leaves the server: RFC 9457 with a catalogued code.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use atelier_base::codes::{FORBIDDEN, INVALID_INPUT};
use atelier_base::{Code, Coded, FieldError, Kind};
use atelier_observe::Metrics;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::RequestId;

/// Codes of the edge itself.
pub mod codes {
    atelier_base::codes! {
        BODY_TOO_LARGE = "body_too_large", TooLarge, "The request body is too large",
            "Send less at once; the limit is `server.body_limit_bytes` of the configuration.";
        CROSS_ORIGIN = "cross_origin", Forbidden, "The request comes from a page of another site",
            "Open Atelier under its own address; programs use an API key.";
        GRAPHQL_INVALID = "graphql_invalid", Invalid, "The GraphQL document does not fit the schema",
            "Compare it with /api/schema.graphql.";
        INTERNAL = "internal", Internal, "Something went wrong on our side",
            "Try again; if it stays, report it with the request id.";
        MALFORMED_JSON = "malformed_json", Invalid, "The body is not valid JSON",
            "Send a JSON document in UTF-8.";
        METHOD_NOT_ALLOWED = "method_not_allowed", Invalid, "This address does not take that method",
            "See `allow` in the answer's headers.";
        NOT_FOUND = "not_found", NotFound, "There is nothing at this address",
            "Check the address.";
        TIMEOUT = "timeout", Timeout, "The request took too long",
            "Try again; ask for less at once.";
        TOO_COMPLEX = "too_complex", Invalid, "The GraphQL document asks for too much",
            "Ask for fewer fields or smaller pages.";
        TOO_DEEP = "too_deep", Invalid, "The GraphQL document is nested too deep",
            "Ask in several steps.";
        UNAUTHENTICATED = "unauthenticated", Unauthenticated, "Nobody is signed in",
            "Sign in, or send an API key as a bearer token.";
        UNAVAILABLE = "unavailable", Unavailable, "The server can't do this now",
            "Try again later.";
        UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type", Invalid, "The body is of a type that is not taken here",
            "Send `content-type: application/json`.";
    }
}

/// An error on its way out. Made from any [`Coded`] error; the only type that handlers fail with.
#[derive(Clone)]
pub struct Problem(Box<Parts>);

#[derive(Clone)]
struct Parts {
    code: Code,
    status: StatusCode,
    detail: String,
    fields: Vec<FieldError>,
    retry_after: Option<Duration>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl Problem {
    /// A problem that its code says all about.
    pub fn new(code: Code) -> Self {
        let status = StatusCode::from_u16(code.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let detail = code.title.into();
        Self(Box::new(Parts { code, status, detail, fields: Vec::new(), retry_after: None, source: None }))
    }

    /// With a sentence about this case.
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = detail.into();
        self
    }

    /// The problem of a bare status, as libraries answer it.
    pub fn of_status(status: StatusCode) -> Self {
        let code = match status {
            StatusCode::NOT_FOUND => codes::NOT_FOUND,
            StatusCode::METHOD_NOT_ALLOWED => codes::METHOD_NOT_ALLOWED,
            StatusCode::PAYLOAD_TOO_LARGE => codes::BODY_TOO_LARGE,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => codes::UNSUPPORTED_MEDIA_TYPE,
            StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => codes::TIMEOUT,
            StatusCode::SERVICE_UNAVAILABLE => codes::UNAVAILABLE,
            StatusCode::UNAUTHORIZED => codes::UNAUTHENTICATED,
            StatusCode::FORBIDDEN => FORBIDDEN,
            other if other.is_client_error() => INVALID_INPUT,
            _ => codes::INTERNAL,
        };
        let mut problem = Self::new(code);
        problem.0.status = status;
        problem
    }

    /// The catalogued code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The fields at fault, for input errors.
    pub fn fields(&self) -> &[FieldError] {
        &self.0.fields
    }

    /// Logs and counts the problem, once, where it leaves the server.
    pub fn log(&self, request_id: &str) {
        Metrics::problem(self.0.code.name);
        let cause = self.0.source.as_deref().map(chain).unwrap_or_default();
        if matches!(self.0.code.kind, Kind::Internal | Kind::Unavailable) {
            tracing::error!(code = self.0.code.name, request_id, cause, "request failed");
        } else {
            tracing::debug!(code = self.0.code.name, request_id, cause, "request refused");
        }
    }

    fn body(&self, request_id: &str) -> serde_json::Value {
        let mut body = serde_json::json!({
            "type": format!("/docs/errors/{}", self.0.code.name),
            "title": self.0.code.title,
            "status": self.0.status.as_u16(),
            "detail": self.0.detail,
            "code": self.0.code.name,
            "request_id": request_id,
        });
        if !self.0.fields.is_empty() {
            body["fields"] = serde_json::json!(self.0.fields);
        }
        body
    }
}

fn chain(error: &(dyn Error + Send + Sync)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

impl<E: Coded> From<E> for Problem {
    fn from(error: E) -> Self {
        let code = error.code();
        let mut problem = Self::new(code);
        problem.0.fields = error.fields();
        problem.0.retry_after = error.retry_after();
        // What a fault of ours or of the store says is for the log, not for the world.
        if !matches!(code.kind, Kind::Internal | Kind::Unavailable) {
            problem.0.detail = error.to_string();
        }
        problem.0.source = Some(Arc::new(error));
        problem
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.detail)
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Problem({}: {})", self.0.code.name, self.0.detail)
    }
}

impl IntoResponse for Problem {
    /// The status and headers; [`render_problems`] writes the body, which needs the request id.
    fn into_response(self) -> Response {
        let mut response = self.0.status.into_response();
        if let Some(wait) = self.0.retry_after {
            // Rounded up, so that who waits as told is let in.
            let seconds = wait.as_millis().div_ceil(1_000);
            if let Ok(value) = HeaderValue::from_str(&seconds.to_string()) {
                response.headers_mut().insert(header::RETRY_AFTER, value);
            }
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Middleware that gives every failed answer a problem as its body: ours, and those of libraries.
pub async fn render_problems(request: Request, next: Next) -> Response {
    let request_id = request.extensions().get::<RequestId>().cloned();
    let mut response = next.run(request).await;
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    if !failed || is_page(&response) {
        return response;
    }
    let problem = response.extensions_mut().remove::<Problem>().unwrap_or_else(|| Problem::of_status(status));
    let request_id = request_id.map_or_else(String::new, |id| id.to_string());
    problem.log(&request_id);
    let headers = std::mem::take(response.headers_mut());
    let mut rendered = (status, Body::from(problem.body(&request_id).to_string())).into_response();
    *rendered.headers_mut() = kept(headers);
    rendered.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    rendered
}

/// A page for people that says by itself what is wrong.
fn is_page(response: &Response) -> bool {
    let media_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    media_type.is_some_and(|text| text.starts_with("text/html"))
}

/// The headers of the old answer without those that described its body.
fn kept(mut headers: HeaderMap) -> HeaderMap {
    for name in [header::CONTENT_LENGTH, header::CONTENT_ENCODING, header::TRANSFER_ENCODING] {
        headers.remove(name);
    }
    headers
}
