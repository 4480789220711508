//! The pieces of a recording.

use atelier_api::{Json, Path, Problem, SignedIn};
use atelier_base::RecordingId;
use axum::body::Body;
use axum::extract::State as Ports;

use crate::State;
use crate::permissions::Record;
use crate::recording::{self, Received};

/// Stores a piece of a recording: up to 4 MB, in any order. The same piece again is no error.
#[utoipa::path(put, path = "/api/v1/recordings/{id}/chunks/{index}", tag = "journal",
    params(("id" = RecordingId, Path), ("index" = u32, Path, description = "Its number, from 0")),
    request_body(content_type = "application/octet-stream", content = Vec<u8>),
    responses((status = 200, body = Received, description = "The piece is on disk, with all of these"),
        (status = 409, description = "A problem: `recording_finished`"),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `journal_not_found`, `chunks_too_many`, `blob_too_large`, `blob_interrupted`")))]
pub(crate) async fn put(
    Ports(state): Ports<State>,
    SignedIn(caller): SignedIn,
    Path((id, index)): Path<(RecordingId, u32)>,
    body: Body,
) -> Result<Json<Received>, Problem> {
    let grant = caller.may(Record)?;
    Ok(Json(recording::put_chunk(&state, grant, id, index, body.into_data_stream()).await?))
}

/// Which pieces of a recording the server has, for a recorder that goes on after a break.
#[utoipa::path(get, path = "/api/v1/recordings/{id}/chunks", tag = "journal",
    params(("id" = RecordingId, Path)),
    responses((status = 200, body = Received),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `journal_not_found`")))]
pub(crate) async fn list(
    Ports(state): Ports<State>,
    SignedIn(caller): SignedIn,
    Path(id): Path<RecordingId>,
) -> Result<Json<Received>, Problem> {
    let grant = caller.may(Record)?;
    Ok(Json(recording::received(&state, grant, id).await?))
}
