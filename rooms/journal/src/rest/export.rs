//! An asset's file, to give to others.

use atelier_api::{Path, Problem, SignedIn};
use atelier_base::AssetId;
use atelier_blobs::ASSETS;
use atelier_media::{Limits, without_location};
use axum::extract::State as Ports;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::asset::{self, AssetType};
use crate::permissions::ReadJournal;
use crate::{Error, State};

/// The file of an asset without the place where it was taken: nobody has to give their studio's address away
/// with a picture. The pixels are untouched.
#[utoipa::path(get, path = "/api/v1/journal/assets/{id}/export", tag = "journal",
    params(("id" = AssetId, Path)),
    responses((status = 200, description = "The file", body = Vec<u8>),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `journal_not_found`, or why the place can't be removed")))]
pub(crate) async fn export(
    Ports(state): Ports<State>,
    SignedIn(caller): SignedIn,
    Path(id): Path<AssetId>,
) -> Result<Response, Problem> {
    let grant = caller.may(ReadJournal)?;
    let asset = asset::get(&state, grant, id).await?.ok_or_else(|| Error::missing("asset", id))?;
    let key = asset.s3_key.parse().map_err(Error::from)?;
    let object = state.blobs.get(grant.scope(), &ASSETS, &key).await.map_err(Error::from)?;
    let bytes = object.bytes().await.map_err(Error::from)?;
    let bytes = if asset.r#type == AssetType::Image && asset.has_location {
        let stripped = tokio::task::spawn_blocking(move || without_location(&bytes, &Limits::DEFAULT)).await;
        stripped.map_err(|error| Error::Unexpected(error.to_string()))?.map_err(Error::from)?.into()
    } else {
        bytes
    };
    // What a page could run is never shown by the browser itself.
    let name: String = asset
        .file_name
        .chars()
        .map(|letter| if letter.is_ascii_graphic() && letter != '"' && letter != '\\' { letter } else { '_' })
        .collect();
    let headers = [
        (header::CONTENT_TYPE, asset.content_type),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, bytes).into_response())
}
