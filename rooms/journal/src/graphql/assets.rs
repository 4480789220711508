//! Pictures, sounds and documents.

use std::time::Duration;

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{AssetId, ProjectId};
use atelier_blobs::{ASSETS, Disposition, Signing};

use super::state;
use crate::asset::{self, Asset, AssetPatch, AssetType, NewAsset, OcrWord, store};
use crate::permissions::{DeleteAsset, EditAsset, ReadJournal};
use crate::{Outcome, settings};

/// How long an address of a file works.
const LOOKING: Duration = Duration::from_hours(1);

/// Where the files of an asset are for the next hour.
#[derive(SimpleObject)]
pub(crate) struct AssetUrls {
    /// As it was uploaded, the place where it was taken included. Null for kinds that a browser might run.
    original: Option<String>,
    /// A long edge of 150 pixels.
    small: Option<String>,
    /// 400.
    medium: Option<String>,
    /// 800.
    large: Option<String>,
    /// 1600.
    screen: Option<String>,
}

/// What the camera noted about the place, left out unless the tenant shows it.
const PLACE: &str = "gps";

#[ComplexObject]
impl Asset {
    /// Where its files are for the next hour.
    async fn urls(&self, ctx: &Context<'_>) -> Result<AssetUrls, Problem> {
        let copy = |edge: u32| self.previews.contains(&edge).then(|| store::preview_key(self.id, edge));
        let original = (self.content_type != "image/svg+xml").then(|| self.s3_key.clone());
        Ok(AssetUrls {
            original: address(ctx, original).await?,
            small: address(ctx, copy(150)).await?,
            medium: address(ctx, copy(400)).await?,
            large: address(ctx, copy(800)).await?,
            screen: address(ctx, copy(1_600)).await?,
        })
    }

    /// What the camera noted. The place is left out unless the settings show it.
    async fn exif(&self, ctx: &Context<'_>) -> Result<Option<serde_json::Value>, Problem> {
        let Some(mut exif) = self.exif.clone() else { return Ok(None) };
        let grant = caller(ctx)?.may(ReadJournal)?;
        let shown = settings::get(state(ctx), grant.scope(), grant.tenant()).await?.show_location;
        if let (false, Some(fields)) = (shown, exif.as_object_mut()) {
            fields.remove(PLACE);
        }
        Ok(Some(exif))
    }

    /// The words in the picture with their places.
    #[graphql(complexity = "20 * child_complexity")]
    async fn ocr_words(&self, ctx: &Context<'_>) -> Result<Vec<OcrWord>, Problem> {
        if self.ocr_by.is_none() {
            return Ok(Vec::new());
        }
        Ok(store::words(state(ctx), caller(ctx)?.scope(), self.id).await?)
    }
}

async fn address(ctx: &Context<'_>, key: Option<String>) -> Result<Option<String>, Problem> {
    let Some(key) = key else { return Ok(None) };
    let signing = Signing { disposition: Some(Disposition::Inline), ..Signing::reading(LOOKING) };
    let (blobs, scope) = (&state(ctx).blobs, caller(ctx)?.scope());
    Ok(Some(blobs.signed_url(scope, &ASSETS, &key.parse()?, &signing).await?))
}

/// The changed asset, or what is stored instead.
#[derive(Union)]
pub(crate) enum AssetOutcome {
    Asset(Box<Asset>),
    Conflict(AssetConflict),
}

/// The id of what was deleted, or what is stored instead.
#[derive(Union)]
pub(crate) enum DeleteAssetOutcome {
    Deleted(AssetDeleted),
    Conflict(AssetConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct AssetConflict {
    current: Box<Asset>,
}

/// The asset is gone.
#[derive(SimpleObject)]
pub(crate) struct AssetDeleted {
    id: AssetId,
}

impl From<Outcome<Asset>> for AssetOutcome {
    fn from(outcome: Outcome<Asset>) -> Self {
        match outcome {
            Outcome::Done(asset) => Self::Asset(Box::new(asset)),
            Outcome::Conflict(current) => Self::Conflict(AssetConflict { current }),
        }
    }
}

/// Queries of assets.
#[derive(Default)]
pub struct AssetQuery;

#[Object]
impl AssetQuery {
    /// An asset; null when there is none of that id.
    async fn asset(&self, ctx: &Context<'_>, id: AssetId) -> Result<Option<Asset>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(asset::get(state(ctx), grant, id).await?)
    }

    /// Assets of a project, or of the tenant, the newest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn assets(
        &self,
        ctx: &Context<'_>,
        project_id: Option<ProjectId>,
        r#type: Option<AssetType>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Asset>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(asset::list(state(ctx), grant, project_id, r#type, page).await?, follows))
    }

    /// How many there are.
    async fn asset_count(
        &self,
        ctx: &Context<'_>,
        project_id: Option<ProjectId>,
        r#type: Option<AssetType>,
    ) -> Result<u64, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(asset::count(state(ctx), grant, project_id, r#type).await?)
    }
}

/// Mutations of assets.
#[derive(Default)]
pub struct AssetMutation;

#[Object]
impl AssetMutation {
    /// Makes an asset of a finished upload, and has it looked into. The same bytes again are the asset that has
    /// them, with `duplicateOf` set.
    async fn register_asset(&self, ctx: &Context<'_>, input: NewAsset) -> Result<Asset, Problem> {
        let grant = caller(ctx)?.may(EditAsset)?;
        Ok(asset::register(state(ctx), grant, input).await?)
    }

    /// Changes an asset that is at `version`.
    async fn update_asset(
        &self,
        ctx: &Context<'_>,
        id: AssetId,
        version: u32,
        patch: AssetPatch,
    ) -> Result<AssetOutcome, Problem> {
        let grant = caller(ctx)?.may(EditAsset)?;
        Ok(asset::edit(state(ctx), grant, id, version, patch).await?.into())
    }

    /// Has an asset looked into again, with the means of today.
    async fn redo_asset(
        &self,
        ctx: &Context<'_>,
        id: AssetId,
        version: u32,
    ) -> Result<AssetOutcome, Problem> {
        let grant = caller(ctx)?.may(EditAsset)?;
        Ok(asset::redo(state(ctx), grant, id, version).await?.into())
    }

    /// Deletes an asset with its files.
    async fn delete_asset(
        &self,
        ctx: &Context<'_>,
        id: AssetId,
        version: u32,
    ) -> Result<DeleteAssetOutcome, Problem> {
        let grant = caller(ctx)?.may(DeleteAsset)?;
        Ok(match asset::delete(state(ctx), grant, id, version).await? {
            Outcome::Done(id) => DeleteAssetOutcome::Deleted(AssetDeleted { id }),
            Outcome::Conflict(current) => DeleteAssetOutcome::Conflict(AssetConflict { current }),
        })
    }
}
