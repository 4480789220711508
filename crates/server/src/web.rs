//! The web UI's files: a static export of pages with dynamic segments.
//!
//! The export holds one page for all values of a dynamic segment, under the name `_`. A path is
//! resolved segment by segment: the file itself, the page of that name, else `_` in place of the
//! segment that isn't there. The payloads (`.txt`) that the page's router fetches resolve alike.

mod files;

use atelier_api::{Problem, codes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use self::files::WebFile;
pub(crate) use self::files::WebFiles;

/// Answers GET and HEAD with a file, or says that there is none.
pub(crate) async fn serve(
    State(files): State<WebFiles>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        let allow = [(header::ALLOW, "GET, HEAD")];
        return (allow, Problem::new(codes::METHOD_NOT_ALLOWED)).into_response();
    }
    match files.resolve(uri.path()) {
        Some(file) => found(file, &headers),
        None => missing(&files, &headers),
    }
}

fn found(file: &WebFile, headers: &HeaderMap) -> Response {
    let mut response = if headers.get(header::IF_NONE_MATCH) == Some(&file.etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        file.bytes.clone().into_response()
    };
    let head = response.headers_mut();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    head.insert(header::ETAG, file.etag.clone());
    head.insert(header::CACHE_CONTROL, HeaderValue::from_static(file.cache_control()));
    if let Some(policy) = &file.policy {
        head.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}

/// A page for people, a problem for programs.
fn missing(files: &WebFiles, headers: &HeaderMap) -> Response {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match files.resolve("/404").filter(|_| accept.contains("text/html")) {
        Some(page) => (StatusCode::NOT_FOUND, found(page, &HeaderMap::new())).into_response(),
        None => Problem::new(codes::NOT_FOUND).into_response(),
    }
}
