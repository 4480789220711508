//! Resumable uploads, in the words of the tus protocol 1.0: creation, with the length at once or later,
//! and termination. The bytes may come in as many requests as it takes.

use std::time::Duration;

use atelier_api::{Json, Path, Problem, SignedIn};
use atelier_base::{InvalidInput, Scope, Timestamp};
use atelier_blobs::permissions::UploadBlob;
use atelier_blobs::{ASSETS, Bucket, Error, NewUpload, Put, Upload};
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::{Stream, StreamExt as _, stream};
use serde::Serialize;

use crate::App;

const VERSION: &str = "1.0.0";
const TUS_RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const TUS_VERSION: HeaderName = HeaderName::from_static("tus-version");
const TUS_EXTENSION: HeaderName = HeaderName::from_static("tus-extension");
const TUS_MAX_SIZE: HeaderName = HeaderName::from_static("tus-max-size");
const UPLOAD_OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const UPLOAD_LENGTH: HeaderName = HeaderName::from_static("upload-length");
const UPLOAD_DEFER_LENGTH: HeaderName = HeaderName::from_static("upload-defer-length");
const UPLOAD_METADATA: HeaderName = HeaderName::from_static("upload-metadata");

/// An upload, and the file that it became.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Upload)]
pub(crate) struct UploadView {
    id: String,
    /// Bytes that the server has; the next ones begin here.
    offset: u64,
    /// All its bytes, if that is known.
    size: Option<u64>,
    /// The bucket of the file.
    bucket: String,
    /// The name of the file in the bucket.
    key: String,
    /// Whether the file is there.
    finished: bool,
    /// SHA-256 of the finished file.
    sha256: Option<String>,
    /// The upload is forgotten then; the file stays.
    expires_at: Timestamp,
}

/// What the server speaks.
#[utoipa::path(options, path = "/api/v1/uploads", tag = "files",
    responses((status = 204, description = "tus 1.0.0, with its extensions in `Tus-Extension`")))]
pub(crate) async fn options(State(app): State<App>) -> Response {
    let about = [
        (TUS_VERSION, HeaderValue::from_static(VERSION)),
        (TUS_EXTENSION, HeaderValue::from_static("creation,creation-defer-length,termination")),
        (TUS_MAX_SIZE, HeaderValue::from(app.config.blobs.object_limit_bytes)),
    ];
    (StatusCode::NO_CONTENT, resumable(), about).into_response()
}

