//! The file that a job made, as a download.

use atelier_api::{Path, Problem, SignedIn, codes};
use atelier_base::JobId;
use atelier_jobs::{JobFile, State, fetch, read_file};
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use utoipa::OpenApi as _;

use super::permissions::ExportTenant;

/// The endpoints under `/api/v1/jobs`.
pub(crate) fn routes(state: State) -> Router {
    Router::new().route("/{job}/file", get(download)).with_state(state)
}

/// The same as an OpenAPI document.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(download))]
    struct Document;
    Document::openapi()
}

/// The file that a finished job made.
#[utoipa::path(get, path = "/api/v1/jobs/{job}/file", tag = "jobs",
    params(("job" = JobId, Path, description = "The job")),
    responses((status = 200, description = "The file", body = Vec<u8>),
        (status = 404, description = "A problem: `job_not_found`, or `not_found` for a job without a file")))]
async fn download(
    axum::extract::State(state): axum::extract::State<State>,
    SignedIn(caller): SignedIn,
    Path(id): Path<JobId>,
) -> Result<Response, Problem> {
    let grant = caller.may(ExportTenant)?;
    let job = fetch(&state, grant.scope(), id).await?;
    let file = JobFile::of(&job).ok_or_else(|| {
        Problem::new(codes::NOT_FOUND).with_detail("the job made no file, or has not ended")
    })?;
    let bytes = read_file(&state, grant.scope(), id, &file).await?;
    // Names are the server's own: plain letters.
    let disposition = format!("attachment; filename=\"{}\"", file.file_name);
    let headers = [(header::CONTENT_TYPE, file.media_type), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
