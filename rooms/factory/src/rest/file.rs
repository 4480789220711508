//! The file of one product.

use atelier_api::{Path, Problem, Query, SignedIn};
use atelier_base::ProductId;
use atelier_blobs::Disposition;
use axum::body::Body;
use axum::extract::State as Ports;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::export::yes;
use crate::State;
use crate::permissions::ReadFactory;
use crate::product;

/// How the file is wanted.
#[derive(Deserialize, utoipa::IntoParams)]
pub(crate) struct Asked {
    /// Whether it gets its recipe, where it has none: `true` unless it is said. Otherwise it is as it was made.
    #[serde(default = "yes")]
    recipe: bool,
}

/// The file of a product, with what it was made from in it: as the web UI of Stable Diffusion writes it and many read
/// it, and as Atelier reads back all of it. PNG, JPEG and WebP of 64 MB at most; others, files that say already how
/// they were made, and those with content credentials are given as they are. What was made here is signed, where the server
/// has a certificate for that. Pixels are never touched.
#[utoipa::path(get, path = "/api/v1/factory/products/{id}/file", tag = "factory",
    params(("id" = String, Path), Asked),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>, description = "The file"),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `factory_not_found`, `blob_not_found`")))]
pub(crate) async fn file(
    Ports(state): Ports<State>,
    SignedIn(caller): SignedIn,
    Path(id): Path<ProductId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let grant = caller.may(ReadFactory)?;
    let product = product::get(&state, grant, id).await?;
    let delivery = product::deliver(&state, grant.scope(), &product, asked.recipe).await?;
    let name = Disposition::Attachment(product::file_name(&product)).header();
    let headers = [
        (header::CONTENT_TYPE, product.mime_type),
        (header::CONTENT_LENGTH, delivery.size.to_string()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(delivery.body)).into_response())
}
