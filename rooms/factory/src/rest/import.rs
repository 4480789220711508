//! Files that were made elsewhere, with what they say of how.

use atelier_api::{Json, Problem, Query, SignedIn};
use atelier_base::{InvalidInput, ProductId, ProjectId};
use axum::body::Body;
use axum::extract::State as Ports;
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt as _;
use serde::{Deserialize, Serialize};

use crate::permissions::{CurateProduct, ImportProduct};
use crate::product::{self, Kept, NewProduct, ProductsChange};
use crate::{Error, State};

/// Bytes of a file, at most: pictures that are larger are refused anyway.
const MOST_BYTES: usize = 256 << 20;

/// Tags of a file that comes in, at most.
const MOST_TAGS: usize = 20;

/// How a file is to be kept.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(rename_all = "camelCase")]
pub(crate) struct Asked {
    /// The project that it is for.
    project_id: Option<ProjectId>,
    /// What its owner calls it.
    name: Option<String>,
    /// Tags for it, with commas between, 20 at most.
    tags: Option<String>,
}

/// A product that was brought along.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Imported {
    /// The product.
    id: ProductId,
    /// Whether it was not there before: the same file twice is one product of a project.
    is_new: bool,
    /// `image`, `video` or `audio`.
    r#type: &'static str,
    /// By its first bytes.
    mime_type: String,
    /// SHA-256 of its bytes.
    file_hash: String,
    /// Bytes.
    file_size: i64,
    /// Pixels across.
    width: Option<i64>,
    /// Pixels down.
    height: Option<i64>,
    /// Seconds.
    duration: Option<f64>,
    /// What it was made from, as the file says; empty when it says nothing.
    prompt: String,
    /// With which model.
    model: Option<String>,
    /// The program that made it, as far as it is known.
    provider: Option<String>,
}

impl From<Kept> for Imported {
    fn from(Kept { product, is_new }: Kept) -> Self {
        Self {
            id: product.id,
            is_new,
            r#type: product.r#type.name(),
            mime_type: product.mime_type,
            file_hash: product.file_hash,
            file_size: product.file_size,
            width: product.width,
            height: product.height,
            duration: product.duration,
            prompt: product.prompt,
            model: product.model,
            provider: product.provider,
        }
    }
}

/// Keeps a file as a product: a picture, a film or a sound of 256 MB at most, which is the body as it is. What the
/// web UI, `ComfyUI`, `SwarmUI`, `InvokeAI`, Fooocus, `NovelAI` or Atelier wrote into it of how it was made is read.
#[utoipa::path(post, path = "/api/v1/factory/import", tag = "factory", params(Asked),
    request_body(content_type = "application/octet-stream", content = Vec<u8>),
    responses((status = 200, body = Imported, description = "The product, on disk"),
        (status = 413, description = "A problem: `file_over_limits`"),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `project_not_found`, `file_kind_unknown`, `file_kind_unsupported`, `file_damaged`")))]
pub(crate) async fn import(
    Ports(state): Ports<State>,
    SignedIn(caller): SignedIn,
    Query(asked): Query<Asked>,
    body: Body,
) -> Result<Json<Imported>, Problem> {
    let grants = (caller.may(ImportProduct)?, caller.may(CurateProduct)?);
    let tags = tags(asked.tags.as_deref().unwrap_or_default())?;
    let bytes = whole(body).await?;
    let new = NewProduct { bytes, file_name: asked.name, project_id: asked.project_id };
    let kept = product::keep(&state, grants.0, new).await?;
    for tag in tags {
        let change = ProductsChange { add_tag: Some(tag), ..ProductsChange::default() };
        product::change(&state, grants.1, vec![kept.product.id], change).await?;
    }
    Ok(Json(kept.into()))
}

/// The names, looked at before anything is kept: who is refused finds nothing of it kept.
fn tags(text: &str) -> Result<Vec<String>, Error> {
    let named: Vec<&str> = text.split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect();
    let mut faults = InvalidInput::default();
    faults.note(MOST_TAGS < named.len(), "tags", "too_many", "has 20 tags at most");
    for tag in &named {
        let is_odd = 100 < tag.chars().count() || tag.chars().any(char::is_control);
        faults.note(is_odd, "tags", "malformed", "has names of 1 to 100 characters");
    }
    faults.finish()?;
    Ok(named.into_iter().map(str::to_owned).collect())
}

async fn whole(body: Body) -> Result<Bytes, Error> {
    let (mut stream, mut all) = (body.into_data_stream(), BytesMut::new());
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|error| {
            let mut faults = InvalidInput::default();
            faults.note(true, "body", "interrupted", format!("broke off: {error}"));
            faults
        })?;
        let length = all.len() + chunk.len();
        if MOST_BYTES < length {
            let (found, limit) = (length as u64, MOST_BYTES as u64);
            return Err(atelier_media::Error::TooLarge { what: "bytes", found, limit }.into());
        }
        all.extend_from_slice(&chunk);
    }
    Ok(all.freeze())
}
