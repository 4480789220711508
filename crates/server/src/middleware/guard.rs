//! Headers and origins.

use atelier_api::{Problem, codes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What a page may do that is not one of ours: nothing.
const NO_PAGE: &str = "default-src 'none'; frame-ancestors 'none'";

/// Middleware that gives every answer the headers that narrow what a browser may do with it.
pub(crate) async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    // A page of the web UI brings its own policy.
    set(header::CONTENT_SECURITY_POLICY, NO_PAGE);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(self)");
    response
}

/// Middleware that refuses requests with a cookie that a page of another site makes: changes, and
/// `WebSockets`, which no browser checks by itself. `SameSite=Lax` refuses them as well; this does
/// not depend on the browser.
pub(crate) async fn same_origin(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS)
        && !request.headers().contains_key(header::UPGRADE);
    if !safe && request.headers().contains_key(header::COOKIE) && is_foreign(request.headers()) {
        return Problem::new(codes::CROSS_ORIGIN).into_response();
    }
    next.run(request).await
}

/// Whether a browser says that the request comes from elsewhere. Programs send no origin.
fn is_foreign(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let Some(origin) = text(header::ORIGIN) else { return false };
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    authority.is_none() || authority != text(header::HOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(origin: Option<&'static str>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HeaderValue::from_static("studio.test:8080"));
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, HeaderValue::from_static(origin));
        }
        headers
    }

    #[test]
    fn only_another_origin_is_foreign() {
        assert!(!is_foreign(&headers(None)));
        assert!(!is_foreign(&headers(Some("http://studio.test:8080"))));
        assert!(is_foreign(&headers(Some("http://studio.test"))));
        assert!(is_foreign(&headers(Some("https://evil.test"))));
        assert!(is_foreign(&headers(Some("null"))));
    }
}
