//! Reading by a signed address.

use atelier_api::{Path, Problem, Query};
use atelier_blobs::{Disposition, Error, Method as Allowed, Object, ObjectInfo, SignedQuery};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::App;

/// What a file may do when a browser opens it as a page: nothing, but look as it is.
const SANDBOX: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'";

/// A file, or a part of it, for who has its signed address.
#[utoipa::path(get, path = "/blobs/{bucket}/{key}", tag = "files",
    params(("bucket" = String, Path), ("key" = String, Path, description = "May have slashes"),
        ("tenant" = String, Query), ("expires" = i64, Query), ("filename" = Option<String>, Query),
        ("inline" = Option<bool>, Query), ("signature" = String, Query)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), (status = 206, description = "The range that was asked for"),
        (status = 304, description = "As `If-None-Match` says"), (status = 416, description = "The file ends before the range"),
        (status = "4XX", description = "A problem: `signed_url_invalid`, `signed_url_expired`, `blob_not_found`")))]
pub(crate) async fn read(
    State(app): State<App>,
    method: Method,
    Path((bucket, key)): Path<(String, String)>,
    query: Result<Query<SignedQuery>, Problem>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Query(query) = query.map_err(|_| Error::SignatureInvalid)?;
    let head = method == Method::HEAD;
    let allowed = if head { Allowed::Head } else { Allowed::Get };
    let (scope, bucket, key) = app.blobs.verify(allowed, &bucket, &key, &query)?;
    let info = app.blobs.head(scope, bucket, &key).await?;
    if is_known(&headers, &info.etag) {
        return Ok((StatusCode::NOT_MODIFIED, about(&info, &query)).into_response());
    }
    let range = wanted(&headers, &info).filter(|_| !head);
    let Some(range) = range else {
        let length = [(header::CONTENT_LENGTH, HeaderValue::from(info.size))];
        if head {
            return Ok((length, about(&info, &query)).into_response());
        }
        let Object { info, body, .. } = app.blobs.get(scope, bucket, &key).await?;
        let length = [(header::CONTENT_LENGTH, HeaderValue::from(info.size))];
        return Ok((length, about(&info, &query), Body::from_stream(body)).into_response());
    };
    match app.blobs.get_range(scope, bucket, &key, range).await {
        Ok(Object { info, range, body }) => {
            let length = [(header::CONTENT_LENGTH, HeaderValue::from(range.end - range.start))];
            let part = format!("bytes {}-{}/{}", range.start, range.end - 1, info.size);
            let part = [(header::CONTENT_RANGE, part)];
            Ok((StatusCode::PARTIAL_CONTENT, length, part, about(&info, &query), Body::from_stream(body))
                .into_response())
        }
        Err(Error::RangeUnsatisfiable { size }) => {
            let problem = Problem::of_status(StatusCode::RANGE_NOT_SATISFIABLE)
                .with_detail(format!("the file has {size} bytes"));
            Ok(([(header::CONTENT_RANGE, format!("bytes */{size}"))], problem).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// The headers of every answer about a file.
fn about(info: &ObjectInfo, query: &SignedQuery) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, &info.content_type);
    set(header::ETAG, &info.etag);
    set(header::ACCEPT_RANGES, "bytes");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::CONTENT_SECURITY_POLICY, SANDBOX);
    // The address is a secret of who has it, and the file may be replaced.
    set(header::CACHE_CONTROL, "private, max-age=300");
    let shown = is_harmless(&info.content_type) || info.content_type == "application/pdf";
    let asked = query.disposition().filter(|asked| shown || *asked != Disposition::Inline);
    let usual = || if is_harmless(&info.content_type) { "inline".into() } else { "attachment".into() };
    set(header::CONTENT_DISPOSITION, &asked.map_or_else(usual, |asked| asked.header()));
    headers
}

/// Whether a browser shows the type without running anything.
fn is_harmless(media_type: &str) -> bool {
    let media_type = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let family = media_type.split('/').next().unwrap_or_default();
    let plain = matches!(family, "image" | "audio" | "video") && media_type != "image/svg+xml";
    plain || media_type == "text/plain"
}

/// Whether the client has this very file.
fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let sent = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = sent.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

/// The one range that is asked for. What can't be read, or asks for several, asks for all of it.
fn wanted(headers: &HeaderMap, info: &ObjectInfo) -> Option<std::ops::Range<u64>> {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    // Of another file, the rest is of no use.
    if text(header::IF_RANGE).is_some_and(|tag| tag != info.etag) {
        return None;
    }
    let (first, last) = text(header::RANGE)?.strip_prefix("bytes=")?.trim().split_once('-')?;
    let number =
        |text: &str| text.parse::<u64>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    match (first, last) {
        ("", last) => {
            let count = number(last)?;
            // The last none of a file can't be answered; a file shorter than asked for is sent whole.
            Some(if count == 0 { info.size..info.size } else { info.size.saturating_sub(count)..info.size })
        }
        (first, "") => Some(number(first)?..u64::MAX),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then(|| first..last.saturating_add(1))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use atelier_base::Timestamp;

    use super::*;

    fn info(size: u64) -> ObjectInfo {
        ObjectInfo {
            key: "a".parse().expect("a key"),
            size,
            sha256: None,
            content_type: "text/plain".into(),
            metadata: BTreeMap::new(),
            modified: Timestamp::from_millis(0),
            version: None,
            etag: "\"e\"".into(),
        }
    }

    fn header(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn ranges_are_read_as_http_says() {
        for (text, range) in [
            ("bytes=0-3", Some(0..4)),
            ("bytes=4-", Some(4..u64::MAX)),
            ("bytes=-3", Some(7..10)),
            ("bytes=-30", Some(0..10)),
            ("bytes=-0", Some(10..10)),
            ("bytes=3-2", None),
            ("bytes=0-1,4-5", None),
            ("bytes=+1-2", None),
            ("bytes=-", None),
            ("lines=0-3", None),
        ] {
            assert_eq!(wanted(&header(header::RANGE, text), &info(10)), range, "{text}");
        }
        let mut headers = header(header::RANGE, "bytes=0-3");
        headers.insert(header::IF_RANGE, HeaderValue::from_static("\"other\""));
        assert_eq!(wanted(&headers, &info(10)), None);
    }

    #[test]
    fn a_known_file_is_told_by_its_tag() {
        for (text, known) in [("\"e\"", true), ("\"a\", W/\"e\"", true), ("*", true), ("\"a\"", false)] {
            assert_eq!(is_known(&header(header::IF_NONE_MATCH, text), "\"e\""), known, "{text}");
        }
    }

    #[test]
    fn who_asks_for_what_could_act_to_be_shown_gets_it_saved() {
        for (media_type, inline, expected) in [
            ("image/svg+xml", Some(true), "attachment"),
            ("text/html", Some(true), "attachment"),
            ("application/pdf", Some(true), "inline"),
            ("application/pdf", None, "attachment"),
            ("image/png", Some(true), "inline"),
            ("image/png", None, "inline"),
        ] {
            let info = ObjectInfo { content_type: media_type.into(), ..info(1) };
            let query = SignedQuery {
                tenant: String::new(),
                expires: 0,
                filename: None,
                inline,
                signature: String::new(),
            };
            assert_eq!(about(&info, &query)[header::CONTENT_DISPOSITION], expected, "{media_type}");
        }
    }

    #[test]
    fn what_could_act_is_saved_and_not_shown() {
        for harmless in ["image/png", "video/mp4", "text/plain; charset=utf-8"] {
            assert!(is_harmless(harmless), "{harmless}");
        }
        for active in ["text/html", "image/svg+xml", "IMAGE/SVG+XML; x", "application/pdf", "text/xml", ""] {
            assert!(!is_harmless(active), "{active}");
        }
    }
}