/// Begins an upload: `Upload-Length`, and in `Upload-Metadata` the bucket, `filename`, `filetype` and `sha256`.
#[utoipa::path(post, path = "/api/v1/uploads", tag = "files",
    params(("Upload-Length" = Option<u64>, Header), ("Upload-Defer-Length" = Option<u8>, Header),
        ("Upload-Metadata" = Option<String>, Header, description = "Names and values in base64, as tus has it")),
    responses((status = 201, description = "`Location` is the upload"),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `invalid_input`, `blob_too_large`, `blob_metadata_invalid`")))]
pub(crate) async fn begin(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let scope = caller.may(UploadBlob)?.scope();
    if let Some(refused) = other_version(&headers) {
        return Ok(refused);
    }
    let (bucket, put) = described(&app, &headers)?;
    let size = number(&headers, &UPLOAD_LENGTH)?;
    let deferred = number(&headers, &UPLOAD_DEFER_LENGTH)? == Some(1);
    let mut faults = InvalidInput::default();
    faults.note(
        size.is_some() == deferred,
        "Upload-Length",
        "required",
        "or Upload-Defer-Length: 1 is required",
    );
    faults.finish()?;
    let upload = app.blobs.begin_upload(scope, NewUpload { bucket, key: None, size, put }).await?;
    if size == Some(0) {
        app.blobs.finish_upload(scope, &upload.id).await?;
    }
    let location = [(header::LOCATION, format!("/api/v1/uploads/{}", upload.id))];
    Ok((StatusCode::CREATED, resumable(), location).into_response())
}

/// An upload as it is now.
#[utoipa::path(get, path = "/api/v1/uploads/{id}", tag = "files", params(("id" = String, Path)),
    responses((status = 200, body = UploadView), (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `upload_not_found`")))]
pub(crate) async fn show(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let upload = app.blobs.upload(caller.may(UploadBlob)?.scope(), &id).await?;
    let declared = atelier_blobs::BUCKETS.iter().find(|bucket| bucket.name == upload.bucket);
    let view = UploadView {
        id: upload.id,
        offset: upload.offset,
        size: upload.size,
        bucket: declared.map(|bucket| app.blobs.name_of(bucket)).unwrap_or_default(),
        key: upload.key.to_string(),
        finished: upload.object.is_some(),
        sha256: upload.object.and_then(|object| object.sha256),
        expires_at: upload.expires_at,
    };
    Ok((unstored(), Json(view)).into_response())
}

/// Where to go on: `Upload-Offset`.
#[utoipa::path(head, path = "/api/v1/uploads/{id}", tag = "files", params(("id" = String, Path)),
    responses((status = 200, description = "`Upload-Offset`, and `Upload-Length` if it is known"),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `upload_not_found`")))]
pub(crate) async fn head(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let scope = caller.may(UploadBlob)?.scope();
    let upload = app.blobs.upload(scope, &id).await?;
    // A client that sees all its bytes here takes the upload for finished, so it has to be.
    complete(&app, scope, &upload, upload.offset).await?;
    let length = match upload.size {
        Some(size) => (UPLOAD_LENGTH, HeaderValue::from(size)),
        None => (UPLOAD_DEFER_LENGTH, HeaderValue::from_static("1")),
    };
    Ok((resumable(), unstored(), offset(upload.offset), [length]).into_response())
}

/// Adds bytes. The last ones finish the upload.
#[utoipa::path(patch, path = "/api/v1/uploads/{id}", tag = "files",
    params(("id" = String, Path), ("Upload-Offset" = u64, Header)),
    request_body(content_type = "application/offset+octet-stream", content = Vec<u8>),
    responses((status = 204, description = "`Upload-Offset` is the new offset"),
        (status = 409, description = "A problem: `upload_offset`, with `Upload-Offset`; `upload_busy`, `upload_finished`"),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `upload_not_found`, `unsupported_media_type`, `blob_too_large`, `blob_checksum_mismatch`, `blob_interrupted`")))]
pub(crate) async fn append(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let scope = caller.may(UploadBlob)?.scope();
    if let Some(refused) = other_version(&headers) {
        return Ok(refused);
    }
    let media_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if media_type != Some("application/offset+octet-stream") {
        let problem = Problem::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        return Err(problem.with_detail("send `content-type: application/offset+octet-stream`"));
    }
    let mut faults = InvalidInput::default();
    let at = number(&headers, &UPLOAD_OFFSET)?;
    faults.note(at.is_none(), "Upload-Offset", "required", "is required");
    faults.finish()?;
    let mut upload = app.blobs.upload(scope, &id).await?;
    if at != Some(upload.offset) {
        return Ok(misplaced(upload.offset));
    }
    if let Some(size) = number(&headers, &UPLOAD_LENGTH)? {
        upload = app.blobs.declare_upload(scope, &id, size).await?;
    }
    let patience = Duration::from_secs(app.config.server.request_timeout_seconds);
    let appended = app.blobs.append(scope, &id, upload.offset, patient(body, patience)).await;
    let reached = match appended {
        Ok(reached) => reached,
        Err(Error::UploadOffset { expected }) => return Ok(misplaced(expected)),
        Err(error) => return Err(error.into()),
    };
    complete(&app, scope, &upload, reached).await?;
    Ok((StatusCode::NO_CONTENT, resumable(), offset(reached)).into_response())
}

/// Forgets an upload. The file of a finished one stays.
#[utoipa::path(delete, path = "/api/v1/uploads/{id}", tag = "files", params(("id" = String, Path)),
    responses((status = 204), (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `upload_not_found`, `upload_busy`")))]
pub(crate) async fn abort(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    app.blobs.abort_upload(caller.may(UploadBlob)?.scope(), &id).await?;
    Ok((StatusCode::NO_CONTENT, resumable()).into_response())
}

/// Makes the file when all bytes are there.
async fn complete(app: &App, scope: Scope, upload: &Upload, reached: u64) -> Result<(), Problem> {
    if upload.object.is_none() && upload.size == Some(reached) {
        app.blobs.finish_upload(scope, &upload.id).await?;
    }
    Ok(())
}

/// Where the file goes and what it is, from `Upload-Metadata`.
fn described(app: &App, headers: &HeaderMap) -> Result<(&'static Bucket, Put), Problem> {
    let text = headers.get(UPLOAD_METADATA).map(|value| value.to_str().unwrap_or("?")).unwrap_or_default();
    let mut faults = InvalidInput::default();
    let (mut bucket, mut put) = (Some(&ASSETS), Put::default());
    for pair in text.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once(' ').unwrap_or((pair, ""));
        let value = STANDARD.decode(value.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(value) = value else {
            faults.note(
                true,
                "Upload-Metadata",
                "malformed",
                format!("has a value of {name:?} that is not base64"),
            );
            continue;
        };
        match name {
            "bucket" => bucket = app.blobs.bucket(&value).filter(|bucket| bucket.uploads.is_some()),
            "filename" => put = put.with("filename", &value),
            "filetype" => put.content_type = value,
            "sha256" => put.sha256 = Some(value),
            // Clients send more than is asked for.
            _ => {}
        }
    }
    faults.note(bucket.is_none(), "Upload-Metadata", "unknown", "names a bucket that takes no uploads");
    faults.finish()?;
    Ok((bucket.unwrap_or(&ASSETS), put))
}

/// The body with an end to waiting: what came until then is kept.
fn patient(body: Body, patience: Duration) -> impl Stream<Item = Result<Bytes, String>> + Send {
    stream::unfold(Some(body.into_data_stream()), move |state| async move {
        let mut body = state?;
        match tokio::time::timeout(patience, body.next()).await {
            Ok(Some(Ok(bytes))) => Some((Ok(bytes), Some(body))),
            Ok(Some(Err(error))) => Some((Err(error.to_string()), None)),
            Ok(None) => None,
            Err(_) => Some((Err(format!("nothing came for {} seconds", patience.as_secs())), None)),
        }
    })
}

/// A header that is a number, if it is there.
fn number(headers: &HeaderMap, name: &HeaderName) -> Result<Option<u64>, InvalidInput> {
    let Some(value) = headers.get(name) else { return Ok(None) };
    let number = value.to_str().ok().and_then(|text| text.parse().ok());
    let mut faults = InvalidInput::default();
    faults.note(number.is_none(), name.as_str(), "wrong_type", "must be a number");
    faults.finish().map(|()| number)
}

/// The answer to a client of another version of tus.
fn other_version(headers: &HeaderMap) -> Option<Response> {
    let other = headers.get(TUS_RESUMABLE).is_some_and(|version| version != VERSION);
    let problem = || Problem::of_status(StatusCode::PRECONDITION_FAILED).with_detail("this is tus 1.0.0");
    other.then(|| ([(TUS_VERSION, VERSION)], problem()).into_response())
}

/// The answer to bytes that do not follow those that are there.
fn misplaced(expected: u64) -> Response {
    (resumable(), offset(expected), Problem::from(Error::UploadOffset { expected })).into_response()
}

fn resumable() -> [(HeaderName, HeaderValue); 1] {
    [(TUS_RESUMABLE, HeaderValue::from_static(VERSION))]
}

fn offset(offset: u64) -> [(HeaderName, HeaderValue); 1] {
    [(UPLOAD_OFFSET, HeaderValue::from(offset))]
}

fn unstored() -> [(HeaderName, HeaderValue); 1] {
    [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]
}
